package dev.schemac.resolve;

import dev.schemac.model.QName;
import dev.schemac.model.RoutineName;
import dev.schemac.sql.PostgresSignature;
import dev.schemac.sql.SourceQuoting;
import dev.schemac.syntax.Declaration.GrantDecl;
import dev.schemac.syntax.Declaration.RoutineDecl;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds what a grant is about. */
final class GrantSubjects {
  /** Kinds of which the words before the name are more than one. */
  private static final List<String> LONG_KINDS = List.of("foreign data wrapper", "foreign server");

  private final ResolveContext context;
  private final DefinitionText text;

  GrantSubjects(ResolveContext context, DefinitionText text) {
    this.context = context;
    this.text = text;
  }

  /** One for each of the names, which may be several of one kind. */
  List<GrantSubject> of(Declared<GrantDecl> declared) {
    List<GrantSubject> found = new ArrayList<>();
    String kind = "";
    for (String on : GrantForm.parts(declared.declaration().on().strip())) {
      boolean first = found.isEmpty() && kind.isEmpty();
      kind = first ? kindOf(on) : kind;
      one(first || kind.isEmpty() ? on : kind + " " + on, declared).ifPresent(found::add);
    }
    return found;
  }

  /** The word before the first name. */
  private static String kindOf(String on) {
    String lower = on.toLowerCase(Locale.ROOT);
    for (String kind : LONG_KINDS) {
      if (lower.startsWith(kind + " ")) {
        return kind;
      }
    }
    int blank = on.indexOf(' ');
    int open = on.indexOf('(');
    return blank < 0 || open >= 0 && open < blank ? "" : lower.substring(0, blank);
  }

  private Optional<GrantSubject> one(String on, Declared<GrantDecl> declared) {
    String lower = on.toLowerCase(Locale.ROOT);
    for (String kind : LONG_KINDS) {
      if (lower.startsWith(kind + " ")) {
        return global(kind, on.substring(kind.length()).strip(), declared);
      }
    }
    int blank = on.indexOf(' ');
    String kind = blank < 0 ? "" : lower.substring(0, blank);
    String name = blank < 0 ? on : on.substring(blank + 1).strip();
    return switch (kind) {
      case "function", "procedure", "routine" -> routine(kind, name, declared);
      case "namespace", "schema" -> Optional.of(namespace(name));
      case "new" -> defaults(name, declared);
      case "sequence", "type", "domain" -> postgresOnly(kind, name, declared);
      case "language" -> global(kind, name, declared);
      case "table" -> relation(name, declared);
      default -> relation(on, declared);
    };
  }

  private Optional<GrantSubject> relation(String written, Declared<GrantDecl> declared) {
    QName name = name(written);
    Optional<String> qualifier = Optional.of(name.namespace()).filter(n -> !n.isEmpty());
    Optional<QName> found =
        Declarations.find(context.tables, qualifier, name.name(), declared.namespace())
            .map(t -> t.name)
            .or(
                () ->
                    Declarations.find(
                            context.declarations.views,
                            qualifier,
                            name.name(),
                            declared.namespace())
                        .map(Declared::name))
            .or(() -> foreignTable(name, declared.namespace()));
    if (found.isEmpty()) {
      context.report.unknown(
          "table",
          written,
          declared.place(),
          Declarations.namesIn(context.tables, declared.namespace()));
      return Optional.empty();
    }
    String kind = context.target.isPostgres() ? "TABLE" : "";
    return found.map(f -> new GrantSubject(kind, text.name(f), f));
  }

  private Optional<QName> foreignTable(QName name, String namespace) {
    Set<QName> known = context.declarations.foreignTables;
    QName own = name.hasNamespace() ? name : new QName(namespace, name.name());
    return known.contains(own)
        ? Optional.of(own)
        : known.contains(name) ? Optional.of(name) : Optional.empty();
  }

  private Optional<GrantSubject> routine(
      String kind, String written, Declared<GrantDecl> declared) {
    QName bare = name(RoutineSignature.name(written).strip());
    String namespace =
        bare.hasNamespace() ? bare.namespace() : ownNamespace(bare.name(), declared.namespace());
    QName full = new QName(namespace, bare.name());
    List<Declared<RoutineDecl>> found = routines(kind, full, written);
    if (context.target.isMySql()) {
      return Optional.of(new GrantSubject(kind.toUpperCase(Locale.ROOT), text.name(full), full));
    }
    String signature =
        RoutineName.signature(written) < 0 && found.size() == 1
            ? signature(found.getFirst())
            : RoutineSignature.canonical(written);
    String types = signature.substring(RoutineSignature.name(signature).length());
    String arguments = types.isEmpty() ? "" : PostgresSignature.sql(types);
    return Optional.of(
        new GrantSubject(
            kindOf(kind, found), text.name(full) + arguments, full.withName(bare.name() + types)));
  }

