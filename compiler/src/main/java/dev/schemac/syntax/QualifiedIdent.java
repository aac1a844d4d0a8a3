package dev.schemac.syntax;

import dev.schemac.diagnostic.Span;
import java.util.Optional;

/** {@code users} or {@code auth.users}. */
public record QualifiedIdent(Optional<Ident> namespace, Ident name) {
  public Span span() {
    return namespace.map(n -> n.span().to(name.span())).orElse(name.span());
  }

  @Override
  public String toString() {
    return namespace.map(n -> n.text() + ".").orElse("") + name.text();
  }
}
