package dev.schemac.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * One privilege statement of PostgreSQL in canonical form: one object, one grantee, the privileges
 * in the manual's order, {@code ALL} for all of them.
 *
 * @param grantOption the right to pass it on comes too, or is what is revoked
 * @param kind what is granted on: {@code TABLE}, {@code FUNCTION}, {@code TABLES} of later ones
 * @param subject the object as SQL; for later ones {@code FOR ROLE r IN SCHEMA s}, which may be
 *     empty
 * @param privileges upper case, each with its columns, none meaning the whole object
 * @param grantee as SQL: {@code PUBLIC}, {@code alice}
 * @param by who gives it, where that is not the owner, as SQL
 */
public record PostgresGrant(
    boolean revoke,
    Map<String, List<String>> privileges,
    String kind,
    String subject,
    String grantee,
    boolean grantOption,
    Optional<String> by) {
  private static final String BY = "GRANTED BY";
  private static final String DEFAULTS = "ALTER DEFAULT PRIVILEGES ";
  private static final Pattern NAME =
      Pattern.compile("\"((?:[^\"]|\"\")*)\"|[\\p{L}_][\\p{L}\\p{N}_$]*");

  private static final List<String> RELATION =
      List.of(
          "SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER", "MAINTAIN");

  public PostgresGrant {
    Map<String, List<String>> ordered = new LinkedHashMap<>();
    for (String privilege : order(kind)) {
      if (privileges.containsKey(privilege)) {
        ordered.put(privilege, List.copyOf(new TreeSet<>(privileges.get(privilege))));
      }
    }
    privileges.forEach(ordered::putIfAbsent);
    privileges = ordered;
  }

  private static List<String> order(String kind) {
    return switch (kind) {
      case "TABLE", "TABLES" -> RELATION;
      case "SEQUENCE", "SEQUENCES" -> List.of("SELECT", "UPDATE", "USAGE");
      case "FUNCTION", "PROCEDURE", "ROUTINE", "FUNCTIONS" -> List.of("EXECUTE");
      case "SCHEMA", "SCHEMAS" -> List.of("USAGE", "CREATE");
      case "LARGE OBJECTS" -> List.of("SELECT", "UPDATE");
      default -> List.of("USAGE");
    };
  }

  /** All privileges that there are on a kind of object; MAINTAIN came with 17. */
  public static List<String> all(String kind, int version) {
    return order(kind).stream().filter(p -> version >= 17 || !p.equals("MAINTAIN")).toList();
  }

  /** Whether the statement is about what is made later. */
  public boolean isDefault() {
    return kind.endsWith("S") && !kind.equals("STATISTICS");
  }

  /** The same taken back; where the right to pass it on alone was taken, that is given. */
  public PostgresGrant inverse() {
    return new PostgresGrant(
        !revoke, privileges, kind, subject, grantee, revoke && grantOption, by);
  }

  /** What takes the right to pass a privilege on alone, where a statement gives both. */
  public static Optional<String> withoutOption(String definition) {
    int grant = definition.startsWith(DEFAULTS) ? definition.indexOf(" GRANT ") + 1 : 0;
    boolean gives =
        definition.startsWith("GRANT ", grant) && definition.contains(" WITH GRANT OPTION");
    if (!gives) {
      return Optional.empty();
    }
    int to = definition.lastIndexOf(" TO ");
    String privileges = definition.substring(grant + "GRANT".length(), to);
    if (privileges.lastIndexOf('(', privileges.indexOf(" ON ")) >= 0) {
      return Optional.empty(); // on columns alone nobody has anything by himself
    }
    String grantee = definition.substring(to + " TO ".length()).replace(" WITH GRANT OPTION", "");
    return Optional.of(
        definition.substring(0, grant)
            + "REVOKE GRANT OPTION FOR"
            + privileges
            + " FROM "
            + grantee);
  }

  /** Whether two statements differ in nothing but their privileges, so that one may say both. */
  public boolean joins(PostgresGrant other) {
    return revoke == other.revoke
        && kind.equals(other.kind)
        && subject.equals(other.subject)
        && grantee.equals(other.grantee)
        && by.equals(other.by)
        && grantOption == other.grantOption
        && onColumns() == other.onColumns();
  }

  /** Whether it is about columns. */
  public boolean onColumns() {
    return privileges.values().stream().anyMatch(columns -> !columns.isEmpty());
  }

  /** The same with other privileges. */
  public PostgresGrant with(Map<String, List<String>> other) {
    return new PostgresGrant(revoke, other, kind, subject, grantee, grantOption, by);
  }

  /** Both in one. */
  public PostgresGrant joined(PostgresGrant other) {
    Map<String, List<String>> both = new LinkedHashMap<>(privileges);
    other.privileges.forEach(
        (privilege, columns) ->
            both.merge(
                privilege,
                columns,
                (a, b) -> {
                  List<String> all = new ArrayList<>(a);
                  all.addAll(b);
                  return all;
                }));
    return new PostgresGrant(revoke, both, kind, subject, grantee, grantOption, by);
  }

  /**
   * The statement.
   *
   * @param version of the server, which decides what {@code ALL} means
   */
  public String text(int version) {
    SqlWriter sql = new SqlWriter(PostgresQuoting.INSTANCE);
    if (isDefault()) {
      sql.phrase("ALTER DEFAULT PRIVILEGES");
      Optional.of(subject).filter(s -> !s.isEmpty()).ifPresent(sql::raw);
    }
    sql.phrase(revoke ? "REVOKE" : "GRANT");
    if (grantOption && revoke) {
      sql.phrase("GRANT OPTION FOR");
    }
    sql.raw(list(version)).phrase("ON").phrase(kind);
    if (!isDefault()) {
      sql.raw(subject);
    }
    sql.phrase(revoke ? "FROM" : "TO").raw(grantee);
    if (grantOption && !revoke) {
      sql.phrase("WITH GRANT OPTION");
    }
    by.ifPresent(b -> sql.phrase(BY).raw(b));
    return sql.text();
  }

  /** Who gives what a statement gives, as SQL; nobody for the object's owner. */
  public static Optional<String> by(String definition) {
    int at = definition.lastIndexOf(" " + BY + " ");
    return at < 0 ? Optional.empty() : Optional.of(definition.substring(at + BY.length() + 2));
  }

  /** The columns that a statement names. */
  public static List<String> columns(String definition) {
    int on = definition.indexOf(" ON ");
    List<String> found = new ArrayList<>();
    if (on > 0 && !definition.startsWith("ALTER")) {
      String privileges = definition.substring(0, on);
      int open = privileges.indexOf('(');
      if (open > 0) {
        NAME.matcher(privileges.substring(open))
            .results()
            .map(m -> m.group(1) == null ? m.group() : m.group(1).replace("\"\"", "\""))
            .forEach(found::add);
      }
    }
    return found;
  }

  /** The statement without who gives. */
  public static String withoutBy(String definition) {
    int at = definition.lastIndexOf(" " + BY + " ");
    return at < 0 ? definition : definition.substring(0, at);
  }

  /** Whom a statement gives to or takes from, as SQL. */
  public static String granteeOf(String definition) {
    String text = withoutBy(definition);
    String words = definition.startsWith("REVOKE") ? " FROM " : " TO ";
    String rest = text.substring(text.lastIndexOf(words) + words.length());
    int option = rest.indexOf(" WITH GRANT OPTION");
    return option < 0 ? rest : rest.substring(0, option);
  }

  private String list(int version) {
    if (!onColumns() && privileges.keySet().containsAll(all(kind, version))) {
      return "ALL";
    }
    List<String> parts = new ArrayList<>();
    privileges.forEach(
        (privilege, columns) -> {
          SqlWriter sql = new SqlWriter(PostgresQuoting.INSTANCE).phrase(privilege);
          if (!columns.isEmpty()) {
            sql.parenthesized(columns, sql::identifier);
          }
          parts.add(sql.text());
        });
    return String.join(", ", parts);
  }

  /** {@code PUBLIC} as the server writes it, any other name as it stands. */
  public static String grantee(String written) {
    String text = written.strip();
    return text.toLowerCase(Locale.ROOT).equals("public") ? "PUBLIC" : text;
  }
}
