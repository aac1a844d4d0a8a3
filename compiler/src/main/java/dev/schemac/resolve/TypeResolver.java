package dev.schemac.resolve;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Span;
import dev.schemac.model.DataType;
import dev.schemac.model.Dialect;
import dev.schemac.model.QName;
import dev.schemac.model.Target;
import dev.schemac.syntax.Clause;
import dev.schemac.syntax.Declaration.DomainDecl;
import dev.schemac.syntax.Declaration.EnumDecl;
import dev.schemac.syntax.Declaration.TypeDecl;
import dev.schemac.syntax.Ident;
import dev.schemac.syntax.TypeExpr;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Types as written → types of the target. A {@code ref} is {@link ColumnTypes}' own. */
final class TypeResolver {
  private final Declarations declarations;
  private final ResolveOptions options;
  private final Target target;
  private final Report report;
  private final TypeAliases aliases;
  private final Set<QName> resolvingDomains = new HashSet<>();

  TypeResolver(Declarations declarations, ResolveOptions options, Report report) {
    this.declarations = declarations;
    this.options = options;
    this.target = options.target();
    this.report = report;
    this.aliases = new TypeAliases(declarations, target, report);
  }

  /** Follows aliases and picks the target's alternative; empty when that was reported. */
  Optional<TypeAliases.Unwrapped> unwrap(TypeExpr written, String namespace) {
    return aliases.unwrap(written, namespace);
  }

  /** The type on the target; what is wrong with it is reported and the result is unknown. */
  ResolvedType resolve(TypeExpr written, String namespace) {
    Optional<TypeAliases.Unwrapped> unwrapped = unwrap(written, namespace);
    if (unwrapped.isEmpty()) {
      return ResolvedType.unknown();
    }
    ResolvedType found = direct(unwrapped.get().type(), unwrapped.get().namespace());
    return found.withAliases(unwrapped.get().aliases());
  }

  /** The type of a cast, whose names are others on MySQL. */
  ResolvedType resolveCast(TypeExpr written, String namespace) {
    return target.isMySql()
        ? new MySqlCastTypes(this).resolve(written, namespace)
        : resolve(written, namespace);
  }

  Target target() {
    return target;
  }

  /** A cast that the target has not. */
  ResolvedType noCast(TypeExpr.Plain t, String help) {
    return notAvailable(
        t, "a cast to `" + WrittenType.of(t) + "` is not available on " + target, help);
  }

  /** The type without its aliases' clauses. */
  ResolvedType direct(TypeExpr type, String namespace) {
    return switch (type) {
      case TypeExpr.Plain t -> plain(t, namespace);
      case TypeExpr.InlineLabels t -> inlineLabels(t);
      case TypeExpr.ArrayOf t -> array(t, namespace);
      case TypeExpr.Ref t -> misplacedRef(t);
      case TypeExpr.PerDialect t -> resolve(t, namespace);
    };
  }

  private ResolvedType plain(TypeExpr.Plain t, String namespace) {
    if (t.dialect().isEmpty()) {
      Optional<ResolvedType> declared = declared(t, namespace);
      if (declared.isPresent()) {
        return declared.get();
      }
    }
    return server(t, namespace);
  }

  private Optional<ResolvedType> declared(TypeExpr.Plain t, String namespace) {
    var enumeration = Declarations.find(declarations.enums, t.name(), namespace);
    if (enumeration.isPresent()) {
      return Optional.of(ofEnum(enumeration.get()));
    }
    var domain = Declarations.find(declarations.domains, t.name(), namespace);
    if (domain.isPresent()) {
      return Optional.of(ofDomain(domain.get()));
    }
    var external = Declarations.find(declarations.externalTypes, t.name(), namespace);
    if (external.isPresent()) {
      return Optional.of(onPostgresOnly(external.get().name(), t));
    }
    var made = Declarations.find(declarations.nativeTypes, t.name(), namespace);
    if (made.isPresent()) {
      return Optional.of(onPostgresOnly(made.get().name(), t));
    }
    return target.isPostgres() ? rowType(t, namespace) : Optional.empty();
  }

  /** The rows of a table or a view are a type; a name that the server has means the server's. */
  private Optional<ResolvedType> rowType(TypeExpr.Plain t, String namespace) {
    boolean servers =
        t.name().namespace().isEmpty()
            && !(catalogue(target.dialect(), TypeSpelling.of(t)) instanceof TypeLookup.Unknown);
    return servers
        ? Optional.empty()
        : Declarations.find(declarations.tables, t.name(), namespace)
            .map(table -> table.name())
            .or(() -> Declarations.find(declarations.views, t.name(), namespace).map(v -> v.name()))
            .map(name -> onPostgresOnly(name, t));
  }

