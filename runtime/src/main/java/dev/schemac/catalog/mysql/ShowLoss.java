package dev.schemac.catalog.mysql;

import dev.schemac.model.Expression;

/**
 * What the server itself loses when it prints: of a character outside the basic plane it shows four
 * question marks in an expression, and an old one a single one in a default.
 */
final class ShowLoss {
  private static final String LOST = "????";

  private ShowLoss() {}

  /** A default in quotes that may hold something else than it shows. */
  static void checkText(Expression expression, String part, ShowGaps gaps) {
    if (expression instanceof Expression.Sql(var text)
        && text.startsWith("'")
        && text.contains("?")
        && !text.contains(LOST)) {
      gaps.add(part, "default ".concat(text));
    }
  }

  static void check(Expression expression, String part, ShowGaps gaps) {
    if (expression instanceof Expression.Sql(var text) && text.contains(LOST)) {
      gaps.add(part, text);
    }
  }
}
