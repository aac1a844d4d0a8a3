package dev.schemac.model;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Dialect options of an object: canonical key → canonical value, a flag being {@code true}; sorted,
 * so that output is stable.
 */
public final class Options {
  private static final SortedMap<String, String> NONE =
      Collections.unmodifiableSortedMap(new TreeMap<>());

  /** Options that are said by being there, on either dialect. */
  private static final Set<String> FLAGS =
      Set.of(
          "unlogged",
          "row_security",
          "force_row_security",
          "security_barrier",
          "security_invoker",
          "inherited",
          "aggregate",
          "invisible",
          "no_default",
          "default_expression",
          "compressed",
          "without_system_versioning",
          "system_versioning");

  /** Flags whose spelling PostgreSQL keeps, and that may be off. */
  private static final Set<String> SPELLED = Set.of("security_barrier", "security_invoker");

  private Options() {}

  /** Whether the bare key says it, any other option having a value. */
  public static boolean isFlag(String key) {
    return FLAGS.contains(key);
  }

  /** Whether the server keeps how a flag was written: {@code on}, {@code false}. */
  public static boolean isSpelled(String key) {
    return SPELLED.contains(key);
  }

  public static SortedMap<String, String> none() {
    return NONE;
  }

  /** An immutable copy. */
  public static SortedMap<String, String> copy(SortedMap<String, String> options) {
    return options.isEmpty() ? NONE : Collections.unmodifiableSortedMap(new TreeMap<>(options));
  }
}
