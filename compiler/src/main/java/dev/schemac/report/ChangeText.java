package dev.schemac.report;

import dev.schemac.diff.Change;
import dev.schemac.model.Constraint;
import dev.schemac.model.Evolution;
import dev.schemac.model.Evolution.ValueChange;
import dev.schemac.model.Index;
import dev.schemac.model.KeyPart;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A change in one line.
 *
 * @param sign what happens to the object
 * @param subject the object's newest name
 * @param detail what changes
 */
record ChangeText(Sign sign, String subject, String detail) {

  /** What happens to an object. */
  enum Sign {
    ADDED("+"),
    REMOVED("-"),
    CHANGED("~");

    private final String symbol;

    Sign(String symbol) {
      this.symbol = symbol;
    }

    String symbol() {
      return symbol;
    }
  }

  static ChangeText of(Change change) {
    return switch (change) {
      case Change.AddObject(var object) -> added(object.path(), whole(object));
      case Change.DropObject(var object, var word) -> removed(object, word);
      case Change.RenameObject(var before, var after) ->
          changed(after.path(), after.path().kind().word() + ", was " + before.path().name());
      case Change.ModifyObject(var before, var after, var values) ->
          changed(after.path(), modified(before, after, values));
      case Change.ModifyTable(var before, var after) -> changed(after.path(), table(before, after));
      case Change.AddColumn(var table, var column, var ignored) ->
          added(change.path(), ColumnText.whole(column));
      case Change.DropColumn(var table, var column, var word) ->
          new ChangeText(
              Sign.REMOVED, change.path().name(), "column " + column.type() + condition(word));
      case Change.RenameColumn(var table, var from, var to) ->
          changed(change.path(), "column, was " + from);
      case Change.ModifyColumn(var table, var before, var after, var conversion, var values) ->
          changed(change.path(), ColumnText.difference(before, after, conversion, values));
      case Change.AddConstraint(var table, var constraint) ->
          added(named(table, constraint.name(), change), constraint(constraint));
      case Change.DropConstraint(var table, var constraint) ->
          new ChangeText(
              Sign.REMOVED, named(table, constraint.name(), change), constraint(constraint));
      case Change.RenameConstraint(var table, var before, var after) ->
          changed(
              named(table, after.name(), change), after.kind().word() + ", was " + before.name());
      case Change.ModifyConstraint(var table, var before, var after) ->
          changed(named(table, after.name(), change), constraint(before, after));
      case Change.AddIndex(var table, var index) ->
          added(named(table, index.name(), change), index(index));
      case Change.DropIndex(var table, var index) ->
          new ChangeText(Sign.REMOVED, named(table, index.name(), change), index(index));
      case Change.RenameIndex(var table, var before, var after) ->
          changed(named(table, after.name(), change), "index, was " + before.name());
      case Change.ModifyIndex(var table, var before, var after) ->
          changed(
              named(table, after.name(), change),
              index(before).equals(index(after))
                  ? index(after) + ", other settings"
                  : index(before) + " → " + index(after));
    };
  }

  private static ChangeText added(ObjectPath path, String detail) {
    return added(path.name(), detail);
  }

  private static ChangeText added(String name, String detail) {
    return new ChangeText(Sign.ADDED, name, detail);
  }

  private static ChangeText changed(ObjectPath path, String detail) {
    return changed(path.name(), detail);
  }

  private static ChangeText changed(String name, String detail) {
    return new ChangeText(Sign.CHANGED, name, detail);
  }

  private static ChangeText removed(SchemaObject object, Optional<Evolution.Retirement> word) {
    String what = object instanceof Table ? whole(object) + condition(word) : whole(object);
    return new ChangeText(Sign.REMOVED, object.path().name(), what);
  }

  private static String condition(Optional<Evolution.Retirement> word) {
    return word.map(
            w ->
                switch (w.condition()) {
                  case ALWAYS -> ", with its data";
                  case WHEN_EMPTY -> ", only if it is empty";
                  case WHEN_NULL -> ", only if every value is NULL";
                })
        .orElse("");
  }

  /** A key's own name says enough where it begins with its table's. */
  private static String named(QName table, String name, Change change) {
    return name.startsWith(table.name()) ? name : change.path().name();
  }

