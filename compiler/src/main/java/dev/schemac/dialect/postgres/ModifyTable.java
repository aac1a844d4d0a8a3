package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.diff.Change;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.Partitioning;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.plan.ChangedParents;
import dev.schemac.plan.Effect;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * A table's own properties change: options, comment, partitions, rows that belong to the schema.
 */
final class ModifyTable {
  private ModifyTable() {}

  static Lowered lower(Change.ModifyTable change, PlanFacts facts) {
    Table before = change.before();
    Table after = change.after();
    if (before.external() || after.external()) {
      return CreateObject.external(after);
    }
    if (!key(before.partitioning()).equals(key(after.partitioning()))) {
      return Refusal.of(
          "the partitioning of "
              .concat(after.name().toString())
              .concat(" cannot be changed in place"),
          "partition it with a migration of your own: `schemac new`");
    }
    if (ChangedParents.declareOtherwise(facts.renamed(), before, facts.context().after(), after)) {
      return Refusal.of(
          after
              .path()
              .toString()
              .concat(" would declare other columns than it shall: what comes off a parent becomes")
              .concat(" the table's own, and stays so"),
          "write these columns so, or make the table anew: `retire table "
              .concat(after.name().toString())
              .concat("`"));
    }
    Lowered partition = ChangePartition.lower(change, facts);
    List<Step> steps = new ArrayList<>(partition.steps());
    steps.addAll(TypedTables.steps(before, after, facts));
    Table wasFree = TypedTables.free(before);
    Table isFree = TypedTables.free(after);
    if (!wasFree.options().equals(isFree.options())) {
      steps.add(options(wasFree, isFree, facts));
    }
    steps.addAll(ModifyObject.comment(before, after));
    if (!before.rows().equals(after.rows())) {
      steps.addAll(rows(before, after));
    }
    return steps.isEmpty() && partition.diagnostics().isEmpty()
        ? Refusal.nothingToDo(after.path().toString().concat(" differs in nothing that is stored"))
        : new Lowered(steps, partition.diagnostics(), partition.temporaries());
  }

  /** The words behind {@code partition by}; who makes the partitions is no part of them. */
  private static Optional<String> key(Optional<Partitioning> partitioning) {
    return partitioning.map(p -> p.strategy().concat(p.operands().toString()));
  }

  private static Step options(Table before, Table after, PlanFacts facts) {
    boolean rewrites =
        changed(before, after, "unlogged")
            || changed(before, after, "tablespace")
            || changed(before, after, "access_method");
    boolean exclusive = isExclusive(before.options(), after.options());
    Effect effect =
        rewrites
            ? Effects.exclusiveRewrite(after.name())
            : exclusive
                ? Effects.exclusive(after.name())
                : Effects.unblocking(after.name(), false, Effect.Transaction.SHARED);
    return StepBuilder.step(ModifyTable.class, "change options of", after.path().toString())
        .run(set(before, after))
        .effect(effect)
        .undo(set(after, before))
        .requires(
            IndexMarks.named(after.options()).stream()
                .flatMap(name -> index(after, name).stream())
                .toList())
        .requires(PartitionOrder.shapesForMarks(after, facts))
        .provides(
            changed(before, after, "replica_identity")
                ? List.of(identified(after.name()))
                : List.of())
        .provides(changed(before, after, "inherits") ? List.of(parents(after.name())) : List.of())
        .provides(PersistenceOrder.turned(before, after))
        .removes(PersistenceOrder.turned(before, after))
        .requires(changed(before, after, "owner") ? sequences(after, facts) : List.of())
        .build();
  }

  /** That a table inherits from what it will. */
  static ObjectPath parents(QName table) {
    return new ObjectPath(ObjectKind.TABLE, table, "parents");
  }

  /** That a table's replica identity is what it will be. */
  static ObjectPath identified(QName table) {
    return new ObjectPath(ObjectKind.TABLE, table, "replica identity");
  }

  /** Sequences of its columns get the table's new owner along with it. */
  private static List<ObjectPath> sequences(Table table, PlanFacts facts) {
    return facts.context().after().all(SchemaObject.Sequence.class).stream()
        .filter(s -> s.ownedBy().filter(c -> c.owner().equals(table.name())).isPresent())
        .map(ChangeSequence::given)
        .toList();
  }

  /** Whether everybody waits for the change; for any other one only who changes the table too. */
  static boolean isExclusive(SortedMap<String, String> before, SortedMap<String, String> after) {
    return Stream.of("row_security", "force_row_security", "owner", "inherits", "replica_identity")
        .anyMatch(key -> !java.util.Objects.equals(before.get(key), after.get(key)));
  }

  private static Optional<ObjectPath> index(Table table, String name) {
    return table
        .index(name)
        .map(i -> TableStatements.path(table.name(), i))
        .or(() -> table.constraint(name).map(c -> TableStatements.path(table.name(), c)));
  }

  private static Statement set(Table before, Table after) {
    return Alter.table(
        after.name(),
        new TableAction.SetOptions(before.options(), after.options(), Optional.empty(), false));
  }

  private static boolean changed(Table before, Table after, String key) {
    return !java.util.Objects.equals(before.options().get(key), after.options().get(key));
  }

  /** New rows come before the rows that are to refer to them, old ones go when none does. */
  private static List<Step> rows(Table before, Table after) {
    List<Step> steps = new ArrayList<>();
    List<Statement> made = LookupRows.made(before, after);
    if (!made.isEmpty()) {
      List<Statement> back = new ArrayList<>(LookupRows.removed(after, before));
      back.addAll(LookupRows.changed(after, before));
      steps.add(
          StepBuilder.step(ModifyTable.class, "add rows to", after.path().toString())
              .run(made)
              .effect(Effects.rows(after.name()))
              .undo(Undo.exactly(back.toArray(Statement[]::new)))
              .provides(LookupRows.added(before, after))
              .build());
    }
    List<Statement> removed = LookupRows.removed(before, after);
    if (!removed.isEmpty()) {
      steps.add(
          StepBuilder.step(ModifyTable.class, "remove rows of", after.path().toString())
              .run(removed)
              .effect(Effects.rows(after.name()))
              .undo(Undo.exactly(LookupRows.inserted(after, before).toArray(Statement[]::new)))
              .removes(LookupRows.added(after, before))
              .build());
    }
    return steps;
  }
}
