package dev.schemac.dialect.postgres;

import dev.schemac.model.Expression;
import dev.schemac.model.KeyPart;
import dev.schemac.sql.SqlWriter;
import java.util.List;

/** The operands of keys and indexes. */
final class KeySql {
  private final Syntax syntax;

  KeySql(Syntax syntax) {
    this.syntax = syntax;
  }

  void parts(SqlWriter sql, List<KeyPart> parts) {
    sql.parenthesized(parts, part -> part(sql, part));
  }

  private void part(SqlWriter sql, KeyPart part) {
    operand(sql, part.expression());
    part.collation().ifPresent(c -> sql.phrase("COLLATE").identifier(c));
    part.operatorClass().ifPresent(sql::raw);
    if (part.direction() == KeyPart.Direction.DESC) {
      sql.phrase("DESC");
    }
    part.nullsFirst().ifPresent(first -> sql.phrase(first ? "NULLS FIRST" : "NULLS LAST"));
    if (part.withoutOverlaps()) {
      sql.phrase("WITHOUT OVERLAPS");
    }
    part.operator().ifPresent(o -> sql.phrase("WITH").raw(o));
  }

  /** A column bare, a plain call bare, anything else in parentheses. */
  private void operand(SqlWriter sql, Expression expression) {
    switch (expression) {
      case Expression.ColumnRef column -> sql.identifier(column.name());
      case Expression.Call call when plainCall(call) -> syntax.expression(sql, call);
      case Expression other -> syntax.parenthesized(sql, other);
    }
  }

  /** Whether the call is written as one, rather than as an operator or a special form. */
  private boolean plainCall(Expression.Call call) {
    return syntax.text(call).startsWith(call.function().concat("("));
  }

  void include(SqlWriter sql, List<String> columns) {
    if (!columns.isEmpty()) {
      syntax.columns(sql.phrase("INCLUDE"), columns);
    }
  }
}
