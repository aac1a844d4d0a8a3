package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.Expression;
import dev.schemac.model.NotNull;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** NOT NULL comes and goes (NN-a, NN-g; online NN-1). */
final class ChangeNullability {
  private ChangeNullability() {}

  static List<Step> lower(Change.ModifyColumn change, PlanFacts facts) {
    return HeirNotNull.steps(change, facts).orElseGet(() -> plain(change, facts));
  }

  /** Whatever parents hand down. */
  static List<Step> plain(Change.ModifyColumn change, PlanFacts facts) {
    Column before = change.before();
    Column after = change.after();
    if (after.nullable()) {
      return before.nullable() ? List.of() : List.of(drop(change, facts));
    }
    if (before.nullable() == after.nullable()) {
      return ChangeNotNull.steps(change, facts);
    }
    return setting(
        new Change.ModifyColumn(
            change.table(),
            before,
            TakenNotNullNames.spelledOut(change.table(), after, facts),
            change.conversion(),
            change.values()),
        facts);
  }

  private static List<Step> setting(Change.ModifyColumn change, PlanFacts facts) {
    List<Step> steps =
        new ArrayList<>(
            facts.online()
                    && !ChangeIndex.isPartitioned(change.table(), facts)
                    && NotNull.of(change.after()).isEmpty()
                ? AddNotNullByValidatedCheck.steps(change, facts)
                : set(change, facts));
    ChangeNotNull.comment(change, Optional.empty()).ifPresent(steps::add);
    return steps;
  }

  private static Step drop(Change.ModifyColumn change, PlanFacts facts) {
    QName table = change.table();
    String column = change.after().name();
    return ChangeColumn.step(ChangeNullability.class, change, "drop not null of")
        .run(Alter.table(table, new TableAction.DropNotNull(column)))
        .effect(Effects.exclusive(table))
        .undo(Alter.table(table, new TableAction.SetNotNull(column)))
        .provides(ChangeNotNull.freed(change, facts))
        .requires(new ObjectPath(ObjectKind.PRIMARY_KEY, table, ""))
        .requires(
            LateConstraints.below(table, facts).stream()
                .map(heir -> new ObjectPath(ObjectKind.PRIMARY_KEY, heir, ""))
                .toList())
        .requires(ModifyTable.identified(table))
        .build();
  }

  private static List<Step> set(Change.ModifyColumn change, PlanFacts facts) {
    QName table = change.table();
    String column = change.after().name();
    boolean unchecked = NotNull.isNotValid(change.after());
    List<Step> steps = new ArrayList<>();
    ChangeColumn.backfill(change).ifPresent(value -> steps.add(fill(change, value, facts)));
    steps.add(
        ChangeColumn.step(ChangeNullability.class, change, "set not null on")
            .run(Alter.table(table, notNull(table, change.after(), facts)))
            .effect(unchecked ? Effects.exclusive(table) : Effects.exclusiveScan(table))
            .guards(unchecked ? List.of() : List.of(AddConstraint.noNulls(table, column)))
            .undo(Alter.table(table, new TableAction.DropNotNull(column)))
            .requires(ChangeNotNull.free(change))
            .build());
    return steps;
  }

  /** From 18 on under the name that its author gave. */
  private static TableAction notNull(QName table, Column column, PlanFacts facts) {
    boolean constraint = column.notNullName().isPresent() || !NotNull.of(column).isEmpty();
    return constraint && facts.can().namedNotNull()
        ? ChangeNotNull.added(table, column)
        : new TableAction.SetNotNull(column.name());
  }

  private static Step fill(Change.ModifyColumn change, Expression value, PlanFacts facts) {
    QName table = change.table();
    String column = change.after().name();
    Expression isNull = new Expression.IsNull(new Expression.ColumnRef(column));
    return ChangeColumn.step(ChangeNullability.class, change, "fill NULLs of")
        .run(
            RowUpdate.of(
                table,
                List.of(new Statement.Assignment(column, facts.overNewestNames(table, value))),
                Optional.of(isNull),
                facts))
        .effect(Effects.update(table))
        .releases(others(facts.readsOfOldRow(table, value), change.path()))
        .undo(new Undo.Statements(List.of(), Optional.of("which rows held NULL")))
        .build();
  }

  private static List<ObjectPath> others(java.util.Set<ObjectPath> paths, ObjectPath own) {
    return paths.stream().filter(p -> !p.equals(own)).toList();
  }
}
