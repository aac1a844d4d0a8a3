package dev.schemac.sql;

import java.util.regex.Pattern;

/**
 * PostgreSQL's operands of {@code PARTITION BY} in the server's spelling. One with a collation or
 * an operator class is no expression: the parentheses of one would change what it means.
 */
public final class PartitionOperand {
  private static final String NAME = "(?:\"(?:[^\"]|\"\")*\"|[a-z_][a-z0-9_$]*)";
  private static final String QUALIFIED = NAME + "(?:\\." + NAME + ")?";
  private static final Pattern WITH_TAIL =
      Pattern.compile(
          "(?s)(?:"
              + NAME
              + "|.*\\))(?: COLLATE "
              + QUALIFIED
              + "(?: "
              + QUALIFIED
              + ")?| "
              + QUALIFIED
              + ")");

  private PartitionOperand() {}

  /** Whether a collation or an operator class stands behind the column or the expression. */
  public static boolean hasTail(String text) {
    return WITH_TAIL.matcher(text).matches();
  }
}
