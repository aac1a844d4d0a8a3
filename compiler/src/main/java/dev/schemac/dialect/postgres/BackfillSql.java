package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.model.Column;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import dev.schemac.sql.SqlWriter;
import java.util.List;
import java.util.function.Consumer;

/**
 * An update in batches, as a block that a plain client can run: it walks the table in pages of the
 * key, or in ranges of blocks where there is none, and commits after each page. COMMIT is allowed
 * in a DO block outside a transaction (manual, "Transaction Management" of PL/pgSQL).
 */
final class BackfillSql {
  private static final int BLOCKS = 100;
  private final Syntax syntax;
  private final RowsSql rows;

  BackfillSql(Syntax syntax) {
    this.syntax = syntax;
    this.rows = new RowsSql(syntax);
  }

  List<String> print(Statement.Backfill backfill) {
    SqlWriter body = syntax.fragment().line(0).phrase("#variable_conflict use_column");
    if (backfill.key().isEmpty()) {
      byBlocks(body, backfill);
    } else {
      byKey(body, backfill);
    }
    SqlWriter sql = syntax.start("DO");
    return List.of(
        syntax.dollarQuoted(sql, "backfill", body.line(0).phrase("END").line(0).text()).text());
  }

  /** From a page's first key to its last one; the next page begins behind it. */
  private void byKey(SqlWriter sql, Statement.Backfill backfill) {
    Table owner = backfill.table();
    QName table = backfill.table().name();
    sql.line(0).phrase("DECLARE");
    for (String bound : List.of("first_", "last_")) {
      for (int i = 0; i < backfill.key().size(); i++) {
        sql.line(2).identifier(variable(bound, i));
        syntax.type(sql, backfill.key().get(i).type()).close(";");
      }
    }
    sql.line(0).phrase("BEGIN");
    select(sql.line(2), backfill, "first_", keys -> from(keys, table));
    sql.phrase("LIMIT 1;").line(2).phrase("WHILE FOUND LOOP");
    select(
        sql.line(4),
        backfill,
        "last_",
        inner -> {
          inner.phrase("FROM (SELECT");
          keyList(inner, backfill.key());
          from(inner, table);
          compare(inner.phrase("WHERE"), backfill, ">=", "first_");
          order(inner, backfill.key(), "");
          inner.phrase("LIMIT").number(backfill.batchRows()).close(")").phrase("AS page");
        },
        "DESC");
    quiet(sql.phrase("LIMIT 1;"), owner).line(4).phrase("UPDATE").name(table);
    rows.assignments(sql, backfill.assignments());
    compare(sql.line(6).phrase("WHERE"), backfill, ">=", "first_");
    compare(sql.phrase("AND"), backfill, "<=", "last_");
    backfill.where().ifPresent(w -> syntax.parenthesized(sql.phrase("AND"), w));
    sql.close(";").line(4).phrase("COMMIT;");
    select(
        sql.line(4),
        backfill,
        "first_",
        keys -> compare(from(keys, table).phrase("WHERE"), backfill, ">", "last_"));
    sql.phrase("LIMIT 1;").line(2).phrase("END LOOP;");
  }

  /** Triggers behind {@code on update} leave the rows of this transaction alone. */
  private static SqlWriter quiet(SqlWriter sql, Table table) {
    if (RowUpdate.isWatched(table)) {
      sql.line(4).phrase("PERFORM set_config(").string(RowUpdate.SETTING).close(", 'on', true);");
    }
    return sql;
  }

  private void select(
      SqlWriter sql, Statement.Backfill backfill, String into, Consumer<SqlWriter> from) {
    select(sql, backfill, into, from, "");
  }

  private void select(
      SqlWriter sql,
      Statement.Backfill backfill,
      String into,
      Consumer<SqlWriter> from,
      String direction) {
    keyList(sql.phrase("SELECT"), backfill.key());
    sql.phrase("INTO");
    variables(sql, backfill, into);
    from.accept(sql);
    order(sql, backfill.key(), direction);
  }

  private static SqlWriter from(SqlWriter sql, QName table) {
    return sql.phrase("FROM").name(table);
  }

  private static void keyList(SqlWriter sql, List<Column> key) {
    // a first blank, then commas
    sql.commaList(key, c -> sql.identifier(c.name()));
  }

  private static void order(SqlWriter sql, List<Column> key, String direction) {
    sql.phrase("ORDER BY");
    sql.commaList(
        key,
        c -> {
          sql.identifier(c.name());
          if (!direction.isEmpty()) {
            sql.phrase(direction);
          }
        });
  }

  private static void compare(
      SqlWriter sql, Statement.Backfill backfill, String operator, String variables) {
    if (backfill.key().size() == 1) {
      sql.identifier(backfill.key().getFirst().name()).phrase(operator);
      variables(sql, backfill, variables);
      return;
    }
    sql.parenthesized(backfill.key(), c -> sql.identifier(c.name()));
    sql.phrase(operator).phrase("(");
    variables(sql, backfill, variables);
    sql.close(")");
  }

  private static void variables(SqlWriter sql, Statement.Backfill backfill, String prefix) {
    List<Integer> positions =
        java.util.stream.IntStream.range(0, backfill.key().size()).boxed().toList();
    sql.commaList(positions, i -> sql.identifier(variable(prefix, i)));
  }

  private static String variable(String prefix, int position) {
    return "schemac_".concat(prefix).concat(Integer.toString(position + 1));
  }

  /** Rows that move during the run were written by somebody else, and so passed the trigger. */
  private void byBlocks(SqlWriter sql, Statement.Backfill backfill) {
    QName table = backfill.table().name();
    sql.line(0).phrase("DECLARE").line(2).phrase("schemac_blocks bigint;");
    sql.line(2).phrase("schemac_block bigint := 0;").line(0).phrase("BEGIN").line(2);
    sql.phrase("SELECT pg_relation_size(").string(Reference.text(table)).close("::regclass)");
    sql.phrase("/ current_setting('block_size')::bigint INTO schemac_blocks;");
    sql.line(2).phrase("WHILE schemac_block <= schemac_blocks LOOP");
    quiet(sql, backfill.table()).line(4).phrase("UPDATE").name(table);
    rows.assignments(sql, backfill.assignments());
    sql.line(6).phrase("WHERE ctid >= format('(%s,0)', schemac_block)::tid AND ctid <");
    sql.phrase("format('(%s,0)', schemac_block +").number(BLOCKS).close(")::tid");
    backfill.where().ifPresent(w -> syntax.parenthesized(sql.phrase("AND"), w));
    sql.close(";").line(4).phrase("COMMIT;");
    sql.line(4).phrase("schemac_block := schemac_block +").number(BLOCKS).close(";");
    sql.line(2).phrase("END LOOP;");
  }
}
