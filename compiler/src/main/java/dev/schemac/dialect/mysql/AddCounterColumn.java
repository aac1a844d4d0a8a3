package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.Expression;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An AUTO_INCREMENT column in a table with rows: it comes as a plain column, the rows are numbered,
 * its key is made, and then it counts by itself. The attribute needs the key (error 1075).
 */
final class AddCounterColumn {
  private static final String COUNTER = "@schemac_number";

  private AddCounterColumn() {}

  static List<Step> steps(Situation s, QName table, Column column) {
    Column open = plain(column, true);
    Column filled = plain(column, false);
    Table is = s.is(table);
    ColumnCost costs = new ColumnCost(s.capabilities());
    List<Step> steps = new ArrayList<>();
    steps.add(AddColumn.plain(s, table, open).step());
    Expression next = new Expression.Sql("(@schemac_number := @schemac_number + 1)");
    steps.add(
        Draft.of("AddCounterColumn", "number the rows of ".concat(table.toString()))
            .run(new Statement.SetVariable(COUNTER, "0"))
            .run(
                new Statement.Update(
                    table,
                    KeptTimestamps.with(
                        s, table, List.of(new Statement.Assignment(column.name(), next))),
                    Optional.empty()))
            .releases(KeptTimestamps.releases(s, table))
            .effect(RowUpdate.atOnce(table))
            .undo(new Undo.Nothing("the column goes"))
            .step());
    steps.add(
        Draft.of("AddCounterColumn", "no row of ".concat(column.name()).concat(" is open"))
            .alter(table, costs.of(is, open, filled), AddColumn.modifying(filled))
            .guard(Conditions.noNulls(table, column.name()))
            .undoBy(table, costs.of(is, filled, open), AddColumn.modifying(open))
            .step());
    List<TableAction> count = new ArrayList<>();
    count.add(AddColumn.modifying(column));
    Optional<Change> key = CounterKey.of(s, table, column.name());
    key.map(CounterKey::actions).ifPresent(count::addAll);
    List<TableAction> stop = new ArrayList<>();
    stop.add(AddColumn.modifying(filled));
    key.map(CounterKey::inverse).ifPresent(stop::addAll);
    steps.add(
        Draft.of("AddCounterColumn", "let ".concat(column.name()).concat(" count by itself"))
            .alter(table, Cost.COPY, List.of(), count)
            .undoBy(table, Cost.COPY, stop.toArray(TableAction[]::new))
            .step());
    return steps;
  }

  static Column plain(Column column, boolean nullable) {
    return new Column(
        column.name(),
        column.type(),
        nullable,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        column.collation(),
        column.comment(),
        column.options());
  }
}
