package dev.schemac.dialect.mysql;

import dev.schemac.model.SchemaObject;
import dev.schemac.sql.MySqlDefiner;
import dev.schemac.sql.SqlWriter;
import java.util.Map;

/**
 * {@code CREATE VIEW}. Algorithm, definer, security and check option have to be said again by every
 * {@code OR REPLACE}.
 */
final class ViewSql {
  private final Syntax syntax;

  ViewSql(Syntax syntax) {
    this.syntax = syntax;
  }

  String create(SchemaObject.View view, boolean replace) {
    if (view.materialized()) {
      throw new IllegalArgumentException("MySQL has no materialised views");
    }
    Map<String, String> options = view.options();
    SqlWriter sql = syntax.start(replace ? "CREATE OR REPLACE" : "CREATE");
    if (options.containsKey("algorithm")) {
      sql.phrase("ALGORITHM =").phrase(ServerWord.of(options.get("algorithm")));
    }
    MySqlDefiner.write(sql, options.get("definer"));
    if (options.containsKey("sql_security")) {
      sql.phrase("SQL SECURITY").phrase(ServerWord.of(options.get("sql_security")));
    }
    sql.phrase("VIEW").name(view.name());
    if (!view.columns().isEmpty()) {
      syntax.columns(sql, view.columns());
    }
    sql.phrase("AS").line(0).raw(view.query());
    checkOption(sql, options);
    return sql.text();
  }

  private static void checkOption(SqlWriter sql, Map<String, String> options) {
    String check = options.get("check_option");
    if (check != null) {
      sql.line(0).phrase("WITH");
      if (!check.equals("true")) {
        sql.phrase(ServerWord.of(check));
      }
      sql.phrase("CHECK OPTION");
    }
  }
}
