package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.Evolution.Retirement;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.plan.Guard;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.Phase;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table goes (TBL-5), never with CASCADE: what still uses it makes the server refuse. Its foreign
 * keys to other tables go first, each for itself, since dropping one locks the referenced table.
 */
final class DropTable {
  private DropTable() {}

  static Lowered lower(Change.DropObject change, PlanFacts facts) {
    Table table = (Table) change.object();
    List<Step> steps = new ArrayList<>();
    for (Constraint.ForeignKey key : table.foreignKeys()) {
      if (!key.referencedTable().equals(table.name())) {
        steps.add(dropKey(table, key, facts));
      }
    }
    steps.add(drop(table, change, facts));
    return Lowered.of(steps);
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
    statements.add(new Statement.Drop(table));
    statements.addAll(triggerFunctions(table));
    StepBuilder step =
        StepBuilder.step(DropTable.class, "drop table", name.toString())
            .phase(Phase.CONTRACT)
            .run(statements)
            .effect(Effects.exclusive(name))
            .removes(TableStatements.provided(table))
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
    return step.undo(undo(table, empty)).build();
  }

  private static Undo undo(Table table, boolean empty) {
    List<Statement> all = new ArrayList<>(TableStatements.create(table));
    for (Constraint.ForeignKey key : table.foreignKeys()) {
      if (key.referencedTable().equals(table.name())) {
        all.add(Alter.table(table.name(), Alter.add(key)));
      }
    }
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
                    false)));
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
