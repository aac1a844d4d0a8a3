package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.Expression;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A column whose existing rows get a value of their own: added nullable and without default,
 * filled, then given its default and NOT NULL (COL-4, COL-5).
 */
final class AddColumnByBackfill {
  private AddColumnByBackfill() {}

  /** One transaction: nobody sees the column empty. */
  static List<Step> direct(Change.AddColumn change, Expression value, PlanFacts facts) {
    Column column = change.column();
    QName table = change.table();
    Expression translated = facts.overNewestNames(table, value);
    List<Statement> statements = new ArrayList<>();
    Column bare = AddColumn.bare(column).withOnUpdate(Optional.empty());
    statements.add(Alter.table(table, new TableAction.AddColumn(bare, Optional.empty())));
    statements.add(
        new Statement.Update(
            table, List.of(new Statement.Assignment(column.name(), translated)), Optional.empty()));
    statements.addAll(completion(table, column));
    statements.addAll(AddColumn.belongings(table, column));
    return List.of(
        StepBuilder.step(
                AddColumnByBackfill.class,
                "add and fill column",
                column.name(),
                "of",
                table.toString())
            .run(statements)
            .effect(Effects.exclusiveRewrite(table))
            .undo(Undo.losing("values written since", AddColumn.dropped(table, column)))
            .requires(ObjectPath.table(table))
            .requires(facts.after().column(table, column))
            .requires(facts.after().expression(translated))
            .releases(facts.readsOfOldRow(table, value))
            .provides(ObjectPath.column(table, column.name()))
            .build());
  }

  /** Default and NOT NULL. */
  private static List<Statement> completion(QName table, Column column) {
    List<TableAction> actions = new ArrayList<>();
    column.defaultValue().ifPresent(d -> actions.add(new TableAction.SetDefault(column.name(), d)));
    if (!column.nullable()) {
      actions.add(new TableAction.SetNotNull(column.name()));
    }
    column.identity().ifPresent(i -> actions.add(new TableAction.AddIdentity(column.name(), i)));
    return actions.isEmpty() ? List.of() : List.of(Alter.table(table, actions));
  }

  static Lowered online(Change.AddColumn change, Expression value, PlanFacts facts) {
    return Lowered.of(direct(change, value, facts));
  }
}
