package dev.schemac.emit;

import dev.schemac.diagnostic.Span;
import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.Dialect;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.Table;
import dev.schemac.syntax.Attribute;
import dev.schemac.syntax.Declaration;
import dev.schemac.syntax.Member;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A table's declaration, changed member by member where the live table differs. What a member
 * declares is told by where the resolver found it, so that keys inside of column lines and keys on
 * lines of their own are both met where the author put them.
 */
final class TableUpdate {
  private final Declaration.TableDecl table;
  private final Table was;
  private final Table is;
  private final Dialect dialect;
  private final IdiomaticText live;
  private final String section;
  private final TextEdits edits;
  private final Map<ObjectPath, TablePart> parts;
  private final Map<ObjectPath, TablePart> fresh;
  private final Map<ObjectPath, ObjectPath> renamed = new HashMap<>();
  private final Map<ObjectPath, Span> places;

  /**
   * A declaration and what it shall mean.
   *
   * @param places where the parts of the declared table stand
   * @param section the namespace that the declaration stands in
   */
  TableUpdate(
      Declaration.TableDecl table,
      Table was,
      Table is,
      Map<ObjectPath, Span> places,
      IdiomaticText live,
      String section,
      TextEdits edits) {
    this.table = table;
    this.was = was;
    this.is = is;
    this.dialect = live.dialect();
    this.live = live;
    this.section = section;
    this.edits = edits;
    this.parts = TablePart.of(was);
    this.fresh = new LinkedHashMap<>(TablePart.of(is));
    this.places = places;
  }

  /** Whether members stand on lines of their own, so that they can be changed one by one. */
  boolean isPossible() {
    int line = edits.lineStart(table.name().span().start());
    for (Member member : table.members()) {
      int start = edits.lineStart(member.span().start());
      if (start <= line) {
        return false;
      }
      line = edits.lineStart(Math.max(member.span().start(), member.span().end() - 1));
    }
    boolean closes = edits.lineStart(table.header().span().end() - 1) > line;
    return closes
        && was.partitioning().equals(is.partitioning())
        && was.partitionOf().equals(is.partitionOf())
        && was.rows().equals(is.rows());
  }

  void update(List<Change> changes) {
    for (Change change : changes) {
      if (change instanceof Change.RenameConstraint(var t, var before, var after)) {
        renamed.put(
            new ObjectPath(before.kind(), t, before.name()),
            new ObjectPath(after.kind(), t, after.name()));
      } else if (change instanceof Change.RenameIndex(var t, var before, var after)) {
        renamed.put(
            new ObjectPath(ObjectKind.INDEX, t, before.name()),
            new ObjectPath(ObjectKind.INDEX, t, after.name()));
      }
    }
    if (!was.options().equals(is.options())) {
      options();
    }
    fromElsewhere();
    members(table.members(), table.name().span().end());
    added();
  }

  /** What a mixin or an alias declares needs no line here as long as the live table has it too. */
  private void fromElsewhere() {
    Span own = table.header().span();
    parts.forEach(
        (path, part) -> {
          Span place = places.get(path);
          boolean here =
              place != null
                  && place.file().equals(own.file())
                  && place.start() >= own.start()
                  && place.end() <= own.end();
          if (!here && part.equals(fresh.get(path))) {
            fresh.remove(path);
          }
        });
  }

  private void members(List<Member> members, int start) {
    int floor = start;
    for (Member member : members) {
      switch (member) {
        case Member.ColumnDecl column -> column(column, floor);
        case Member.KeyDecl key -> key(key, floor);
        case Member.ForeignKeyDecl key -> key(key, floor);
        case Member.CheckDecl check -> key(check, floor);
        case Member.DialectBlock block -> {
          if (block.dialect() == dialect) {
            members(block.members(), block.span().start());
          }
        }
        case Member.RetireMember word -> retire(word);
        case Member.NotNullDecl ignored -> {}
        case Member.TableOptions ignored -> {}
        case Member.PartitionBy ignored -> {}
      }
      floor = member.span().end();
    }
  }

