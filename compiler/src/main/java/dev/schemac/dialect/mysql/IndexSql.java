package dev.schemac.dialect.mysql;

import dev.schemac.model.Index;
import dev.schemac.sql.SqlWriter;

/** An index as it stands in {@code CREATE TABLE} and behind {@code ADD}. */
final class IndexSql {
  private final Syntax syntax;

  IndexSql(Syntax syntax) {
    this.syntax = syntax;
  }

  SqlWriter define(SqlWriter sql, Index index) {
    sql.phrase(keywords(index)).identifier(index.name());
    new KeySql(syntax).parts(sql, index.parts());
    if (index.method().equals("hash")) {
      sql.phrase("USING HASH");
    }
    return new KeyOptionSql(syntax).write(sql, index.options(), index.comment());
  }

  static boolean isInvisible(Index index) {
    return "true".equals(index.options().get("invisible"));
  }

  private static String keywords(Index index) {
    return switch (index.method()) {
      case "fulltext" -> "FULLTEXT INDEX";
      case "spatial" -> "SPATIAL INDEX";
      default -> index.unique() ? "UNIQUE INDEX" : "INDEX";
    };
  }
}
