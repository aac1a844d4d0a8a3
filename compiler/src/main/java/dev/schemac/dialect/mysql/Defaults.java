package dev.schemac.dialect.mysql;

import dev.schemac.model.Column;
import dev.schemac.model.DataType;
import dev.schemac.model.Dialect;
import dev.schemac.model.Expression;
import dev.schemac.sql.ExpressionWriter;
import java.util.Set;

/** Which kind of default a column has: the server treats them differently. */
final class Defaults {
  private static final ExpressionWriter WRITER = ExpressionWriter.of(Dialect.MYSQL);

  private static final Set<String> LONG =
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
          "vector");

  private Defaults() {}

  /** An expression that the server evaluates for each row; {@code ADD COLUMN} then copies. */
  static boolean isExpression(Column column) {
    return column.defaultValue().filter(v -> text(column, v).startsWith("(")).isPresent();
  }

  /** Whether a column may have another default than an expression. */
  static boolean isPossible(Column column) {
    return !NoCast.isShape(column)
        && !(column.type() instanceof DataType.Builtin type && LONG.contains(type.name()));
  }

  /** {@code CURRENT_TIMESTAMP}, which {@code ALTER COLUMN … SET DEFAULT} refuses (error 1064). */
  static boolean isCurrentTimestamp(Column column) {
    return column
        .defaultValue()
        .filter(v -> text(column, v).startsWith("CURRENT_TIMESTAMP"))
        .isPresent();
  }

  /** Whether {@code ALTER COLUMN … SET DEFAULT} writes the default as the definition would. */
  static boolean isTypeless(Column column) {
    return column
        .defaultValue()
        .filter(v -> text(column, v).equals(WRITER.defaultValue(v, DataType.Builtin.of("int"))))
        .isPresent();
  }

  private static String text(Column column, Expression value) {
    if (column.options().containsKey("default_expression")) {
      return "(".concat(WRITER.text(value)).concat(")");
    }
    return WRITER.defaultValue(value, column.type());
  }
}
