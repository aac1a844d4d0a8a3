package dev.schemac.dialect.mysql;

import dev.schemac.diff.Change;
import dev.schemac.model.Constraint;
import dev.schemac.plan.Lowered;
import java.util.List;

/**
 * Several changes ride together in a direct plan, and in an online one where one of them keeps
 * writers waiting anyway, or would if the server did not copy online: the table is then copied
 * once. Single partitions come and go alone. A direct plan writes the checks anew that the server
 * would spell otherwise.
 */
final class RidingTogether {
  private RidingTogether() {}

  static boolean isWorthIt(Situation s, List<Change> changes) {
    boolean incremental =
        changes.stream()
            .anyMatch(
                c ->
                    c instanceof Change.ModifyTable(var before, var after)
                        && AlterPartitions.isIncremental(before, after)
                        && (s.online() || changes.size() == 1));
    boolean remade =
        changes.stream()
            .anyMatch(
                c ->
                    c instanceof Change.ModifyColumn modify && isRemade(s, modify)
                        || c instanceof Change.ModifyTable(var before, var after)
                            && AlterTableOptions.changesEngine(before, after));
    boolean periods =
        changes.stream()
            .anyMatch(
                c ->
                    c instanceof Change.ModifyTable(var before, var after)
                        && TablePeriods.differ(before, after));
    boolean partitionKey =
        changes.stream()
            .anyMatch(
                c ->
                    c instanceof Change.RenameColumn(var table, var from, var to)
                        && AtOnce.keyOf(s.is(table)).contains(to));
    if (periods || partitionKey) {
      return !incremental && !isRefused(s, changes);
    }
    boolean respelled =
        !s.online()
            && changes.stream()
                .map(c -> c.path().owner())
                .distinct()
                .anyMatch(t -> AtOnce.spellsAnew(s, t));
    return (changes.size() > 1 || remade || respelled)
        && !incremental
        && (!s.online() || remade || changes.stream().anyMatch(c -> blocks(s, changes, c)));
  }

  private static boolean keepsBoth(Situation s, Change change) {
    return change instanceof Change.ModifyColumn modify && BothColumnsEligibility.isMet(s, modify);
  }

  private static boolean isRefused(Situation s, List<Change> changes) {
    return !s.capabilities().namesHistory()
        && changes.stream()
            .anyMatch(
                c ->
                    c instanceof Change.ModifyTable(var before, var after)
                        && TablePeriods.namesHistory(before, after));
  }

  /** Around a column that goes and comes back MariaDB's checks would lose their order, and keys. */
  private static boolean isRemade(Situation s, Change.ModifyColumn modify) {
    boolean keyed =
        GeneratedColumns.isRemade(modify)
            && ColumnCost.isIndexed(s.was(modify.table()), modify.after().name())
            && s.was(modify.table()).indexes().size() > 1;
    return keyed
        || NoCast.stops(s, modify)
        || ShortenedKeys.makes(s, modify)
        || !s.online() && s.capabilities().isMariaDb() && ModifyColumn.replaces(s, modify);
  }

  /**
   * A column that is kept beside its successor spares a copy, which another change may need; a
   * check may as well come by itself.
   */
  private static boolean blocks(Situation s, List<Change> changes, Change change) {
    boolean check = change instanceof Change.AddConstraint(var t, Constraint.Check c);
    if (keepsBoth(s, change) || check && changes.stream().anyMatch(c -> keepsBoth(s, c))) {
      return false;
    }
    Lowered alone = MySqlPatterns.alone(s, change);
    return alone.steps().stream().anyMatch(BlockingSteps::blocks);
  }
}
