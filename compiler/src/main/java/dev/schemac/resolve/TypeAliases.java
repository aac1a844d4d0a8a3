package dev.schemac.resolve;

import dev.schemac.diagnostic.Code;
import dev.schemac.model.Dialect;
import dev.schemac.model.Target;
import dev.schemac.syntax.Declaration.TypeDecl;
import dev.schemac.syntax.TypeExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands behind names that people gave to types, and behind alternatives for dialects. */
final class TypeAliases {
  private final Declarations declarations;
  private final Target target;
  private final Report report;

  TypeAliases(Declarations declarations, Target target, Report report) {
    this.declarations = declarations;
    this.target = target;
    this.report = report;
  }

  /** A type behind its aliases and alternatives, and the namespace that its names belong to. */
  record Unwrapped(TypeExpr type, String namespace, List<Declared<TypeDecl>> aliases) {}

  /** Follows aliases and picks the target's alternative; empty when that was reported. */
  Optional<Unwrapped> unwrap(TypeExpr written, String namespace) {
    List<Declared<TypeDecl>> aliases = new ArrayList<>();
    TypeExpr type = written;
    String scope = namespace;
    while (true) {
      if (type instanceof TypeExpr.PerDialect alternatives) {
        Optional<TypeExpr> chosen = choose(alternatives);
        if (chosen.isEmpty()) {
          return Optional.empty();
        }
        type = chosen.get();
        continue;
      }
      Optional<Declared<TypeDecl>> alias = alias(type, scope);
      if (alias.isEmpty()) {
        return Optional.of(new Unwrapped(type, scope, List.copyOf(aliases)));
      }
      if (aliases.contains(alias.get())) {
        cycle(alias.get());
        return Optional.empty();
      }
      aliases.add(alias.get());
      type = alias.get().declaration().type();
      scope = alias.get().namespace();
    }
  }

  private Optional<TypeExpr> choose(TypeExpr.PerDialect alternatives) {
    Optional<TypeExpr> portable = Optional.empty();
    for (TypeExpr alternative : alternatives.alternatives()) {
      Optional<Dialect> dialect = dialectOf(alternative);
      if (dialect.isPresent() && dialect.get() == target.dialect()) {
        return Optional.of(alternative);
      }
      if (dialect.isEmpty() && portable.isEmpty()) {
        portable = Optional.of(alternative);
      }
    }
    if (portable.isEmpty()) {
      report.say(
          Code.SC2010,
          alternatives.span(),
          "`" + WrittenType.of(alternatives) + "` has no alternative for " + target,
          "add `| " + target.dialect().label() + ".…`");
    }
    return portable;
  }

  private static Optional<Dialect> dialectOf(TypeExpr type) {
    return switch (type) {
      case TypeExpr.Plain t -> t.dialect();
      case TypeExpr.InlineLabels ignored -> Optional.of(Dialect.MYSQL);
      case TypeExpr.ArrayOf t -> dialectOf(t.element());
      case TypeExpr.Ref ignored -> Optional.empty();
      case TypeExpr.PerDialect ignored -> Optional.empty();
    };
  }

  private Optional<Declared<TypeDecl>> alias(TypeExpr type, String namespace) {
    return type instanceof TypeExpr.Plain t && t.dialect().isEmpty()
        ? Declarations.find(declarations.aliases, t.name(), namespace)
        : Optional.empty();
  }

  private void cycle(Declared<TypeDecl> alias) {
    report.say(
        Code.SC2006, alias.place(), "type `" + alias.name() + "` is defined by way of itself");
  }
}