  /** The parts that a member declares, in the order of the table. */
  private List<ObjectPath> declaredBy(Member member) {
    List<ObjectPath> declared = new ArrayList<>();
    for (ObjectPath path : parts.keySet()) {
      Span place = places.get(path);
      boolean inside =
          place != null
              && place.file().equals(member.span().file())
              && place.start() >= member.span().start()
              && place.end() <= member.span().end();
      if (inside) {
        declared.add(path);
      }
    }
    return declared;
  }

  /** The live part that a declared one corresponds to; it needs no line of its own any more. */
  private Optional<TablePart> taken(ObjectPath declared) {
    return Optional.ofNullable(fresh.remove(renamed.getOrDefault(declared, declared)));
  }

  private void column(Member.ColumnDecl line, int floor) {
    ObjectPath path = ObjectPath.column(was.name(), line.name().text());
    List<ObjectPath> declared = declaredBy(line);
    if (!declared.contains(path)) {
      return;
    }
    Optional<TablePart> now = taken(path);
    if (now.isEmpty()) {
      remove(line.span(), floor);
      return;
    }
    List<TablePart> keysWere = new ArrayList<>();
    List<TablePart> keysAre = new ArrayList<>();
    for (ObjectPath key : declared) {
      if (!key.equals(path)) {
        keysWere.add(parts.get(key));
        taken(key).ifPresent(keysAre::add);
      }
    }
    TablePart before = parts.get(path);
    if (before.equals(now.get()) && keysWere.equals(keysAre)) {
      return;
    }
    Optional<TableSnippet> snippet =
        live.table(TablePart.keysOnly(is, keysAre), section)
            .filter(s -> s.column(line.name().text()).isPresent());
    snippet.ifPresent(
        s -> {
          new ColumnUpdate(line, s, s.column(line.name().text()).get(), dialect, edits)
              .update(
                  ((TablePart.OfColumn) before).column(),
                  ((TablePart.OfColumn) now.get()).column(),
                  keysWere,
                  keysAre);
          others(s);
        });
    document(before, now.get(), line.span(), floor);
  }

  private void key(Member member, int floor) {
    List<ObjectPath> declared = declaredBy(member);
    if (declared.size() != 1) {
      return;
    }
    TablePart before = parts.get(declared.getFirst());
    Optional<TablePart> now = taken(declared.getFirst());
    if (now.isEmpty()) {
      remove(member.span(), floor);
    } else if (!before.equals(now.get())) {
      String text = live.key(is, now.get(), section).orElse(edits.slice(member.span()));
      edits.replace(member.span().start(), member.span().end(), text);
      document(before, now.get(), member.span(), floor);
    }
  }

  private void document(TablePart before, TablePart now, Span span, int floor) {
    if (!before.comment().equals(now.comment())) {
      edits.document(floor, span, now.comment());
    }
  }

  private void remove(Span span, int floor) {
    edits.deleteDoc(floor, span);
    edits.deleteLines(span.start(), span.end() - 1);
  }

  /** A word about a column that is there, or is there again, would contradict it. */
  private void retire(Member.RetireMember word) {
    boolean back =
        word.name().filter(n -> is.column(n.text()).isPresent()).isPresent()
            && was.column(word.name().get().text()).isEmpty();
    if (back) {
      edits.deleteLines(word.span().start(), word.span().end() - 1);
    }
  }

  private void options() {
    List<Attribute> own = new ArrayList<>();
    table.header().attributes().stream().filter(a -> a.dialect() == dialect).forEach(own::add);
    for (Member member : table.members()) {
      if (member instanceof Member.TableOptions(var attribute) && attribute.dialect() == dialect) {
        edits.deleteLines(attribute.span().start(), attribute.span().end() - 1);
      }
    }
    String now = live.options(is).strip();
    for (Attribute attribute : own) {
      boolean first = attribute == own.getFirst() && !now.isEmpty();
      if (first) {
        edits.replace(attribute.span().start(), attribute.span().end(), now);
      } else {
        edits.deleteWord(attribute.span().start(), attribute.span().end());
      }
    }
    if (own.isEmpty() && !now.isEmpty()) {
      int brace = edits.original().indexOf('{', table.name().span().end());
      edits.insert(brace, now + " ");
    }
  }

