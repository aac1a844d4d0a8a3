package dev.schemac.emit;

import dev.schemac.emit.SchemaUpdate.Placed;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.syntax.Declaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where new declarations go: behind the table that they belong to, else behind the last one of
 * their namespace that a reader would meet before them, else into a section of their own at the end
 * of the last file.
 */
final class NewDeclarations {
  private final List<Placed> declarations;
  private final Map<String, TextEdits> edits;
  private final IdiomaticText text;
  private final Homes homes;

  /** New texts by the declaration that they stand behind. */
  private final Map<Placed, StringBuilder> behind = new LinkedHashMap<>();

  /** New tables by the declaration that their texts stand behind. */
  private final Map<QName, Placed> tables = new HashMap<>();

  /** Sections that no file has, in order. */
  private final Map<String, StringBuilder> sections = new LinkedHashMap<>();

  private final List<String> first = new ArrayList<>();

  private final TableFiles layout;

  /** Files of their own, and the new tables that have one. */
  private final Map<String, StringBuilder> files = new LinkedHashMap<>();

  private final Map<QName, String> fileOf = new HashMap<>();

  NewDeclarations(List<Placed> declarations, Map<String, TextEdits> edits, IdiomaticText text) {
    this.declarations = declarations;
    this.edits = edits;
    this.text = text;
    this.homes = text.homes();
    this.layout = new TableFiles(declarations, edits.keySet());
  }

  void add(SchemaObject object) {
    Optional<Piece> written = text.declaration(object);
    if (written.isEmpty()) {
      return;
    }
    Piece piece = written.get();
    Optional<String> own = ownFile(object, piece);
    if (own.isPresent()) {
      files.computeIfAbsent(own.get(), f -> opened(piece)).append("\n").append(piece.text());
      return;
    }
    Optional<Placed> anchor = anchor(object, piece.namespace());
    if (anchor.isPresent()) {
      behind
          .computeIfAbsent(anchor.get(), a -> new StringBuilder())
          .append("\n")
          .append(piece.text());
      homes.of(object).ifPresent(home -> tables.putIfAbsent(home, anchor.get()));
    } else if (piece.namespace().isEmpty()) {
      first.add(piece.text());
    } else {
      StringBuilder section = sections.computeIfAbsent(piece.namespace(), n -> new StringBuilder());
      if (section.isEmpty() && !piece.opens()) {
        section.append("\n").append(text.opening(piece.namespace()));
      }
      section.append("\n").append(piece.text());
    }
  }

  /** Where each table has a file, a new one gets one too, with what belongs to it. */
  private Optional<String> ownFile(SchemaObject object, Piece piece) {
    if (object instanceof Table table) {
      layout.forNew(table, piece.namespace()).ifPresent(f -> fileOf.put(table.name(), f));
    }
    return homes.of(object).map(fileOf::get);
  }

  private StringBuilder opened(Piece piece) {
    StringBuilder file = new StringBuilder();
    if (!piece.namespace().isEmpty() && !piece.opens()) {
      file.append(text.opening(piece.namespace()));
    }
    return file;
  }

  private Optional<Placed> anchor(SchemaObject object, String section) {
    if (sections.containsKey(section) || object instanceof SchemaObject.Namespace) {
      return Optional.empty();
    }
    Optional<Placed> home = homes.of(object).flatMap(this::lastOf);
    if (home.isPresent()) {
      return home;
    }
    Placed found = null;
    for (Placed placed : declarations) {
      boolean before =
          placed.objects().isEmpty()
              ? placed.declaration() instanceof Declaration.NamespaceDecl
              : placed.objects().stream().anyMatch(o -> homes.group(o) <= homes.group(object));
      if (placed.section().equals(section) && before) {
        found = placed;
      }
    }
    return Optional.ofNullable(found);
  }

  /** The last declaration that belongs to a table, the table's own if there is no other. */
  private Optional<Placed> lastOf(QName home) {
    Placed found = tables.get(home);
    for (Placed placed : declarations) {
      boolean belongs =
          placed.objects().stream().anyMatch(o -> homes.of(o).filter(home::equals).isPresent());
      if (belongs) {
        found = placed;
      }
    }
    return Optional.ofNullable(found);
  }

  void finish() {
    behind.forEach(
        (placed, added) -> {
          TextEdits file = edits.get(placed.file());
          int at = file.lineEnd(placed.span().end() - 1);
          boolean ends = at > 0 && file.original().charAt(at - 1) == '\n';
          file.insert(at, (ends ? "" : "\n") + added);
        });
    if (!first.isEmpty()) {
      atTheStart(String.join("\n", first));
    }
    if (!sections.isEmpty()) {
      TextEdits last = edits.get(List.copyOf(edits.keySet()).getLast());
      int end = last.original().length();
      boolean ends = end == 0 || last.original().charAt(end - 1) == '\n';
      last.insert(end, (ends ? "" : "\n") + String.join("", sections.values()));
    }
    files.forEach(
        (name, added) -> {
          TextEdits file = new TextEdits("");
          file.insert(0, added.toString().stripLeading());
          edits.put(name, file);
        });
  }

  /** In front of the first declaration of the first file, where no namespace is in force yet. */
  private void atTheStart(String added) {
    String name = edits.keySet().iterator().next();
    TextEdits file = edits.get(name);
    Optional<Placed> first = declarations.stream().filter(p -> p.file().equals(name)).findFirst();
    if (first.isEmpty()) {
      int end = file.original().length();
      file.insert(end, (file.original().isBlank() ? "" : "\n") + added);
      return;
    }
    int at = file.lineStart(first.get().span().start());
    while (at > 0
        && file.original().substring(file.lineStart(at - 1), at).strip().startsWith("//")) {
      at = file.lineStart(at - 1);
    }
    file.insert(at, added + "\n");
  }
}
