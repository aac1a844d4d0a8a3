package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement;
import dev.schemac.model.Expression;
import dev.schemac.sql.SqlWriter;
import java.util.List;
import java.util.Optional;

/** {@code INSERT}, {@code UPDATE}, {@code DELETE}. */
final class DataSql {
  private final Syntax syntax;

  DataSql(Syntax syntax) {
    this.syntax = syntax;
  }

  String insert(Statement.Insert insert) {
    SqlWriter sql = syntax.start("INSERT INTO").name(insert.table());
    syntax.columns(sql, insert.columns()).phrase("VALUES");
    return sql.commaList(insert.rows(), row -> row(sql.line(2), row)).text();
  }

  private void row(SqlWriter sql, List<Expression> row) {
    sql.parenthesized(row, value -> syntax.expression(sql, value));
  }

  String update(Statement.Update update) {
    SqlWriter sql = syntax.start("UPDATE").name(update.table());
    assignments(sql, update.assignments());
    where(sql, update.where());
    return sql.text();
  }

  String delete(Statement.Delete delete) {
    SqlWriter sql = syntax.start("DELETE FROM").name(delete.table());
    where(sql, delete.where());
    return sql.text();
  }

  void assignments(SqlWriter sql, List<Statement.Assignment> assignments) {
    sql.phrase("SET");
    sql.commaList(
        assignments, a -> syntax.expression(sql.identifier(a.column()).phrase("="), a.value()));
  }

  void where(SqlWriter sql, Optional<Expression> condition) {
    condition.ifPresent(c -> syntax.expression(sql.phrase("WHERE"), c));
  }
}
