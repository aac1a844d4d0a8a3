package dev.schemac.emit;

import dev.schemac.diagnostic.Span;
import dev.schemac.diff.Change;
import dev.schemac.model.Expression;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.resolve.Resolution;
import dev.schemac.source.SourceText;
import dev.schemac.syntax.Declaration;
import dev.schemac.syntax.Formatter;
import dev.schemac.syntax.SourceTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Files changed so that they mean a live schema: declarations that mean it already keep their
 * bytes, tables are changed member by member, other objects as a whole, new ones stand behind what
 * they belong to.
 */
final class SchemaUpdate {
  private final Map<String, TextEdits> edits = new LinkedHashMap<>();
  private final List<Placed> declarations = new ArrayList<>();
  private final Resolution resolution;
  private final Schema live;
  private final IdiomaticText text;
  private final Set<ObjectPath> whole;
  private final Set<ObjectPath> gone = new HashSet<>();
  private final Set<ObjectPath> changed = new HashSet<>();
  private final Map<QName, List<Change>> ofTables = new HashMap<>();
  private final List<SchemaObject> added = new ArrayList<>();
  private final NewDeclarations places;

  /**
   * A declaration in a file.
   *
   * @param section the namespace in force
   * @param floor where the declaration in front of it ends
   */
  record Placed(
      String file, Declaration declaration, String section, int floor, List<SchemaObject> objects) {
    Span span() {
      return declaration.header().span();
    }
  }

  private SchemaUpdate(
      List<SourceText> files,
      List<SourceTree> trees,
      Resolution resolution,
      Schema live,
      List<Change> changes,
      Set<ObjectPath> whole) {
    this.resolution = resolution;
    this.live = live;
    this.text = IdiomaticText.of(live, Set.of());
    this.whole = new HashSet<>(whole);
    files.forEach(f -> edits.put(f.name(), new TextEdits(f.text())));
    Map<String, List<SchemaObject>> byFile = new HashMap<>();
    for (SchemaObject object : resolution.schema().objects()) {
      Optional.ofNullable(resolution.places().get(object.path()))
          .ifPresent(p -> byFile.computeIfAbsent(p.file(), f -> new ArrayList<>()).add(object));
    }
    trees.forEach(tree -> place(tree, byFile.getOrDefault(tree.file(), List.of())));
    changes.forEach(this::sort);
    this.places = new NewDeclarations(declarations, edits, text);
  }

  /**
   * The files' new texts by their names.
   *
   * @param changes from what the files mean to the live schema
   * @param whole objects that are not changed member by member
   */
  static TreeMap<String, String> of(
      List<SourceText> files,
      List<SourceTree> trees,
      Resolution resolution,
      Schema live,
      List<Change> changes,
      Set<ObjectPath> whole) {
    SchemaUpdate update = new SchemaUpdate(files, trees, resolution, live, changes, whole);
    update.declarations.forEach(update::update);
    update.insert();
    TreeMap<String, String> texts = new TreeMap<>();
    update.edits.forEach((name, edits) -> texts.put(name, formatted(name, edits)));
    return texts;
  }

  /** What was in the canonical layout is so again; any other layout is its author's. */
  private static String formatted(String name, TextEdits edits) {
    if (edits.isEmpty()) {
      return edits.original();
    }
    String text = lineEnds(edits);
    boolean canonical =
        Formatter.format(new SourceText(name, edits.original()))
            .text()
            .filter(edits.original()::equals)
            .isPresent();
    return canonical ? Formatter.format(new SourceText(name, text)).text().orElse(text) : text;
  }

  /** New lines end as the old ones do. */
  private static String lineEnds(TextEdits edits) {
    boolean windows = edits.original().contains("\r\n");
    String text = edits.applied();
    return windows ? text.replace("\r\n", "\n").replace("\n", "\r\n") : text;
  }

  private void place(SourceTree tree, List<SchemaObject> inFile) {
    String section = "";
    int floor = 0;
    Map<Integer, List<SchemaObject>> byStart = objectsOf(tree, inFile);
    for (Declaration declaration : tree.declarations()) {
      if (declaration instanceof Declaration.NamespaceDecl namespace) {
        section = namespace.name().text();
      }
      Span span = declaration.header().span();
      List<SchemaObject> objects = byStart.getOrDefault(span.start(), List.of());
      declarations.add(new Placed(tree.file(), declaration, section, floor, objects));
      floor = span.end();
    }
  }

