package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.diff.Change;
import dev.schemac.model.Constraint;
import dev.schemac.model.Evolution;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import dev.schemac.plan.Effect;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.Phase;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A table goes, after the migration has found it empty where its author says so. The server refuses
 * to drop a table that another one refers to (error 3730), so a cycle of foreign keys is taken
 * apart first.
 */
final class DropTable {
  private DropTable() {}

  static Lowered lower(Situation s, Table table, Optional<Evolution.Retirement> retirement) {
    List<Step> steps = new ArrayList<>();
    Set<QName> cyclic = reachableAndBack(s, table);
    List<Constraint> inCycle = new ArrayList<>();
    for (Constraint.ForeignKey key : table.foreignKeys()) {
      boolean itself = key.referencedTable().equals(table.name());
      if (!itself && cyclic.contains(key.referencedTable())) {
        inCycle.add(key);
        steps.add(DropForeignKey.step(s, table.name(), key, Phase.CONTRACT));
      }
    }
    List<Constraint> rest = table.constraints().stream().filter(c -> !inCycle.contains(c)).toList();
    Table left = table.withConstraints(rest);
    boolean whenEmpty =
        retirement
            .filter(r -> r.condition() == Evolution.Retirement.Condition.WHEN_EMPTY)
            .isPresent();
    Draft drop =
        Draft.of("DropTable", "drop table ".concat(table.name().toString()))
            .phase(Phase.CONTRACT)
            .removes(
                table.foreignKeys().stream().map(k -> Paths.constraint(table.name(), k)).toList())
            .run(new Statement.Drop(left))
            .effect(
                new Effect(
                    List.of(Cost.momentary(table.name())),
                    List.of(),
                    List.of(),
                    Effect.Transaction.NONE))
            .undo(
                new Undo.Statements(
                    remake(left),
                    whenEmpty ? Optional.empty() : Optional.of("all rows of the table")));
    if (whenEmpty) {
      drop.guard(Conditions.empty(table.name()));
    }
    steps.add(drop.step());
    return Lowered.of(steps);
  }

  private static List<Statement> remake(Table table) {
    List<Statement> statements = new ArrayList<>();
    statements.add(new Statement.Create(table));
    if (!table.rows().isEmpty()) {
      statements.add(LookupRows.insert(table, table.rows()));
    }
    for (Constraint.ForeignKey key : table.foreignKeys()) {
      statements.add(
          new Statement.AlterTable(
              table.name(), List.of(new TableAction.AddConstraint(key)), Cost.COPY.mode()));
    }
    return statements;
  }

  /** Dropped tables that this one refers to and that refer back, directly or through others. */
  private static Set<QName> reachableAndBack(Situation s, Table table) {
    Map<QName, Table> dropped = new HashMap<>();
    for (Change change : s.context().changes()) {
      if (change instanceof Change.DropObject(Table other, var ignored)) {
        dropped.put(other.name(), other);
      }
    }
    Set<QName> cyclic = new HashSet<>();
    for (QName other : reachable(dropped, table.name())) {
      if (reachable(dropped, other).contains(table.name())) {
        cyclic.add(other);
      }
    }
    return cyclic;
  }

  private static Set<QName> reachable(Map<QName, Table> dropped, QName from) {
    Set<QName> seen = new HashSet<>();
    Deque<QName> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      Table table = dropped.get(open.poll());
      if (table != null) {
        for (Constraint.ForeignKey key : table.foreignKeys()) {
          if (seen.add(key.referencedTable())) {
            open.add(key.referencedTable());
          }
        }
      }
    }
    return seen;
  }
}
