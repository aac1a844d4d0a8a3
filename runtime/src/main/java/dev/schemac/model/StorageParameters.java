package dev.schemac.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * PostgreSQL's storage parameters among the options of tables, indexes, views and columns. The
 * server keeps the order in which they are set, and prints it. They stand in the order in which the
 * manual lists them ("CREATE TABLE", "CREATE INDEX") unless the options say otherwise under {@link
 * #ORDER}.
 */
public final class StorageParameters {
  /** The option that keeps another order: all parameters' keys, blanks between them. */
  public static final String ORDER = "order of parameters";

  private static final String TOAST = "toast.";

  /** Options that are no parameters. */
  private static final Set<String> WORDS =
      Set.of(
          ORDER,
          "unlogged",
          "tablespace",
          "access_method",
          "row_security",
          "force_row_security",
          "owner",
          "replica_identity",
          "inherits",
          "of",
          "cluster",
          "statistics",
          "index_comment",
          "storage",
          "compression",
          Identity.COMMENT,
          Identity.PERSISTENCE,
          "identity_sequence",
          "no data");

  /** Those about vacuuming, which tables and their TOAST tables have. */
  public static final List<String> VACUUM =
      List.of(
          "autovacuum_enabled",
          "vacuum_index_cleanup",
          "vacuum_truncate",
          "autovacuum_vacuum_threshold",
          "autovacuum_vacuum_max_threshold",
          "autovacuum_vacuum_scale_factor",
          "autovacuum_vacuum_insert_threshold",
          "autovacuum_vacuum_insert_scale_factor",
          "autovacuum_analyze_threshold",
          "autovacuum_analyze_scale_factor",
          "autovacuum_vacuum_cost_delay",
          "autovacuum_vacuum_cost_limit",
          "autovacuum_freeze_min_age",
          "autovacuum_freeze_max_age",
          "autovacuum_freeze_table_age",
          "autovacuum_multixact_freeze_min_age",
          "autovacuum_multixact_freeze_max_age",
          "autovacuum_multixact_freeze_table_age",
          "log_autovacuum_min_duration",
          "vacuum_max_eager_freeze_failure_rate");

  private static final List<String> MANUAL =
      Stream.of(
              List.of("fillfactor", "toast_tuple_target", "parallel_workers"),
              VACUUM,
              List.of(
                  "user_catalog_table",
                  "deduplicate_items",
                  "buffering",
                  "fastupdate",
                  "gin_pending_list_limit",
                  "pages_per_range",
                  "autosummarize"))
          .flatMap(List::stream)
          .toList();

  /**
   * One parameter that an {@code ALTER} sets.
   *
   * @param value none where it is reset
   */
  public record Change(String key, Optional<String> value) {}

  private StorageParameters() {}

  /** Whether an option is a parameter; what has a column's name in it is none. */
  public static boolean is(String key) {
    return !WORDS.contains(key) && (key.indexOf('.') < 0 || key.startsWith(TOAST));
  }

  /** The parameters among the options, as they stand on the server. */
  public static List<Map.Entry<String, String>> of(SortedMap<String, String> options) {
    if (options.isEmpty()) {
      return List.of();
    }
    List<Map.Entry<String, String>> found = new ArrayList<>(options.entrySet());
    found.removeIf(e -> !is(e.getKey()));
    List<String> order = List.of(options.getOrDefault(ORDER, "").split(" "));
    found.sort(
        Comparator.comparingInt((Map.Entry<String, String> e) -> place(order, e.getKey()))
            .thenComparingInt(e -> place(e.getKey()))
            .thenComparing(Map.Entry::getKey));
    return found;
  }

  private static int place(List<String> order, String key) {
    int place = order.indexOf(key);
    return place < 0 ? order.size() : place;
  }

  /** A TOAST table's stand apart, behind those of its table. */
  private static int place(String key) {
    boolean toast = key.startsWith(TOAST);
    int place = MANUAL.indexOf(toast ? key.substring(TOAST.length()) : key);
    return (toast ? MANUAL.size() + 1 : 0) + (place < 0 ? MANUAL.size() : place);
  }

  /** The options with {@link #ORDER} where the parameters were written in another one. */
  public static SortedMap<String, String> ordered(
      SortedMap<String, String> options, List<String> written) {
    if (options.isEmpty()) {
      return options;
    }
    SortedMap<String, String> plain = new TreeMap<>(options);
    plain.remove(ORDER);
    List<String> wanted = new ArrayList<>(written);
    wanted.removeIf(key -> !is(key) || !plain.containsKey(key));
    wanted.sort(Comparator.comparing(key -> key.startsWith(TOAST)));
    if (!wanted.equals(of(plain).stream().map(Map.Entry::getKey).toList())) {
      plain.put(ORDER, String.join(" ", wanted));
    }
    return plain;
  }

  /**
   * From the parameters of one side to those of the other. One that is set goes behind all others,
   * so those that follow it are set again.
   */
  public static List<Change> changes(
      SortedMap<String, String> before, SortedMap<String, String> after) {
    List<Change> changes = new ArrayList<>();
    List<Map.Entry<String, String>> was = of(before);
    was.stream()
        .filter(e -> !after.containsKey(e.getKey()))
        .forEach(e -> changes.add(new Change(e.getKey(), Optional.empty())));
    List<Map.Entry<String, String>> is = of(after);
    int kept = 0;
    for (Map.Entry<String, String> e : was) {
      kept += kept < is.size() && is.get(kept).equals(e) ? 1 : 0;
    }
    is.stream()
        .skip(kept)
        .forEach(e -> changes.add(new Change(e.getKey(), Optional.of(e.getValue()))));
    return changes;
  }
}
