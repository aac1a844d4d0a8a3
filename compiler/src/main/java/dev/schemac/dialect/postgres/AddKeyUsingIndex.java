package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.model.Constraint;
import dev.schemac.model.Index;
import dev.schemac.model.KeyPart;
import dev.schemac.model.QName;
import dev.schemac.plan.Guard;
import dev.schemac.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A unique constraint or a primary key without blocking writers (UQ-1, PK-1): the index is built
 * concurrently and then becomes the constraint's.
 */
final class AddKeyUsingIndex {
  private AddKeyUsingIndex() {}

  static List<Step> lower(QName table, Constraint key, PlanFacts facts) {
    List<KeyPart> parts = parts(key);
    boolean plain = parts.stream().noneMatch(p -> p.withoutOverlaps() || p.columnName().isEmpty());
    boolean partitioned =
        facts.tableAfter(table).filter(t -> t.partitioning().isPresent()).isPresent();
    if (!plain || partitioned) {
      return List.of(
          AddConstraint.step(table, key, facts)
              .effect(Effects.exclusiveScan(table))
              .guards(AddConstraint.guards(table, key, facts))
              .build());
    }
    List<Step> steps = new ArrayList<>();
    List<Guard> guards = AddConstraint.guards(table, key, facts);
    for (Step step : CreateIndexConcurrently.steps(table, index(key), guards, facts)) {
      steps.add(step);
    }
    steps.add(attach(table, key, facts));
    return steps;
  }

  private static Step attach(QName table, Constraint key, PlanFacts facts) {
    List<Statement> statements = new ArrayList<>();
    statements.add(Alter.table(table, new TableAction.AddConstraintUsingIndex(key, key.name())));
    statements.addAll(IndexMarks.of(table, key.name(), facts));
    TableStatements.comment(TableStatements.path(table, key), key.comment())
        .ifPresent(statements::add);
    return StepBuilder.step(
            AddKeyUsingIndex.class, "add", key.kind().word(), key.name(), "to", table.toString())
        .run(statements)
        .effect(Effects.exclusive(table))
        .undo(Alter.table(table, Alter.drop(key)), Alter.createIndex(table, index(key)))
        .requires(facts.after().constraint(table, key))
        .requires(TableStatements.primaryKeyOf(table, key))
        .requires(TableStatements.path(table, index(key)))
        .provides(TableStatements.path(table, key))
        .build();
  }

  private static List<KeyPart> parts(Constraint key) {
    return switch (key) {
      case Constraint.PrimaryKey primary -> primary.parts();
      case Constraint.Unique unique -> unique.parts();
      case Constraint.Check ignored -> List.of();
      case Constraint.ForeignKey ignored -> List.of();
      case Constraint.Exclusion exclusion -> exclusion.parts();
    };
  }

  /** The index behind a key, under the key's name. */
  static Index index(Constraint key) {
    List<String> include =
        switch (key) {
          case Constraint.PrimaryKey primary -> primary.include();
          case Constraint.Unique unique -> unique.include();
          case Constraint.Check ignored -> List.of();
          case Constraint.ForeignKey ignored -> List.of();
          case Constraint.Exclusion ignored -> List.of();
        };
    boolean nulls = key instanceof Constraint.Unique unique && unique.nullsNotDistinct();
    return new Index(
        key.name(),
        true,
        "btree",
        parts(key),
        include,
        Optional.empty(),
        nulls,
        Optional.empty(),
        key.options());
  }
}
