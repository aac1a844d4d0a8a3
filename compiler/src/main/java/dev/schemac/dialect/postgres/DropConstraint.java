package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.diff.Change;
import dev.schemac.model.Constraint;
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
import java.util.Set;

/** A constraint goes (CK-d, FK-d, UQ-c, PK-d): catalogue rows, but ACCESS EXCLUSIVE. */
final class DropConstraint {
  private DropConstraint() {}

  static Lowered lower(Change.DropConstraint change, PlanFacts facts) {
    List<Step> steps = steps(change.table(), change.constraint(), facts);
    return steps.isEmpty()
        ? Refusal.nothingToDo(
            change.path().toString().concat(" is its parent's, and goes on being so"))
        : Lowered.of(steps);
  }

  /** A partition's part of a key only loses what is its own. */
  static List<Step> steps(QName table, Constraint constraint, PlanFacts facts) {
    if (RepeatedCheck.stays(table, constraint, facts)) {
      return List.of();
    }
    Optional<PartitionKeys.Part> part = PartitionKeys.before(table, constraint, facts);
    return List.of(
        part.map(p -> PartitionKeys.leave(p, facts.isChanged(p.parent()), facts))
            .orElseGet(() -> step(table, constraint, facts).build()));
  }

  /** {@code constraint} is the older one: its columns carry their old names. */
  static StepBuilder step(QName table, Constraint constraint, PlanFacts facts) {
    List<Statement> inverse = new ArrayList<>();
    inverse.add(Alter.table(table, Alter.add(constraint)));
    inverse.addAll(TableStatements.settings(table, constraint));
    return StepBuilder.step(
            DropConstraint.class,
            "drop",
            constraint.kind().word(),
            constraint.name(),
            "of",
            table.toString())
        .phase(Phase.EXPAND)
        .run(Alter.table(table, Alter.drop(constraint)))
        .effect(effect(table, constraint, facts))
        .undo(Undo.exactly(inverse.toArray(Statement[]::new)))
        .removes(TableStatements.path(table, constraint))
        .provides(TableStatements.primaryKeyOf(table, constraint))
        .provides(InheritedDrops.above(table, constraint, facts))
        .requires(
            constraint instanceof Constraint.Check ? InheritedDrops.left(table, facts) : List.of())
        .releases(uses(table, constraint, facts));
  }

  private static Effect effect(QName table, Constraint constraint, PlanFacts facts) {
    return constraint instanceof Constraint.ForeignKey key
            && !facts.newestTable(key.referencedTable()).equals(table)
        ? Effects.exclusive(table, facts.newestTable(key.referencedTable()))
        : Effects.exclusive(table);
  }

  private static Set<ObjectPath> uses(QName table, Constraint constraint, PlanFacts facts) {
    QName old = facts.tableBefore(table).map(t -> t.name()).orElse(table);
    Set<ObjectPath> uses = facts.newestPaths(facts.before().constraint(old, constraint));
    return uses;
  }
}
