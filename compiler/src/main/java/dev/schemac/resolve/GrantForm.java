package dev.schemac.resolve;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Span;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.resolve.SqlScanner.Kind;
import dev.schemac.resolve.SqlScanner.Piece;
import dev.schemac.sql.PostgresGrant;
import dev.schemac.sql.PostgresQuoting;
import dev.schemac.syntax.Declaration.GrantDecl;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * PostgreSQL's privileges as a catalogue shows them, however they were written: for each object and
 * grantee one grant of the object, one of columns, each with and without the right to pass it on,
 * and a revoke of what the server gives by itself.
 */
final class GrantForm {
  private static final List<String> OF_COLUMNS =
      List.of("SELECT", "INSERT", "UPDATE", "REFERENCES");

  private static final Pattern OPTION = Pattern.compile("(?is)\\s*grant\\s+option\\s+for\\s+");

  /** {@code cascade} behind a grantee, not in the place of one. */
  private static final Pattern BEHAVIOUR =
      Pattern.compile(
          "(?is)([^\\s,])(?<!^from)(?<!\\bgroup)(?<!\\bby)\\s+(?:cascade|restrict)\\s*$");

  private final ResolveContext context;
  private final List<Given> given = new ArrayList<>();

  GrantForm(ResolveContext context) {
    this.context = context;
  }

  private record Given(PostgresGrant grant, QName on, Span place) {
    Given with(PostgresGrant other) {
      return new Given(other, on, place);
    }
  }

  void add(Declared<GrantDecl> declared, GrantSubject subject) {
    GrantDecl d = declared.declaration();
    GrantClauses clauses = GrantClauses.of(d.revoke() ? withoutBehaviour(d.rest()) : d.rest());
    boolean later = subject.name().name().startsWith("new ");
    String sql = subject.sql();
    Optional<String> by = clauses.by().map(GrantForm::grantee);
    if (by.isPresent() && later) {
      sql = ("FOR ROLE " + by.get() + " " + sql).strip();
    }
    Map<String, List<String>> whole = new LinkedHashMap<>();
    Map<String, List<String>> columns = new LinkedHashMap<>();
    Matcher option = OPTION.matcher(d.privileges());
    boolean optionAlone = d.revoke() && option.lookingAt();
    String privileged = optionAlone ? d.privileges().substring(option.end()) : d.privileges();
    privileges(privileged, subject.kind(), whole, columns);
    for (String grantee : clauses.grantees().split(",")) {
      for (Map<String, List<String>> privileges : List.of(whole, columns)) {
        if (!privileges.isEmpty()) {
          PostgresGrant grant =
              new PostgresGrant(
                  d.revoke(),
                  privileges,
                  subject.kind(),
                  sql,
                  grantee(grantee),
                  optionAlone || clauses.grantOption() && !d.revoke(),
                  later ? Optional.empty() : by);
          given.add(new Given(grant, subject.name(), declared.place()));
        }
      }
    }
  }

  /** Whether a revoke takes away what was passed on is no state: there is nothing to keep of it. */
  private static String withoutBehaviour(String rest) {
    return BEHAVIOUR.matcher(rest).replaceFirst("$1");
  }

  private void privileges(
      String written,
      String kind,
      Map<String, List<String>> whole,
      Map<String, List<String>> columns) {
    int version = context.target.version().major();
    for (String part : parts(written)) {
      int open = part.indexOf('(');
      String word = (open < 0 ? part : part.substring(0, open)).strip().toUpperCase(Locale.ROOT);
      boolean all = word.equals("ALL") || word.equals("ALL PRIVILEGES");
      if (open < 0) {
        (all ? PostgresGrant.all(kind, version) : List.of(word))
            .forEach(p -> whole.put(p, List.of()));
      } else {
        List<String> names = names(part.substring(open));
        (all ? OF_COLUMNS : List.of(word))
            .forEach(
                p ->
                    columns.merge(
                        p, names, (a, b) -> Stream.concat(a.stream(), b.stream()).toList()));
      }
    }
  }