  private ResolvedType onPostgresOnly(QName name, TypeExpr.Plain t) {
    if (target.isMySql()) {
      return notAvailable(
          t, "MySQL has no types of one's own", "write `postgres." + t.name() + " | mysql.…`");
    }
    List<String> arguments = TypeSpelling.of(t).arguments();
    DataType type =
        arguments.isEmpty()
            ? new DataType.Named(name)
            : new DataType.Builtin(name.toString(), arguments, List.of());
    return ResolvedType.of(type, name.toString());
  }

  /** The column type of an enum in its storage. */
  ResolvedType ofEnum(Declared<EnumDecl> declared) {
    return new EnumColumnTypes(target, this).of(declared);
  }

  private ResolvedType ofDomain(Declared<DomainDecl> domain) {
    String written = domain.name().toString();
    if (!resolvingDomains.add(domain.name())) {
      report.say(
          Code.SC2006, domain.place(), "domain `" + written + "` is defined by way of itself");
      return ResolvedType.unknown();
    }
    try {
      ResolvedType base = resolve(domain.declaration().type(), domain.namespace());
      if (target.isPostgres()) {
        return base.isUnknown()
            ? base
            : ResolvedType.of(new DataType.Named(domain.name()), written).withAliases(List.of());
      }
      return base.isUnknown() ? base : base.withInlinedDomain(domain);
    } finally {
      resolvingDomains.remove(domain.name());
    }
  }

  /** The type that a domain's values have, domains below it included; the type itself otherwise. */
  DataType base(DataType type) {
    DataType current = type;
    Set<QName> seen = new HashSet<>();
    while (current instanceof DataType.Named(var name)
        && declarations.domains.containsKey(name)
        && seen.add(name)) {
      Declared<DomainDecl> domain = declarations.domains.get(name);
      current = resolve(domain.declaration().type(), domain.namespace()).type();
    }
    return current;
  }

  private ResolvedType server(TypeExpr.Plain t, String namespace) {
    String written = WrittenType.of(t);
    TypeSpelling spelling = TypeSpelling.of(t);
    if (t.dialect().isPresent() && t.dialect().get() != target.dialect()) {
      return notAvailable(
          t,
          "`" + written + "` is no type of " + target,
          ForeignTypes.help(
              target.dialect(), spelling.name(), written.substring(written.indexOf('.') + 1)));
    }
    if (t.name().namespace().isPresent()) {
      return isServers(t) ? ofServer(t, written) : unknown(t, namespace);
    }
    if (target.isPostgres() && isSerial(spelling.name())) {
      return serial(spelling.name(), written);
    }
    boolean portable = t.dialect().isEmpty() && PortableTypes.contains(spelling);
    TypeLookup found = portable ? portable(spelling) : servers(spelling);
    return switch (found) {
      case TypeLookup.Found f -> ResolvedType.of(f.type(), written).withOptions(f.options());
      case TypeLookup.Wrong w -> wrong(t, spelling, w);
      case TypeLookup.Unknown ignored -> absent(t, spelling, namespace);
    };
  }

  /** {@code pg_catalog.char}: a type of the server that has no name of its own in the language. */
  private boolean isServers(TypeExpr.Plain t) {
    return target.isPostgres()
        && t.dialect().isEmpty()
        && t.name().namespace().orElseThrow().text().equals("pg_catalog");
  }

  private static ResolvedType ofServer(TypeExpr.Plain t, String written) {
    return ResolvedType.of(
        new DataType.Named(new QName("pg_catalog", t.name().name().text())), written);
  }

  private TypeLookup portable(TypeSpelling spelling) {
    return target.isPostgres()
        ? PortableTypes.postgres(spelling)
        : PortableTypes.mysql(spelling, options.uuidStorage(), target);
  }

  private TypeLookup servers(TypeSpelling spelling) {
    return target.isPostgres() ? PostgresTypes.find(spelling) : MySqlTypes.find(spelling, target);
  }

  private static TypeLookup catalogue(Dialect dialect, TypeSpelling spelling) {
    return dialect == Dialect.POSTGRES ? PostgresTypes.find(spelling) : MySqlTypes.find(spelling);
  }

  private static boolean isSerial(String name) {
    return name.equals("serial") || name.equals("bigserial") || name.equals("smallserial");
  }

  private static ResolvedType serial(String name, String written) {
    String integer =
        switch (name) {
          case "bigserial" -> "bigint";
          case "smallserial" -> "smallint";
          default -> "int";
        };
    return ResolvedType.of(DataType.Builtin.of(integer), written).asSerial();
  }