  /** The declared routines of a name, those with the signature where one is given. */
  private List<Declared<RoutineDecl>> routines(String kind, QName name, String written) {
    boolean bare = RoutineName.signature(written) < 0;
    String types = RoutineSignature.canonical(written);
    String signature = types.substring(RoutineSignature.name(types).length());
    return context.declarations.routines.stream()
        .filter(r -> r.name().equals(name))
        .filter(
            r -> kind.equals("routine") || r.declaration().procedure() == kind.equals("procedure"))
        .filter(r -> bare || signature(r).equals(name.name() + signature))
        .toList();
  }

  private static String signature(Declared<RoutineDecl> routine) {
    return RoutineSignature.of(routine.name().name(), routine.declaration().signature());
  }

  /** The server knows of a routine whether it is a function or a procedure. */
  private static String kindOf(String kind, List<Declared<RoutineDecl>> found) {
    return switch (kind) {
      case "routine" ->
          found.stream().anyMatch(r -> r.declaration().procedure()) ? "PROCEDURE" : "FUNCTION";
      case String word -> word.toUpperCase(Locale.ROOT);
    };
  }

  private String ownNamespace(String routine, String namespace) {
    boolean own =
        context.declarations.routines.stream()
            .anyMatch(
                r -> r.name().name().equals(routine) && r.name().namespace().equals(namespace));
    return own ? namespace : "";
  }

  private GrantSubject namespace(String written) {
    QName name = name(written);
    String quoted = text.writer().identifier(name.name()).text();
    return context.target.isPostgres()
        ? new GrantSubject("SCHEMA", quoted, QName.of(name.name()))
        : new GrantSubject("", quoted + ".*", QName.of(name.name()));
  }

  /**
   * {@code new tables}, {@code new tables in schema s}: by default in the namespace they stand in.
   */
  private Optional<GrantSubject> defaults(String written, Declared<GrantDecl> declared) {
    if (context.target.isMySql()) {
      context.unavailable(
          declared.place(), "a grant on what is made later", "grant on the whole namespace");
      return Optional.empty();
    }
    List<String> parts = DefinitionText.splitAt(written, Set.of("in"));
    String kind = parts.get(0).toLowerCase(Locale.ROOT).strip();
    String namespace =
        parts.size() == 1
            ? declared.namespace()
            : name(parts.get(1).replaceFirst("(?i)^in\\s+((schema|namespace)\\s+)?", "")).name();
    String sql =
        namespace.isEmpty() ? "" : text.writer().phrase("IN SCHEMA").identifier(namespace).text();
    return Optional.of(
        new GrantSubject(
            kind.equals("routines") ? "FUNCTIONS" : kind.toUpperCase(Locale.ROOT),
            sql,
            new QName(namespace, "new " + (kind.equals("routines") ? "functions" : kind))));
  }

  private Optional<GrantSubject> postgresOnly(
      String kind, String written, Declared<GrantDecl> declared) {
    if (refused(kind, declared)) {
      return Optional.empty();
    }
    QName name = name(written);
    QName full = name.hasNamespace() ? name : new QName(declared.namespace(), name.name());
    boolean domain = context.declarations.domains.containsKey(full);
    return Optional.of(
        new GrantSubject(domain ? "DOMAIN" : kind.toUpperCase(Locale.ROOT), text.name(full), full));
  }

  private Optional<GrantSubject> global(String kind, String written, Declared<GrantDecl> declared) {
    if (refused(kind, declared)) {
      return Optional.empty();
    }
    QName name = QName.of(name(written).name());
    return Optional.of(new GrantSubject(kind.toUpperCase(Locale.ROOT), text.name(name), name));
  }

  private boolean refused(String kind, Declared<GrantDecl> declared) {
    if (context.target.isMySql()) {
      context.unavailable(
          declared.place(), "a grant on a " + kind, "write `@postgres` declarations apart");
    }
    return context.target.isMySql();
  }

  private static QName name(String written) {
    return SourceQuoting.read(written.strip());
  }
}
