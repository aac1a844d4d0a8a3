package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement;
import dev.schemac.model.Column;
import dev.schemac.model.DataType;
import dev.schemac.model.Table;
import dev.schemac.sql.SqlWriter;
import java.util.List;
import java.util.Set;

/**
 * An update in batches: a stored procedure that walks along a unique key and commits each batch, so
 * that no lock is held for long. It is dropped afterwards, and an interrupted one is replaced.
 */
final class BackfillSql {
  private static final Set<String> TEXTS = Set.of("char", "varchar");

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
    return List.of(
        procedure("DROP PROCEDURE IF EXISTS", backfill).text(),
        create(backfill),
        procedure("CALL", backfill).close("()").text(),
        procedure("DROP PROCEDURE", backfill).text());
  }

  private SqlWriter procedure(String keywords, Statement.Backfill backfill) {
    String name = "_sc_".concat(backfill.id().replace('-', '_'));
    String cut = name.length() > 64 ? name.substring(0, 64) : name;
    return syntax.beside(syntax.start(keywords), backfill.table().name(), cut);
  }

  private String create(Statement.Backfill backfill) {
    SqlWriter sql = procedure("CREATE PROCEDURE", backfill).close("()");
    sql.line(0).phrase("MODIFIES SQL DATA").line(0).phrase("BEGIN");
    sql.line(2).phrase("DECLARE finished bool DEFAULT FALSE;");
    declare(sql, backfill, "last_");
    declare(sql, backfill, "upto_");
    sql.line(2).phrase("DECLARE CONTINUE HANDLER FOR NOT FOUND SET finished = TRUE;");
    bound(sql.line(2), backfill, false);
    sql.line(2).phrase("WHILE NOT finished DO");
    update(sql, backfill, "<=", "upto_");
    sql.line(4).phrase("COMMIT;");
    sql.line(4).phrase("SET");
    numbers(sql, backfill, i -> variable(variable(sql, "last_", i).phrase("="), "upto_", i));
    sql.close(";");
    bound(sql.line(4), backfill, true);
    sql.line(2).phrase("END WHILE;");
    update(sql, backfill, "", "");
    return sql.line(2).phrase("COMMIT;").line(0).phrase("END").text();
  }

  /** The last key of the next batch; NOT FOUND where fewer rows are left than a batch has. */
  private void bound(SqlWriter sql, Statement.Backfill backfill, boolean further) {
    sql.phrase("SELECT");
    columns(sql, backfill);
    sql.phrase("INTO");
    numbers(sql, backfill, i -> variable(sql, "upto_", i));
    sql.phrase("FROM").name(backfill.table().name());
    if (further) {
      beyond(sql.phrase("WHERE ("), backfill, ">", "last_");
      sql.close(")");
    }
    sql.phrase("ORDER BY");
    columns(sql, backfill);
    sql.phrase("LIMIT 1 OFFSET").number(backfill.batchRows() - 1L).close(";");
  }

  private void update(SqlWriter sql, Statement.Backfill backfill, String upto, String bound) {
    int indent = bound.isEmpty() ? 2 : 4;
    data.assignments(
        sql.line(indent).phrase("UPDATE").name(backfill.table().name()), backfill.assignments());
    sql.line(indent + 2).phrase("WHERE (");
    variable(sql, "last_", 0).phrase("IS NULL OR");
    beyond(sql, backfill, ">", "last_");
    sql.close(")");
    if (!bound.isEmpty()) {
      beyond(sql.phrase("AND ("), backfill, "<", bound);
      sql.phrase("OR");
      equal(sql, backfill, backfill.key().size(), bound);
      sql.close(")");
    }
    backfill.where().ifPresent(w -> syntax.parenthesized(sql.phrase("AND"), w));
    sql.close(";");
  }

  /** {@code a > x OR a = x AND b > y}: the form for which the server uses the key's index. */
  private void beyond(SqlWriter sql, Statement.Backfill backfill, String comparison, String name) {
    for (int i = 0; i < backfill.key().size(); i++) {
      if (i > 0) {
        sql.phrase("OR");
        equal(sql, backfill, i, name);
        sql.phrase("AND");
      }
      variable(sql.identifier(backfill.key().get(i).name()).phrase(comparison), name, i);
    }
  }

  private void equal(SqlWriter sql, Statement.Backfill backfill, int count, String name) {
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        sql.phrase("AND");
      }
      variable(sql.identifier(backfill.key().get(i).name()).phrase("="), name, i);
    }
  }

  private void columns(SqlWriter sql, Statement.Backfill backfill) {
    sql.commaList(backfill.key(), c -> sql.identifier(c.name()));
  }

  private static void numbers(
      SqlWriter sql, Statement.Backfill backfill, java.util.function.IntConsumer element) {
    List<Integer> all = java.util.stream.IntStream.range(0, backfill.key().size()).boxed().toList();
    sql.commaList(all, element::accept);
  }

  private static SqlWriter variable(SqlWriter sql, String name, int number) {
    return sql.phrase(name.concat(Integer.toString(number + 1)));
  }

  /** A variable compares without conversion only under the column's own collation. */
  private void declare(SqlWriter sql, Statement.Backfill backfill, String name) {
    for (int i = 0; i < backfill.key().size(); i++) {
      Column column = backfill.key().get(i);
      variable(sql.line(2).phrase("DECLARE"), name, i);
      syntax.type(sql, column.type());
      if (column.type() instanceof DataType.Builtin type && TEXTS.contains(type.name())) {
        collation(sql, backfill.table(), column);
      }
      sql.close(";");
    }
  }

  private void collation(SqlWriter sql, Table table, Column column) {
    String charset = column.options().get("charset");
    String set = charset == null ? table.options().get("charset") : charset;
    if (set != null) {
      syntax.word(sql.phrase("CHARACTER SET"), set);
    }
    String inherited = charset == null ? table.options().get("collate") : null;
    String collation = column.collation().orElse(inherited);
    if (collation != null) {
      syntax.word(sql.phrase("COLLATE"), collation);
    }
  }
}
