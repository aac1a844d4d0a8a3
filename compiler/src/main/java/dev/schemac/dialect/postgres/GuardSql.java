package dev.schemac.dialect.postgres;

import dev.schemac.model.Expression;
import dev.schemac.model.QName;
import dev.schemac.plan.Guard;
import dev.schemac.plan.Guard.Condition;
import dev.schemac.sql.SqlWriter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A guard as a DO block that raises its message with the number of rows and one of them. */
final class GuardSql {
  /**
   * Guards before something that destroys what they look for: they lock the table, so that nothing
   * comes in between.
   */
  private static final Set<String> LOCKING =
      Set.of(GuardIds.TABLE_EMPTY, GuardIds.COLUMN_NULL, GuardIds.FITS, GuardIds.VALUE_UNUSED);

  private final Syntax syntax;

  GuardSql(Syntax syntax) {
    this.syntax = syntax;
  }

  String print(Guard guard) {
    return guard.condition() instanceof Condition.Never ? always(guard) : counted(guard);
  }

  /** Stops whatever the rows are. */
  private String always(Guard guard) {
    SqlWriter body = syntax.fragment().line(0).phrase("BEGIN").line(2);
    body.phrase("RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE =").string(text(guard));
    body.close(";").line(0).phrase("END").line(0);
    return syntax.dollarQuoted(syntax.start("DO"), "guard", body.text()).text();
  }

  private static String text(Guard guard) {
    return "schemac guard ".concat(guard.id()).concat(": ").concat(guard.message());
  }

  private String counted(Guard guard) {
    SqlWriter body = syntax.fragment().line(0).phrase("DECLARE");
    body.line(2).phrase("schemac_rows bigint;").line(2).phrase("schemac_sample text;");
    body.line(0).phrase("BEGIN");
    if (LOCKING.contains(guard.id())
        && guard.condition() instanceof Condition.NoRow(var t, var w)) {
      body.line(2).phrase("LOCK TABLE").name(t).phrase("IN ACCESS EXCLUSIVE MODE;");
    }
    count(body.line(2), guard.condition());
    body.close(";").line(2).phrase("IF schemac_rows > 0 THEN");
    body.line(4).phrase("RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat(");
    body.string(text(guard));
    body.close(
        ", ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ',"
            + " schemac_sample, ')');");
    body.line(2).phrase("END IF;").line(0).phrase("END").line(0);
    return syntax.dollarQuoted(syntax.start("DO"), "guard", body.text()).text();
  }

  private void count(SqlWriter sql, Condition condition) {
    switch (condition) {
      case Condition.NoRow(var table, var where) -> noRow(sql, table, where);
      case Condition.NoDuplicates c -> noDuplicates(sql, c);
      case Condition.NoOrphans c -> noOrphans(sql, c);
      case Condition.Never c -> throw new IllegalArgumentException(c.toString());
    }
  }

  private void noRow(SqlWriter sql, QName table, Optional<Expression> where) {
    // without an alias: an expression of the user's may name the table itself
    sql.phrase("SELECT count(*), min(left(CAST(ROW(").identifier(table.name());
    sql.close(".*) AS text), 200)) INTO schemac_rows, schemac_sample FROM").name(table);
    where.ifPresent(w -> syntax.expression(sql.phrase("WHERE"), w));
  }

  private void noDuplicates(SqlWriter sql, Condition.NoDuplicates c) {
    sql.phrase("SELECT sum(n), min(sample) INTO schemac_rows, schemac_sample FROM (");
    sql.line(4).phrase("SELECT count(*) AS n,");
    sample(sql, c.operands());
    sql.phrase("AS sample FROM").name(c.table());
    String word = "WHERE";
    if (c.where().isPresent()) {
      syntax.parenthesized(sql.phrase(word), c.where().get());
      word = "AND";
    }
    if (!c.nullsEqual()) {
      for (Expression operand : c.operands()) {
        syntax.parenthesized(sql.phrase(word), operand).phrase("IS NOT NULL");
        word = "AND";
      }
    }
    sql.phrase("GROUP BY");
    sql.commaList(c.operands(), o -> syntax.parenthesized(sql, o));
    sql.phrase("HAVING count(*) > 1) AS duplicates");
  }

  private void sample(SqlWriter sql, List<Expression> operands) {
    sql.phrase("left(concat_ws(', ',");
    sql.commaList(operands, o -> syntax.parenthesized(sql, o).close("::text"));
    sql.close("), 200)");
  }

  private void noOrphans(SqlWriter sql, Condition.NoOrphans c) {
    sql.phrase("SELECT count(*), min(left(concat_ws(', ',");
    sql.commaList(c.columns(), k -> child(sql, k).close("::text"));
    sql.close("), 200)) INTO schemac_rows, schemac_sample");
    sql.line(4).phrase("FROM").name(c.table()).phrase("AS child WHERE");
    for (String column : c.columns()) {
      child(sql, column).phrase("IS NOT NULL AND");
    }
    int last = c.columns().size() - 1;
    if (c.period()) {
      child(sql.line(4).phrase("NOT coalesce("), c.columns().get(last));
      sql.phrase("<@ (SELECT range_agg(parent").glue(".");
      sql.identifier(c.referencedColumns().get(last)).close(")").phrase("FROM");
    } else {
      sql.line(4).phrase("NOT EXISTS (SELECT 1 FROM");
    }
    sql.name(c.referenced()).phrase("AS parent WHERE");
    for (int i = 0; i < (c.period() ? last : last + 1); i++) {
      if (i > 0) {
        sql.phrase("AND");
      }
      sql.phrase("parent").glue(".").identifier(c.referencedColumns().get(i)).phrase("=");
      child(sql, c.columns().get(i));
    }
    sql.close(c.period() ? "), FALSE)" : ")");
  }

  private static SqlWriter child(SqlWriter sql, String column) {
    return sql.phrase("child").glue(".").identifier(column);
  }
}