  private ResolvedType wrong(TypeExpr.Plain t, TypeSpelling spelling, TypeLookup.Wrong wrong) {
    Dialect other = target.isPostgres() ? Dialect.MYSQL : Dialect.POSTGRES;
    boolean elsewhere = catalogue(other, spelling) instanceof TypeLookup.Found;
    String help =
        elsewhere && !spelling.modifiers().isEmpty()
            ? ForeignTypes.help(target.dialect(), spelling.name(), WrittenType.of(t))
            : wrong.help();
    report.say(elsewhere ? Code.SC2010 : Code.SC2003, t.span(), wrong.message(), help);
    return ResolvedType.unknown();
  }

  private ResolvedType absent(TypeExpr.Plain t, TypeSpelling spelling, String namespace) {
    Dialect other = target.isPostgres() ? Dialect.MYSQL : Dialect.POSTGRES;
    boolean elsewhere =
        !(catalogue(other, spelling) instanceof TypeLookup.Unknown)
            || other == Dialect.POSTGRES && isSerial(spelling.name());
    if (elsewhere) {
      String written = WrittenType.of(t);
      return notAvailable(
          t,
          "`" + written + "` is no type of " + target,
          ForeignTypes.help(target.dialect(), spelling.name(), written));
    }
    return unknown(t, namespace);
  }

  private ResolvedType notAvailable(TypeExpr.Plain t, String message, String help) {
    report.say(Code.SC2010, t.span(), message, help);
    return ResolvedType.unknown();
  }

  private ResolvedType unknown(TypeExpr.Plain t, String namespace) {
    String written = t.name().toString();
    Set<String> candidates = new TreeSet<>(PortableTypes.NAMES);
    candidates.addAll(target.isPostgres() ? PostgresTypes.names() : MySqlTypes.names());
    candidates.addAll(Declarations.namesIn(declarations.enums, namespace));
    candidates.addAll(Declarations.namesIn(declarations.aliases, namespace));
    candidates.addAll(Declarations.namesIn(declarations.domains, namespace));
    candidates.addAll(Declarations.namesIn(declarations.externalTypes, namespace));
    Diagnostic diagnostic =
        Diagnostic.of(Code.SC2003, t.span(), "unknown type `" + written + "`")
            .withHelp(
                target.isPostgres()
                    ? "a type that an extension or somebody else made is declared with `external"
                        + " type "
                        + written
                        + "`"
                    : "see the types of MySQL and the portable ones in the language reference");
    report.add(report.suggest(diagnostic, written, t.name().span(), candidates));
    return ResolvedType.unknown();
  }

  private ResolvedType inlineLabels(TypeExpr.InlineLabels t) {
    List<String> values = t.values().stream().map(Ident::text).toList();
    if (target.isPostgres()) {
      report.say(
          Code.SC2010,
          t.span(),
          "`" + (t.set() ? "set" : "enum") + "(…)` in place is MySQL's own form",
          t.set()
              ? "write `text[]` with a check on PostgreSQL"
              : "declare it: `enum NAME { " + String.join(", ", values) + " }`");
      return ResolvedType.unknown();
    }
    EnumLabels.reportTwins(t.values(), true, report);
    DataType type = t.set() ? new DataType.InlineSet(values) : new DataType.InlineEnum(values);
    return ResolvedType.of(type, WrittenType.of(t));
  }

  private ResolvedType array(TypeExpr.ArrayOf t, String namespace) {
    if (target.isMySql()) {
      report.say(
          Code.SC2010,
          t.span(),
          "MySQL has no arrays",
          "write `json`, or a table of its own with a reference to this one");
      return ResolvedType.unknown();
    }
    ResolvedType element = resolve(t.element(), namespace);
    if (element.isUnknown()) {
      return element;
    }
    for (Declared<TypeDecl> alias : element.aliases()) {
      for (Clause clause : alias.declaration().clauses()) {
        misplacedAliasClause(alias, clause.span(), t.span());
      }
    }
    DataType type =
        element.type() instanceof DataType.Array inner ? inner : new DataType.Array(element.type());
    return ResolvedType.of(type, WrittenType.of(t));
  }

  private void misplacedAliasClause(Declared<TypeDecl> alias, Span clause, Span use) {
    report.add(
        Diagnostic.of(
                Code.SC2007,
                use,
                "the clauses of `" + alias.name() + "` cannot hold for the elements of an array")
            .withLabel(clause, "this clause is about one value")
            .withHelp("use a `domain`, whose checks PostgreSQL applies to each element"));
  }

  private ResolvedType misplacedRef(TypeExpr.Ref t) {
    report.say(Code.SC2007, t.span(), "`ref` is the type of a column alone");
    return ResolvedType.unknown();
  }
}
