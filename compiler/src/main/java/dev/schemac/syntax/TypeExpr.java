package dev.schemac.syntax;

import dev.schemac.diagnostic.Span;
import dev.schemac.model.Dialect;
import java.util.List;
import java.util.Optional;

/** A type as written. */
public sealed interface TypeExpr {
  Span span();

  /**
   * A named type: {@code varchar(50)}, {@code mysql.text}, {@code auth.aal_level}, {@code
   * decimal(10, 2) unsigned}.
   *
   * @param arguments literals as written; strings without quotes
   * @param modifiers {@code unsigned}, {@code zerofill}, in the order written
   */
  record Plain(
      Optional<Dialect> dialect,
      QualifiedIdent name,
      List<String> arguments,
      List<String> modifiers,
      Span span)
      implements TypeExpr {}

  /** {@code enum('a', 'b')} or {@code set('a', 'b')}. */
  record InlineLabels(boolean set, List<Ident> values, Span span) implements TypeExpr {}

  record ArrayOf(TypeExpr element, Span span) implements TypeExpr {}

  /** {@code ref users}, {@code ref auth.users(id)}. */
  record Ref(QualifiedIdent table, Optional<Ident> column, Span span) implements TypeExpr {}

  /** {@code postgres.citext | mysql.varchar(254)}. */
  record PerDialect(List<TypeExpr> alternatives, Span span) implements TypeExpr {}
}
