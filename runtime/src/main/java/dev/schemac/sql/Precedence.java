package dev.schemac.sql;

import dev.schemac.model.Expression;

/**
 * How tightly operators bind; a higher number binds tighter. The comparisons, {@code LIKE}, {@code
 * IN} and {@code IS} share one level whose operands are never bare comparisons, since the dialects
 * disagree about them.
 */
final class Precedence {
  static final int NONE = 0;
  static final int OR = 1;
  static final int XOR = 2;
  static final int AND = 3;
  static final int NOT = 4;
  static final int COMPARISON = 6;
  static final int OTHER = 8;
  static final int ADD = 12;
  static final int MULTIPLY = 13;
  static final int POWER = 14;
  static final int UNARY = 16;
  static final int COLLATE = 17;
  static final int CAST = 18;
  static final int ATOM = 20;

  private Precedence() {}

  static int of(Expression e, ExpressionSpelling spelling) {
    return switch (e) {
      case Expression.Unary(var operator, var ignored) -> operator.equals("not") ? NOT : UNARY;
      case Expression.Binary(var operator, var left, var right) -> of(operator, spelling);
      case Expression.In ignored -> COMPARISON;
      case Expression.IsNull ignored -> COMPARISON;
      case Expression.IsTruth ignored -> COMPARISON;
      case Expression.Collate ignored -> COLLATE;
      case Expression.Cast ignored -> spelling.castPrecedence();
      case Expression.Sql(var text) -> isClosed(text) ? ATOM : NONE;
      case Expression.NumberLiteral ignored -> ATOM;
      case Expression.StringLiteral ignored -> ATOM;
      case Expression.BooleanLiteral ignored -> ATOM;
      case Expression.NullLiteral ignored -> ATOM;
      case Expression.TypedLiteral ignored -> ATOM;
      case Expression.ColumnRef ignored -> ATOM;
      case Expression.QualifiedRef ignored -> ATOM;
      case Expression.SequenceRef ignored -> ATOM;
      case Expression.Star ignored -> ATOM;
      case Expression.Call ignored -> ATOM;
      case Expression.Case ignored -> ATOM;
      case Expression.ArrayLiteral ignored -> ATOM;
      case Expression.Row ignored -> ATOM;
    };
  }

  static int of(String operator, ExpressionSpelling spelling) {
    return switch (operator) {
      case "or" -> OR;
      case "xor" -> XOR;
      case "and" -> AND;
      case "=", "<>", "<", "<=", ">", ">=", "<=>", "like", "ilike", "regexp", "similar to" ->
          COMPARISON;
      case "is distinct from", "is not distinct from", "not like", "not ilike" -> COMPARISON;
      case "+", "-" -> ADD;
      case "*", "/", "%", "div", "mod" -> MULTIPLY;
      case "^" -> POWER;
      default -> spelling.otherPrecedence(operator);
    };
  }

  /** Whether text is one parenthesised group or one call, so that nothing can bind into it. */
  private static boolean isClosed(String text) {
    if (!text.endsWith(")")) {
      return text.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
    }
    int open = text.indexOf('(');
    return text.substring(0, open).strip().chars().allMatch(Character::isLetterOrDigit)
        && closes(text, open) == text.length() - 1;
  }

  private static int closes(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\'') {
        i = Math.max(i, text.indexOf('\'', i + 1));
      } else if (c == '(') {
        depth++;
      } else if (c == ')' && --depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
