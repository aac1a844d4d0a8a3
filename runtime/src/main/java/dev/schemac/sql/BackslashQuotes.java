package dev.schemac.sql;

/**
 * Strings with MySQL's escapes, for who looks for the names in a text: {@code 'it\'s'} ends where
 * {@code 'it''s'} does.
 */
public final class BackslashQuotes {
  private BackslashQuotes() {}

  /** The text with doubled quotes in the place of escaped ones, where there are any. */
  public static String doubled(String sql) {
    return sql.indexOf('\\') < 0 ? sql : sql.replace("\\\\", "").replace("\\'", "''");
  }
}
