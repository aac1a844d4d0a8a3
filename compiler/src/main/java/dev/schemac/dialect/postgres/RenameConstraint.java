package dev.schemac.dialect.postgres;

import dev.schemac.ddl.TableAction;
import dev.schemac.diff.Change;
import dev.schemac.plan.Lowered;

/** A constraint, and the index behind a key, gets another name (CK-e). */
final class RenameConstraint {
  private RenameConstraint() {}

  static Lowered lower(Change.RenameConstraint change, PlanFacts facts) {
    String from = change.before().name();
    String to = change.after().name();
    return Lowered.of(
        StepBuilder.step(
                RenameConstraint.class, "rename", change.after().kind().word(), from, "to", to)
            .run(Alter.table(change.table(), new TableAction.RenameConstraint(from, to)))
            .effect(Effects.exclusive(change.table()))
            .undo(Alter.table(change.table(), new TableAction.RenameConstraint(to, from)))
            .requires(dev.schemac.model.ObjectPath.table(change.table()))
            .removes(TableStatements.path(change.table(), change.before()))
            .provides(TableStatements.path(change.table(), change.after()))
            .build());
  }
}
