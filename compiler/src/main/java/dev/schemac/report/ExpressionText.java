package dev.schemac.report;

import dev.schemac.model.Expression;
import java.util.List;
import java.util.stream.Collectors;

/** Expressions for people, short and without regard to a dialect; never SQL that runs. */
final class ExpressionText {
  private static final int LONGEST = 60;

  private ExpressionText() {}

  static String of(Expression expression) {
    String text = text(expression);
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }

  private static String text(Expression expression) {
    return switch (expression) {
      case Expression.NumberLiteral(var text) -> text;
      case Expression.StringLiteral(var value) -> "'" + value.replace("'", "''") + "'";
      case Expression.BooleanLiteral(var value) -> Boolean.toString(value);
      case Expression.NullLiteral ignored -> "null";
      case Expression.TypedLiteral(var prefix, var value) -> prefix + " '" + value + "'";
      case Expression.ColumnRef(var name) -> name;
      case Expression.QualifiedRef(var parts) -> String.join(".", parts);
      case Expression.SequenceRef(var name) -> name.toString();
      case Expression.Call(var function, var arguments, var distinct) ->
          function + "(" + (distinct ? "distinct " : "") + list(arguments) + ")";
      case Expression.Star ignored -> "*";
      case Expression.Unary(var operator, Expression.IsNull(var operand))
          when operator.equals("not") ->
          nested(operand) + " is not null";
      case Expression.Unary(var operator, var operand) ->
          operator + (operator.equals("not") ? " " : "") + nested(operand);
      case Expression.Binary(var operator, var left, var right) ->
          nested(left) + " " + operator + " " + nested(right);
      case Expression.In(var operand, var list) -> nested(operand) + " in (" + list(list) + ")";
      case Expression.IsNull(var operand) -> nested(operand) + " is null";
      case Expression.IsTruth(var operand, var truth) -> nested(operand) + " is " + truth;
      case Expression.Case ignored -> "case … end";
      case Expression.Cast(var operand, var type) -> nested(operand) + "::" + type;
      case Expression.ArrayLiteral(var elements) -> "array[" + list(elements) + "]";
      case Expression.Row(var elements) -> "(" + list(elements) + ")";
      case Expression.Collate(var operand, var collation) ->
          nested(operand) + " collate " + collation;
      case Expression.Sql(var sql) -> sql;
    };
  }

  private static String nested(Expression expression) {
    String text = text(expression);
    return expression instanceof Expression.Binary || expression instanceof Expression.Case
        ? "(" + text + ")"
        : text;
  }

  private static String list(List<Expression> expressions) {
    return expressions.stream().map(ExpressionText::text).collect(Collectors.joining(", "));
  }
}
