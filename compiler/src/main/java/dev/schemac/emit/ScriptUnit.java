package dev.schemac.emit;

import dev.schemac.ddl.Statement;
import dev.schemac.plan.Effect;
import dev.schemac.plan.Phase;
import dev.schemac.plan.Plan;
import dev.schemac.plan.Step;
import dev.schemac.plan.Strategy;
import dev.schemac.plan.Undo;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Parts of a script that share a transaction, or one part that runs outside any.
 *
 * @param working whether some part reads or rewrites rows, so that it takes as long as it takes
 */
record ScriptUnit(boolean transactional, boolean working, List<Part> parts) {
  ScriptUnit {
    parts = List.copyOf(parts);
  }

  /** One step, or its undo. */
  record Part(int number, Step step, Effect.Transaction transaction) {}

  Phase phase() {
    return parts.getFirst().step().phase();
  }

  /** The units of the way up. */
  static List<ScriptUnit> up(Plan plan) {
    List<Part> parts = new ArrayList<>();
    int number = 1;
    for (Step step : plan.steps()) {
      parts.add(new Part(number++, step, transaction(step, step.statements())));
    }
    return group(parts, plan);
  }

  /** The units of the way back, the last step first. */
  static List<ScriptUnit> down(Plan plan) {
    List<Part> parts = new ArrayList<>();
    for (int i = plan.steps().size() - 1; i >= 0; i--) {
      Step step = plan.steps().get(i);
      List<Statement> statements =
          switch (step.undo()) {
            case Undo.Statements(var undo, var ignored) -> undo;
            case Undo.Nothing ignored -> List.of();
            case Undo.Impossible ignored -> List.of();
          };
      parts.add(new Part(i + 1, step, undoTransaction(step, statements)));
    }
    return group(parts, plan);
  }

  private static List<ScriptUnit> group(List<Part> parts, Plan plan) {
    boolean alone = plan.strategy() == Strategy.ONLINE || plan.after().target().isMySql();
    List<ScriptUnit> units = new ArrayList<>();
    List<Part> open = new ArrayList<>();
    for (Part part : parts) {
      boolean none = part.transaction() == Effect.Transaction.NONE;
      if (!open.isEmpty() && (none || alone)) {
        units.add(unit(open, true));
        open.clear();
      }
      if (none) {
        units.add(unit(List.of(part), false));
        continue;
      }
      open.add(part);
      if (part.transaction() == Effect.Transaction.OWN) {
        units.add(unit(open, true));
        open.clear();
      }
    }
    if (!open.isEmpty()) {
      units.add(unit(open, true));
    }
    return units;
  }

  private static ScriptUnit unit(List<Part> parts, boolean transactional) {
    Predicate<Part> works =
        p ->
            !p.step().guards().isEmpty()
                || !p.step().effect().scans().isEmpty()
                || !p.step().effect().rewrites().isEmpty()
                || p.step().statements().stream().anyMatch(Statement.Analyze.class::isInstance);
    return new ScriptUnit(transactional, parts.stream().anyMatch(works), parts);
  }

  private static Effect.Transaction transaction(Step step, List<Statement> statements) {
    boolean refuses = statements.stream().anyMatch(ScriptUnit::refusesTransaction);
    return refuses ? Effect.Transaction.NONE : step.effect().transaction();
  }

  /**
   * What is undone tells by itself whether it can share a transaction: the undo of a concurrent
   * build is a concurrent drop.
   */
  private static Effect.Transaction undoTransaction(Step step, List<Statement> statements) {
    if (statements.isEmpty()) {
      return Effect.Transaction.SHARED;
    }
    return transaction(step, statements);
  }

  /**
   * PostgreSQL refuses {@code CREATE|DROP INDEX CONCURRENTLY} in a transaction block (manual,
   * "CREATE INDEX"), and a backfill commits batch by batch.
   */
  private static boolean refusesTransaction(Statement statement) {
    return switch (statement) {
      case Statement.CreateIndex(var table, var index, var build, var mode) ->
          build == Statement.Build.CONCURRENTLY;
      case Statement.DropIndex(var table, var index, var build, var mode) ->
          build == Statement.Build.CONCURRENTLY;
      case Statement.Backfill ignored -> true;
      case Statement.Copying ignored -> true;
      case Statement.Create ignored -> false;
      case Statement.Drop ignored -> false;
      case Statement.Replace ignored -> false;
      case Statement.Rename ignored -> false;
      case Statement.AlterTable ignored -> false;
      case Statement.RenameIndex ignored -> false;
      case Statement.AddEnumValue ignored -> false;
      case Statement.RenameEnumValue ignored -> false;
      case Statement.AlterObject ignored -> false;
      case Statement.CommentOn ignored -> false;
      case Statement.Insert ignored -> false;
      case Statement.Update ignored -> false;
      case Statement.Delete ignored -> false;
      case Statement.CreateRowTrigger ignored -> false;
      case Statement.DropRowTrigger ignored -> false;
      case Statement.LockTables ignored -> false;
      case Statement.UnlockTables ignored -> false;
      case Statement.SetVariable ignored -> false;
      case Statement.Analyze ignored -> false;
      case Statement.UserSql ignored -> false;
    };
  }
}
