package dev.schemac.syntax;

import dev.schemac.diagnostic.Span;
import dev.schemac.model.Constraint;
import dev.schemac.model.Generated;
import java.util.List;
import java.util.Optional;

/**
 * A clause behind a column, a key, a check, a foreign key, a type or a domain; the same clause
 * means the same everywhere.
 */
public sealed interface Clause {
  Span span();

  record PrimaryKey(Optional<Ident> name, Span span) implements Clause {}

  record Unique(Optional<Ident> name, Span span) implements Clause {}

  /** {@code not null [as NAME]}. */
  record NotNull(Optional<Ident> name, Span span) implements Clause {}

  record Default(Expr value, Span span) implements Clause {}

  record Check(Optional<Ident> name, Expr condition, Span span) implements Clause {}

  /** {@code on update now()}: what an UPDATE sets, told from a referential action by its call. */
  record OnUpdateSet(Expr value, Span span) implements Clause {}

  record OnDelete(Constraint.Action action, List<Ident> columns, Span span) implements Clause {}

  record OnUpdate(Constraint.Action action, Span span) implements Clause {}

  /** {@code generated (expr) stored}; without a word the dialect's usual storage. */
  record GeneratedAs(Expr expression, Optional<Generated.Storage> storage, Span span)
      implements Clause {}

  record IdentityClause(boolean always, List<Declaration.SequenceOption> options, Span span)
      implements Clause {}

  record Collate(Ident name, Span span) implements Clause {}

  /** {@code as fk_name}: names the constraint of a {@code ref}. */
  record As(Ident name, Span span) implements Clause {}

  /** {@code using (expr)}: how old values become new ones. */
  record Using(Expr expression, Span span) implements Clause {}

  /** {@code using gin}: the index method. */
  record Method(Ident name, Span span) implements Clause {}

  record Backfill(Expr expression, Span span) implements Clause {}

  /** {@code when fits} (empty) or {@code when (condition)}. */
  record When(Optional<Expr> condition, Span span) implements Clause {}

  record Include(List<Ident> columns, Span span) implements Clause {}

  record Where(Expr condition, Span span) implements Clause {}

  record NullsNotDistinct(Span span) implements Clause {}

  record Deferrable(boolean initiallyDeferred, Span span) implements Clause {}

  record NotValid(Span span) implements Clause {}

  record NotEnforced(Span span) implements Clause {}

  record NoInherit(Span span) implements Clause {}

  record MatchFull(Span span) implements Clause {}
}
