package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement;
import dev.schemac.sql.MySqlMode;
import java.util.ArrayList;
import java.util.List;

/**
 * A zero in a column that counts would become the next value of the counter where it is copied,
 * unless the session, the trigger or the procedure says otherwise (manual, "Server SQL Modes",
 * {@code NO_AUTO_VALUE_ON_ZERO}).
 */
final class ZeroKeys {
  private ZeroKeys() {}

  static List<Statement> kept(CopiedTable table, Statement statement) {
    return kept(table, List.of(statement));
  }

  static List<Statement> kept(CopiedTable table, List<Statement> statements) {
    if (!table.counts()) {
      return statements;
    }
    List<Statement> all = new ArrayList<>();
    all.add(mode(MySqlMode.PINNED.concat(",NO_AUTO_VALUE_ON_ZERO")));
    all.addAll(statements);
    all.add(mode(MySqlMode.PINNED));
    return all;
  }

  private static Statement mode(String words) {
    return new Statement.SetVariable("SESSION sql_mode", String.join("", "'", words, "'"));
  }
}
