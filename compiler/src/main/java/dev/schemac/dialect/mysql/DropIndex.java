package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.diff.Change;
import dev.schemac.model.Index;
import dev.schemac.model.QName;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.List;

/** An index goes; where a foreign key needs it, that goes and comes back with the server's own. */
final class DropIndex {
  private DropIndex() {}

  static Lowered lower(Situation s, Change change, QName table, Index index) {
    if (KeptIndexes.absorber(s, table, index).isPresent()) {
      return Lowered.of(List.of());
    }
    return Lowered.of(
        ForeignKeyDetour.around(
            s, change, table, Paths.index(table, index.name()), List.of(step(s, table, index))));
  }

  static Step step(Situation s, QName table, Index index) {
    TableCost costs = new TableCost(s.capabilities());
    Cost cost = costs.dropKey(s.was(table), index.unique(), index.parts());
    Cost back = costs.addIndex(s.was(table).withIndexes(List.of()), index);
    Cost backInPlace = index.method().equals("fulltext") ? Cost.COPY : back;
    return Draft.of(
            "DropIndex", String.join(" ", "drop index", index.name(), "of", table.toString()))
        .run(new Statement.DropIndex(table, index, Statement.Build.PLAIN, cost.mode()))
        .effect(cost.effect(table, List.of()))
        .releases(OldNames.of(s, table, ColumnUse.ofKey(index.parts())))
        .undo(
            Undo.exactly(
                new Statement.AlterTable(
                    table,
                    List.of(new TableAction.AddIndex(OldNames.index(s, table, index))),
                    backInPlace.mode())))
        .step();
  }
}
