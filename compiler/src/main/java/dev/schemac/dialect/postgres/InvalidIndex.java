package dev.schemac.dialect.postgres;

import dev.schemac.model.QName;
import dev.schemac.sql.PostgresQuoting;
import dev.schemac.sql.SqlWriter;

/**
 * What a failed concurrent build left behind (§4.7). DROP INDEX CONCURRENTLY cannot depend on a
 * condition, so an invalid index is first renamed, which waits for nobody, and then dropped under
 * the name that only it can have.
 */
final class InvalidIndex {
  private InvalidIndex() {}

  /** Renames an invalid index of that name; raises where somebody is building it right now. */
  static String setAside(QName table, String index) {
    String name = Reference.text(table.withName(index));
    SqlWriter body = new SqlWriter(PostgresQuoting.INSTANCE);
    body.line(0).phrase("BEGIN");
    body.line(2).phrase("IF EXISTS (SELECT 1 FROM pg_index WHERE NOT indisvalid AND indexrelid =");
    body.phrase("to_regclass(").string(name).close(")) THEN");
    body.line(4).phrase("IF EXISTS (SELECT 1 FROM pg_stat_progress_create_index");
    body.phrase("WHERE index_relid = to_regclass(").string(name).close(")) THEN");
    body.line(6).phrase("RAISE EXCEPTION USING MESSAGE =");
    body.string("schemac guard no-build-running: index ".concat(name).concat(" is being built"));
    body.close(";").line(4).phrase("END IF;");
    body.line(4).phrase("ALTER INDEX").name(table.withName(index));
    body.phrase("RENAME TO").identifier(Names.invalid(index)).close(";");
    body.line(2).phrase("END IF;").line(0).phrase("END").line(0);
    SqlWriter sql = new SqlWriter(PostgresQuoting.INSTANCE).phrase("DO $leftover$");
    return sql.close(body.text()).close("$leftover$").text();
  }

  static String drop(QName table, String index) {
    SqlWriter sql =
        new SqlWriter(PostgresQuoting.INSTANCE).phrase("DROP INDEX CONCURRENTLY IF EXISTS");
    return sql.name(table.withName(Names.invalid(index))).text();
  }
}
