package dev.schemac.dialect.mysql;

import dev.schemac.ddl.TableAction;
import dev.schemac.model.Column;
import dev.schemac.model.QName;
import java.util.List;
import java.util.Optional;

/**
 * A column that counts no longer stops in the statement that takes the last key from it: without
 * one the server lets it not count for a moment (error 1075).
 */
record StoppedCounter(Optional<Column> column) {

  /** The column that the key leaves without one. */
  static StoppedCounter of(Situation s, QName table, Optional<KeyCover.Key> key) {
    return new StoppedCounter(
        key.flatMap(
            k -> s.was(table).columns().stream().filter(c -> stops(s, table, c, k)).findFirst()));
  }

  private static boolean stops(Situation s, QName table, Column column, KeyCover.Key key) {
    boolean counts = column.identity().isPresent();
    boolean goesOn = s.is(table).column(column.name()).flatMap(Column::identity).isPresent();
    boolean renamed = !s.oldName(table, column.name()).equals(column.name());
    return counts
        && !goesOn
        && !renamed
        && isLast(
            s, key, KeyCover.keys(s.was(table)).stream().filter(k -> leads(k, column)).toList());
  }

  /** The other keys of a column go before the one with which it stops. */
  private static boolean isLast(Situation s, KeyCover.Key key, List<KeyCover.Key> all) {
    return !all.isEmpty()
        && all.getFirst().path().equals(key.path())
        && all.stream().allMatch(k -> s.changes(k.path()));
  }

  private static boolean leads(KeyCover.Key key, Column column) {
    return key.parts().getFirst().columnName().filter(column.name()::equals).isPresent();
  }

  List<TableAction> with(List<TableAction> actions) {
    return both(actions, column.map(c -> AddCounterColumn.plain(c, false)));
  }

  /** It counts again. */
  List<TableAction> again(List<TableAction> actions) {
    return both(actions, column);
  }

  Cost or(Cost cost) {
    return column.isPresent() ? Cost.COPY : cost;
  }

  private static List<TableAction> both(List<TableAction> actions, Optional<Column> modified) {
    return java.util.stream.Stream.concat(
            actions.stream(), modified.map(AddColumn::modifying).stream())
        .toList();
  }
}
