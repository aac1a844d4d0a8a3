package dev.schemac.resolve.expression;

import java.util.Set;

/** Calls that the normal form understands without the table's help. */
final class NormalCalls {
  private static final Set<String> KNOWN =
      Set.of(
          "mod",
          "regexp_like",
          "nextval",
          "if",
          "isnull",
          "localtimestamp",
          "localtime",
          "current_user",
          "session_user",
          "cast",
          "exists");

  private NormalCalls() {}

  static boolean isKnown(String function) {
    return KNOWN.contains(function);
  }
}
