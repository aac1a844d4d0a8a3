package dev.schemac.resolve;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Span;
import dev.schemac.model.Constraint;
import dev.schemac.syntax.Clause;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The clauses that keys share. */
final class KeyClauses {
  private final ResolveContext context;
  private final List<Clause> clauses;

  KeyClauses(ResolveContext context, List<Clause> clauses) {
    this.context = context;
    this.clauses = clauses;
  }

  <C extends Clause> Optional<C> find(Class<C> type) {
    for (Clause clause : clauses) {
      if (type.isInstance(clause)) {
        return Optional.of(type.cast(clause));
      }
    }
    return Optional.empty();
  }

  /** Reports every clause that is not of one of the types, and those given twice. */
  void allowOnly(String what, Set<Class<? extends Clause>> allowed) {
    if (clauses.isEmpty()) {
      return;
    }
    Set<Class<?>> seen = new java.util.HashSet<>();
    for (Clause clause : clauses) {
      if (!allowed.contains(clause.getClass())) {
        context.report.say(
            Code.SC2007,
            clause.span(),
            "`" + ColumnClauses.words(clause) + "` does not belong to " + what);
      } else if (!seen.add(clause.getClass())) {
        context.report.say(
            Code.SC2002,
            clause.span(),
            "clause `" + ColumnClauses.words(clause) + "` is given twice");
      }
    }
  }

  Constraint.Deferral deferral() {
    Optional<Clause.Deferrable> clause = find(Clause.Deferrable.class);
    if (clause.isEmpty()) {
      return Constraint.Deferral.NOT_DEFERRABLE;
    }
    if (context.target.isMySql()) {
      context.unavailable(
          clause.get().span(), "`deferrable`", "leave it out: MySQL checks each statement at once");
    }
    return clause.get().initiallyDeferred()
        ? Constraint.Deferral.INITIALLY_DEFERRED
        : Constraint.Deferral.INITIALLY_IMMEDIATE;
  }

  boolean nullsNotDistinct() {
    Optional<Clause.NullsNotDistinct> clause = find(Clause.NullsNotDistinct.class);
    if (clause.isPresent() && (context.target.isMySql() || !context.target.version().atLeast(15))) {
      context.unavailable(
          clause.get().span(), "`nulls not distinct`", "declare the columns NOT NULL");
    }
    return clause.isPresent();
  }

  List<String> include(TableDraft table) {
    Optional<Clause.Include> clause = find(Clause.Include.class);
    if (clause.isEmpty()) {
      return List.of();
    }
    if (context.target.isMySql()) {
      context.unavailable(
          clause.get().span(), "`include`", "leave it out, or make the columns part of an index");
    }
    for (var column : clause.get().columns()) {
      if (!table.open && !table.columns.containsKey(column.text())) {
        context.report.unknown(
            "column", table.name + "." + column.text(), column.span(), table.columns.keySet());
      }
    }
    return clause.get().columns().stream().map(dev.schemac.syntax.Ident::text).toList();
  }

  /** NOT VALID and NOT ENFORCED, of a check or a foreign key. */
  Constraint.Enforcement enforcement(boolean check) {
    Optional<Clause.NotEnforced> notEnforced = find(Clause.NotEnforced.class);
    Optional<Clause.NotValid> notValid = find(Clause.NotValid.class);
    if (notEnforced.isPresent()) {
      Span span = notEnforced.get().span();
      if (context.target.isPostgres() && !context.target.version().atLeast(18)
          || context.target.isMySql() && !check
          || context.target.isMariaDb()) {
        context.unavailable(span, "`not enforced`", "leave the constraint out");
      }
      return Constraint.Enforcement.NOT_ENFORCED;
    }
    if (notValid.isPresent()) {
      if (context.target.isMySql()) {
        context.unavailable(
            notValid.get().span(), "`not valid`", "leave it out: MySQL checks all rows at once");
      }
      return Constraint.Enforcement.NOT_VALID;
    }
    return Constraint.Enforcement.ENFORCED;
  }
}
