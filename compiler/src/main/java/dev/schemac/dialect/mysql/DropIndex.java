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
import java.util.Optional;

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
    StoppedCounter stopped = StoppedCounter.of(s, table, Optional.of(KeyCover.of(table, index)));
    Cost cost = stopped.or(costs.dropKey(s.was(table), index.unique(), index.parts()));
    Cost back = costs.addIndex(s.was(table).withIndexes(List.of()), index);
    Cost backInPlace = index.method().equals("fulltext") ? Cost.COPY : back;
    return Draft.of(
            "DropIndex", String.join(" ", "drop index", index.name(), "of", table.toString()))
        .run(dropping(table, index, stopped, cost))
        .effect(cost.effect(table, List.of()))
        .releases(OldNames.of(s, table, ColumnUse.ofKey(index.parts())))
        .requires(CounterKey.successors(s, table, KeyCover.of(table, index)))
        .undo(
            Undo.exactly(
                new Statement.AlterTable(
                    table,
                    stopped.again(
                        List.of(new TableAction.AddIndex(OldNames.index(s, table, index)))),
                    stopped.or(backInPlace).mode())))
        .step();
  }

  private static Statement dropping(QName table, Index index, StoppedCounter stopped, Cost cost) {
    return stopped.column().isEmpty()
        ? new Statement.DropIndex(table, index, Statement.Build.PLAIN, cost.mode())
        : new Statement.AlterTable(
            table, stopped.with(List.of(new TableAction.DropIndex(index.name()))), cost.mode());
  }
}
