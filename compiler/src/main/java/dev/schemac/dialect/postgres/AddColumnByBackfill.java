package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.Expression;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.plan.Effect;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.Phase;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A column whose existing rows get a value of their own: added nullable and without default,
 * filled, then given its default and NOT NULL (COL-4, COL-5). Online the rows are filled in
 * batches, and a trigger fills those that the old application writes until the deploy is over.
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
    statements.addAll(
        RowUpdate.of(table, assignments(column, translated), Optional.empty(), facts));
    statements.addAll(completion(table, column));
    statements.addAll(AddColumn.belongings(table, column, facts));
    return List.of(
        step("add and fill column", table, column)
            .run(statements)
            .effect(
                AddColumn.rewrites(bare, facts)
                    ? Effects.exclusiveRewrite(table)
                    : Effects.exclusiveScan(table))
            .undo(Undo.losing("values written since", AddColumn.dropped(table, column)))
            .requires(facts.after().column(table, column))
            .requires(facts.after().expression(translated))
            .releases(facts.readsOfOldRow(table, value))
            .provides(ObjectPath.column(table, column.name()))
            .build());
  }

  private static StepBuilder step(String what, QName table, Column column) {
    return StepBuilder.step(AddColumnByBackfill.class, what, column.name(), "of", table.toString())
        .requires(ObjectPath.table(table));
  }

  private static List<Statement.Assignment> assignments(Column column, Expression value) {
    return List.of(new Statement.Assignment(column.name(), value));
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
    Column column = change.column();
    QName table = change.table();
    if (column.identity().isPresent() || ChangeIndex.isPartitioned(table, facts)) {
      return Lowered.of(direct(change, value, facts));
    }
    Expression translated = facts.overNewestNames(table, value);
    boolean needsTrigger = !column.nullable() && column.defaultValue().isEmpty();
    boolean trigger = needsTrigger && !ColumnReferences.hasText(translated);
    List<Step> steps = new ArrayList<>();
    steps.add(expand(change, translated, trigger, facts));
    steps.add(fill(table, column, translated, facts).phase(Phase.BACKFILL).build());
    if (needsTrigger && !trigger) {
      // The old application writes rows without a value until it is gone.
      steps.add(fill(table, column, translated, facts).phase(Phase.CONTRACT).build());
    }
    if (!column.nullable()) {
      steps.addAll(AddNotNullByValidatedCheck.steps(table, column.name()));
    }
    if (trigger) {
      steps.add(
          step("stop filling column", table, column)
              .phase(Phase.CONTRACT)
              .run(drop(table, column))
              .effect(Effects.exclusive(table))
              .undo(create(table, column, translated))
              .build());
    }
    boolean rewrites = AddColumn.rewrites(AddColumn.bare(column), facts);
    return new Lowered(steps, rewrites ? AddColumn.warnings(change, facts) : List.of(), List.of());
  }

  private static Step expand(
      Change.AddColumn change, Expression value, boolean trigger, PlanFacts facts) {
    Column column = change.column();
    QName table = change.table();
    Column bare = AddColumn.bare(column).withOnUpdate(Optional.empty());
    List<Statement> statements = new ArrayList<>();
    statements.add(Alter.table(table, new TableAction.AddColumn(bare, Optional.empty())));
    column
        .defaultValue()
        .ifPresent(
            d -> statements.add(Alter.table(table, new TableAction.SetDefault(column.name(), d))));
    statements.addAll(AddColumn.belongings(table, column, facts));
    List<Statement> inverse = new ArrayList<>();
    if (trigger) {
      statements.add(create(table, column, value));
      inverse.add(drop(table, column));
    }
    inverse.addAll(List.of(AddColumn.dropped(table, column)));
    return step("add column", table, column)
        .run(statements)
        .effect(
            Effects.in(
                Effect.Transaction.OWN,
                AddColumn.rewrites(bare, facts)
                    ? Effects.exclusiveRewrite(table)
                    : Effects.exclusive(table)))
        .undo(Undo.losing("values written since", inverse.toArray(Statement[]::new)))
        .requires(facts.after().column(table, column))
        .requires(facts.after().expression(value))
        .provides(ObjectPath.column(table, column.name()))
        .build();
  }

  private static StepBuilder fill(QName table, Column column, Expression value, PlanFacts facts) {
    Expression empty = new Expression.IsNull(new Expression.ColumnRef(column.name()));
    return step("fill column", table, column)
        .run(
            BackfillKey.backfill(
                table, column.name(), assignments(column, value), Optional.of(empty), facts))
        .effect(Effects.backfill(table))
        .undo(new Undo.Nothing("the values go with the column"))
        .requires(ObjectPath.column(table, column.name()))
        .releases(facts.readsOfOldRow(table, value));
  }

  private static Statement create(QName table, Column column, Expression value) {
    Expression kept =
        Expression.Call.of("coalesce", new Expression.ColumnRef(column.name()), value);
    return new Statement.CreateRowTrigger(
        Names.syncTrigger(table, column.name()),
        table,
        Statement.TriggerEvent.INSERT_OR_UPDATE,
        assignments(column, kept));
  }

  private static Statement drop(QName table, Column column) {
    return new Statement.DropRowTrigger(
        Names.syncTrigger(table, column.name()), table, Statement.TriggerEvent.INSERT_OR_UPDATE);
  }
}
