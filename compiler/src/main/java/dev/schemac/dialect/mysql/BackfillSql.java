package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement;
import dev.schemac.sql.SqlWriter;
import java.util.List;

/** An update in batches, or at once where the table has no key to walk along. */
final class BackfillSql {
  private final Syntax syntax;
  private final DataSql data;

  BackfillSql(Syntax syntax) {
    this.syntax = syntax;
    this.data = new DataSql(syntax);
  }

  List<String> print(Statement.Backfill backfill) {
    if (backfill.key().isEmpty()) {
      return List.of(
          data.update(
              new Statement.Update(
                  backfill.table().name(), backfill.assignments(), backfill.where())));
    }
    return new BatchWalk(
            syntax, backfill.id(), backfill.table(), backfill.key(), backfill.batchRows())
        .print((sql, indent, range) -> update(sql, backfill, indent, range));
  }

  private void update(SqlWriter sql, Statement.Backfill backfill, int indent, Runnable range) {
    data.assignments(
        sql.line(indent).phrase("UPDATE").name(backfill.table().name()), backfill.assignments());
    sql.line(indent + 2).phrase("WHERE");
    range.run();
    backfill.where().ifPresent(w -> syntax.parenthesized(sql.phrase("AND"), w));
    sql.close(";");
  }
}
