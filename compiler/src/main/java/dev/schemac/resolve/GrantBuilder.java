package dev.schemac.resolve;

import dev.schemac.diagnostic.Code;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.sql.SqlWriter;
import dev.schemac.syntax.Declaration.GrantDecl;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Privileges given and taken away. */
final class GrantBuilder {
  private final ResolveContext context;
  private final DefinitionText text;
  private final Dependencies dependencies;

  GrantBuilder(ResolveContext context, DefinitionText text, Dependencies dependencies) {
    this.context = context;
    this.text = text;
    this.dependencies = dependencies;
  }

  /** What a grant is about: the words for the server, and the name. */
  private record Subject(String words, QName name, Optional<String> defaultsIn) {}

  Optional<SchemaObject> build(Declared<GrantDecl> declared) {
    GrantDecl d = declared.declaration();
    if (context.optionReader.isForOtherDialectAlone(d.header().attributes())) {
      return Optional.empty();
    }
    Optional<Subject> subject = subject(declared);
    if (subject.isEmpty()) {
      return Optional.empty();
    }
    String definition = statement(d, subject.get(), d.revoke());
    String inverse = statement(d, subject.get(), !d.revoke());
    ObjectPath path = new ObjectPath(ObjectKind.GRANT, subject.get().name(), definition);
    context.places.put(path, declared.place());
    return Optional.of(
        new SchemaObject.Grant(
            subject.get().name(),
            definition,
            inverse,
            dependencies.of(d.on(), declared.namespace(), path)));
  }

  private String statement(GrantDecl d, Subject subject, boolean revoke) {
    List<String> rest = DefinitionText.splitAt(d.rest(), Set.of("with", "by", "granted"));
    String grantees = rest.get(0).replaceFirst("(?i)^(to|from)\\s+", "");
    boolean option = false;
    Optional<String> by = Optional.empty();
    for (String part : rest.subList(1, rest.size())) {
      String lower = part.toLowerCase(Locale.ROOT);
      option |= lower.startsWith("with");
      if (lower.startsWith("by")) {
        by = Optional.of(part.substring(2).strip());
      }
    }
    SqlWriter writer = text.writer();
    if (subject.defaultsIn().isPresent()) {
      writer.phrase("ALTER DEFAULT PRIVILEGES");
      by.ifPresent(b -> writer.phrase("FOR ROLE").raw(text.header(b)));
      if (!subject.defaultsIn().get().isEmpty()) {
        writer.phrase("IN SCHEMA").identifier(subject.defaultsIn().get());
      }
    }
    writer.phrase(revoke ? "REVOKE" : "GRANT").raw(text.listed(d.privileges()));
    writer.phrase("ON").raw(subject.words());
    writer.phrase(revoke ? "FROM" : "TO").raw(text.header(grantees));
    if (option && !revoke && !d.revoke()) {
      writer.phrase("WITH GRANT OPTION");
    }
    if (by.isPresent() && subject.defaultsIn().isEmpty()) {
      writer.phrase("GRANTED BY").raw(text.header(by.get()));
    }
    return writer.text();
  }

  private Optional<Subject> subject(Declared<GrantDecl> declared) {
    String on = declared.declaration().on().strip();
    int blank = on.indexOf(' ');
    String kind = blank < 0 ? "" : on.substring(0, blank).toLowerCase(Locale.ROOT);
    String name = blank < 0 ? on : on.substring(blank + 1).strip();
    return switch (kind) {
      case "function", "procedure", "routine" -> routine(kind, name, declared);
      case "namespace", "schema" -> Optional.of(namespace(name));
      case "new" -> defaults(name, declared);
      case "sequence", "type", "domain" -> postgresOnly(kind, name, declared);
      case "table" -> relation(name, declared);
      default -> relation(on, declared);
    };
  }

  private Optional<Subject> relation(String written, Declared<GrantDecl> declared) {
    if (written.contains(",")) {
      context.report.say(
          Code.SC2090,
          declared.place(),
          "a grant on several tables is not supported yet",
          "write one line for each table");
      return Optional.empty();
    }
    QName name = name(written);
    QName found =
        Declarations.find(
                context.tables,
                Optional.of(name.namespace()).filter(n -> !n.isEmpty()),
                name.name(),
                declared.namespace())
            .map(t -> t.name)
            .or(
                () ->
                    Declarations.find(
                            context.declarations.views,
                            Optional.of(name.namespace()).filter(n -> !n.isEmpty()),
                            name.name(),
                            declared.namespace())
                        .map(Declared::name))
            .orElse(null);
    if (found == null) {
      context.report.unknown(
          "table",
          written,
          declared.place(),
          Declarations.namesIn(context.tables, declared.namespace()));
      return Optional.empty();
    }
    String words = (context.target.isPostgres() ? "TABLE " : "") + text.name(found);
    return Optional.of(new Subject(words, found, Optional.empty()));
  }

  private Optional<Subject> routine(String kind, String written, Declared<GrantDecl> declared) {
    String signature = RoutineSignature.canonical(written);
    QName bare = name(RoutineSignature.name(written).strip());
    String namespace =
        bare.hasNamespace() ? bare.namespace() : ownNamespace(bare.name(), declared.namespace());
    QName full = new QName(namespace, bare.name());
    int open = written.indexOf('(');
    String arguments =
        open < 0 || context.target.isMySql() ? "" : text.header(written.substring(open));
    return Optional.of(
        new Subject(
            kind.toUpperCase(Locale.ROOT) + " " + text.name(full) + arguments,
            full.withName(
                bare.name() + signature.substring(RoutineSignature.name(signature).length())),
            Optional.empty()));
  }

  private String ownNamespace(String routine, String namespace) {
    boolean own =
        context.declarations.routines.stream()
            .anyMatch(
                r -> r.name().name().equals(routine) && r.name().namespace().equals(namespace));
    return own ? namespace : "";
  }

  private Subject namespace(String written) {
    QName name = name(written);
    String quoted = text.writer().identifier(name.name()).text();
    String words = context.target.isPostgres() ? "SCHEMA " + quoted : quoted + ".*";
    return new Subject(words, QName.of(name.name()), Optional.empty());
  }

  private Optional<Subject> defaults(String kind, Declared<GrantDecl> declared) {
    if (context.target.isMySql()) {
      context.unavailable(
          declared.place(), "a grant on what is made later", "grant on the whole namespace");
      return Optional.empty();
    }
    return Optional.of(
        new Subject(
            kind.toUpperCase(Locale.ROOT),
            new QName(declared.namespace(), "new " + kind),
            Optional.of(declared.namespace())));
  }

  private Optional<Subject> postgresOnly(
      String kind, String written, Declared<GrantDecl> declared) {
    if (context.target.isMySql()) {
      context.unavailable(
          declared.place(), "a grant on a " + kind, "write `@postgres` declarations apart");
      return Optional.empty();
    }
    QName name = name(written);
    QName full = name.hasNamespace() ? name : new QName(declared.namespace(), name.name());
    return Optional.of(
        new Subject(kind.toUpperCase(Locale.ROOT) + " " + text.name(full), full, Optional.empty()));
  }

  private static QName name(String written) {
    int dot = written.indexOf('.');
    return dot < 0
        ? QName.of(bare(written))
        : new QName(bare(written.substring(0, dot)), bare(written.substring(dot + 1)));
  }

  private static String bare(String name) {
    String text = name.strip();
    return text.length() > 1 && text.startsWith("`") && text.endsWith("`")
        ? text.substring(1, text.length() - 1)
        : text;
  }
}
