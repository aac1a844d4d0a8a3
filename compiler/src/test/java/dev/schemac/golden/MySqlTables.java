package dev.schemac.golden;

import java.sql.Connection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The ids of InnoDB's tables and partitions: one that is written anew gets another. */
record MySqlTables(Map<String, Set<String>> ids) {
  private static final Pattern ENCODED = Pattern.compile("@([0-9a-f]{4})");

  static MySqlTables none() {
    return new MySqlTables(Map.of());
  }

  static MySqlTables of(Connection connection, TestDatabase database) {
    String tables = database.kind().target().isMariaDb() ? "innodb_sys_tables" : "innodb_tables";
    Map<String, Set<String>> ids = new HashMap<>();
    for (List<String> row :
        Query.rows(connection, "select name, table_id from information_schema." + tables)) {
      String[] parts = row.get(0).split("/", 2);
      if (parts.length == 2) {
        String table = parts[1].replaceAll("(?i)#p#.*", "");
        ids.computeIfAbsent(
                name(database.name(), decoded(parts[0]), decoded(table)), n -> new HashSet<>())
            .add(row.get(1));
      }
    }
    return new MySqlTables(ids);
  }

  /** As a plan names it. */
  static String name(String database, String schema, String table) {
    return schema.equals(database) ? table : schema + "." + table;
  }

  /** InnoDB writes other characters as {@code @0020}. */
  private static String decoded(String name) {
    return ENCODED
        .matcher(name)
        .replaceAll(m -> String.valueOf((char) Integer.parseInt(m.group(1), 16)));
  }

  /** Whether some rows are in another place; partitions that only come or go are not. */
  boolean rewritten(String table, MySqlTables now) {
    Set<String> was = ids.getOrDefault(table, Set.of());
    Set<String> is = now.ids.getOrDefault(table, Set.of());
    return !is.containsAll(was) && !was.containsAll(is);
  }
}
