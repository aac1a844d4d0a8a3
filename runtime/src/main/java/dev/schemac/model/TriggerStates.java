package dev.schemac.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Whether a PostgreSQL trigger fires: everywhere by the option {@code enabled}, and on partitions
 * of its table that are switched otherwise by {@code disabled_on}, {@code enabled_on}, {@code
 * replica_on} and {@code always_on}, each with the names of the partitions.
 */
public final class TriggerStates {
  /** Behind a state: the option that names the partitions that have it. */
  public static final String ON = "_on";

  /** The states by their words. */
  public static final List<String> ALL = List.of("enabled", "disabled", "replica", "always");

  private TriggerStates() {}

  /** The partitions that are switched otherwise than their trigger, with their states. */
  public static Map<QName, String> ofPartitions(SortedMap<String, String> options) {
    Map<QName, String> found = new LinkedHashMap<>();
    for (String state : ALL) {
      String names = options.get(state + ON);
      if (names != null) {
        TableNames.read(names).forEach(n -> found.put(n, state));
      }
    }
    return found;
  }

  /** Whether an option names partitions. */
  public static boolean isOfPartitions(String key) {
    return key.endsWith(ON) && ALL.contains(key.substring(0, key.length() - ON.length()));
  }
}
