package dev.schemac.dialect.mysql;

import dev.schemac.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** MariaDB's periods: two columns of a table that say from when to when a row holds. */
final class TablePeriods {
  static final String KEY = "period.";

  /** The option of a table that keeps what its rows were. */
  static final String HISTORY = "system_versioning";

  private static final String SYSTEM_TIME = "SYSTEM_TIME";

  private TablePeriods() {}

  /** Name → its two columns, both as they stand in SQL. */
  static SortedMap<String, String> of(Table table) {
    return of(table.options());
  }

  private static SortedMap<String, String> of(SortedMap<String, String> options) {
    SortedMap<String, String> periods = new TreeMap<>();
    options.forEach(
        (key, columns) -> {
          if (key.startsWith(KEY)) {
            periods.put(name(key.substring(KEY.length())), columns);
          }
        });
    return periods;
  }

  /** Whether a table's periods change: all of that is one statement with their columns. */
  static boolean differ(Table before, Table after) {
    return !of(before).equals(of(after));
  }

  /** Whether a history that is there already gets columns that tell of it. */
  static boolean namesHistory(Table before, Table after) {
    return before.options().containsKey(HISTORY)
        && after.options().containsKey(HISTORY)
        && !of(before).containsKey(SYSTEM_TIME)
        && of(after).containsKey(SYSTEM_TIME);
  }

  /** Whether a column is one end of a period of the table. */
  static boolean isEnd(Table table, String column) {
    String quoted = dev.schemac.sql.MySqlQuoting.INSTANCE.identifier(column);
    return of(table).values().stream()
        .anyMatch(columns -> columns.startsWith(quoted + ", ") || columns.endsWith(", " + quoted));
  }

  /** What {@code ALTER TABLE} says of periods and of the history that they keep. */
  static List<String> clauses(SortedMap<String, String> before, SortedMap<String, String> after) {
    List<String> clauses = new ArrayList<>();
    SortedMap<String, String> was = of(before);
    SortedMap<String, String> is = of(after);
    was.forEach(
        (name, columns) -> {
          if (!columns.equals(is.get(name))) {
            clauses.add("DROP PERIOD FOR " + name);
          }
        });
    boolean kept = after.containsKey(HISTORY);
    if (!kept && before.containsKey(HISTORY)) {
      clauses.add("DROP SYSTEM VERSIONING");
    }
    is.forEach(
        (name, columns) -> {
          if (!columns.equals(was.get(name))) {
            clauses.add("ADD PERIOD FOR " + name + " (" + columns + ")");
          }
        });
    if (kept && !before.containsKey(HISTORY)) {
      clauses.add("ADD SYSTEM VERSIONING");
    }
    return clauses;
  }

  /** Whether an option is no {@code key = value} of a statement. */
  static boolean isNoOption(String key) {
    return key.startsWith(KEY) || key.equals(HISTORY);
  }

  private static String name(String period) {
    return period.equals("system_time")
        ? SYSTEM_TIME
        : dev.schemac.sql.MySqlQuoting.INSTANCE.identifier(period);
  }
}
