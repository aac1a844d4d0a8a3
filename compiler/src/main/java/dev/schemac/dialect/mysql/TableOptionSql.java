package dev.schemac.dialect.mysql;

import dev.schemac.sql.SqlWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
      Map.ofEntries(
          Map.entry("key_block_size", "0"),
          Map.entry("max_rows", "0"),
          Map.entry("min_rows", "0"),
          Map.entry("avg_row_length", "0"),
          Map.entry("checksum", "0"),
          Map.entry("delay_key_write", "0"),
          Map.entry("autoextend_size", "0"),
          Map.entry("compression", ""),
          Map.entry("connection", ""),
          Map.entry("engine_attribute", ""),
          Map.entry("secondary_engine_attribute", ""),
          Map.entry("secondary_engine", "NULL"),
          Map.entry("insert_method", "NO"),
          Map.entry("union", ""),
          Map.entry("tablespace", "innodb_file_per_table"),
          Map.entry("engine", "InnoDB"),
          Map.entry("auto_increment", "1"),
          // The servers' own; there is no word for that of the database.
          Map.entry("charset", "utf8mb4"),
          Map.entry("encryption", "N"));

  private final Syntax syntax;

  TableOptionSql(Syntax syntax) {
    this.syntax = syntax;
  }

  void create(SqlWriter sql, SortedMap<String, String> options, Optional<String> comment) {
    options.forEach(
        (key, value) -> {
          if (!TablePeriods.isNoOption(key)) {
            option(sql, key, value);
          }
        });
    comment.ifPresent(c -> sql.phrase("COMMENT =").string(c));
    if (options.containsKey(TablePeriods.HISTORY)) {
      sql.phrase("WITH SYSTEM VERSIONING");
    }
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
    keys.removeIf(TablePeriods::isNoOption);
    keys.removeIf(key -> Objects.equals(before.get(key), after.get(key)));
    List<String> clauses = TablePeriods.clauses(before, after);
    for (String clause : clauses) {
      sql.raw(clause);
      if (!clause.equals(clauses.getLast()) || !keys.isEmpty() || commentChanged) {
        sql.close(",");
      }
    }
    if (before.containsKey("collate") && !after.containsKey("collate")) {
      // The character set, said anew, brings its own collation.
      keys.remove("collate");
      option(sql, "charset", after.getOrDefault("charset", UNSET.get("charset")));
      keys.remove("charset");
    }
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
    } else if (key.equals("union")) {
      sql.parenthesized(names(value), sql::identifier);
    } else if (key.equals("tablespace")) {
      sql.identifier(value);
    } else {
      syntax.word(sql, value);
    }
  }

  private static List<String> names(String list) {
    return list.isBlank() ? List.of() : List.of(list.strip().split("\\s*,\\s*"));
  }

  /** The server's option names have underscores, but for the two folders and the charset. */
  private static String spelled(String key, String keyword) {
    if (EngineOptions.OF_INNODB.contains(key)) { // shown with the letters that were typed
      return key;
    }
    boolean blanks = KEYWORDS.containsKey(key) || key.endsWith("_directory");
    return blanks ? keyword : keyword.replace(' ', '_');
  }
}
