package dev.schemac.emit;

import dev.schemac.diagnostic.Span;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.Dialect;
import dev.schemac.syntax.Attribute;
import dev.schemac.syntax.Clause;
import dev.schemac.syntax.Member;
import dev.schemac.syntax.TypeExpr;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A column's line, changed where it differs from the live column and nowhere else: aliases, options
 * of other dialects and the author's spelling stay as long as they mean the same.
 */
final class ColumnUpdate {

  /** What the clauses of a column are about. */
  private enum Aspect {
    PRIMARY_KEY,
    UNIQUE,
    CHECK,
    REFERENCE,
    NOT_NULL,
    DEFAULT,
    ON_UPDATE,
    GENERATED,
    IDENTITY,
    COLLATION,
    EVOLUTION
  }

  private final Member.ColumnDecl line;
  private final TableSnippet snippet;
  private final Member.ColumnDecl wanted;
  private final Dialect dialect;
  private final TextEdits edits;

  /**
   * A line and what it shall say.
   *
   * @param wanted the column as it would be written anew, in {@code snippet}
   */
  ColumnUpdate(
      Member.ColumnDecl line,
      TableSnippet snippet,
      Member.ColumnDecl wanted,
      Dialect dialect,
      TextEdits edits) {
    this.line = line;
    this.snippet = snippet;
    this.wanted = wanted;
    this.dialect = dialect;
    this.edits = edits;
  }

  /**
   * Makes the changes.
   *
   * @param keysWere the constraints and indexes that the line declares
   * @param keysAre the live ones of the same identities
   */
  void update(Column was, Column is, List<TablePart> keysWere, List<TablePart> keysAre) {
    Set<Aspect> changed = changed(was, is, keysWere, keysAre);
    boolean otherReference =
        changed.contains(Aspect.REFERENCE) && line.type() instanceof TypeExpr.Ref;
    boolean aliasChecks =
        changed.contains(Aspect.CHECK) && clauses(line, Aspect.CHECK).size() < checks(keysWere);
    int end = type(!was.type().equals(is.type()) || otherReference || aliasChecks);
    for (Clause clause : line.clauses()) {
      end = Math.max(end, clause.span().end());
    }
    for (Aspect aspect : changed) {
      replace(aspect, end);
    }
    if (!was.options().equals(is.options())) {
      attribute();
    }
  }

  private static long checks(List<TablePart> keys) {
    return keys.stream()
        .filter(k -> k instanceof TablePart.OfConstraint(var c) && c instanceof Constraint.Check)
        .count();
  }

  private static Set<Aspect> changed(
      Column was, Column is, List<TablePart> keysWere, List<TablePart> keysAre) {
    Set<Aspect> changed = EnumSet.noneOf(Aspect.class);
    add(changed, Aspect.NOT_NULL, was.notNullName(), is.notNullName());
    add(changed, Aspect.DEFAULT, was.defaultValue(), is.defaultValue());
    add(changed, Aspect.ON_UPDATE, was.onUpdate(), is.onUpdate());
    add(changed, Aspect.GENERATED, was.generated(), is.generated());
    add(changed, Aspect.IDENTITY, was.identity(), is.identity());
    add(changed, Aspect.COLLATION, was.collation(), is.collation());
    add(changed, Aspect.EVOLUTION, was.type(), is.type());
    add(changed, Aspect.EVOLUTION, was.nullable(), is.nullable());
    for (Aspect aspect :
        List.of(Aspect.PRIMARY_KEY, Aspect.UNIQUE, Aspect.CHECK, Aspect.REFERENCE)) {
      add(changed, aspect, ofAspect(keysWere, aspect), ofAspect(keysAre, aspect));
    }
    return changed;
  }

  private static void add(Set<Aspect> changed, Aspect aspect, Object was, Object is) {
    if (!Objects.equals(was, is)) {
      changed.add(aspect);
    }
  }

  private static List<TablePart> ofAspect(List<TablePart> keys, Aspect aspect) {
    return keys.stream().filter(k -> aspect(k) == aspect).toList();
  }

