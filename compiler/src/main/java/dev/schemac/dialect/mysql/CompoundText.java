package dev.schemac.dialect.mysql;

/** Finds out whether a text has semicolons that a client would take for its end. */
final class CompoundText {
  private CompoundText() {}

  /** Semicolons in strings, quoted names and comments do not count. */
  static boolean isCompound(String sql) {
    int i = 0;
    while (i < sql.length()) {
      char c = sql.charAt(i);
      if (c == ';') {
        return true;
      }
      i = next(sql, i, c);
    }
    return false;
  }

  private static int next(String sql, int i, char c) {
    if (c == '\'' || c == '"' || c == '`') {
      return closing(sql, i, c) + 1;
    }
    boolean lineComment = c == '#' || sql.startsWith("-- ", i);
    if (lineComment || sql.startsWith("/*", i)) {
      int end = lineComment ? sql.indexOf('\n', i) : sql.indexOf("*/", i + 2);
      return end < 0 ? sql.length() : end + 1;
    }
    return i + 1;
  }

  private static int closing(String sql, int open, char quote) {
    int i = open + 1;
    while (i < sql.length() && sql.charAt(i) != quote) {
      i += sql.charAt(i) == '\\' && quote != '`' ? 2 : 1;
    }
    return i;
  }
}
