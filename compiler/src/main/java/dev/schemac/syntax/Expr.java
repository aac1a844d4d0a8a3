package dev.schemac.syntax;

import dev.schemac.diagnostic.Span;
import java.util.List;
import java.util.Optional;

/** An expression as written. */
public sealed interface Expr {
  Span span();

  record Number(String text, Span span) implements Expr {}

  /** {@code value} without quotes and escapes. */
  record Text(String value, Span span) implements Expr {}

  record Bool(boolean value, Span span) implements Expr {}

  record Null(Span span) implements Expr {}

  /** {@code interval '3 minutes'}, {@code date '2020-01-01'}. */
  record Typed(String prefix, String value, Span span) implements Expr {}

  /** A bare or dotted name: a column, an enum label, a keyword function without parentheses. */
  record Name(List<Ident> parts, Span span) implements Expr {}

  record Call(List<Ident> function, List<Expr> arguments, boolean distinct, Span span)
      implements Expr {}

  record Star(Span span) implements Expr {}

  record Unary(String operator, Expr operand, Span span) implements Expr {}

  /**
   * {@code operator} in lower case with single blanks: {@code is distinct from}, {@code not like}.
   */
  record Binary(String operator, Expr left, Expr right, Span span) implements Expr {}

  record Between(Expr operand, Expr low, Expr high, boolean negated, Span span) implements Expr {}

  record In(Expr operand, List<Expr> list, boolean negated, Span span) implements Expr {}

  record IsNull(Expr operand, boolean negated, Span span) implements Expr {}

  /** {@code is [not] true|false|unknown}. */
  record IsTruth(Expr operand, String truth, boolean negated, Span span) implements Expr {}

  record When(Expr condition, Expr result) {}

  record Case(Optional<Expr> operand, List<When> whens, Optional<Expr> otherwise, Span span)
      implements Expr {}

  /** {@code cast(x as T)} and {@code x::T}. */
  record Cast(Expr operand, TypeExpr type, Span span) implements Expr {}

  record ArrayLiteral(List<Expr> elements, Span span) implements Expr {}

  record Row(List<Expr> elements, Span span) implements Expr {}

  record Collate(Expr operand, Ident collation, Span span) implements Expr {}

  /** {@code (expr)}; kept so that the formatter and diagnostics can point at it. */
  record Parens(Expr inner, Span span) implements Expr {}

  /**
   * What the grammar takes as balanced tokens (a subquery, {@code extract(… from …)}); text with
   * single blanks.
   */
  record Sql(String text, Span span) implements Expr {}

  /** A raw block: the target's own SQL, taken as it stands. */
  record Raw(String text, Span span) implements Expr {}
}
