package dev.schemac.catalog.postgres;

import dev.schemac.model.StorageParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code reloptions}: {@code fillfactor=70}, in the order in which the server keeps them. */
final class StorageOptions {
  private StorageOptions() {}

  /** Adds those of a relation and of its TOAST table to its other options. */
  static void add(SortedMap<String, String> options, List<String> own, List<String> toast) {
    List<String> order = new ArrayList<>();
    put(options, own, "", order);
    put(options, toast, "toast.", order);
    SortedMap<String, String> ordered = StorageParameters.ordered(options, order);
    options.putAll(ordered);
  }

  static SortedMap<String, String> of(List<String> own) {
    SortedMap<String, String> found = new TreeMap<>();
    add(found, own, List.of());
    return found;
  }

  private static void put(
      SortedMap<String, String> options, List<String> read, String prefix, List<String> order) {
    for (String option : read) {
      int equals = option.indexOf('=');
      options.put(prefix + option.substring(0, equals), option.substring(equals + 1));
      order.add(prefix + option.substring(0, equals));
    }
  }
}
