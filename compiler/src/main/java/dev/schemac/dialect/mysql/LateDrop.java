package dev.schemac.dialect.mysql;

import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.QName;
import dev.schemac.model.Table;

/** Which columns go after the deploy, whatever else happens to their tables before it. */
final class LateDrop {
  private LateDrop() {}

  /**
   * Where phases count, a column goes after the deploy, in a step of its own. One that the table
   * cannot have any more once the other changes are made goes with them.
   */
  static boolean waits(Situation s, Change change) {
    return s.online()
        && change instanceof Change.DropColumn(var table, var column, var ignored)
        && !TablePeriods.isEnd(s.was(table), column.name())
        && !isInTheWay(s, table, column);
  }

  /**
   * A generated column that reads one which changes, a second one that counts or one whose keys go
   * before, and any where another engine takes over or partitions come, which may not know its
   * type.
   */
  private static boolean isInTheWay(Situation s, QName table, Column column) {
    boolean counts =
        column.identity().isPresent()
            && s.is(table).columns().stream().anyMatch(c -> c.identity().isPresent());
    boolean keyless = column.identity().isPresent() && losesKeys(s, table, column);
    boolean reads = readsChanging(s, table, column);
    Table was = s.was(table);
    Table is = s.is(table);
    boolean divided = AlterPartitions.differ(was, is) && !AlterPartitions.isIncremental(was, is);
    return counts || keyless || reads || divided || AlterTableOptions.changesEngine(was, is);
  }

  /** Whether a column reads one that changes, be it through others that are computed. */
  private static boolean readsChanging(Situation s, QName table, Column column) {
    boolean directly =
        s.changesOf(table).stream()
            .anyMatch(
                c ->
                    c instanceof Change.ModifyColumn modify
                        && Interference.reads(column, modify.after().name()));
    return directly
        || s.was(table).columns().stream()
            .anyMatch(c -> Interference.reads(column, c.name()) && readsChanging(s, table, c));
  }

  private static boolean losesKeys(Situation s, QName table, Column column) {
    return KeyCover.keys(s.was(table)).stream()
        .filter(k -> k.parts().getFirst().columnName().filter(column.name()::equals).isPresent())
        .allMatch(k -> s.changes(k.path()));
  }
}
