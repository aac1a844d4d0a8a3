package dev.schemac.dialect.mysql;

import dev.schemac.sql.SqlWriter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * {@code ENGINE}, {@code ROW_FORMAT}, … as {@code CREATE TABLE} and {@code ALTER TABLE} say them.
 */
final class TableOptionSql {
  private static final Map<String, String> KEYWORDS =
      Map.of("charset", "DEFAULT CHARACTER SET", "collate", "COLLATE");

  /** Options whose value is a string literal. */
  private static final Set<String> STRINGS =
      Set.of(
          "compression",
          "encryption",
          "connection",
          "data_directory",
          "index_directory",
          "engine_attribute",
          "secondary_engine_attribute");

  /** How an option is taken back (catalogue, measured); everything else by {@code DEFAULT}. */
  private static final Map<String, String> UNSET =
      Map.of(
          "key_block_size", "0",
          "max_rows", "0",
          "min_rows", "0",
          "avg_row_length", "0",
          "checksum", "0",
          "delay_key_write", "0",
          "compression", "",
          "encryption", "N");

  private final Syntax syntax;

  TableOptionSql(Syntax syntax) {
    this.syntax = syntax;
  }

  void create(SqlWriter sql, SortedMap<String, String> options, Optional<String> comment) {
    options.forEach((key, value) -> option(sql, key, value));
    comment.ifPresent(c -> sql.phrase("COMMENT =").string(c));
  }

  /** One clause for each option that differs; the caller separates them. */
  void alter(
      SqlWriter sql,
      SortedMap<String, String> before,
      SortedMap<String, String> after,
      Optional<String> comment,
      boolean commentChanged) {
    Set<String> keys = new TreeSet<>(before.keySet());
    keys.addAll(after.keySet());
    for (String key : keys) {
      String value = after.get(key);
      if (value == null) {
        option(sql, key, UNSET.getOrDefault(key, "DEFAULT"));
      } else if (!value.equals(before.get(key))) {
        option(sql, key, value);
      }
    }
    if (commentChanged) {
      sql.phrase("COMMENT =").string(comment.orElse(""));
    }
  }

  private void option(SqlWriter sql, String key, String value) {
    String keyword = KEYWORDS.getOrDefault(key, key.replace('_', ' ').toUpperCase(Locale.ROOT));
    sql.phrase(spelled(key, keyword)).phrase("=");
    if (STRINGS.contains(key)) {
      sql.string(value);
    } else {
      syntax.word(sql, value);
    }
  }

  /** The server's option names have underscores, but for the two folders and the charset. */
  private static String spelled(String key, String keyword) {
    boolean blanks = KEYWORDS.containsKey(key) || key.endsWith("_directory");
    return blanks ? keyword : keyword.replace(' ', '_');
  }
}
