package dev.schemac.catalog.postgres;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes lists apart that the server prints: quotes and parentheses are respected, nothing parsed.
 */
final class SqlList {
  private SqlList() {}

  /** The elements of a list without its outer parentheses. */
  static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    int at = 0;
    while (at < text.length()) {
      at = next(text, at, ',');
      parts.add(text.substring(from, at).strip());
      at++;
      from = at;
    }
    return parts;
  }

  /** The first place, not before {@code from}, of a character outside of quotes and parentheses. */
  static int next(String text, int from, char wanted) {
    int depth = 0;
    for (int at = from; at < text.length(); at++) {
      char c = text.charAt(at);
      if (depth == 0 && c == wanted) {
        return at;
      }
      if (c == '\'' || c == '"') {
        at = closing(text, at);
      } else if (c == '(' || c == '[') {
        depth++;
      } else if (c == ')' || c == ']') {
        depth--;
      }
    }
    return text.length();
  }

  /** The quote that closes the one at {@code open}. */
  static int closing(String text, int open) {
    char quote = text.charAt(open);
    boolean escapes = quote == '\'' && open > 0 && text.charAt(open - 1) == 'E';
    int at = open + 1;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (escapes && c == '\\') {
        at++;
      } else if (c == quote) {
        if (at + 1 < text.length() && text.charAt(at + 1) == quote) {
          at++;
        } else {
          return at;
        }
      }
      at++;
    }
    return text.length() - 1;
  }

  /** {@code {a=1,"b=x,y"}} of a {@code text[]} as JDBC gives it. */
  static List<String> array(java.sql.ResultSet row, int column) throws java.sql.SQLException {
    java.sql.Array array = row.getArray(column);
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }

  /** Numbers of an {@code int2vector} or an array, cast to text: {@code 1 2} or {@code {1,2}}. */
  static List<Integer> numbers(String text) {
    List<Integer> found = new ArrayList<>();
    int from = -1;
    for (int at = 0; text != null && at <= text.length(); at++) {
      boolean inside = at < text.length() && " ,{}".indexOf(text.charAt(at)) < 0;
      if (inside && from < 0) {
        from = at;
      } else if (!inside && from >= 0) {
        found.add(Integer.valueOf(text.substring(from, at)));
        from = -1;
      }
    }
    return found;
  }
}
