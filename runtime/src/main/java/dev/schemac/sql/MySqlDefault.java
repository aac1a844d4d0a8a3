package dev.schemac.sql;

import dev.schemac.model.DataType;
import dev.schemac.model.DataType.Builtin;
import dev.schemac.model.Expression;
import dev.schemac.model.Expression.Call;
import dev.schemac.model.Expression.Unary;
import java.util.Set;

/**
 * MySQL's DEFAULT: a literal bare, the current time as {@code CURRENT_TIMESTAMP} with the column's
 * fraction (manual, "Automatic Initialization and Updating": they must agree), anything else an
 * expression in parentheses ("Data Type Default Values").
 */
final class MySqlDefault {
  private static final Set<String> EXPRESSIONS_ONLY =
      Set.of(
          "tinytext",
          "text",
          "mediumtext",
          "longtext",
          "tinyblob",
          "blob",
          "mediumblob",
          "longblob",
          "json",
          "geometry",
          "point",
          "linestring",
          "polygon");

  private MySqlDefault() {}

  static String text(Expression e, DataType column, ExpressionWriter writer) {
    if (isNow(e) && isMoment(column)) {
      return "CURRENT_TIMESTAMP" + fraction((Builtin) column);
    }
    if (isUuid(e)
        && column instanceof Builtin(var name, var arguments, var ignored)
        && name.equals("binary")) {
      return "(uuid_to_bin(uuid()))";
    }
    boolean bare = isNull(e) || isLiteral(e) && !takesExpressionsOnly(column);
    return bare ? writer.text(e) : "(" + writer.text(e) + ")";
  }

  private static String fraction(Builtin column) {
    boolean whole = column.arguments().isEmpty() || column.arguments().get(0).equals("0");
    return whole ? "" : "(" + column.arguments().get(0) + ")";
  }

  private static boolean isNow(Expression e) {
    return e instanceof Call call && call.function().equals("now");
  }

  private static boolean isUuid(Expression e) {
    return e instanceof Call call && call.function().equals("uuid");
  }

  private static boolean isMoment(DataType column) {
    return column instanceof Builtin builtin
        && (builtin.name().equals("datetime") || builtin.name().equals("timestamp"));
  }

  private static boolean takesExpressionsOnly(DataType column) {
    return column instanceof Builtin builtin && EXPRESSIONS_ONLY.contains(builtin.name());
  }

  private static boolean isNull(Expression e) {
    return e instanceof Expression.NullLiteral;
  }

  private static boolean isLiteral(Expression e) {
    return e instanceof Expression.NumberLiteral
        || e instanceof Expression.StringLiteral
        || e instanceof Expression.BooleanLiteral
        || e instanceof Expression.TypedLiteral literal && !literal.prefix().equals("interval")
        || e instanceof Unary unary
            && unary.operator().equals("-")
            && unary.operand() instanceof Expression.NumberLiteral;
  }
}
