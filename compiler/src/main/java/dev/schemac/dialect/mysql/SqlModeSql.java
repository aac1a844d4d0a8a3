package dev.schemac.dialect.mysql;

import dev.schemac.sql.SqlWriter;
import java.util.List;
import java.util.Map;

/**
 * The mode that a routine or a trigger runs in: the server keeps the one of the session that made
 * it (manual, "Server SQL Modes"). So the session takes that mode for the one statement and then
 * its own again.
 */
final class SqlModeSql {
  private static final String KEPT = "@schemac_sql_mode";

  private final Syntax syntax;

  SqlModeSql(Syntax syntax) {
    this.syntax = syntax;
  }

  /** The statement alone where the options name no mode: it gets the session's. */
  List<String> around(Map<String, String> options, String create) {
    String mode = options.get("sql_mode");
    if (mode == null) {
      return List.of(create);
    }
    SqlWriter take = syntax.start("SET").phrase(KEPT).phrase("= @@SESSION.sql_mode").close(",");
    SqlWriter giveBack = syntax.start("SET SESSION sql_mode =").phrase(KEPT);
    return List.of(take.phrase("SESSION sql_mode =").string(mode).text(), create, giveBack.text());
  }
}
