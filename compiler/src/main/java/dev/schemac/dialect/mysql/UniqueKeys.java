package dev.schemac.dialect.mysql;

import dev.schemac.ddl.TableAction;
import dev.schemac.diff.Change;
import dev.schemac.model.Constraint;
import dev.schemac.model.Index;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import dev.schemac.plan.Step;
import java.util.ArrayList;
import java.util.List;

/** Unique keys: the rows are searched for duplicates before the index is built in place. */
final class UniqueKeys {
  private UniqueKeys() {}

  static Step add(Situation s, QName table, Constraint.Unique key) {
    Cost cost = new TableCost(s.capabilities()).addUnique(s.is(table), key.parts());
    KeyCover.Key cover = KeyCover.of(table, key).orElseThrow();
    return Draft.of("AddUniqueKey", title("add unique", table, key))
        .alter(table, cost, List.of(), adding(s, table, key))
        .guard(Conditions.noDuplicates(table, key.name(), key.parts()))
        .undo(KeyUndo.dropping(s, table, new TableAction.DropConstraint(key), cover, true))
        .step();
  }

  private static List<TableAction> adding(Situation s, QName table, Constraint.Unique key) {
    List<TableAction> actions =
        KeptIndexes.beside(s, table, Paths.constraint(table, key), key.parts());
    actions.addFirst(new TableAction.AddConstraint(key));
    return actions;
  }

  static List<Step> drop(Situation s, Change change, QName table, Constraint.Unique key) {
    return ForeignKeyDetour.around(
        s, change, table, Paths.constraint(table, key), List.of(dropStep(s, table, key)));
  }

  static Step dropStep(Situation s, QName table, Constraint.Unique key) {
    TableCost costs = new TableCost(s.capabilities());
    StoppedCounter stopped = StoppedCounter.of(s, table, KeyCover.of(table, key));
    return Draft.of("DropUniqueKey", title("drop unique", table, key))
        .alter(
            table,
            stopped.or(costs.dropKey(s.was(table), true, key.parts())),
            List.of(),
            stopped.with(List.of(new TableAction.DropConstraint(key))))
        .undoBy(
            table,
            stopped.or(costs.addUnique(s.was(table), key.parts())),
            stopped.again(
                List.of(new TableAction.AddConstraint(OldNames.constraint(s, table, key)))))
        .releases(OldNames.of(s, table, ColumnUse.ofKey(key.parts())))
        .requires(CounterKey.successors(s, table, KeyCover.of(table, key).orElseThrow()))
        .step();
  }

  static List<Step> change(
      Situation s, Change change, QName table, Constraint.Unique before, Constraint.Unique after) {
    List<Step> steps = new ArrayList<>();
    steps.add(dropStep(s, table, before));
    steps.add(add(s, table, after));
    return ForeignKeyDetour.around(s, change, table, Paths.constraint(table, before), steps);
  }

  /** Whether a key of the table makes the columns unique. */
  static boolean cover(Table table, List<String> columns) {
    return KeyCover.keys(table).stream()
        .filter(k -> isUnique(table, k.path()))
        .anyMatch(
            k ->
                k.parts().stream()
                    .map(p -> p.prefixLength().isPresent() ? "" : p.columnName().orElse(""))
                    .toList()
                    .equals(columns));
  }

  static boolean isUnique(Table table, ObjectPath key) {
    return key.kind() != ObjectKind.INDEX
        || table.index(key.member()).filter(Index::unique).isPresent();
  }

  private static String title(String verb, QName table, Constraint.Unique key) {
    return String.join(" ", verb, key.name(), "of", table.toString());
  }
}
