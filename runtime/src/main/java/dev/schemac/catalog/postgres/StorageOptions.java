package dev.schemac.catalog.postgres;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code reloptions}: {@code fillfactor=70}. */
final class StorageOptions {
  private StorageOptions() {}

  static SortedMap<String, String> of(List<String> options, String prefix) {
    SortedMap<String, String> found = new TreeMap<>();
    for (String option : options) {
      int equals = option.indexOf('=');
      found.put(prefix + option.substring(0, equals), option.substring(equals + 1));
    }
    return found;
  }
}
