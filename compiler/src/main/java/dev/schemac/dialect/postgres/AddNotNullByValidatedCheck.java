package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.Expression;
import dev.schemac.model.QName;
import dev.schemac.plan.Effect;
import dev.schemac.plan.Phase;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * NOT NULL without reading the table under ACCESS EXCLUSIVE (NN-1): rows are filled, a check is
 * added NOT VALID, validated while everybody works on, and proves SET NOT NULL, which then reads
 * nothing. Proof and drop of the check are two statements: in one, the drop would come first
 * (§1.5).
 */
final class AddNotNullByValidatedCheck {
  private AddNotNullByValidatedCheck() {}

  static List<Step> steps(Change.ModifyColumn change, PlanFacts facts) {
    QName table = change.table();
    String column = change.after().name();
    List<Step> steps = new ArrayList<>();
    ChangeColumn.backfill(change).ifPresent(v -> steps.add(fill(change, v, facts)));
    boolean named = change.after().notNullName().isPresent() && facts.can().namedNotNull();
    steps.addAll(
        steps(
            table,
            column,
            named
                ? ChangeNotNull.added(table, change.after())
                : new TableAction.SetNotNull(column)));
    return steps;
  }

  /** The three steps for a column that holds no NULL any more. */
  static List<Step> steps(QName table, String column) {
    return steps(table, column, new TableAction.SetNotNull(column));
  }

  private static List<Step> steps(QName table, String column, TableAction set) {
    Constraint.Check proof = proof(table, column);
    return List.of(
        step("add check for not null of", table, column)
            .run(Alter.table(table, new TableAction.AddConstraint(proof)))
            .effect(Effects.in(Effect.Transaction.OWN, Effects.exclusive(table)))
            .undo(Alter.table(table, Alter.drop(proof)))
            .build(),
        step("validate not null of", table, column)
            .run(Alter.table(table, new TableAction.ValidateConstraint(proof.name())))
            .effect(Effects.unblocking(table, true, Effect.Transaction.OWN))
            .guard(AddConstraint.noNulls(table, column))
            .undo(new Undo.Nothing("validation leaves nothing behind but the check itself"))
            .build(),
        step("set not null on", table, column)
            .run(Alter.table(table, set), Alter.table(table, Alter.drop(proof)))
            .effect(Effects.in(Effect.Transaction.OWN, Effects.exclusive(table)))
            .undo(
                Alter.table(table, new TableAction.AddConstraint(proof)),
                Alter.table(table, new TableAction.DropNotNull(column)))
            .build());
  }

  private static StepBuilder step(String what, QName table, String column) {
    return StepBuilder.step(AddNotNullByValidatedCheck.class, what, column, "of", table.toString())
        .requires(
            dev.schemac.model.ObjectPath.table(table),
            dev.schemac.model.ObjectPath.column(table, column));
  }

  static Constraint.Check proof(QName table, String column) {
    Expression notNull =
        new Expression.Unary("not", new Expression.IsNull(new Expression.ColumnRef(column)));
    return new Constraint.Check(
        Names.notNullProof(table, column),
        notNull,
        false,
        Constraint.Enforcement.NOT_VALID,
        Optional.empty());
  }

  private static Step fill(Change.ModifyColumn change, Expression value, PlanFacts facts) {
    QName table = change.table();
    Column column = change.after();
    Expression isNull = new Expression.IsNull(new Expression.ColumnRef(column.name()));
    return step("fill NULLs of", table, column.name())
        .phase(Phase.BACKFILL)
        .run(
            BackfillKey.backfill(
                table,
                column.name(),
                List.of(
                    new Statement.Assignment(column.name(), facts.overNewestNames(table, value))),
                Optional.of(isNull),
                facts))
        .effect(Effects.backfill(table))
        .undo(new Undo.Statements(List.of(), Optional.of("which rows held NULL")))
        .build();
  }
}
