package dev.schemac.sql;

import java.util.Set;

/**
 * The {@code sql_mode} of every session of schemac's own: strict, so that a value that does not fit
 * is an error and not another value (manual, "Server SQL Modes"). What is made in it keeps it.
 */
public final class MySqlMode {
  /** As it is set. */
  public static final String PINNED =
      "STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION";

  private MySqlMode() {}

  /** Whether the server's list says the same. */
  public static boolean isPinned(String printed) {
    return Set.of(printed.split(",")).equals(Set.of(PINNED.split(",")));
  }
}
