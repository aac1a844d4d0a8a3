package dev.schemac.dialect.mysql;

import dev.schemac.sql.MySqlQuoting;

/**
 * How triggers of a copy know what a mirror trigger writes: that sets a variable of the session to
 * the time, which is the same for all that one statement sets off and another one for the next
 * (manual, "NOW()"). Nothing has to be taken back, whatever becomes of the statement.
 */
final class MirrorMark {
  private static final String MOMENT = "NOW(6)";

  private MirrorMark() {}

  /** The assignment, for the mirror triggers of that name. */
  static String set(String mirror) {
    return String.join(" ", "SET", variable(mirror), "=", MOMENT);
  }

  static String isSet(String mirror) {
    return String.join(" ", variable(mirror), "<=>", MOMENT);
  }

  private static String variable(String mirror) {
    return "@".concat(MySqlQuoting.INSTANCE.identifier(mirror));
  }
}
