package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.Statement.Assignment;
import dev.schemac.model.Expression;
import dev.schemac.sql.SqlWriter;
import java.util.List;

/**
 * Rows into another table, in batches or at once. Each row is locked for reading until it is
 * copied, so that whoever changes it comes before or behind, and triggers do the change to the copy
 * then. {@code READ COMMITTED} locks no gaps: inserts go on (manual, "Locks Set by Different SQL
 * Statements in InnoDB").
 */
final class CopyRowsSql {
  private final Syntax syntax;

  CopyRowsSql(Syntax syntax) {
    this.syntax = syntax;
  }

  List<String> print(Statement.CopyRows rows) {
    if (rows.key().isEmpty()) {
      return List.of(insert(syntax.fragment(), rows).text());
    }
    return new BatchWalk(syntax, rows.id(), rows.table(), rows.key(), rows.batchRows())
        .print((sql, indent, range) -> batch(sql, rows, indent, range));
  }

  private SqlWriter insert(SqlWriter sql, Statement.CopyRows rows) {
    List<String> columns = rows.values().stream().map(Assignment::column).toList();
    syntax.columns(sql.phrase("INSERT INTO").name(rows.to()), columns).phrase("SELECT");
    sql.commaList(rows.values(), v -> syntax.expression(sql, v.value()));
    return sql.phrase("FROM").name(rows.table().name());
  }

  private void batch(SqlWriter sql, Statement.CopyRows rows, int indent, Runnable range) {
    sql.line(indent).phrase("COMMIT;");
    sql.line(indent).phrase("SET TRANSACTION ISOLATION LEVEL READ COMMITTED;");
    insert(sql.line(indent), rows).line(indent + 2).phrase("WHERE");
    range.run();
    sql.phrase("LOCK IN SHARE MODE").line(indent + 2).phrase("ON DUPLICATE KEY UPDATE");
    Expression first = new Expression.ColumnRef(rows.key().getFirst().name());
    rows.values().stream()
        .filter(v -> v.value().equals(first))
        .findFirst()
        .ifPresent(v -> syntax.stays(sql, rows.to(), v.column()));
    sql.close(";");
  }
}