  /** The objects that the declarations of a file make, by where the declaration begins. */
  private Map<Integer, List<SchemaObject>> objectsOf(SourceTree tree, List<SchemaObject> inFile) {
    TreeMap<Integer, Span> spans = new TreeMap<>();
    tree.declarations().forEach(d -> spans.put(d.header().span().start(), d.header().span()));
    Map<Integer, List<SchemaObject>> objects = new HashMap<>();
    for (SchemaObject object : inFile) {
      Span place = resolution.places().get(object.path());
      var in = spans.floorEntry(place.start());
      if (in != null && place.end() <= in.getValue().end()) {
        objects.computeIfAbsent(in.getKey(), s -> new ArrayList<>()).add(object);
      }
    }
    return objects;
  }

  private void sort(Change change) {
    switch (change) {
      case Change.AddObject(Table table) when PartitionText.standsInside(table, live) ->
          insideOf(table);
      case Change.AddObject(var object) -> added.add(object);
      case Change.DropObject(var object, var ignored) -> gone.add(object.path());
      case Change.ModifyObject ignored -> changed.add(change.path());
      case Change.RenameObject ignored -> changed.add(change.path());
      case Change.ModifyTable ignored -> ofTable(change);
      case Change.AddColumn ignored -> ofTable(change);
      case Change.DropColumn ignored -> ofTable(change);
      case Change.RenameColumn ignored -> ofTable(change);
      case Change.ModifyColumn ignored -> ofTable(change);
      case Change.AddConstraint ignored -> ofTable(change);
      case Change.DropConstraint ignored -> ofTable(change);
      case Change.RenameConstraint ignored -> ofTable(change);
      case Change.ModifyConstraint ignored -> ofTable(change);
      case Change.AddIndex ignored -> ofTable(change);
      case Change.DropIndex ignored -> ofTable(change);
      case Change.RenameIndex ignored -> ofTable(change);
      case Change.ModifyIndex ignored -> ofTable(change);
    }
  }

  /** A new partition is written with the table that it is in. */
  private void insideOf(Table partition) {
    Table root = partition;
    while (PartitionText.standsInside(root, live)) {
      root = live.table(root.partitionOf().orElseThrow().parent()).orElseThrow();
    }
    changed.add(root.path());
    whole.add(root.path());
  }

  private void ofTable(Change change) {
    QName table = change.path().owner();
    ofTables.computeIfAbsent(table, t -> new ArrayList<>()).add(change);
    changed.add(ObjectPath.table(table));
  }

  private void update(Placed placed) {
    List<SchemaObject> objects = placed.objects();
    if (placed.declaration() instanceof Declaration.RetireDecl word) {
      retire(placed, word);
      return;
    }
    boolean allGone = !objects.isEmpty() && objects.stream().allMatch(o -> gone.contains(o.path()));
    if (allGone) {
      remove(placed);
      return;
    }
    List<ObjectPath> touched =
        objects.stream()
            .map(SchemaObject::path)
            .filter(p -> changed.contains(p) || gone.contains(p))
            .toList();
    if (touched.isEmpty()) {
      return;
    }
    boolean itself =
        placed.declaration() instanceof Declaration.TableDecl
            && touched.size() == 1
            && touched.getFirst().kind() == ObjectKind.TABLE
            && !whole.contains(touched.getFirst())
            && resolution
                .schema()
                .table(touched.getFirst().owner())
                .filter(t -> !PartitionText.standsInside(t, resolution.schema()))
                .isPresent();
    boolean done =
        itself && members(placed, (Declaration.TableDecl) placed.declaration(), touched)
            || touched.size() == 1
                && !whole.contains(touched.getFirst())
                && placed.declaration() instanceof Declaration.EnumDecl type
                && values(placed, type, touched.getFirst());
    if (!done) {
      replace(placed);
    }
  }

