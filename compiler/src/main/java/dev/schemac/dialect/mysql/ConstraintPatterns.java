package dev.schemac.dialect.mysql;

import dev.schemac.diff.Change;
import dev.schemac.model.Constraint;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.Phase;
import dev.schemac.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pattern for each kind of constraint. */
final class ConstraintPatterns {
  private ConstraintPatterns() {}

  static Lowered add(Situation s, QName table, Constraint constraint) {
    Optional<Lowered> refusal = refusal(s, s.is(table), constraint);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    return online(
        s,
        table,
        switch (constraint) {
          case Constraint.PrimaryKey key -> PrimaryKeys.add(s, table, key);
          case Constraint.Unique key -> List.of(UniqueKeys.add(s, table, key));
          case Constraint.Check check -> List.of(Checks.add(s, table, check));
          case Constraint.ForeignKey key -> AddForeignKey.steps(s, table, key);
          case Constraint.Exclusion exclusion -> throw unknown(exclusion);
        });
  }

  static Lowered drop(Situation s, Change change, QName table, Constraint constraint) {
    return online(
        s,
        table,
        switch (constraint) {
          case Constraint.PrimaryKey key -> PrimaryKeys.drop(s, change, table, key);
          case Constraint.Unique key -> UniqueKeys.drop(s, change, table, key);
          case Constraint.Check check -> List.of(Checks.drop(s, table, check));
          case Constraint.ForeignKey key ->
              List.of(DropForeignKey.step(s, table, key, Phase.EXPAND));
          case Constraint.Exclusion exclusion -> throw unknown(exclusion);
        });
  }

  static Lowered rename(Situation s, QName table, Constraint before, Constraint after) {
    return switch (after) {
      case Constraint.PrimaryKey ignored ->
          // Its name is always PRIMARY, so the model never renames it.
          throw new IllegalArgumentException("a primary key has no name of its own");
      case Constraint.Unique ignored ->
          RenameIndex.lower(s, table, before.name(), after.name(), before.kind());
      case Constraint.Check check ->
          online(
              s,
              table,
              List.of(
                  Checks.drop(s, table, (Constraint.Check) before), Checks.add(s, table, check)));
      case Constraint.ForeignKey key ->
          online(s, table, replace(s, table, (Constraint.ForeignKey) before, key));
      case Constraint.Exclusion ignored -> Refusals.notOnMySql("exclusion constraints");
    };
  }

  static Lowered modify(
      Situation s, Change change, QName table, Constraint before, Constraint after) {
    Optional<Lowered> refusal = refusal(s, s.is(table), after);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    return online(
        s,
        table,
        switch (after) {
          case Constraint.PrimaryKey key ->
              PrimaryKeys.change(s, change, table, (Constraint.PrimaryKey) before, key);
          case Constraint.Unique key ->
              UniqueKeys.change(s, change, table, (Constraint.Unique) before, key);
          case Constraint.Check check -> Checks.change(s, table, (Constraint.Check) before, check);
          case Constraint.ForeignKey key -> replace(s, table, (Constraint.ForeignKey) before, key);
          case Constraint.Exclusion exclusion -> throw unknown(exclusion);
        });
  }

  /** What of a constraint MySQL cannot keep. */
  static Optional<Lowered> refusal(Situation s, Table table, Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey ignored -> Optional.empty();
      case Constraint.Unique ignored -> Optional.empty();
      case Constraint.Check check ->
          s.capabilities().checks()
              ? CheckLimits.refusal(table, check)
              : Optional.of(
                  Refusals.notOnMySql("check constraints before 8.0.16, so ".concat(check.name())));
      case Constraint.ForeignKey ignored -> CheckLimits.refusal(table);
      case Constraint.Exclusion ignored ->
          Optional.of(Refusals.notOnMySql("exclusion constraints"));
    };
  }

  /** The same name cannot be dropped and added in one statement (error 1826). */
  private static List<Step> replace(
      Situation s, QName table, Constraint.ForeignKey before, Constraint.ForeignKey after) {
    List<Step> steps = new ArrayList<>();
    steps.add(DropForeignKey.step(s, table, before, Phase.EXPAND));
    steps.addAll(AddForeignKey.steps(s, table, after));
    return steps;
  }

  private static Lowered online(Situation s, QName table, List<Step> steps) {
    return new Lowered(
        steps, s.online() ? BlockingSteps.warnings(s, steps, table) : List.of(), List.of());
  }

  private static IllegalArgumentException unknown(Constraint constraint) {
    return new IllegalArgumentException("not for MySQL: ".concat(constraint.name()));
  }
}