  private static String whole(SchemaObject object) {
    return switch (object) {
      case Table o when o.partitionOf().isPresent() ->
          "partition of " + o.partitionOf().get().parent();
      case Table o -> "table, " + count(o.columns().size(), "column");
      case SchemaObject.EnumType o -> "enum " + String.join(", ", o.values());
      case SchemaObject.Domain o -> "domain over " + o.type();
      case SchemaObject.NativeObject o -> "native " + o.nativeKind();
      case SchemaObject.Grant ignored -> "grant";
      case SchemaObject.Namespace ignored -> "namespace";
      case SchemaObject.Extension ignored -> "extension";
      case SchemaObject.Role ignored -> "role";
      case SchemaObject.Sequence ignored -> "sequence";
      case SchemaObject.View ignored -> object.path().kind().word();
      case SchemaObject.Routine ignored -> object.path().kind().word();
      case SchemaObject.Trigger ignored -> "trigger";
      case SchemaObject.Policy ignored -> "policy";
      case SchemaObject.ExternalType ignored -> "type";
    };
  }

  private static String modified(
      SchemaObject before, SchemaObject after, List<ValueChange> values) {
    List<String> parts = new ArrayList<>();
    if (before instanceof SchemaObject.EnumType was && after instanceof SchemaObject.EnumType is) {
      parts.addAll(ColumnText.values(was.values(), is.values(), values));
    }
    if (!before.comment().equals(after.comment())) {
      parts.add("comment");
    }
    if (parts.isEmpty()) {
      parts.add("new definition");
    }
    return after.path().kind().word() + ": " + String.join(", ", parts);
  }

  private static String table(Table before, Table after) {
    List<String> parts = new ArrayList<>();
    if (!before.comment().equals(after.comment())) {
      parts.add("comment");
    }
    if (!before.options().equals(after.options())) {
      parts.add("options");
    }
    if (!before.partitioning().equals(after.partitioning())) {
      parts.add("partitions");
    }
    if (!before.partitionOf().equals(after.partitionOf())) {
      parts.add(partition(before, after));
    } else if (after.partitionOf().isPresent() && !before.columns().equals(after.columns())) {
      parts.add("columns of its own");
    }
    if (!before.rows().equals(after.rows())) {
      parts.add("rows that belong to the schema");
    }
    if (parts.isEmpty()) {
      parts.add("order of columns or keys");
    }
    return "table: " + String.join(", ", parts);
  }

  private static String partition(Table before, Table after) {
    String was = before.partitionOf().map(p -> p.parent().toString()).orElse("");
    return after
        .partitionOf()
        .map(
            p ->
                p.parent().toString().equals(was)
                    ? "bound → " + p.bound()
                    : "partition of " + p.parent())
        .orElse("no partition of " + was + " any more");
  }

  private static String constraint(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey k -> "primary key " + parts(k.parts());
      case Constraint.Unique k -> "unique " + parts(k.parts());
      case Constraint.Check k -> "check (" + ExpressionText.of(k.condition()) + ")";
      case Constraint.ForeignKey k ->
          "foreign key "
              + names(k.columns())
              + " -> "
              + k.referencedTable()
              + " "
              + names(k.referencedColumns());
      case Constraint.Exclusion k -> "exclude " + parts(k.parts());
    };
  }

  private static String constraint(Constraint before, Constraint after) {
    String was = constraint(before);
    String is = constraint(after);
    if (!was.equals(is)) {
      return was + " → " + is;
    }
    boolean comment = !before.comment().equals(after.comment());
    return is + (comment ? ", comment" : ", other settings");
  }

  private static String index(Index index) {
    String unique = index.unique() ? "unique index " : "index ";
    String where = index.predicate().map(p -> " where (" + ExpressionText.of(p) + ")").orElse("");
    return unique + parts(index.parts()) + where;
  }

  private static String parts(List<KeyPart> parts) {
    return names(parts.stream().map(p -> ExpressionText.of(p.expression())).toList());
  }

  private static String names(List<String> names) {
    return names.stream().collect(Collectors.joining(", ", "(", ")"));
  }

  static String count(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