  private boolean members(Placed placed, Declaration.TableDecl table, List<ObjectPath> touched) {
    QName name = touched.getFirst().owner();
    Optional<Table> was = resolution.schema().table(name);
    Optional<Table> is = live.table(name);
    if (was.isEmpty() || is.isEmpty()) {
      return false;
    }
    TextEdits file = edits.get(placed.file());
    TableUpdate update =
        new TableUpdate(
            table, was.get(), is.get(), resolution.places(), text, placed.section(), file);
    if (!update.isPossible()) {
      return false;
    }
    update.update(ofTables.getOrDefault(name, List.of()));
    if (!was.get().comment().equals(is.get().comment())) {
      file.document(placed.floor(), placed.span(), is.get().comment());
    }
    return true;
  }

  /** Values of a native enum, or of one that is stored as a table. */
  private boolean values(Placed placed, Declaration.EnumDecl type, ObjectPath path) {
    List<String> labels =
        live.object(path)
            .map(o -> o instanceof SchemaObject.EnumType now ? now.values() : lookup(o))
            .orElse(List.of());
    TextEdits file = edits.get(placed.file());
    EnumUpdate update = new EnumUpdate(type, labels, file);
    if (!update.isPossible()) {
      return false;
    }
    update.update();
    Optional<String> was = resolution.schema().object(path).flatMap(SchemaObject::comment);
    Optional<String> is = live.object(path).flatMap(SchemaObject::comment);
    if (!was.equals(is)) {
      file.document(placed.floor(), placed.span(), is);
    }
    return true;
  }

  private static List<String> lookup(SchemaObject object) {
    List<String> labels = new ArrayList<>();
    if (object instanceof Table table) {
      for (List<Expression> row : table.rows()) {
        if (row.getFirst() instanceof Expression.StringLiteral(var label)) {
          labels.add(label);
        }
      }
    }
    return labels;
  }

  /**
   * The object that the declaration is named after comes first among those that are still there.
   */
  private void replace(Placed placed) {
    Optional<SchemaObject> is =
        placed.objects().stream()
            .flatMap(o -> live.object(o.path()).stream())
            .min(Comparator.comparingInt(this::importance));
    Optional<Piece> piece = is.flatMap(text::declaration);
    if (piece.isEmpty()) {
      return;
    }
    TextEdits file = edits.get(placed.file());
    Optional<String> comment = is.get().comment();
    String declaration = piece.get().text();
    while (declaration.startsWith("///")) {
      declaration = declaration.substring(declaration.indexOf('\n') + 1);
    }
    file.replace(placed.span().start(), placed.span().end(), declaration.strip());
    file.document(placed.floor(), placed.span(), comment);
  }

  private int importance(SchemaObject object) {
    return object instanceof Table t ? PartitionText.standsInside(t, live) ? 1 : 0 : 2;
  }

  /** With the doc comment and the lines of comment right above. */
  private void remove(Placed placed) {
    TextEdits file = edits.get(placed.file());
    String original = file.original();
    int start = file.lineStart(placed.span().start());
    while (start > 0 && file.lineStart(start - 1) >= placed.floor()) {
      int above = file.lineStart(start - 1);
      if (!original.substring(above, start).strip().startsWith("//")) {
        break;
      }
      start = above;
    }
    int end = file.lineEnd(placed.span().end() - 1);
    while (end < original.length() && original.substring(end, file.lineEnd(end)).isBlank()) {
      end = file.lineEnd(end);
    }
    while (end == original.length() && start > 0 && isBlank(file, start)) {
      start = file.lineStart(start - 1);
    }
    file.replace(start, end, "");
  }

  /** Whether the line above an offset is blank. */
  private static boolean isBlank(TextEdits file, int start) {
    return file.original().substring(file.lineStart(start - 1), start).isBlank();
  }

  /** A word about an object that is there again would contradict it. */
  private void retire(Placed placed, Declaration.RetireDecl word) {
    boolean back =
        added.stream()
            .map(o -> o.path().owner())
            .anyMatch(n -> n.name().equals(word.name().name().text()));
    if (back) {
      remove(placed);
    }
  }

  private void insert() {
    Comparator<SchemaObject> byNamespace =
        Comparator.comparing(
            o -> o instanceof SchemaObject.Namespace n ? n.name() : o.path().owner().namespace());
    added.stream().sorted(byNamespace.thenComparing(text.homes().order())).forEach(places::add);
    places.finish();
  }
}
