package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.sql.SqlWriter;
import java.util.List;

/** {@code INSERT}, {@code UPDATE} and {@code DELETE}. */
final class RowsSql {
  private final Syntax syntax;

  RowsSql(Syntax syntax) {
    this.syntax = syntax;
  }

  List<String> insert(Statement.Insert insert) {
    SqlWriter sql = syntax.start("INSERT INTO").name(insert.table());
    syntax.columns(sql, insert.columns()).phrase("VALUES");
    for (int i = 0; i < insert.rows().size(); i++) {
      if (i > 0) {
        sql.close(",");
      }
      sql.line(2).parenthesized(insert.rows().get(i), v -> syntax.expression(sql, v));
    }
    return List.of(sql.text());
  }

  List<String> update(Statement.Update update) {
    SqlWriter sql = syntax.start("UPDATE").name(update.table());
    assignments(sql, update.assignments());
    update.where().ifPresent(w -> syntax.expression(sql.phrase("WHERE"), w));
    return List.of(sql.text());
  }

  void assignments(SqlWriter sql, List<Statement.Assignment> assignments) {
    sql.phrase("SET");
    sql.commaList(
        assignments, a -> syntax.expression(sql.identifier(a.column()).phrase("="), a.value()));
  }

  List<String> delete(Statement.Delete delete) {
    SqlWriter sql = syntax.start("DELETE FROM").name(delete.table());
    delete.where().ifPresent(w -> syntax.expression(sql.phrase("WHERE"), w));
    return List.of(sql.text());
  }
}
