package dev.schemac.catalog.mysql;

import dev.schemac.model.Expression;

/**
 * What the server itself loses when it prints: of a character outside the basic plane it shows four
 * question marks in an expression.
 */
final class ShowLoss {
  private static final String LOST = "????";

  private ShowLoss() {}

  static void check(Expression expression, String part, ShowGaps gaps) {
    if (expression instanceof Expression.Sql(var text) && text.contains(LOST)) {
      gaps.add(part, text);
    }
  }
}
