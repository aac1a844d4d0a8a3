package dev.schemac.dialect.postgres;

import dev.schemac.diff.Change;
import dev.schemac.model.Constraint;
import dev.schemac.model.Constraint.Action;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    String referenced() {
      return key.referencedColumns().getFirst();
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

  /**
   * The key whose new values the author computes, where all other columns refer to it, over others
   * too: they get the values of the rows that they mean.
   */
  Optional<Change.ModifyColumn> root() {
    List<Change.ModifyColumn> roots =
        changes.stream().filter(c -> c.conversion().flatMap(w -> w.using()).isPresent()).toList();
    return roots.size() == 1 && inOrder(roots.getFirst()).size() == changes.size()
        ? Optional.of(roots.getFirst())
        : Optional.empty();
  }

  /** The key that a column refers to, among those that change. */
  Optional<Change.ModifyColumn> meant(ObjectPath column) {
    return keys.stream()
        .filter(k -> k.isOn(column) && k.key().columns().size() == 1)
        .flatMap(k -> change(ObjectPath.column(k.key().referencedTable(), k.referenced())).stream())
        .findFirst();
  }

  private Optional<Change.ModifyColumn> change(ObjectPath column) {
    return changes.stream().filter(c -> c.path().equals(column)).findFirst();
  }

  /** The same with each column behind the one that it refers to, from the key on. */
  KeyGroup fromKey() {
    return root().map(r -> new KeyGroup(inOrder(r), keys)).orElse(this);
  }

  private List<Change.ModifyColumn> inOrder(Change.ModifyColumn root) {
    List<Change.ModifyColumn> order = new ArrayList<>(List.of(root));
    for (int i = 0; i < order.size(); i++) {
      ObjectPath key = order.get(i).path();
      changes.stream()
          .filter(c -> !order.contains(c))
          .filter(c -> meant(c.path()).filter(m -> m.path().equals(key)).isPresent())
          .forEach(order::add);
    }
    return order;
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
