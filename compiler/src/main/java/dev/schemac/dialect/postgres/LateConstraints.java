package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.Constraint.Enforcement;
import dev.schemac.model.NotNull;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import dev.schemac.plan.Step;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Checks and NOT NULLs that rows from before need not hold to, on a table with partitions or heirs:
 * one that is made later has them valid, so they come once all of these are there.
 */
final class LateConstraints {
  private LateConstraints() {}

  /** The table without them. */
  static Table without(Table table, PlanFacts facts) {
    if (!isConcerned(table) || below(table.name(), facts).isEmpty()) {
      return table;
    }
    List<Constraint> kept = new ArrayList<>(table.constraints());
    kept.removeAll(checks(table));
    return table
        .withConstraints(kept)
        .withColumns(
            table.columns().stream().map(c -> NotNull.isNotValid(c) ? nullable(c) : c).toList());
  }

  private static boolean isConcerned(Table table) {
    return !checks(table).isEmpty() || !columns(table).isEmpty();
  }

  private static Column nullable(Column column) {
    return column
        .withNullable(true)
        .withNotNullName(Optional.empty())
        .withOptions(new TreeMap<>(NotNull.without(column.options())));
  }

  /** The step that adds them; none where there are none. */
  static Optional<Step> step(Table table, PlanFacts facts) {
    Set<QName> below = isConcerned(table) ? below(table.name(), facts) : Set.of();
    List<Statement> statements = new ArrayList<>();
    StepBuilder step =
        StepBuilder.step(
            LateConstraints.class, "add what is not valid to", table.name().toString());
    if (below.isEmpty()) {
      return Optional.empty();
    }
    for (Constraint.Check check : checks(table)) {
      statements.add(Alter.table(table.name(), Alter.add(check)));
      TableStatements.comment(TableStatements.path(table.name(), check), check.comment())
          .ifPresent(statements::add);
      step.provides(TableStatements.path(table.name(), check));
    }
    List<Column> own = columns(table).stream().filter(c -> !isAbove(table, c, facts)).toList();
    for (Column column : own) {
      TableStatements.notValid(table.name(), column).ifPresent(statements::add);
      TableStatements.comment(
              TableStatements.notNull(table.name(), column), NotNull.comment(column))
          .ifPresent(statements::add);
    }
    return statements.isEmpty()
        ? Optional.empty()
        : Optional.of(
            step.run(statements)
                .effect(Effects.exclusive(table.name()))
                .undo(undo(table))
                .requires(ObjectPath.table(table.name()))
                .requires(below.stream().map(ObjectPath::table).toList())
                .build());
  }

  /** Whether a partition has it from its parent. */
  private static boolean isAbove(Table partition, Column column, PlanFacts facts) {
    return partition
        .partitionOf()
        .flatMap(p -> facts.tableAfter(p.parent()))
        .flatMap(t -> t.column(column.name()))
        .filter(NotNull::isNotValid)
        .isPresent();
  }

  private static Statement[] undo(Table table) {
    List<Statement> all = new ArrayList<>();
    checks(table).forEach(c -> all.add(Alter.table(table.name(), Alter.drop(c))));
    columns(table)
        .forEach(
            c ->
                all.add(
                    Alter.table(
                        table.name(), new dev.schemac.ddl.TableAction.DropNotNull(c.name()))));
    return all.toArray(Statement[]::new);
  }

  private static List<Constraint.Check> checks(Table table) {
    return table.constraints().stream()
        .filter(Constraint.Check.class::isInstance)
        .map(Constraint.Check.class::cast)
        .filter(c -> c.enforcement() == Enforcement.NOT_VALID && !c.noInherit())
        .toList();
  }

  private static List<Column> columns(Table table) {
    return table.columns().stream()
        .filter(c -> NotNull.isNotValid(c) && !NotNull.isNoInherit(c))
        .toList();
  }

  /** Partitions and heirs in the newer schema, to any depth. */
  static Set<QName> below(QName table, PlanFacts facts) {
    Set<QName> all = new LinkedHashSet<>();
    for (QName child : facts.children(table)) {
      if (all.add(child)) {
        all.addAll(below(child, facts));
      }
    }
    return all;
  }
}
