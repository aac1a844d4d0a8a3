package dev.schemac.dialect.postgres;

import dev.schemac.diff.Change;
import dev.schemac.model.Constraint;
import dev.schemac.model.Constraint.Action;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Columns whose types change together, since foreign keys join them, and those foreign keys: also
 * the ones whose other column stays as it is.
 *
 * @param changes in the order of the plan
 * @param keys as they are to be
 */
record KeyGroup(List<Change.ModifyColumn> changes, List<Owned> keys) {

  /** A foreign key of a table. */
  record Owned(QName table, Constraint.ForeignKey key) {
    ObjectPath path() {
      return TableStatements.path(table, key);
    }

    /** All its columns, of both tables. */
    List<ObjectPath> columns() {
      List<ObjectPath> columns = new ArrayList<>();
      key.columns().forEach(c -> columns.add(ObjectPath.column(table, c)));
      key.referencedColumns()
          .forEach(c -> columns.add(ObjectPath.column(key.referencedTable(), c)));
      return columns;
    }

    boolean isOn(ObjectPath column) {
      return table.equals(column.owner()) && key.columns().contains(column.member());
    }

    boolean refersTo(ObjectPath column) {
      return key.referencedTable().equals(column.owner())
          && key.referencedColumns().contains(column.member());
    }
  }

  KeyGroup {
    changes = List.copyOf(changes);
    keys = List.copyOf(keys);
  }

  boolean has(ObjectPath column) {
    return changes.stream().anyMatch(c -> c.path().equals(column));
  }

  /** The change that brings the steps of all. */
  boolean isLedBy(Change.ModifyColumn change) {
    return changes.getFirst().path().equals(change.path());
  }

  /** Whether the server itself may write the column, for a foreign key's action. */
  boolean isWrittenByActions(ObjectPath column) {
    Set<Action> harmless = Set.of(Action.NO_ACTION, Action.RESTRICT);
    return keys.stream()
        .filter(k -> k.isOn(column))
        .map(Owned::key)
        .anyMatch(
            k ->
                !harmless.contains(k.onUpdate())
                    || !harmless.contains(k.onDelete()) && k.onDelete() != Action.CASCADE);
  }
}
