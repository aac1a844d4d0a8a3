package dev.schemac.dialect.postgres;

import dev.schemac.model.DataType;
import dev.schemac.model.Expression;
import dev.schemac.model.QName;
import dev.schemac.model.ServerVersion;
import dev.schemac.sql.SqlWriter;
import java.util.List;

/** The words that every kind of statement is made of: names, types, expressions, options. */
final class Syntax {
  private final Capabilities capabilities;

  Syntax(ServerVersion version) {
    this.capabilities = new Capabilities(version);
  }

  Capabilities capabilities() {
    return capabilities;
  }

  /** A new text that begins with these keywords. */
  SqlWriter start(String keywords) {
    return new SqlWriter(Quotes.POSTGRES).phrase(keywords);
  }

  SqlWriter expression(SqlWriter sql, Expression expression) {
    return sql.raw(ExpressionText.of(expression));
  }

  SqlWriter parenthesized(SqlWriter sql, Expression expression) {
    return expression(sql.phrase("("), expression).close(")");
  }

  SqlWriter type(SqlWriter sql, DataType type) {
    return sql.raw(ExpressionText.type(type));
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

  /** The text of one expression alone. */
  String text(Expression expression) {
    return expression(new SqlWriter(Quotes.POSTGRES), expression).text();
  }

  SqlWriter fragment() {
    return new SqlWriter(Quotes.POSTGRES);
  }
}
