package dev.schemac.dialect.mysql;

import dev.schemac.model.Table;
import java.util.SortedMap;
import java.util.TreeMap;

/** MariaDB's periods: two columns of a table that say from when to when a row holds. */
final class TablePeriods {
  static final String KEY = "period.";

  /** The option of a table that keeps what its rows were. */
  static final String HISTORY = "system_versioning";

  private TablePeriods() {}

  /** Name → its two columns, both as they stand in SQL. */
  static SortedMap<String, String> of(Table table) {
    SortedMap<String, String> periods = new TreeMap<>();
    table
        .options()
        .forEach(
            (key, columns) -> {
              if (key.startsWith(KEY)) {
                periods.put(name(key.substring(KEY.length())), columns);
              }
            });
    return periods;
  }

  /** Whether an option is no {@code key = value} of a statement. */
  static boolean isNoOption(String key) {
    return key.startsWith(KEY) || key.equals(HISTORY);
  }

  private static String name(String period) {
    return period.equals("system_time")
        ? "SYSTEM_TIME"
        : dev.schemac.sql.MySqlQuoting.INSTANCE.identifier(period);
  }
}
