package dev.schemac.dialect.postgres;

import dev.schemac.ddl.TableAction;
import dev.schemac.model.Constraint;
import dev.schemac.model.Constraint.Enforcement;
import dev.schemac.model.PartitionOf;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.Table;
import dev.schemac.model.WholeTable;
import dev.schemac.plan.Effect;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.Optional;

/** A partition's check that its parent has too: the partition says only that it is valid there. */
final class RepeatedCheck {
  private RepeatedCheck() {}

  /** What makes the parent's check valid in a partition that stays, once the parent has it. */
  static Optional<Step> added(QName table, Constraint constraint, PlanFacts facts) {
    boolean waits =
        constraint instanceof Constraint.Check check
            && check.enforcement() == Enforcement.ENFORCED
            && PartitionKeys.stays(table, facts)
            && of(facts.context().after(), table, constraint.name()).isPresent();
    return waits
        ? Optional.of(
            StepBuilder.step(RepeatedCheck.class, "validate check", constraint.name())
                .run(Alter.table(table, new TableAction.ValidateConstraint(constraint.name())))
                .effect(Effects.unblocking(table, true, Effect.Transaction.OWN))
                .guard(AddConstraint.AddCheck.violations(table, (Constraint.Check) constraint))
                .undo(
                    new Undo.Impossible(
                        "a partition cannot forget that its parent's check is valid"))
                .requires(ForgottenChecks.handedDown(table, constraint, facts))
                .provides(TableStatements.path(table, constraint))
                .build())
        : Optional.empty();
  }

  /** Whether the partition goes on having a check that it says nothing more about. */
  static boolean stays(QName table, Constraint constraint, PlanFacts facts) {
    return constraint instanceof Constraint.Check
        && of(facts.renamed(), table, constraint.name()).isPresent()
        && of(facts.context().after(), table, constraint.name()).isPresent();
  }

  /** Whether the parent's is not valid, and the partition no longer says that it is valid there. */
  static boolean becomesUnchecked(QName table, Constraint constraint, PlanFacts facts) {
    return stays(table, constraint, facts)
        && of(facts.renamed(), table, constraint.name())
            .filter(c -> c.enforcement() == Enforcement.NOT_VALID)
            .isPresent()
        && of(facts.context().after(), table, constraint.name())
            .filter(c -> c.enforcement() == Enforcement.NOT_VALID)
            .isPresent();
  }

  /** The check of that name that the table's parent hands down. */
  private static Optional<Constraint.Check> of(Schema schema, QName table, String name) {
    return schema
        .table(table)
        .flatMap(Table::partitionOf)
        .map(PartitionOf::parent)
        .flatMap(schema::table)
        .map(parent -> WholeTable.of(schema, parent))
        .flatMap(parent -> parent.constraint(name))
        .filter(Constraint.Check.class::isInstance)
        .map(Constraint.Check.class::cast);
  }
}