  /** New columns behind the ones they follow, with what is about them alone; other keys below. */
  private void added() {
    Set<String> newColumns = new TreeSet<>();
    List<TablePart> keys = new ArrayList<>();
    for (TablePart part : fresh.values()) {
      if (part instanceof TablePart.OfColumn(var column)) {
        newColumns.add(column.name());
      } else {
        keys.add(part);
      }
    }
    List<TablePart> folding = keys.stream().filter(k -> isAboutOneOf(newColumns, k)).toList();
    if (!newColumns.isEmpty()) {
      live.table(TablePart.keysOnly(is, folding), section).ifPresent(s -> columns(newColumns, s));
    }
    keys.stream()
        .filter(k -> !folding.contains(k))
        .forEach(k -> live.key(is, k, section).ifPresent(text -> below(k.comment(), text)));
  }

  private static boolean isAboutOneOf(Set<String> columns, TablePart key) {
    Set<String> about = key.columns();
    return about.size() == 1 && columns.containsAll(about) && key.comment().isEmpty();
  }

  private void columns(Set<String> newColumns, TableSnippet snippet) {
    Map<String, StringBuilder> behind = new LinkedHashMap<>();
    for (Column column : is.columns()) {
      Optional<Member.ColumnDecl> line =
          snippet.column(column.name()).filter(c -> newColumns.contains(column.name()));
      line.ifPresent(
          c ->
              behind
                  .computeIfAbsent(anchor(newColumns, column.name()), a -> new StringBuilder())
                  .append(Lines.doc(column.comment(), "  "))
                  .append("  ")
                  .append(line(c, snippet))
                  .append("\n"));
    }
    behind.forEach((anchor, text) -> edits.insert(afterColumn(anchor), text.toString()));
    others(snippet);
  }

  /** A new column's line with its type below those of the lines above. */
  private String line(Member.ColumnDecl column, TableSnippet snippet) {
    StringBuilder out = new StringBuilder(snippet.slice(column.name().span()));
    out.append(" ".repeat(Math.max(1, typeColumn() - 2 - out.length())));
    out.append(snippet.slice(column.type().span()));
    boolean mark = column.nullable() && out.charAt(out.length() - 1) != '?';
    out.append(mark ? "?" : "");
    column.clauses().forEach(c -> out.append(" ").append(snippet.slice(c.span())));
    column.attributes().forEach(a -> out.append(" ").append(snippet.slice(a.span())));
    return out.toString();
  }

  /** Where the types of the first column's line and of most others begin. */
  private int typeColumn() {
    for (Member member : table.members()) {
      if (member instanceof Member.ColumnDecl column) {
        int start = column.type().span().start();
        return start - edits.lineStart(start);
      }
    }
    return 0;
  }

  /** What did not fold into a column's line. */
  private void others(TableSnippet snippet) {
    for (Member member : snippet.others()) {
      boolean key =
          member instanceof Member.KeyDecl
              || member instanceof Member.ForeignKeyDecl
              || member instanceof Member.CheckDecl;
      if (key) {
        below(Optional.empty(), snippet.slice(member.span()));
      }
    }
  }

  /** The next column in front that has a line already; empty where there is none. */
  private String anchor(Set<String> newColumns, String name) {
    String anchor = "";
    for (Column column : is.columns()) {
      if (column.name().equals(name)) {
        return anchor;
      }
      anchor = newColumns.contains(column.name()) ? anchor : column.name();
    }
    return anchor;
  }

  private int afterColumn(String name) {
    for (Member member : table.members()) {
      if (member instanceof Member.ColumnDecl column && column.name().text().equals(name)) {
        return edits.lineEnd(column.span().end());
      }
    }
    return name.isEmpty() || table.members().isEmpty()
        ? edits.lineEnd(edits.original().indexOf('{', table.name().span().end()))
        : edits.lineEnd(lastColumn());
  }

  private int lastColumn() {
    int end = edits.original().indexOf('{', table.name().span().end());
    for (Member member : table.members()) {
      if (member instanceof Member.ColumnDecl column) {
        end = column.span().end();
      }
    }
    return end;
  }

  /** Behind the last member. */
  private void below(Optional<String> comment, String member) {
    int at = edits.lineStart(table.header().span().end() - 1);
    edits.insert(at, Lines.doc(comment, "  ") + "  " + member + "\n");
  }
}
