package dev.schemac.dialect.postgres;

import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.Table;
import dev.schemac.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Generated columns that stay as they are over a column that changes its type, which ALTER TYPE
 * refuses ("cannot alter type of a column used by a generated column"): they go before the first of
 * the columns that they read is converted, and are computed again behind the last one.
 */
final class RecreateComputed {
  private RecreateComputed() {}

  static List<Step> around(Change.ModifyColumn change, List<Step> steps, PlanFacts facts) {
    List<Step> all = new ArrayList<>();
    List<Step> back = new ArrayList<>();
    for (Change.ModifyColumn computed : computed(change, facts)) {
      List<Step> apart = ChangeGenerated.apart(computed, facts).steps();
      all.addAll(apart.subList(0, 1));
      back.addAll(apart.subList(1, apart.size()));
    }
    all.addAll(steps);
    all.addAll(back);
    return all;
  }

  /** Those for which this change is the first one to convert a column that they read. */
  private static List<Change.ModifyColumn> computed(Change.ModifyColumn change, PlanFacts facts) {
    List<Change.ModifyColumn> found = new ArrayList<>();
    Optional<Table> after = facts.tableAfter(change.table());
    Optional<Table> before = facts.renamed().table(change.table());
    for (Column column : after.map(Table::columns).orElse(List.of())) {
      Optional<Column> was = before.flatMap(t -> t.column(column.name()));
      boolean kept = facts.changesOf(ObjectPath.column(change.table(), column.name())).isEmpty();
      if (kept
          && was.isPresent()
          && first(after.get(), column, facts).equals(Optional.of(change))) {
        found.add(
            new Change.ModifyColumn(
                change.table(), was.get(), column, Optional.empty(), List.of()));
      }
    }
    return found;
  }

  private static Optional<Change> first(Table table, Column computed, PlanFacts facts) {
    return computed.generated().stream()
        .flatMap(
            g ->
                table.columns().stream()
                    .filter(c -> ColumnReferences.reads(g.expression(), c.name())))
        .flatMap(c -> facts.changesOf(ObjectPath.column(table.name(), c.name())).stream())
        .filter(c -> c instanceof Change.ModifyColumn m && converts(m))
        .findFirst();
  }

  private static boolean converts(Change.ModifyColumn change) {
    return ChangeType.concerns(change) && !ChangeType.sameType(change);
  }
}
