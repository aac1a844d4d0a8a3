package dev.schemac.dialect.mysql;

import dev.schemac.model.QName;
import dev.schemac.sql.SqlWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * The next value of a table's counter for its copy, which would begin behind the largest value that
 * is there: values of rows that are gone are not given again.
 */
final class CounterSql {
  private final Syntax syntax;

  CounterSql(Syntax syntax) {
    this.syntax = syntax;
  }

  List<String> copy(QName table, QName to) {
    List<String> texts = new ArrayList<>();
    if (!syntax.isMariaDb()) {
      // The server would tell what it knew a day ago (manual, "information_schema_stats_expiry").
      texts.add("SET SESSION information_schema_stats_expiry = 0");
    }
    texts.add(next(table, to));
    texts.add("PREPARE schemac_counter FROM @schemac_counter");
    texts.add("EXECUTE schemac_counter");
    texts.add("DEALLOCATE PREPARE schemac_counter");
    return texts;
  }

  /** A counter that has not counted yet is NULL there. */
  private String next(QName table, QName to) {
    String alter = syntax.start("ALTER TABLE").name(to).phrase("AUTO_INCREMENT = ").text();
    SqlWriter sql =
        syntax
            .start("SELECT CONCAT(")
            .string(alter)
            .close(",")
            .phrase("COALESCE(auto_increment, 1))");
    sql.phrase("INTO @schemac_counter FROM information_schema.tables WHERE table_schema =");
    if (table.hasNamespace()) {
      sql.string(table.namespace());
    } else {
      sql.phrase("DATABASE()");
    }
    return sql.phrase("AND table_name =").string(table.name()).text();
  }
}
