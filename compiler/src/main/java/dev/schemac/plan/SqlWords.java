package dev.schemac.plan;

import dev.schemac.sql.BackslashQuotes;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The identifiers in a SQL text, quotes removed, string literals left out; unquoted ones as written
 * and in lower case.
 */
final class SqlWords {
  private static final Pattern TOKEN =
      Pattern.compile(
          "'(?:[^']|'')*'|\"((?:[^\"]|\"\")*)\"|`((?:[^`]|``)*)`|([A-Za-z_][A-Za-z0-9_]*)");

  private SqlWords() {}

  static Set<String> of(String sql) {
    Set<String> found = new LinkedHashSet<>();
    collect(sql, found);
    String doubled = BackslashQuotes.doubled(sql);
    if (!doubled.equals(sql)) {
      // Whether a backslash escapes depends on the server's mode.
      collect(doubled, found);
    }
    return found;
  }

  private static void collect(String sql, Set<String> found) {
    Matcher m = TOKEN.matcher(sql);
    while (m.find()) {
      for (int group = 1; group <= 3; group++) {
        if (m.group(group) != null) {
          found.add(m.group(group).replace("``", "`").replace("\"\"", "\""));
        }
      }
      if (m.group(3) != null) {
        found.add(m.group(3).toLowerCase(java.util.Locale.ROOT));
      }
    }
  }
}
