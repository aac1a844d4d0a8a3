package dev.schemac.dialect.mysql;

import dev.schemac.sql.SqlWriter;
import java.util.Optional;
import java.util.SortedMap;

/** What stands behind the operands of a primary key, a unique key or an index. */
final class KeyOptionSql {
  private final Syntax syntax;

  KeyOptionSql(Syntax syntax) {
    this.syntax = syntax;
  }

  SqlWriter write(SqlWriter sql, SortedMap<String, String> options, Optional<String> comment) {
    String method = options.get("using");
    if (method != null) {
      sql.phrase(method.equals("hash") ? "USING HASH" : "USING BTREE");
    }
    String size = options.get("key_block_size");
    if (size != null) {
      syntax.word(sql.phrase("KEY_BLOCK_SIZE ="), size);
    }
    String parser = options.get("parser");
    if (parser != null) {
      sql.phrase("WITH PARSER").identifier(parser);
    }
    comment.ifPresent(c -> sql.phrase("COMMENT").string(c));
    if ("true".equals(options.get("invisible"))) {
      sql.phrase(syntax.isMariaDb() ? "IGNORED" : "INVISIBLE");
    }
    attribute(sql, options, "engine_attribute", "ENGINE_ATTRIBUTE =");
    attribute(sql, options, "secondary_engine_attribute", "SECONDARY_ENGINE_ATTRIBUTE =");
    return sql;
  }

  /** A text of JSON that the storage engine reads. */
  static void attribute(
      SqlWriter sql, SortedMap<String, String> options, String key, String keywords) {
    String json = options.get(key);
    if (json != null) {
      sql.phrase(keywords).string(json);
    }
  }
}
