package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.Constraint.Enforcement;
import dev.schemac.model.Expression;
import dev.schemac.model.KeyPart;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import dev.schemac.plan.Effect;
import dev.schemac.plan.Guard;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A constraint on a table that stays (CK-1, UQ-a, PK-a, EX-a; foreign keys have their own file).
 */
final class AddConstraint {
  private AddConstraint() {}

  static Lowered lower(Change.AddConstraint change, PlanFacts facts) {
    return Lowered.of(steps(change.table(), change.constraint(), facts));
  }

  static List<Step> steps(QName table, Constraint constraint, PlanFacts facts) {
    Optional<PartitionKeys.Part> part = PartitionKeys.after(table, constraint, facts);
    if (part.isPresent()) {
      return List.of(PartitionKeys.adopt(part.get()));
    }
    Optional<Step> repeated = RepeatedCheck.added(table, constraint, facts);
    if (repeated.isPresent()) {
      return List.of(repeated.get());
    }
    return switch (constraint) {
      case Constraint.ForeignKey key -> AddForeignKey.lower(table, key, facts);
      case Constraint.Check check -> AddCheck.lower(table, check, facts);
      case Constraint.PrimaryKey key ->
          facts.online()
              ? AddKeyUsingIndex.lower(table, key, facts)
              : List.of(key(table, key, facts));
      case Constraint.Unique key ->
          facts.online()
              ? AddKeyUsingIndex.lower(table, key, facts)
              : List.of(key(table, key, facts));
      case Constraint.Exclusion exclusion ->
          List.of(step(table, exclusion, facts).effect(Effects.exclusiveScan(table)).build());
    };
  }

  private static Step key(QName table, Constraint key, PlanFacts facts) {
    return step(table, key, facts)
        .effect(Effects.exclusiveScan(table))
        .guards(guards(table, key, facts))
        .build();
  }

  /** The constraint and its comment. */
  static StepBuilder step(QName table, Constraint constraint, PlanFacts facts) {
    List<Statement> statements = new ArrayList<>();
    statements.add(Alter.table(table, Alter.add(constraint)));
    statements.addAll(IndexMarks.of(table, constraint.name(), facts));
    TableStatements.comment(TableStatements.path(table, constraint), constraint.comment())
        .ifPresent(statements::add);
    return StepBuilder.step(
            AddConstraint.class,
            "add",
            constraint.kind().word(),
            constraint.name(),
            "to",
            table.toString())
        .run(statements)
        .undo(undo(table, constraint, facts))
        .requires(facts.after().constraint(table, constraint))
        .requires(TableStatements.primaryKeyOf(table, constraint))
        .provides(TableStatements.path(table, constraint));
  }

  /**
   * The server leaves NOT NULL on the columns of a dropped primary key; a column that was nullable
   * before becomes so again by its own change's undo.
   */
  private static Undo undo(QName table, Constraint constraint, PlanFacts facts) {
    return Undo.exactly(Alter.table(table, Alter.drop(constraint)));
  }

  /** No duplicates, and no NULLs in a primary key. */
  static List<Guard> guards(QName table, Constraint key, PlanFacts facts) {
    List<Guard> guards = new ArrayList<>();
    switch (key) {
      case Constraint.PrimaryKey primary -> {
        for (KeyPart part : primary.parts()) {
          if (part.columnName().filter(c -> wasNullable(table, c, facts)).isPresent()) {
            guards.add(noNulls(table, part.columnName().get()));
          }
        }
        guards.add(noDuplicates(table, primary.parts(), Optional.empty(), false));
      }
      case Constraint.Unique unique ->
          guards.add(
              noDuplicates(table, unique.parts(), Optional.empty(), unique.nullsNotDistinct()));
      case Constraint.Check ignored -> {}
      case Constraint.ForeignKey ignored -> {}
      case Constraint.Exclusion ignored -> {}
    }
    return guards;
  }

  private static boolean wasNullable(QName table, String column, PlanFacts facts) {
    Optional<Column> before =
        facts
            .tableBefore(table)
            .flatMap(
                (Table t) ->
                    t.columns().stream()
                        .filter(c -> facts.newestColumn(table, c.name()).equals(column))
                        .findFirst());
    return before.map(Column::nullable).orElse(false);
  }

  static Guard noNulls(QName table, String column) {
    return new Guard(
        GuardIds.NO_NULLS,
        String.join("", column, " of ", table.toString(), " is NULL"),
        new Guard.Condition.NoRow(
            table, Optional.of(new Expression.IsNull(new Expression.ColumnRef(column)))));
  }

  static Guard noDuplicates(
      QName table, List<KeyPart> parts, Optional<Expression> predicate, boolean nullsEqual) {
    List<Expression> operands = parts.stream().map(KeyPart::expression).toList();
    List<String> names = parts.stream().map(p -> p.columnName().orElse("an expression")).toList();
    return new Guard(
        GuardIds.NO_DUPLICATES,
        String.join("", "rows of ", table.toString(), " share ", String.join(", ", names)),
        new Guard.Condition.NoDuplicates(table, operands, predicate, nullsEqual));
  }

  /** A check, validated in a transaction of its own where the plan is online. */
  static final class AddCheck {
    private AddCheck() {}

    static List<Step> lower(QName table, Constraint.Check check, PlanFacts facts) {
      boolean scans = check.enforcement() == Enforcement.ENFORCED;
      if (!scans) {
        return List.of(
            step(table, check, facts)
                .effect(Effects.exclusive(table))
                .requires(made(table, facts))
                .build());
      }
      if (!facts.online()) {
        return List.of(
            step(table, check, facts)
                .effect(Effects.exclusiveScan(table))
                .guard(violations(table, check))
                .build());
      }
      Constraint.Check unchecked =
          new Constraint.Check(
              check.name(),
              check.condition(),
              check.noInherit(),
              Enforcement.NOT_VALID,
              check.comment());
      return List.of(
          step(table, unchecked, facts)
              .effect(Effects.in(Effect.Transaction.OWN, Effects.exclusive(table)))
              .build(),
          validate(table, check));
    }

    /** New partitions and heirs, which would have it valid if they came later. */
    private static List<ObjectPath> made(QName table, PlanFacts facts) {
      return LateConstraints.below(table, facts).stream()
          .filter(t -> !facts.existed(t))
          .map(ObjectPath::table)
          .toList();
    }

    private static Step validate(QName table, Constraint.Check check) {
      return StepBuilder.step(AddCheck.class, "validate check", check.name())
          .run(Alter.table(table, new TableAction.ValidateConstraint(check.name())))
          .effect(Effects.unblocking(table, true, Effect.Transaction.OWN))
          .guard(violations(table, check))
          .undo(new Undo.Nothing("validation leaves nothing behind but the constraint itself"))
          .requires(TableStatements.path(table, check))
          .build();
    }

    static Guard violations(QName table, Constraint.Check check) {
      return new Guard(
          GuardIds.NO_VIOLATIONS,
          String.join("", "rows of ", table.toString(), " violate ", check.name()),
          new Guard.Condition.NoRow(
              table, Optional.of(new Expression.IsTruth(check.condition(), "false"))));
    }
  }
}
