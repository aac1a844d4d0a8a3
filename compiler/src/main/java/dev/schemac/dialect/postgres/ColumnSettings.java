package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.model.QName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A column's settings change. The server takes some of them to all partitions and heirs, also to
 * those that say otherwise, and some to none; a new one gets how values are stored and nothing
 * else. So where there are such tables, each is changed by itself.
 */
final class ColumnSettings {
  private static final Set<String> HANDED_DOWN = Set.of("storage", "compression");

  private ColumnSettings() {}

  static List<Statement> statements(
      QName table,
      String column,
      SortedMap<String, String> before,
      SortedMap<String, String> after,
      PlanFacts facts) {
    List<QName> below = Below.staying(table, facts);
    List<Statement> all = new ArrayList<>();
    all.add(set(table, column, before, after, !below.isEmpty()));
    SortedMap<String, String> was = handedDown(before);
    SortedMap<String, String> will = handedDown(after);
    if (!was.equals(will)) {
      below.stream()
          .filter(t -> Below.follows(t, table, column, facts))
          .forEach(t -> all.add(set(t, column, was, will, true)));
    }
    return all;
  }

  private static Statement set(
      QName table,
      String column,
      SortedMap<String, String> before,
      SortedMap<String, String> after,
      boolean alone) {
    return Alter.table(table, new TableAction.SetColumnOptions(column, before, after, alone));
  }

  private static SortedMap<String, String> handedDown(SortedMap<String, String> settings) {
    SortedMap<String, String> found = new TreeMap<>(settings);
    found.keySet().retainAll(HANDED_DOWN);
    return found;
  }
}
