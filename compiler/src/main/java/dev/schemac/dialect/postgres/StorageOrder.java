package dev.schemac.dialect.postgres;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Predicate;

/**
 * Storage parameters in the order in which the manual lists them ("CREATE TABLE", "CREATE INDEX"):
 * the server keeps the order in which they are set, and prints it.
 */
final class StorageOrder {
  private static final List<String> FIRST =
      List.of(
          "fillfactor",
          "toast_tuple_target",
          "parallel_workers",
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
          "user_catalog_table",
          "deduplicate_items",
          "buffering",
          "fastupdate",
          "gin_pending_list_limit",
          "pages_per_range",
          "autosummarize");

  private StorageOrder() {}

  static List<Map.Entry<String, String>> of(
      SortedMap<String, String> options, Predicate<String> isParameter) {
    List<Map.Entry<String, String>> parameters = new ArrayList<>(options.entrySet());
    parameters.removeIf(e -> !isParameter.test(e.getKey()));
    parameters.sort(
        Comparator.comparingInt((Map.Entry<String, String> e) -> place(e.getKey()))
            .thenComparing(Map.Entry::getKey));
    return parameters;
  }

  private static int place(String key) {
    boolean toast = key.startsWith("toast.");
    int place = FIRST.indexOf(toast ? key.substring("toast.".length()) : key);
    return (toast ? FIRST.size() + 1 : 0) + (place < 0 ? FIRST.size() : place);
  }
}
