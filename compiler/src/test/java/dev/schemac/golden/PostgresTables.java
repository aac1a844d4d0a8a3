package dev.schemac.golden;

import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The tables and views of a database at one moment, by object id. */
record PostgresTables(Map<String, Entry> entries) {
  private static final String TABLES =
      """
      select c.oid::text,
             case n.nspname when 'public' then '' else n.nspname || '.' end || c.relname,
             coalesce(pg_relation_filenode(c.oid)::text, ''), c.relkind::text, c.oid::regclass::text
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'v', 'm') and n.nspname <> 'information_schema'
        and n.nspname !~ '^pg_'
      """;

  /** Weakest first. */
  private static final List<String> MODES =
      List.of(
          "ACCESS SHARE",
          "ROW SHARE",
          "ROW EXCLUSIVE",
          "SHARE UPDATE EXCLUSIVE",
          "SHARE",
          "SHARE ROW EXCLUSIVE",
          "EXCLUSIVE",
          "ACCESS EXCLUSIVE");

  /**
   * A table or a view.
   *
   * @param name as a plan names it
   * @param sql as SQL names it
   */
  record Entry(String name, String fileNode, String kind, String sql) {
    boolean holdsRows() {
      return kind.equals("r") || kind.equals("p");
    }
  }

  /** Those that were there already. */
  PostgresTables within(PostgresTables older) {
    Map<String, Entry> both = new HashMap<>(entries);
    both.keySet().retainAll(older.entries().keySet());
    return new PostgresTables(both);
  }

  boolean is(String oid, String name) {
    return entries.containsKey(oid) && entries.get(oid).name().equals(name);
  }

  Set<String> names() {
    return entries.values().stream().map(Entry::name).collect(Collectors.toSet());
  }

  static PostgresTables of(Connection connection) {
    Map<String, Entry> entries = new HashMap<>();
    for (List<String> row : Query.rows(connection, TABLES)) {
      entries.put(row.get(0), new Entry(row.get(1), row.get(2), row.get(3), row.get(4)));
    }
    return new PostgresTables(entries);
  }

  /**
   * The strongest mode on each; {@code ACCESS SHARE}, which every query takes, is left out.
   *
   * @param locks rows of object id and mode
   */
  SortedMap<String, String> strongest(List<List<String>> locks) {
    SortedMap<String, String> strongest = new TreeMap<>();
    for (List<String> row : locks) {
      Entry entry = entries.get(row.get(0));
      String mode = words(row.get(1));
      if (entry != null && MODES.indexOf(mode) > 0) {
        strongest.merge(entry.name(), mode, (a, b) -> MODES.indexOf(a) > MODES.indexOf(b) ? a : b);
      }
    }
    return strongest;
  }

  /** {@code AccessExclusiveLock} → {@code ACCESS EXCLUSIVE}. */
  private static String words(String mode) {
    return mode.replaceAll("Lock$", "")
        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
        .toUpperCase(Locale.ROOT);
  }

  SortedSet<String> named(Iterable<String> oids) {
    SortedSet<String> names = new TreeSet<>();
    for (String oid : oids) {
      if (entries.containsKey(oid)) {
        names.add(entries.get(oid).name());
      }
    }
    return names;
  }

  /** Those that have another file now. */
  SortedSet<String> rewritten(PostgresTables now) {
    SortedSet<String> rewritten = new TreeSet<>();
    entries.forEach(
        (oid, was) -> {
          Entry is = now.entries().get(oid);
          if (is != null && !is.fileNode().equals(was.fileNode())) {
            rewritten.add(was.name());
          }
        });
    return rewritten;
  }
}
