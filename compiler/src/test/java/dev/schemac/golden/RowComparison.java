package dev.schemac.golden;

import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.DataType;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import dev.schemac.plan.CompositeTypes;
import dev.schemac.plan.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What must be true of rows after a plan ran: every value that no word speaks of is what it was,
 * under its new name.
 */
final class RowComparison {
  private final Plan plan;
  private final Map<QName, QName> oldTables = new HashMap<>();
  private final Map<ObjectPath, String> oldColumns = new HashMap<>();
  private final Set<ObjectPath> spokenOf = new HashSet<>();

  private RowComparison(Plan plan) {
    this.plan = plan;
    plan.changes().forEach(this::note);
  }

  /** Fails with the first table whose rows are not what they must be. */
  static void assertKept(
      Plan plan, Map<QName, RowText.Rows> before, Map<QName, RowText.Rows> after) {
    new RowComparison(plan).compare(before, after);
  }

  /**
   * Whether some value is meant to be another one afterwards, so that it has to be written down.
   */
  static boolean changesValues(Plan plan) {
    return !new RowComparison(plan).spokenOf.isEmpty();
  }

  /** Whether it refers to a key that changes its type, and so to whatever the key has become. */
  private boolean followsKey(Change.ModifyColumn modify, Set<ObjectPath> seen) {
    return seen.add(modify.path())
        && !modify.before().type().equals(modify.after().type())
        && plan.after().table(modify.table()).stream()
            .flatMap(t -> t.foreignKeys().stream())
            .filter(k -> k.columns().contains(modify.after().name()))
            .flatMap(k -> plan.changes().stream().filter(c -> refersTo(k, c)))
            .anyMatch(
                c ->
                    c instanceof Change.ModifyColumn m
                        && (m.conversion().isPresent() || followsKey(m, seen)));
  }

  private static boolean refersTo(Constraint.ForeignKey key, Change change) {
    return key.referencedColumns().stream()
        .anyMatch(c -> change.path().equals(ObjectPath.column(key.referencedTable(), c)));
  }

  private void note(Change change) {
    switch (change) {
      case Change.RenameObject(Table before, Table after) ->
          oldTables.put(after.name(), before.name());
      case Change.RenameColumn(var table, var from, var to) ->
          oldColumns.put(ObjectPath.column(table, to), from);
      case Change.AddColumn add -> {
        if (add.conversion().isPresent()) {
          spokenOf.add(add.path());
        }
      }
      case Change.ModifyColumn modify -> {
        boolean generated = !modify.before().generated().equals(modify.after().generated());
        if (modify.conversion().isPresent()
            || !modify.values().isEmpty()
            || generated
            || followsKey(modify, new HashSet<>())) {
          spokenOf.add(modify.path());
        }
      }
      case Change.ModifyObject modify -> {
        boolean composite = CompositeTypes.is(modify.after());
        if (!modify.values().isEmpty() || composite) {
          for (Table table : plan.after().tables()) {
            table.columns().stream()
                .filter(c -> uses(c.type(), modify.path()) || composite && isNamed(c.type()))
                .forEach(c -> spokenOf.add(ObjectPath.column(table.name(), c.name())));
          }
        }
      }
      case Change.ModifyTable(var before, var after) -> {
        if (!before.rows().equals(after.rows())) {
          after.columns().forEach(c -> spokenOf.add(ObjectPath.column(after.name(), c.name())));
        }
      }
      case Change.RenameObject ignored -> {}
      case Change.AddObject ignored -> {}
      case Change.DropObject ignored -> {}
      case Change.DropColumn ignored -> {}
      case Change.AddConstraint ignored -> {}
      case Change.DropConstraint ignored -> {}
      case Change.RenameConstraint ignored -> {}
      case Change.ModifyConstraint ignored -> {}
      case Change.AddIndex ignored -> {}
      case Change.DropIndex ignored -> {}
      case Change.RenameIndex ignored -> {}
      case Change.ModifyIndex ignored -> {}
    }
  }

  /** Domains and other composite types may be made of a composite type. */
  private static boolean isNamed(DataType type) {
    return type instanceof DataType.Named
        || type instanceof DataType.Array(var element) && isNamed(element);
  }

  private static boolean uses(DataType type, ObjectPath named) {
    return switch (type) {
      case DataType.Named(var name) -> name.equals(named.owner());
      case DataType.Array(var element) -> uses(element, named);
      case DataType.Builtin ignored -> false;
      case DataType.InlineEnum ignored -> false;
      case DataType.InlineSet ignored -> false;
    };
  }

  private void compare(Map<QName, RowText.Rows> before, Map<QName, RowText.Rows> after) {
    for (Table table : plan.after().tables()) {
      QName oldName = oldTables.getOrDefault(table.name(), table.name());
      Optional<Table> old = plan.before().table(oldName);
      boolean partition =
          table.partitionOf().isPresent() || old.flatMap(Table::partitionOf).isPresent();
      if (old.isEmpty() || recreated(table.name()) || table.external() || partition) {
        continue;
      }
      List<String> kept = new ArrayList<>();
      List<String> was = new ArrayList<>();
      for (Column column : table.columns()) {
        ObjectPath path = ObjectPath.column(table.name(), column.name());
        String oldColumn = oldColumns.getOrDefault(path, column.name());
        boolean renamedAway =
            !oldColumns.containsKey(path) && movedFrom(table.name(), column.name());
        if (old.get().column(oldColumn).isPresent()
            && !renamedAway
            && !spokenOf.contains(path)
            && !dependsOnWord(table, column)) {
          kept.add(column.name());
          was.add(oldColumn);
        }
      }
      if (kept.isEmpty()) {
        continue;
      }
      List<String> expected = lines(before.get(oldName), was);
      List<String> actual = lines(after.get(table.name()), kept);
      if (!expected.equals(actual)) {
        throw new AssertionError(
            "rows of " + table.name() + " " + kept + "\n  were " + expected + "\n  are  " + actual);
      }
    }
  }

  private boolean movedFrom(QName table, String column) {
    return oldColumns.entrySet().stream()
        .anyMatch(e -> e.getKey().owner().equals(table) && e.getValue().equals(column));
  }

  /** A generated column follows what it is computed from. */
  private boolean dependsOnWord(Table table, Column column) {
    return column.generated().isPresent()
        && spokenOf.stream().anyMatch(p -> p.owner().equals(table.name()));
  }

  private boolean recreated(QName table) {
    return plan.changes().stream()
        .anyMatch(c -> c instanceof Change.AddObject && c.path().equals(ObjectPath.table(table)));
  }

  private static List<String> lines(RowText.Rows rows, List<String> columns) {
    List<String> lines = new ArrayList<>();
    for (Map<String, Optional<String>> row : rows.byKey().values()) {
      List<String> cells = new ArrayList<>();
      columns.forEach(c -> cells.add(row.get(c).orElse("NULL")));
      lines.add(String.join(" | ", cells));
    }
    lines.sort(null);
    return lines;
  }
}
