package dev.schemac.dialect.mysql;

import dev.schemac.ddl.TableAction;
import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.KeyPart;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import dev.schemac.plan.Guard;
import dev.schemac.plan.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * The primary key is the table's own order: every change of it writes the table anew, in place with
 * reads and writes going on; dropping it alone is a copy (manual, "Online DDL Operations").
 */
final class PrimaryKeys {
  private PrimaryKeys() {}

  static List<Step> add(Situation s, QName table, Constraint.PrimaryKey key) {
    return List.of(
        Draft.of("AddPrimaryKey", "add primary key of ".concat(table.toString()))
            .alter(
                table,
                rebuild(s, table),
                List.of(),
                adding(s, table, key, List.of(new TableAction.AddConstraint(key))))
            .guard(guards(table, key))
            .undoBy(table, Cost.COPY, new TableAction.DropConstraint(key))
            .step());
  }

  static List<Step> drop(Situation s, Change change, QName table, Constraint.PrimaryKey key) {
    StoppedCounter stopped = StoppedCounter.of(s, table, KeyCover.of(table, key));
    Step drop =
        Draft.of("DropPrimaryKey", "drop primary key of ".concat(table.toString()))
            .alter(
                table,
                Cost.COPY,
                List.of(),
                stopped.with(List.of(new TableAction.DropConstraint(key))))
            .undoBy(
                table,
                stopped.or(rebuild(s, table)),
                stopped.again(List.of(new TableAction.AddConstraint(key))))
            .requires(keysOfCounters(s, table))
            .step();
    return ForeignKeyDetour.aroundReferenced(s, change, table, around(s, change, table, key, drop));
  }

  static List<Step> change(
      Situation s,
      Change change,
      QName table,
      Constraint.PrimaryKey before,
      Constraint.PrimaryKey after) {
    StoppedCounter stopped = StoppedCounter.of(s, table, KeyCover.of(table, before));
    Step step =
        Draft.of("ChangePrimaryKey", "change primary key of ".concat(table.toString()))
            .alter(
                table,
                stopped.or(rebuild(s, table)),
                List.of(),
                stopped.with(
                    adding(
                        s,
                        table,
                        after,
                        List.of(
                            new TableAction.DropConstraint(before),
                            new TableAction.AddConstraint(after)))))
            .guard(guards(table, after))
            .undoBy(
                table,
                stopped.or(rebuild(s, table)),
                stopped.again(
                    List.of(
                        new TableAction.DropConstraint(after),
                        new TableAction.AddConstraint(before))))
            .requires(keysOfCounters(s, table))
            .step();
    return ForeignKeyDetour.aroundReferenced(
        s, change, table, around(s, change, table, before, step));
  }

  private static List<Step> around(
      Situation s, Change change, QName table, Constraint.PrimaryKey key, Step step) {
    return ForeignKeyDetour.around(s, change, table, Paths.constraint(table, key), List.of(step));
  }

  private static List<TableAction> adding(
      Situation s, QName table, Constraint.PrimaryKey key, List<TableAction> actions) {
    List<TableAction> all = new ArrayList<>(actions);
    all.addAll(KeptIndexes.beside(s, table, Paths.constraint(table, key), key.parts()));
    return all;
  }

  private static Cost rebuild(Situation s, QName table) {
    return new TableCost(s.capabilities()).changePrimaryKey(s.is(table));
  }

  private static List<Guard> guards(QName table, Constraint.PrimaryKey key) {
    List<Guard> guards = new ArrayList<>();
    guards.add(Conditions.noDuplicates(table, "the primary key", key.parts()));
    for (KeyPart part : key.parts()) {
      part.columnName().ifPresent(c -> guards.add(Conditions.noNulls(table, c)));
    }
    return guards;
  }

  /**
   * An AUTO_INCREMENT column must be the first of some key at every moment (error 1075); one that
   * begins to count does so behind.
   */
  private static List<ObjectPath> keysOfCounters(Situation s, QName table) {
    Table is = s.is(table);
    List<ObjectPath> keys = new ArrayList<>();
    for (Column column : is.columns()) {
      boolean counts = s.was(table).column(column.name()).flatMap(Column::identity).isPresent();
      if (counts && column.identity().isPresent()) {
        KeyCover.keys(is).stream()
            .filter(
                k -> k.parts().getFirst().columnName().filter(column.name()::equals).isPresent())
            .map(KeyCover.Key::path)
            .filter(p -> !p.kind().equals(dev.schemac.model.ObjectKind.PRIMARY_KEY))
            .forEach(keys::add);
      }
    }
    return keys;
  }
}
