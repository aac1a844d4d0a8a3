package dev.schemac.dialect.postgres;

import dev.schemac.diff.Change;
import dev.schemac.model.Constraint;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import dev.schemac.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Foreign keys in whose columns the type changes so that old and new cannot be compared: they go
 * before the first of the columns is converted and come back, checked, behind the last one.
 */
final class RecreateForeignKeys {
  private record Owned(QName table, Constraint.ForeignKey key) {}

  private RecreateForeignKeys() {}

  static List<Step> around(Change.ModifyColumn change, List<Step> steps, PlanFacts facts) {
    return around(keys(change, facts), steps, facts);
  }

  /** Around one step that converts several columns. */
  static List<Step> around(Set<ObjectPath> columns, Step step, PlanFacts facts) {
    List<Owned> keys = new ArrayList<>();
    for (Table table : facts.context().after().tables()) {
      for (Constraint.ForeignKey key : table.foreignKeys()) {
        boolean kept =
            facts.existed(table.name()) && facts.isKept(TableStatements.path(table.name(), key));
        if (kept && columns(table.name(), key).stream().anyMatch(columns::contains)) {
          keys.add(new Owned(table.name(), key));
        }
      }
    }
    return around(keys, List.of(step), facts);
  }

  private static List<Step> around(List<Owned> keys, List<Step> steps, PlanFacts facts) {
    List<Step> all = new ArrayList<>();
    for (Owned owned : keys) {
      all.add(DropConstraint.step(owned.table(), before(owned, facts), facts).build());
    }
    all.addAll(steps);
    for (Owned owned : keys) {
      all.addAll(AddForeignKey.lower(owned.table(), owned.key(), facts));
    }
    return all;
  }

  /** The older key, whose columns may have other names. */
  private static Constraint before(Owned owned, PlanFacts facts) {
    return facts
        .tableBefore(owned.table())
        .flatMap(t -> t.constraint(owned.key().name()))
        .orElse(owned.key());
  }

  /** Those for which this change is the first one to convert a column of theirs. */
  private static List<Owned> keys(Change.ModifyColumn change, PlanFacts facts) {
    List<Owned> found = new ArrayList<>();
    if (!converts(change)) {
      return found;
    }
    for (Table table : facts.context().after().tables()) {
      for (Constraint.ForeignKey key : table.foreignKeys()) {
        boolean kept =
            facts.existed(table.name()) && facts.isKept(TableStatements.path(table.name(), key));
        if (kept && first(table.name(), key, facts).equals(Optional.of(change))) {
          found.add(new Owned(table.name(), key));
        }
      }
    }
    return found;
  }

  private static boolean converts(Change.ModifyColumn change) {
    return !TypeChange.sameFamily(change.before().type(), change.after().type());
  }

  private static Optional<Change> first(QName table, Constraint.ForeignKey key, PlanFacts facts) {
    for (ObjectPath column : columns(table, key)) {
      for (Change change : facts.changesOf(column)) {
        if (change instanceof Change.ModifyColumn m && converts(m)) {
          return Optional.of(change);
        }
      }
    }
    return Optional.empty();
  }

  private static List<ObjectPath> columns(QName table, Constraint.ForeignKey key) {
    List<ObjectPath> columns = new ArrayList<>();
    key.columns().forEach(c -> columns.add(ObjectPath.column(table, c)));
    key.referencedColumns().forEach(c -> columns.add(ObjectPath.column(key.referencedTable(), c)));
    return columns;
  }
}
