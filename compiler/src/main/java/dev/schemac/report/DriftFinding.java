package dev.schemac.report;

import dev.schemac.diff.Change;
import dev.schemac.emit.DeclarationText;
import dev.schemac.model.Column;
import dev.schemac.model.Index;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.model.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One thing that a live database has otherwise than the schema.
 *
 * @param object the table, view, type, … that it is about, under the schema's name
 * @param member what inside of it; empty for the object as a whole and its properties
 * @param detail what it is, in a few words
 * @param sides both sides' texts; one side empty where there is nothing
 */
record DriftFinding(
    Status status,
    ObjectPath object,
    Optional<ObjectPath> member,
    String detail,
    List<Side> sides) {
  DriftFinding {
    sides = List.copyOf(sides);
  }

  /** Seen from the database. */
  enum Status {
    /** The schema has it, the database has not. */
    MISSING,
    /** The database has it, the schema has not. */
    EXTRA,
    /** Both have it, otherwise. */
    DIFFERENT;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A property on both sides.
   *
   * @param property {@code definition}, {@code comment}, {@code options}, …
   */
  record Side(String property, String database, String schema) {}

  /** The subject's newest name: the member's where there is one. */
  ObjectPath subject() {
    return member.orElse(object);
  }

  /** What a change from the database to the schema says about the database. */
  static DriftFinding of(Change change, Target target) {
    DeclarationText text = new DeclarationText(target);
    return switch (change) {
      case Change.AddObject(var object) -> missing(change, text.object(object));
      case Change.DropObject(var object, var ignored) -> extra(change, text.object(object));
      case Change.RenameObject(var before, var after) ->
          different(change, List.of(name(before.path().name(), after.path().name())));
      case Change.ModifyObject(var before, var after, var ignored) ->
          different(change, object(before, after, text));
      case Change.ModifyTable(var before, var after) ->
          different(change, properties(before, after, text));
      case Change.AddColumn(var ignored, var column, var word) ->
          missing(change, text.column(column));
      case Change.DropColumn(var ignored, var column, var word) ->
          extra(change, text.column(column));
      case Change.RenameColumn(var ignored, var from, var to) ->
          different(change, List.of(name(from, to)));
      case Change.ModifyColumn(var ignored, var before, var after, var words, var values) ->
          different(
              change,
              sides(text.column(before), text.column(after), before.comment(), after.comment()));
      case Change.AddConstraint(var ignored, var key) -> missing(change, text.constraint(key));
      case Change.DropConstraint(var ignored, var key) -> extra(change, text.constraint(key));
      case Change.RenameConstraint(var ignored, var before, var after) ->
          different(change, List.of(name(before.name(), after.name())));
      case Change.ModifyConstraint(var ignored, var before, var after) ->
          different(
              change,
              sides(
                  text.constraint(before),
                  text.constraint(after),
                  before.comment(),
                  after.comment()));
      case Change.AddIndex(var ignored, var index) -> missing(change, text.index(index));
      case Change.DropIndex(var ignored, var index) -> extra(change, text.index(index));
      case Change.RenameIndex(var ignored, var before, var after) ->
          different(change, List.of(name(before.name(), after.name())));
      case Change.ModifyIndex(var ignored, var before, var after) ->
          different(
              change,
              sides(text.index(before), text.index(after), before.comment(), after.comment()));
    };
  }

  private static DriftFinding missing(Change change, String schema) {
    return of(Status.MISSING, change, List.of(new Side("definition", "", schema)));
  }

  private static DriftFinding extra(Change change, String database) {
    return of(Status.EXTRA, change, List.of(new Side("definition", database, "")));
  }

  private static DriftFinding different(Change change, List<Side> sides) {
    return of(Status.DIFFERENT, change, sides);
  }

  private static DriftFinding of(Status status, Change change, List<Side> sides) {
    String detail = ChangeText.of(change).detail();
    ObjectPath path = change.path();
    return isMember(path.kind())
        ? new DriftFinding(status, ObjectPath.table(path.owner()), Optional.of(path), detail, sides)
        : new DriftFinding(status, path, Optional.empty(), detail, sides);
  }

  private static boolean isMember(ObjectKind kind) {
    return switch (kind) {
      case COLUMN, PRIMARY_KEY, UNIQUE, CHECK, FOREIGN_KEY, EXCLUSION, INDEX -> true;
      case NAMESPACE,
          EXTENSION,
          ROLE,
          ENUM,
          ENUM_VALUE,
          DOMAIN,
          SEQUENCE,
          TABLE,
          VIEW,
          MATERIALIZED_VIEW,
          FUNCTION,
          PROCEDURE,
          TRIGGER,
          POLICY,
          GRANT,
          TYPE,
          NATIVE ->
          false;
    };
  }

  private static Side name(String database, String schema) {
    return new Side("name", database, schema);
  }

  private static List<Side> object(SchemaObject before, SchemaObject after, DeclarationText text) {
    return sides(text.object(before), text.object(after), before.comment(), after.comment());
  }

  private static List<Side> sides(
      String was, String is, Optional<String> commentWas, Optional<String> commentIs) {
    List<Side> sides = new ArrayList<>();
    add(sides, "definition", was, is);
    add(sides, "comment", DeclarationText.comment(commentWas), DeclarationText.comment(commentIs));
    return sides;
  }

  private static List<Side> properties(Table before, Table after, DeclarationText text) {
    List<Side> sides = new ArrayList<>();
    add(sides, "options", text.options(before.options()), text.options(after.options()));
    add(
        sides,
        "partitions",
        before.partitioning().map(text::partitioning).orElse(""),
        after.partitioning().map(text::partitioning).orElse(""));
    add(sides, "partition of", partitionOf(before), partitionOf(after));
    add(sides, "columns", columns(before, text), columns(after, text));
    add(sides, "rows", rows(before), rows(after));
    if (sides.isEmpty() && before.comment().equals(after.comment())) {
      add(sides, "order", order(before), order(after));
    }
    add(
        sides,
        "comment",
        DeclarationText.comment(before.comment()),
        DeclarationText.comment(after.comment()));
    return sides;
  }

  private static String order(Table table) {
    return Stream.concat(
            table.columns().stream().map(Column::name), table.indexes().stream().map(Index::name))
        .collect(Collectors.joining(", "));
  }

  private static String partitionOf(Table table) {
    return table.partitionOf().map(p -> p.parent() + " " + p.bound()).orElse("");
  }

  /** What a partition says of its parent's columns; any other table's are findings of their own. */
  private static String columns(Table table, DeclarationText text) {
    return table.partitionOf().isEmpty()
        ? ""
        : String.join("\n", table.columns().stream().map(text::column).sorted().toList());
  }

  private static String rows(Table table) {
    List<String> rows = new ArrayList<>();
    for (var row : table.rows()) {
      rows.add(String.join(", ", row.stream().map(ExpressionText::of).toList()));
    }
    return String.join("\n", rows);
  }

  private static void add(List<Side> sides, String property, String was, String is) {
    if (!was.equals(is)) {
      sides.add(new Side(property, was, is));
    }
  }

  /** By namespace and name, so that what belongs together stands together. */
  QName place() {
    return object.owner();
  }
}
