package dev.schemac.diff;

import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a PostgreSQL privilege statement says what holds of an object anyway, but for default
 * privileges: that everybody may use a function or a type, that the owner may do all, that another
 * role may do nothing.
 */
public final class UsualPrivileges {
  private static final Set<String> OF_ALL =
      Set.of("FUNCTION", "PROCEDURE", "ROUTINE", "TYPE", "DOMAIN", "LANGUAGE");

  private static final Set<String> WORDS = Set.of("current_user", "session_user", "current_role");

  private static final Pattern STATEMENT =
      Pattern.compile("(?s)(GRANT|REVOKE) (.*?) ON (\\S+) (.*) (?:TO|FROM) (.*)");

  private UsualPrivileges() {}

  /**
   * Whether it does.
   *
   * @param schema that says who owns what
   */
  public static boolean isUsual(SchemaObject.Grant grant, Schema schema) {
    Matcher m = STATEMENT.matcher(grant.definition());
    boolean more = grant.definition().matches("(?s).* (WITH GRANT OPTION|GRANTED BY .*)");
    if (!schema.target().isPostgres() || grant.isDefault() || more || !m.matches()) {
      return false;
    }
    String grantee = bare(m.group(5));
    boolean owner =
        WORDS.contains(m.group(5)) || owner(grant, schema).filter(grantee::equals).isPresent();
    boolean everybody = m.group(5).equals("PUBLIC");
    boolean usable = OF_ALL.contains(m.group(3)) || grant.on().toString().equals("public");
    return m.group(1).equals("REVOKE")
        ? !owner && !(everybody && usable)
        : !m.group(2).contains("(") && (owner || everybody && usable);
  }

  /** Whether it speaks of the object's owner, who may do all anyway and pass it on. */
  public static boolean isOwners(SchemaObject.Grant grant, String grantee, Schema schema) {
    return WORDS.contains(grantee)
        || owner(grant, schema).filter(bare(grantee)::equals).isPresent();
  }

  private static String bare(String name) {
    return name.startsWith("\"")
        ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
        : name;
  }

  private static Optional<String> owner(SchemaObject.Grant grant, Schema schema) {
    return schema.objects().stream()
        .filter(o -> o.path().owner().equals(grant.on()) && !(o instanceof SchemaObject.Grant))
        .flatMap(o -> Optional.ofNullable(ObjectOptions.of(o).get("owner")).stream())
        .findFirst();
  }

  /** Whether some statement says the contrary about the same object and role. */
  static boolean isDenied(SchemaObject.Grant grant, Schema schema) {
    Matcher m = STATEMENT.matcher(grant.definition());
    return m.matches()
        && schema.all(SchemaObject.Grant.class).stream()
            .filter(o -> GrantSubject.of(o).equals(GrantSubject.of(grant)))
            .anyMatch(
                o -> {
                  Matcher other = STATEMENT.matcher(o.definition());
                  return other.matches()
                      && !other.group(1).equals(m.group(1))
                      && other.group(5).split(" WITH GRANT| GRANTED BY")[0].equals(m.group(5));
                });
  }
}
