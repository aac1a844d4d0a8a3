package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.QName;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.List;
import java.util.Optional;

/**
 * Generated columns hold nothing of their own: where what they read is renamed or replaced, or
 * where they change, they go and come back.
 */
final class GeneratedColumns {
  private GeneratedColumns() {}

  static Step drop(Situation s, QName table, Column column) {
    Cost cost = new TableCost(s.capabilities()).dropColumn(s.was(table), column);
    return Draft.of("RemakeGeneratedColumn", "drop generated column ".concat(column.name()))
        .alter(table, cost, new TableAction.DropColumn(column.name()))
        .releases(
            OldNames.of(s, table, ColumnUse.columns(column.generated().orElseThrow().expression())))
        .undo(
            new Undo.Statements(
                DropColumn.back(s, table, OldNames.column(s, table, column)), Optional.empty()))
        .step();
  }

  static Step add(Situation s, QName table, Column column) {
    TableCost costs = new TableCost(s.capabilities());
    ColumnOrder.Place place = ColumnOrder.place(s, table, column.name());
    return Draft.of("RemakeGeneratedColumn", "add generated column ".concat(column.name()))
        .alter(
            table,
            costs
                .addColumn(s.is(table), column, place.after())
                .or(costs.addColumn(s.was(table), column))
                .or(costs.beforeMoves(s.was(table), s.is(table), place.after()))
                .or(costs.pushing(s.was(table), column, place.after())),
            new TableAction.AddColumn(column, place.after()))
        .requires(place.requires())
        .requires(AlterTableOptions.inherited(s, table, column))
        .undo(
            Undo.exactly(
                new Statement.AlterTable(
                    table,
                    List.of(new TableAction.DropColumn(column.name())),
                    costs.dropColumn(s.is(table), column).mode())))
        .step();
  }

  /**
   * Whether a change of a generated column cannot be one MODIFY: an expression or a storage that
   * differs, or a step between plain and virtual (error 3106).
   */
  static boolean isRemade(Change.ModifyColumn modify) {
    Column before = modify.before();
    Column after = modify.after();
    return before.generated().isPresent()
        && after.generated().isPresent()
        && (!before.generated().equals(after.generated()) || !before.type().equals(after.type()));
  }

  /** A plain column becomes a computed one: what it holds is given up. */
  static boolean becomesGenerated(Change.ModifyColumn modify) {
    return modify.before().generated().isEmpty() && modify.after().generated().isPresent();
  }

  /** A computed column becomes a plain one that keeps its values. */
  static boolean becomesPlain(Change.ModifyColumn modify) {
    return modify.before().generated().isPresent() && modify.after().generated().isEmpty();
  }

  static List<Step> remade(Situation s, Change.ModifyColumn modify) {
    return DependantDetour.around(
        s,
        modify,
        modify.table(),
        modify.after().name(),
        List.of(
            modify.before().generated().isPresent()
                ? drop(s, modify.table(), modify.before())
                : given(s, modify),
            add(s, modify.table(), modify.after())));
  }

  private static Step given(Situation s, Change.ModifyColumn modify) {
    QName table = modify.table();
    Column column = modify.before();
    Cost cost = new TableCost(s.capabilities()).dropColumn(s.was(table), column);
    return Draft.of("RemakeGeneratedColumn", "drop column ".concat(column.name()))
        .alter(table, cost, new TableAction.DropColumn(column.name()))
        .undo(
            new Undo.Statements(
                DropColumn.back(s, table, column),
                Optional.of("the values of ".concat(column.name()))))
        .step();
  }
}
