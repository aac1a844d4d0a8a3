package dev.schemac.dialect.mysql;

import dev.schemac.model.Column;
import dev.schemac.model.DataType;
import dev.schemac.model.Table;
import dev.schemac.sql.SqlWriter;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Work on a whole table in batches: a stored procedure that walks along a unique key and commits
 * each batch, so that no lock is held for long. It is dropped afterwards, and an interrupted one is
 * replaced.
 *
 * @param key columns of the table, at least one
 */
record BatchWalk(Syntax syntax, String id, Table table, List<Column> key, int batchRows) {
  private static final Set<String> TEXTS = Set.of("char", "varchar");

  /** What is done to the rows of one batch. */
  interface Work {
    /**
     * Writes it, with its semicolon.
     *
     * @param range writes the condition that a row is of the batch
     */
    void write(SqlWriter sql, int indent, Runnable range);
  }

  List<String> print(Work work) {
    return List.of(
        procedure("DROP PROCEDURE IF EXISTS").text(),
        create(work),
        procedure("CALL").close("()").text(),
        procedure("DROP PROCEDURE").text());
  }

  private SqlWriter procedure(String keywords) {
    String name = "_sc_".concat(id.replace('-', '_'));
    String cut = name.length() > 64 ? name.substring(0, 64) : name;
    return syntax.beside(syntax.start(keywords), table.name(), cut);
  }

  private String create(Work work) {
    SqlWriter sql = procedure("CREATE PROCEDURE").close("()");
    sql.line(0).phrase("MODIFIES SQL DATA").line(0).phrase("BEGIN");
    sql.line(2).phrase("DECLARE finished bool DEFAULT FALSE;");
    declare(sql, "last_");
    declare(sql, "upto_");
    sql.line(2).phrase("DECLARE CONTINUE HANDLER FOR NOT FOUND SET finished = TRUE;");
    bound(sql.line(2), false);
    sql.line(2).phrase("WHILE NOT finished DO");
    work.write(sql, 4, () -> range(sql, true));
    sql.line(4).phrase("COMMIT;");
    sql.line(4).phrase("SET");
    numbers(sql, i -> variable(variable(sql, "last_", i).phrase("="), "upto_", i));
    sql.close(";");
    bound(sql.line(4), true);
    sql.line(2).phrase("END WHILE;");
    work.write(sql, 2, () -> range(sql, false));
    return sql.line(2).phrase("COMMIT;").line(0).phrase("END").text();
  }

  /** The last key of the next batch; NOT FOUND where fewer rows are left than a batch has. */
  private void bound(SqlWriter sql, boolean further) {
    sql.phrase("SELECT");
    columns(sql);
    sql.phrase("INTO");
    numbers(sql, i -> variable(sql, "upto_", i));
    sql.phrase("FROM").name(table.name());
    if (further) {
      beyond(sql.phrase("WHERE ("), ">", "last_");
      sql.close(")");
    }
    sql.phrase("ORDER BY");
    columns(sql);
    sql.phrase("LIMIT 1 OFFSET").number(batchRows - 1L).close(";");
  }

  private void range(SqlWriter sql, boolean bounded) {
    sql.phrase("(");
    variable(sql, "last_", 0).phrase("IS NULL OR");
    beyond(sql, ">", "last_");
    sql.close(")");
    if (bounded) {
      beyond(sql.phrase("AND ("), "<", "upto_");
      sql.phrase("OR");
      equal(sql, key.size(), "upto_");
      sql.close(")");
    }
  }

  /** {@code a > x OR a = x AND b > y}: the form for which the server uses the key's index. */
  private void beyond(SqlWriter sql, String comparison, String name) {
    for (int i = 0; i < key.size(); i++) {
      if (i > 0) {
        sql.phrase("OR");
        equal(sql, i, name);
        sql.phrase("AND");
      }
      variable(sql.identifier(key.get(i).name()).phrase(comparison), name, i);
    }
  }

  private void equal(SqlWriter sql, int count, String name) {
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        sql.phrase("AND");
      }
      variable(sql.identifier(key.get(i).name()).phrase("="), name, i);
    }
  }

  private void columns(SqlWriter sql) {
    sql.commaList(key, c -> sql.identifier(c.name()));
  }

  private void numbers(SqlWriter sql, IntConsumer element) {
    sql.commaList(IntStream.range(0, key.size()).boxed().toList(), element::accept);
  }

  private static SqlWriter variable(SqlWriter sql, String name, int number) {
    return sql.phrase(name.concat(Integer.toString(number + 1)));
  }

  /** A variable compares without conversion only under the column's own collation. */
  private void declare(SqlWriter sql, String name) {
    for (int i = 0; i < key.size(); i++) {
      Column column = key.get(i);
      variable(sql.line(2).phrase("DECLARE"), name, i);
      syntax.type(sql, column.type());
      if (column.type() instanceof DataType.Builtin type && TEXTS.contains(type.name())) {
        collation(sql, column);
      }
      sql.close(";");
    }
  }

  private void collation(SqlWriter sql, Column column) {
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