  /** Cut at the commas outside of parentheses. */
  static List<String> parts(String written) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    int depth = 0;
    for (Piece piece : SqlScanner.scan(written)) {
      depth += piece.text().equals("(") ? 1 : piece.text().equals(")") ? -1 : 0;
      if (depth == 0 && piece.text().equals(",")) {
        parts.add(part.toString().strip());
        part.setLength(0);
      } else {
        part.append(piece.text());
      }
    }
    parts.add(part.toString().strip());
    return parts;
  }

  private static List<String> names(String list) {
    return SqlScanner.scan(list).stream()
        .filter(p -> p.kind() == Kind.WORD || p.kind() == Kind.QUOTED)
        .map(Piece::name)
        .toList();
  }

  private static String grantee(String written) {
    String name = written.strip().replaceFirst("(?i)^group\\s+", "");
    boolean quoted = name.startsWith("`");
    String bare = quoted ? name.substring(1, name.length() - 1).replace("``", "`") : name;
    boolean word =
        Set.of("current_user", "session_user", "current_role")
            .contains(name.toLowerCase(Locale.ROOT));
    return word && !quoted
        ? name.toLowerCase(Locale.ROOT)
        : quoted
            ? PostgresQuoting.INSTANCE.identifier(bare)
            : PostgresGrant.grantee(identifier(bare));
  }

  private static String identifier(String name) {
    return name.equalsIgnoreCase("public") ? name : PostgresQuoting.INSTANCE.identifier(name);
  }

  /** All in canonical form, in the order in which they were first said. */
  List<SchemaObject> all() {
    List<Given> joined = new ArrayList<>();
    given.forEach(g -> join(joined, g));
    List<SchemaObject> objects = new ArrayList<>();
    for (Given g : joined) {
      Map<String, List<String>> left = new LinkedHashMap<>(g.grant().privileges());
      left.keySet().removeIf(p -> g.grant().revoke() && isNeverGiven(g, p));
      for (Given other : joined) {
        boolean less = outdoes(other.grant(), g.grant());
        if (less && left.keySet().removeAll(other.grant().privileges().keySet())) {
          outdone(g, other);
        }
      }
      if (!left.isEmpty()) {
        objects.add(object(g.with(g.grant().with(left))));
      }
    }
    return objects;
  }

  /** A grant that says more is one with the other; a revoke and a grant contradict each other. */
  private void outdone(Given less, Given more) {
    if (less.grant().revoke()) {
      context.report.add(
          Diagnostic.of(
                  Code.SC2002,
                  less.place(),
                  "what is revoked from `" + less.grant().grantee() + "` here is granted too")
              .withLabel(more.place(), "granted here"));
    }
  }

  /** Revoking it changes nothing on the server, whose catalogue shows no trace of it. */
  private boolean isNeverGiven(Given g, String privilege) {
    PostgresGrant grant = g.grant();
    if (grant.onColumns()) {
      return true;
    }
    return grant.grantee().equals("PUBLIC")
        && !ofPublic(grant, g.on().name()).contains(privilege)
        && given.stream().noneMatch(other -> givesLater(other.grant(), grant, privilege));
  }

  /** Whether default privileges give it on a new object. */
  private static boolean givesLater(PostgresGrant defaults, PostgresGrant grant, String privilege) {
    return defaults.isDefault()
        && !defaults.revoke()
        && defaults.kind().equals(later(grant.kind()))
        && defaults.grantee().equals(grant.grantee())
        && defaults.privileges().containsKey(privilege);
  }

  private static String later(String kind) {
    return switch (kind) {
      case "PROCEDURE", "ROUTINE" -> "FUNCTIONS";
      case "DOMAIN" -> "TYPES";
      case String other -> other + "S";
    };
  }

  /** What everybody may do by default (PostgreSQL manual, "Privileges"). */
  private List<String> ofPublic(PostgresGrant grant, String name) {
    return switch (grant.kind()) {
      case "FUNCTION", "PROCEDURE", "ROUTINE" -> List.of("EXECUTE");
      case "TYPE", "DOMAIN", "LANGUAGE" -> List.of("USAGE");
      case "FUNCTIONS" -> inSchema(grant) ? List.of() : List.of("EXECUTE");
      case "TYPES" -> inSchema(grant) ? List.of() : List.of("USAGE");
      case "SCHEMA" ->
          !name.equals("public")
              ? List.of()
              : context.target.version().atLeast(15)
                  ? List.of("USAGE")
                  : List.of("USAGE", "CREATE");
      case String ignored -> List.of();
    };
  }

  /** What holds for one schema's later objects is added to what holds for all. */
  private static boolean inSchema(PostgresGrant grant) {
    return grant.subject().contains("IN SCHEMA ");
  }

  private static void join(List<Given> joined, Given next) {
    for (int i = 0; i < joined.size(); i++) {
      if (joined.get(i).grant().joins(next.grant())) {
        joined.set(i, joined.get(i).with(joined.get(i).grant().joined(next.grant())));
        return;
      }
    }
    joined.add(next);
  }

  /** A grant says more than a revoke, and one with the grant option more than one without. */
  private static boolean outdoes(PostgresGrant more, PostgresGrant less) {
    boolean same =
        more.kind().equals(less.kind())
            && more.subject().equals(less.subject())
            && more.grantee().equals(less.grantee())
            && more.by().equals(less.by())
            && !more.onColumns()
            && !less.onColumns();
    boolean all = less.revoke() && !less.grantOption();
    return same
        && !more.revoke()
        && (all || more.grantOption() && (less.revoke() || !less.grantOption()));
  }

  private SchemaObject object(Given g) {
    int version = context.target.version().major();
    SchemaObject.Grant grant =
        new SchemaObject.Grant(
            g.on(), g.grant().text(version), g.grant().inverse().text(version), Set.of());
    context.places.put(grant.path(), g.place());
    return grant;
  }
}
