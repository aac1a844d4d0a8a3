package dev.schemac.catalog.mysql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether the user sees the whole database: MySQL hides every object on which a user has no
 * privilege, so what is missing cannot be named one by one.
 */
final class RightsPart implements CatalogPart {
  private static final Pattern GRANT =
      Pattern.compile("(?i)GRANT (.+) ON (?:TABLE )?(\\*|`(?:[^`]|``)*`)\\.\\* TO .*");

  private static final Set<String> ROUTINES =
      Set.of("EXECUTE", "ALTER ROUTINE", "CREATE ROUTINE", "SHOW_ROUTINE");

  @Override
  public void read(ReadContext context) throws SQLException {
    List<String> grants = new ArrayList<>();
    List<String> roles = new ArrayList<>();
    context.each("select current_role()", row -> roles.add(row.getString(1)));
    // MariaDB shows what the role gives without being asked.
    boolean acting =
        !context.isMariaDb()
            && !roles.isEmpty()
            && roles.get(0) != null
            && !roles.get(0).equals("NONE");
    String using = acting ? " for current_user() using " + roles.get(0) : "";
    context.each("show grants" + using, row -> grants.add(row.getString(1)));
    if (grants.stream().noneMatch(grant -> coversAll(grant, context.database()))) {
      context.unreadable(
          "database " + context.database(),
          "the user has no privilege on the database as a whole, and the server hides every object"
              + " on which it has none");
    }
    Set<String> rights = new HashSet<>();
    for (String grant : grants) {
      Matcher m = GRANT.matcher(grant);
      if (m.matches() && covers(m.group(2), context.database())) {
        rights.addAll(List.of(m.group(1).toUpperCase(Locale.ROOT).split(",\\s*")));
      }
    }
    if (!rights.contains("ALL PRIVILEGES")) {
      code(context, rights);
    }
  }

  /** A right to read tables shows neither what runs on them nor what runs by itself. */
  private static void code(ReadContext context, Set<String> rights) {
    boolean routines = rights.stream().anyMatch(ROUTINES::contains);
    if (!routines) {
      hidden(context, "functions and procedures", "EXECUTE");
    }
    if (!rights.contains("TRIGGER")) {
      hidden(context, "triggers", "TRIGGER");
    }
    if (!rights.contains("EVENT")) {
      hidden(context, "events", "EVENT");
    }
  }

  private static void hidden(ReadContext context, String objects, String right) {
    context.unreadable(
        objects,
        "the user has no " + right + " privilege on the whole database, and the server hides them");
  }

  /** A privilege on tables, which shows them all. */
  private static boolean coversAll(String grant, String database) {
    Matcher m = GRANT.matcher(grant);
    if (!m.matches() || m.group(1).equalsIgnoreCase("USAGE")) {
      return false;
    }
    String scope = m.group(2);
    boolean all = m.group(1).toUpperCase(Locale.ROOT).matches(".*\\b(ALL PRIVILEGES|SELECT)\\b.*");
    return scope.equals("*") ? all : covers(scope, database);
  }

  private static boolean covers(String scope, String database) {
    return scope.equals("*")
        || matches(scope.substring(1, scope.length() - 1).replace("``", "`"), database);
  }

  /** Databases in grants are patterns of {@code LIKE}. */
  private static boolean matches(String pattern, String database) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      boolean escaped = c == '\\' && i + 1 < pattern.length();
      if (escaped) {
        regex.append(Pattern.quote(String.valueOf(pattern.charAt(++i))));
      } else {
        regex.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.matches(regex.toString(), database);
  }
}
