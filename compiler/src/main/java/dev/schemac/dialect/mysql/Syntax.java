package dev.schemac.dialect.mysql;

import dev.schemac.model.DataType;
import dev.schemac.model.Dialect;
import dev.schemac.model.Expression;
import dev.schemac.model.QName;
import dev.schemac.model.Target;
import dev.schemac.sql.ExpressionWriter;
import dev.schemac.sql.MySqlQuoting;
import dev.schemac.sql.SqlWriter;
import dev.schemac.sql.TypeWriter;
import java.util.List;

/** The words that every kind of statement is made of: names, types, expressions, lists. */
final class Syntax {
  private final Capabilities capabilities;
  private final ExpressionWriter expressions = ExpressionWriter.of(Dialect.MYSQL);
  private final TypeWriter types = TypeWriter.of(Dialect.MYSQL);

  Syntax(Target target) {
    this.capabilities = new Capabilities(target);
  }

  Capabilities capabilities() {
    return capabilities;
  }

  /** Whether MariaDB's words are wanted where they are others than MySQL's. */
  boolean isMariaDb() {
    return capabilities.isMariaDb();
  }

  /** A new text that begins with these keywords. */
  SqlWriter start(String keywords) {
    return fragment().phrase(keywords);
  }

  SqlWriter fragment() {
    return new SqlWriter(MySqlQuoting.INSTANCE);
  }

  SqlWriter expression(SqlWriter sql, Expression expression) {
    return sql.raw(expressions.text(expression));
  }

  /** The expression over another row: {@code NEW}, an alias. */
  SqlWriter expressionOver(SqlWriter sql, String row, Expression expression) {
    return sql.raw(expressions.qualifiedBy(row).text(expression));
  }

  /** The expression over a row of that table. */
  SqlWriter expressionOf(SqlWriter sql, QName table, Expression expression) {
    return expressionOver(sql, fragment().name(table).text(), expression);
  }

  /** What an upsert says for a row that stays as it is. */
  SqlWriter stays(SqlWriter sql, QName table, String column) {
    return sql.identifier(column).phrase("=").name(table).glue(".").identifier(column);
  }

  SqlWriter parenthesized(SqlWriter sql, Expression expression) {
    return expression(sql.phrase("("), expression).close(")");
  }

  SqlWriter keyPart(SqlWriter sql, Expression expression) {
    return sql.raw(expressions.keyPart(expression));
  }

  /** What stands behind {@code DEFAULT}. */
  SqlWriter defaultValue(SqlWriter sql, Expression value, DataType type) {
    return sql.raw(expressions.defaultValue(value, type));
  }

  SqlWriter onUpdate(SqlWriter sql, Expression value, DataType type) {
    return sql.raw(expressions.onUpdate(value, type));
  }

  SqlWriter type(SqlWriter sql, DataType type) {
    return sql.raw(types.column(type));
  }

  /** {@code (a, b)}. */
  SqlWriter columns(SqlWriter sql, List<String> columns) {
    return sql.parenthesized(columns, sql::identifier);
  }

  /** An object that lives in the database of its table: a trigger, a procedure. */
  SqlWriter beside(SqlWriter sql, QName table, String name) {
    return sql.name(table.withName(name));
  }

  /** A server word such as an engine or a charset; a string where it is none. */
  SqlWriter word(SqlWriter sql, String value) {
    return value.matches("[A-Za-z0-9_.-]+") ? sql.raw(value) : sql.string(value);
  }
}