  private static Aspect aspect(TablePart part) {
    return switch (part) {
      case TablePart.OfConstraint(Constraint.PrimaryKey ignored) -> Aspect.PRIMARY_KEY;
      case TablePart.OfConstraint(Constraint.Unique ignored) -> Aspect.UNIQUE;
      case TablePart.OfConstraint(Constraint.Check ignored) -> Aspect.CHECK;
      case TablePart.OfConstraint(Constraint.ForeignKey ignored) -> Aspect.REFERENCE;
      case TablePart.OfConstraint(Constraint.Exclusion ignored) -> Aspect.UNIQUE;
      case TablePart.OfIndex ignored -> Aspect.UNIQUE;
      case TablePart.OfColumn ignored -> Aspect.EVOLUTION;
    };
  }

  private static Aspect aspect(Clause clause) {
    return switch (clause) {
      case Clause.PrimaryKey ignored -> Aspect.PRIMARY_KEY;
      case Clause.Unique ignored -> Aspect.UNIQUE;
      case Clause.NullsNotDistinct ignored -> Aspect.UNIQUE;
      case Clause.NotNull ignored -> Aspect.NOT_NULL;
      case Clause.Default ignored -> Aspect.DEFAULT;
      case Clause.Check ignored -> Aspect.CHECK;
      case Clause.OnUpdateSet ignored -> Aspect.ON_UPDATE;
      case Clause.OnDelete ignored -> Aspect.REFERENCE;
      case Clause.OnUpdate ignored -> Aspect.REFERENCE;
      case Clause.As ignored -> Aspect.REFERENCE;
      case Clause.Deferrable ignored -> Aspect.REFERENCE;
      case Clause.NotValid ignored -> Aspect.REFERENCE;
      case Clause.NotEnforced ignored -> Aspect.REFERENCE;
      case Clause.NoInherit ignored -> Aspect.CHECK;
      case Clause.MatchFull ignored -> Aspect.REFERENCE;
      case Clause.GeneratedAs ignored -> Aspect.GENERATED;
      case Clause.IdentityClause ignored -> Aspect.IDENTITY;
      case Clause.Collate ignored -> Aspect.COLLATION;
      case Clause.Using ignored -> Aspect.EVOLUTION;
      case Clause.Backfill ignored -> Aspect.EVOLUTION;
      case Clause.When ignored -> Aspect.EVOLUTION;
      case Clause.Method ignored -> Aspect.UNIQUE;
      case Clause.Include ignored -> Aspect.UNIQUE;
      case Clause.Where ignored -> Aspect.UNIQUE;
    };
  }

  private static List<Clause> clauses(Member.ColumnDecl column, Aspect aspect) {
    return column.clauses().stream().filter(c -> aspect(c) == aspect).toList();
  }

  /** Type and question mark; returns where they end. */
  private int type(boolean replaced) {
    Span span = line.type().span();
    if (replaced) {
      edits.replace(span.start(), span.end(), snippet.slice(wanted.type().span()));
    }
    int end = span.end();
    int mark = end;
    String text = edits.original();
    while (line.nullable() && mark < text.length() && text.charAt(mark) != '?') {
      mark++;
    }
    if (line.nullable() && !wanted.nullable()) {
      edits.replace(mark, mark + 1, "");
    } else if (!line.nullable() && wanted.nullable()) {
      edits.insert(end, "?");
    }
    return line.nullable() ? mark + 1 : end;
  }

  private void replace(Aspect aspect, int end) {
    List<Clause> old = clauses(line, aspect);
    String now =
        clauses(wanted, aspect).stream()
            .map(c -> snippet.slice(c.span()))
            .collect(Collectors.joining(" "));
    if (old.isEmpty() && !now.isEmpty()) {
      edits.insert(end, " " + now);
    }
    for (Clause clause : old) {
      boolean first = clause == old.getFirst() && !now.isEmpty();
      if (first) {
        edits.replace(clause.span().start(), clause.span().end(), now);
      } else {
        edits.deleteWord(clause.span().start(), clause.span().end());
      }
    }
  }

  private void attribute() {
    Optional<String> now =
        wanted.attributes().stream()
            .filter(a -> a.dialect() == dialect)
            .map(a -> snippet.slice(a.span()))
            .findFirst();
    List<Attribute> old = line.attributes().stream().filter(a -> a.dialect() == dialect).toList();
    for (Attribute attribute : old) {
      boolean first = attribute == old.getFirst() && now.isPresent();
      if (first) {
        edits.replace(attribute.span().start(), attribute.span().end(), now.get());
      } else {
        edits.deleteWord(attribute.span().start(), attribute.span().end());
      }
    }
    if (old.isEmpty()) {
      now.ifPresent(text -> edits.insert(line.span().end(), " " + text));
    }
  }
}
