package dev.schemac.diff;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Renames identifiers inside SQL that schemac keeps as text. Only used to find out whether a text
 * is what the server makes of the old one after a rename; a wrong guess shows as a change, never as
 * a lost one.
 */
final class SqlText {
  private static final Pattern TOKEN =
      Pattern.compile("'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|`[^`]*`|[A-Za-z_][A-Za-z0-9_]*");

  private SqlText() {}

  static String rename(String sql, Map<String, String> names) {
    if (names.isEmpty()) {
      return sql;
    }
    Matcher m = TOKEN.matcher(sql);
    StringBuilder out = new StringBuilder();
    while (m.find()) {
      m.appendReplacement(out, Matcher.quoteReplacement(token(m.group(), names)));
    }
    return m.appendTail(out).toString();
  }

  private static String token(String token, Map<String, String> names) {
    char quote = token.charAt(0);
    if (quote == '\'') {
      return token;
    }
    if (quote == '"' || quote == '`') {
      String renamed = names.get(token.substring(1, token.length() - 1));
      return renamed == null ? token : quote + renamed + quote;
    }
    return names.getOrDefault(token, token);
  }
}
