package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.Evolution.Retirement;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.Options;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.plan.Guard;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.Phase;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table goes (TBL-5), never with CASCADE: what still uses it makes the server refuse. Of tables
 * that refer to each other in a cycle the foreign keys go first.
 */
final class DropTable {
  private DropTable() {}

  static Lowered lower(Change.DropObject change, PlanFacts facts) {
    Table table = (Table) change.object();
    List<Step> steps = new ArrayList<>();
    List<Constraint> rest = new ArrayList<>();
    for (Constraint constraint : table.constraints()) {
      if (constraint instanceof Constraint.ForeignKey key && closesCycle(table, key, facts)) {
        steps.add(dropKey(table, key, facts));
      } else {
        rest.add(constraint);
      }
    }
    steps.add(drop(table.withConstraints(rest), change, facts));
    return Lowered.of(steps);
  }

  /** Whether the tables, all dropped, refer to each other, so that none could go first. */
  private static boolean closesCycle(Table from, Constraint.ForeignKey key, PlanFacts facts) {
    Set<QName> seen = new LinkedHashSet<>();
    Deque<QName> open = new ArrayDeque<>(List.of(key.referencedTable()));
    while (!open.isEmpty()) {
      QName name = open.poll();
      if (name.equals(from.name())) {
        // A key to a partitioned table is one to each of its partitions, which go first.
        return !key.referencedTable().equals(from.name()) || from.partitioning().isPresent();
      }
      if (seen.add(name) && facts.isDropped(ObjectPath.table(name))) {
        facts.context().before().table(name).stream()
            .flatMap(t -> t.foreignKeys().stream())
            .forEach(k -> open.add(k.referencedTable()));
      }
    }
    return false;
  }

  private static Step dropKey(Table table, Constraint.ForeignKey key, PlanFacts facts) {
    QName referenced = facts.newestTable(key.referencedTable());
    return StepBuilder.step(
            DropTable.class, "drop foreign key", key.name(), "of", table.name().toString())
        .phase(Phase.CONTRACT)
        .run(Alter.table(table.name(), Alter.drop(key)))
        .effect(Effects.exclusive(table.name(), referenced))
        .undo(Alter.table(table.name(), Alter.add(key)))
        .releases(facts.newestPaths(facts.before().constraint(table.name(), key)))
        .removes(TableStatements.path(table.name(), key))
        .build();
  }

  private static Step drop(Table table, Change.DropObject change, PlanFacts facts) {
    QName name = table.name();
    List<Statement> statements = new ArrayList<>();
    if (isReferenced(table, facts)) {
      statements.add(PartitionStatements.detach(table));
    }
    statements.add(new Statement.Drop(table));
    statements.addAll(triggerFunctions(table));
    StepBuilder step =
        StepBuilder.step(DropTable.class, "drop table", name.toString())
            .phase(Phase.CONTRACT)
            .run(statements)
            .effect(Effects.exclusive(locked(table, facts)))
            .removes(TableStatements.provided(table))
            .removes(TableStatements.columns(facts.context().before(), table))
            .provides(IdentitySequence.freed(name, table.columns()))
            .releases(facts.newestPaths(facts.before().table(table)))
            .releases(ownedSequences(table, facts));
    Optional<Retirement.Condition> condition = change.retirement().map(Retirement::condition);
    boolean empty = condition.equals(Optional.of(Retirement.Condition.WHEN_EMPTY));
    if (empty) {
      step.guard(
          new Guard(
              GuardIds.TABLE_EMPTY,
              "table ".concat(name.toString()).concat(" is not empty"),
              new Guard.Condition.NoRow(name, Optional.empty())));
    }
    return step.undo(undo(table, empty, facts)).build();
  }

  /** Whether foreign keys that stay refer to the table that it is a partition of. */
  private static boolean isReferenced(Table table, PlanFacts facts) {
    Schema before = facts.context().before();
    Set<QName> above = new LinkedHashSet<>();
    Optional<Table> part = Optional.of(table);
    while (part.flatMap(Table::partitionOf).isPresent()) {
      QName parent = part.get().partitionOf().get().parent();
      if (facts.isDropped(ObjectPath.table(parent))) {
        return false;
      }
      above.add(parent);
      part = before.table(parent);
    }
    return before.tables().stream()
        .filter(t -> !facts.isDropped(t.path()))
        .anyMatch(t -> t.foreignKeys().stream().anyMatch(k -> above.contains(k.referencedTable())));
  }

  /** The table, the one that it is a partition of, and those that its foreign keys refer to. */
  private static QName[] locked(Table table, PlanFacts facts) {
    Set<QName> all = new LinkedHashSet<>(List.of(table.name()));
    table
        .partitionOf()
        .ifPresent(
            p -> {
              all.add(facts.newestTable(p.parent()));
              // What it does not hold any more could come into the default partition.
              ChangePartition.defaultOf(facts.context().before(), p.parent())
                  .ifPresent(other -> all.add(facts.newestTable(other)));
            });
    table.foreignKeys().forEach(k -> all.add(facts.newestTable(k.referencedTable())));
    return all.toArray(QName[]::new);
  }

  private static Undo undo(Table table, boolean empty, PlanFacts facts) {
    List<Statement> all =
        new ArrayList<>(PartitionStatements.create(table, facts.context().before()));
    for (Constraint.ForeignKey key : table.foreignKeys()) {
      all.add(Alter.table(table.name(), Alter.add(key)));
      TableStatements.comment(TableStatements.path(table.name(), key), key.comment())
          .ifPresent(all::add);
    }
    all.addAll(facts.grantsBefore(table.name()));
    return new Undo.Statements(all, empty ? Optional.empty() : Optional.of("the rows"));
  }

  /** The functions behind {@code on update} do not go with their triggers. */
  static List<Statement> triggerFunctions(Table table) {
    List<Statement> all = new ArrayList<>();
    for (Column column : table.columns()) {
      if (column.onUpdate().isPresent()) {
        String name = Names.onUpdate(table.name(), column.name()).concat("()");
        all.add(
            new Statement.Drop(
                new SchemaObject.Routine(
                    ObjectKind.FUNCTION,
                    table.name().withName(name),
                    "",
                    Set.of(),
                    Optional.empty(),
                    false,
                    Options.none())));
      }
    }
    return all;
  }

  /** Sequences owned by a column vanish with the table. */
  private static Set<ObjectPath> ownedSequences(Table table, PlanFacts facts) {
    Set<ObjectPath> found = new LinkedHashSet<>();
    for (SchemaObject.Sequence s : facts.context().before().all(SchemaObject.Sequence.class)) {
      if (s.ownedBy().filter(c -> c.owner().equals(table.name())).isPresent()) {
        found.add(s.path());
      }
    }
    return found;
  }
}
