package dev.schemac.dialect.postgres;

import dev.schemac.model.DataType;
import dev.schemac.model.Dialect;
import dev.schemac.model.Expression;
import dev.schemac.model.QName;
import dev.schemac.model.ServerVersion;
import dev.schemac.sql.ExpressionWriter;
import dev.schemac.sql.PostgresQuoting;
import dev.schemac.sql.SqlWriter;
import dev.schemac.sql.TypeWriter;
import java.util.List;

/** The words that every kind of statement is made of: names, types, expressions, options. */
final class Syntax {
  private static final ExpressionWriter EXPRESSIONS = ExpressionWriter.of(Dialect.POSTGRES);
  private static final TypeWriter TYPES = TypeWriter.of(Dialect.POSTGRES);

  private final Capabilities capabilities;

  Syntax(ServerVersion version) {
    this.capabilities = new Capabilities(version);
  }

  Capabilities capabilities() {
    return capabilities;
  }

  /** A new text that begins with these keywords. */
  SqlWriter start(String keywords) {
    return new SqlWriter(PostgresQuoting.INSTANCE).phrase(keywords);
  }

  SqlWriter expression(SqlWriter sql, Expression expression) {
    return sql.raw(EXPRESSIONS.text(expression));
  }

  SqlWriter parenthesized(SqlWriter sql, Expression expression) {
    return expression(sql.phrase("("), expression).close(")");
  }

  SqlWriter type(SqlWriter sql, DataType type) {
    return sql.raw(TYPES.column(type));
  }

  /** {@code (a, b)}. */
  SqlWriter columns(SqlWriter sql, List<String> columns) {
    return sql.parenthesized(columns, sql::identifier);
  }

  /** {@code table.column}. */
  SqlWriter column(SqlWriter sql, QName table, String column) {
    return sql.name(table).glue(".").identifier(column);
  }

  /** A dollar-quoted body whose tag does not occur in it. */
  SqlWriter dollarQuoted(SqlWriter sql, String tag, String body) {
    String free = tag;
    while (body.contains(free.concat("$"))) {
      free = free.concat("_");
    }
    return sql.phrase("$").close(free).close("$").close(body).close("$").close(free).close("$");
  }

  /** An operand of an index or a key. */
  SqlWriter keyPart(SqlWriter sql, Expression expression) {
    return sql.raw(EXPRESSIONS.keyPart(expression));
  }

  /** What stands behind DEFAULT. */
  SqlWriter defaultValue(SqlWriter sql, Expression expression, DataType type) {
    return sql.raw(EXPRESSIONS.defaultValue(expression, type));
  }

  /** The expression over the columns of {@code NEW}. */
  SqlWriter overNewRow(SqlWriter sql, Expression expression) {
    return sql.raw(EXPRESSIONS.qualifiedBy("NEW").text(expression));
  }

  SqlWriter fragment() {
    return new SqlWriter(PostgresQuoting.INSTANCE);
  }
}
