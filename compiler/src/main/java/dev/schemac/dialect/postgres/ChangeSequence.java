package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.SchemaObject;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A sequence gets other options or another owner (SQ-b). */
final class ChangeSequence {
  private ChangeSequence() {}

  static Lowered lower(SchemaObject.Sequence before, SchemaObject.Sequence after, PlanFacts facts) {
    List<Step> steps = new ArrayList<>();
    Optional<ObjectPath> owner = before.ownedBy().map(facts::newestPath);
    SchemaObject.Sequence old = ownedBy(before, owner);
    boolean options = !before.options().equals(after.options());
    if (options || !owner.equals(after.ownedBy())) {
      steps.add(
          StepBuilder.step(ChangeSequence.class, "change sequence", after.name().toString())
              .run(new Statement.AlterObject(old, after))
              .undo(Undo.exactly(new Statement.AlterObject(after, old)))
              .requires(after.ownedBy().map(List::of).orElse(List.of()))
              .releases(
                  owner
                      .filter(o -> !after.ownedBy().equals(Optional.of(o)))
                      .map(o -> List.of(o, ObjectPath.table(o.owner())))
                      .orElse(List.of()))
              .build());
    }
    steps.addAll(ModifyObject.comment(before, after));
    return Lowered.of(steps);
  }

  /** The owner of a new sequence, once its column is there. */
  static Step own(SchemaObject.Sequence sequence) {
    ObjectPath column = sequence.ownedBy().orElseThrow();
    SchemaObject.Sequence free = ownedBy(sequence, Optional.empty());
    return StepBuilder.step(
            ChangeSequence.class, "give sequence", sequence.name().toString(), "to", column.name())
        .run(new Statement.AlterObject(free, sequence))
        .undo(new Statement.AlterObject(sequence, free))
        .requires(column, sequence.path())
        .build();
  }

  static SchemaObject.Sequence ownedBy(
      SchemaObject.Sequence sequence, Optional<ObjectPath> column) {
    return new SchemaObject.Sequence(
        sequence.name(), sequence.options(), column, sequence.comment());
  }
}
