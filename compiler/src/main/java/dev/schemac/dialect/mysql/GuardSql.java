package dev.schemac.dialect.mysql;

import dev.schemac.model.Expression;
import dev.schemac.plan.Guard;
import dev.schemac.sql.SqlWriter;
import java.util.List;

/**
 * A guard as two statements. The first reads what must not be there, as a SELECT of its own: inside
 * a SET the server would lock every row that it reads, and writers would wait for all of them
 * (measured). The second stops: {@code SIGNAL} needs a body, so a time zone that does not exist
 * carries the message. The server shows the first 64 characters of it.
 */
final class GuardSql {
  private static final String PREFIX = "schemac guard: ";
  private static final String ROWS = "@schemac_rows";

  /** What is left of 64 characters behind the prefix and a count of up to six digits. */
  private static final int MESSAGE = 64 - PREFIX.length() - " (999999)".length();

  private final Syntax syntax;

  GuardSql(Syntax syntax) {
    this.syntax = syntax;
  }

  List<String> statements(Guard guard) {
    if (guard.condition() instanceof Guard.Condition.Never) {
      SqlWriter never = syntax.start("SET time_zone =");
      return List.of(never.string(PREFIX.concat(shortened(guard.message()))).text());
    }
    SqlWriter read = syntax.start("SELECT");
    count(read, guard.condition());
    String counted = read.phrase("INTO").phrase(ROWS).text();
    return List.of(counted, stop(guard.message()));
  }

  /** Stops with the message unless {@code @schemac_rows} is 0. */
  String stop(String message) {
    SqlWriter stop = syntax.start("SET time_zone = IF(".concat(ROWS).concat(" = 0,"));
    stop.phrase("@@session.time_zone,").line(2).phrase("CONCAT(");
    stop.string(PREFIX.concat(shortened(message)).concat(" (")).close(",");
    return stop.phrase(ROWS).close(",").string(")").close("))").text();
  }

  private static String shortened(String message) {
    return message.length() <= MESSAGE
        ? message
        : message.substring(0, MESSAGE - 1).stripTrailing().concat("…");
  }

  private void count(SqlWriter sql, Guard.Condition condition) {
    switch (condition) {
      case Guard.Condition.Never ignored -> sql.number(0);
      case Guard.Condition.NoDuplicates ignored -> {
        offending(sql.phrase("(SELECT COUNT(*) FROM ("), condition, "1");
        sql.close(") AS duplicates)");
      }
      case Guard.Condition.NoRow ignored -> {
        offending(sql.phrase("("), condition, "COUNT(*)");
        sql.close(")");
      }
      case Guard.Condition.NoOrphans ignored -> {
        offending(sql.phrase("("), condition, "COUNT(*)");
        sql.close(")");
      }
    }
  }

  private void offending(SqlWriter sql, Guard.Condition condition, String selected) {
    sql.phrase("SELECT").phrase(selected).phrase("FROM");
    switch (condition) {
      case Guard.Condition.Never ignored -> sql.phrase("DUAL");
      case Guard.Condition.NoRow(var table, var where) ->
          new DataSql(syntax).where(sql.name(table), where);
      case Guard.Condition.NoDuplicates duplicates -> duplicates(sql, duplicates);
      case Guard.Condition.NoOrphans orphans -> orphans(sql, orphans);
    }
  }

  private void duplicates(SqlWriter sql, Guard.Condition.NoDuplicates duplicates) {
    sql.name(duplicates.table());
    String joint = "WHERE";
    if (duplicates.where().isPresent()) {
      syntax.parenthesized(sql.phrase(joint), duplicates.where().get());
      joint = "AND";
    }
    if (!duplicates.nullsEqual()) {
      for (Expression operand : duplicates.operands()) {
        syntax.parenthesized(sql.phrase(joint), operand).phrase("IS NOT NULL");
        joint = "AND";
      }
    }
    sql.phrase("GROUP BY");
    sql.commaList(duplicates.operands(), o -> syntax.expression(sql, o));
    sql.phrase("HAVING COUNT(*) > 1");
  }

  private void orphans(SqlWriter sql, Guard.Condition.NoOrphans orphans) {
    sql.name(orphans.table()).phrase("AS child WHERE");
    pairs(sql, orphans.columns(), (column, i) -> row(sql, "child", column).phrase("IS NOT NULL"));
    sql.phrase("AND NOT EXISTS (SELECT 1 FROM").name(orphans.referenced());
    sql.phrase("AS parent WHERE");
    pairs(
        sql,
        orphans.columns(),
        (column, i) -> {
          row(sql, "parent", orphans.referencedColumns().get(i)).phrase("=");
          row(sql, "child", column);
        });
    sql.close(")");
  }

  private interface Element {
    void write(String column, int index);
  }

  private static void pairs(SqlWriter sql, List<String> columns, Element element) {
    for (int i = 0; i < columns.size(); i++) {
      if (i > 0) {
        sql.phrase("AND");
      }
      element.write(columns.get(i), i);
    }
  }

  private static SqlWriter row(SqlWriter sql, String row, String column) {
    return sql.phrase(row).glue(".").identifier(column);
  }
}
