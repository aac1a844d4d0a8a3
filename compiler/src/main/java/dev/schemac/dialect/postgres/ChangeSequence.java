package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.diff.Change;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

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
              .run(between(old, after, facts))
              .undo(Undo.exactly(between(after, old, facts).toArray(Statement[]::new)))
              .provides(given(after))
              .requires(
                  after.ownedBy().filter(o -> !Optional.of(o).equals(owner)).stream().toList())
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

  /** One that leaves a column is free before it gets another role or another column. */
  private static List<Statement> between(
      SchemaObject.Sequence from, SchemaObject.Sequence to, PlanFacts facts) {
    if (from.ownedBy().equals(to.ownedBy())) {
      return List.of(new Statement.AlterObject(from, to));
    }
    List<Statement> all = new ArrayList<>();
    SchemaObject.Sequence free = owned(from, role(from, facts), Optional.empty());
    if (from.ownedBy().isPresent()) {
      all.add(new Statement.AlterObject(owned(from, role(from, facts), from.ownedBy()), free));
    }
    SchemaObject.Sequence changed = owned(to, role(to, facts), Optional.empty());
    if (!free.options().equals(changed.options())) {
      all.add(new Statement.AlterObject(free, changed));
    }
    if (to.ownedBy().isPresent()) {
      all.add(new Statement.AlterObject(changed, owned(to, role(to, facts), to.ownedBy())));
    }
    return all;
  }

  /** The owner of a new sequence, once its column is there. */
  static Step own(SchemaObject.Sequence sequence, PlanFacts facts) {
    ObjectPath column = sequence.ownedBy().orElseThrow();
    SchemaObject.Sequence free = ownedBy(sequence, Optional.empty());
    return StepBuilder.step(
            ChangeSequence.class, "give sequence", sequence.name().toString(), "to", column.name())
        .run(between(free, sequence, facts))
        .undo(new Statement.AlterObject(sequence, free))
        .provides(given(sequence))
        .requires(column, sequence.path())
        .build();
  }

  /** That it is its column's: a role that gets the table then gets the sequence too. */
  static ObjectPath given(SchemaObject.Sequence sequence) {
    return new ObjectPath(ObjectKind.SEQUENCE, sequence.name(), "owner");
  }

  /** A column's sequence belongs to whom the table belongs to, before that changes. */
  private static Optional<String> role(SchemaObject.Sequence sequence, PlanFacts facts) {
    return sequence
        .ownedBy()
        .map(ObjectPath::owner)
        .flatMap(t -> standing(t, facts))
        .map(Table::options)
        .or(() -> Optional.of(sequence.options()))
        .map(o -> o.get("owner"));
  }

  private static Optional<Table> standing(QName table, PlanFacts facts) {
    boolean made =
        facts.changesOf(ObjectPath.table(table)).stream()
            .anyMatch(Change.AddObject.class::isInstance);
    Optional<Table> was = made ? Optional.empty() : facts.tableBefore(table);
    return was.or(() -> facts.tableAfter(table));
  }

  private static SchemaObject.Sequence owned(
      SchemaObject.Sequence sequence, Optional<String> role, Optional<ObjectPath> column) {
    TreeMap<String, String> options = new TreeMap<>(sequence.options());
    options.remove("owner");
    role.ifPresent(r -> options.put("owner", r));
    return new SchemaObject.Sequence(sequence.name(), options, column, sequence.comment());
  }

  static SchemaObject.Sequence ownedBy(
      SchemaObject.Sequence sequence, Optional<ObjectPath> column) {
    return new SchemaObject.Sequence(
        sequence.name(), sequence.options(), column, sequence.comment());
  }
}
