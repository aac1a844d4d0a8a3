package dev.schemac.model;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Dialect options of an object: canonical key → canonical value, a flag being {@code true}; sorted,
 * so that output is stable.
 */
public final class Options {
  private static final SortedMap<String, String> NONE =
      Collections.unmodifiableSortedMap(new TreeMap<>());

  private Options() {}

  public static SortedMap<String, String> none() {
    return NONE;
  }

  /** An immutable copy. */
  public static SortedMap<String, String> copy(SortedMap<String, String> options) {
    return options.isEmpty() ? NONE : Collections.unmodifiableSortedMap(new TreeMap<>(options));
  }
}
