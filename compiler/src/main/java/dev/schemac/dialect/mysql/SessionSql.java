package dev.schemac.dialect.mysql;

import dev.schemac.sql.SqlWriter;
import java.util.List;
import java.util.Map;

/**
 * What a routine, a trigger, an event or a view keeps of the session that makes it (manual, "Server
 * SQL Modes", "Stored Program Definitions"). The session takes it for the one statement and then
 * has its own again.
 */
final class SessionSql {
  private static final List<String> VARIABLES =
      List.of("sql_mode", "time_zone", "character_set_client", "collation_connection");

  private final Syntax syntax;

  SessionSql(Syntax syntax) {
    this.syntax = syntax;
  }

  /** The statement alone where the options name nothing: it gets the session's. */
  List<String> around(Map<String, String> options, String create) {
    List<String> named = VARIABLES.stream().filter(options::containsKey).toList();
    if (named.isEmpty()) {
      return List.of(create);
    }
    SqlWriter take = syntax.start("SET");
    SqlWriter giveBack = syntax.start("SET");
    String comma = "";
    for (String name : named) {
      take.close(comma).phrase(kept(name)).phrase("=").phrase(session(name)).close(",");
      take.phrase("SESSION").phrase(name).phrase("=").string(options.get(name));
      giveBack.close(comma).phrase("SESSION").phrase(name).phrase("=").phrase(kept(name));
      comma = ",";
    }
    return List.of(take.text(), create, giveBack.text());
  }

  private static String kept(String variable) {
    return "@schemac_".concat(variable);
  }

  private static String session(String variable) {
    return "@@SESSION.".concat(variable);
  }
}
