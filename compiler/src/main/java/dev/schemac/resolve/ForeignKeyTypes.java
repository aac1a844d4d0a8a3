package dev.schemac.resolve;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Fix;
import dev.schemac.diagnostic.Span;
import dev.schemac.model.Constraint;
import dev.schemac.resolve.TableDraft.ColumnDraft;
import dev.schemac.syntax.Clause;
import dev.schemac.syntax.Member;
import java.util.List;
import java.util.Optional;

/** Compares the types of the two sides of a foreign key. */
final class ForeignKeyTypes {
  private final ResolveContext context;

  ForeignKeyTypes(ResolveContext context) {
    this.context = context;
  }

  void check(Member.ForeignKeyDecl key, List<ColumnDraft> from, List<ColumnDraft> to) {
    for (int i = 0; i < from.size(); i++) {
      pair(key, i, from.get(i), to.get(i), from.size() == 1);
    }
  }

  private void pair(
      Member.ForeignKeyDecl key, int position, ColumnDraft from, ColumnDraft to, boolean single) {
    ResolvedType a = context.columnTypes.of(from);
    ResolvedType b = context.columnTypes.of(to);
    if (a.isUnknown() || b.isUnknown()) {
      return;
    }
    Span place = key.columns().get(position).span();
    TypeComparison comparison =
        TypeComparison.of(
            context.target, context.types.base(a.type()), context.types.base(b.type()));
    switch (comparison) {
      case SAME -> strings(place, from, a, to, b);
      case DIFFERENT ->
          report(
              context.target.isMySql() ? Code.SC2004 : Code.SC2014, key, place, from, to, single);
      case STORED_ALIKE -> report(Code.SC2014, key, place, from, to, single);
      case INCOMPARABLE -> report(Code.SC2004, key, place, from, to, single);
    }
  }

  private void report(
      Code code,
      Member.ForeignKeyDecl key,
      Span place,
      ColumnDraft from,
      ColumnDraft to,
      boolean single) {
    String a = context.columnTypes.of(from).written();
    String b = context.columnTypes.of(to).written();
    String reference = "ref " + target(to);
    Diagnostic diagnostic =
        Diagnostic.of(code, place, "foreign key compares " + a + " with " + b)
            .withSpanLabel(a)
            .withLabel(to.declaration.type().span(), b);
    if (!single) {
      context.report.add(diagnostic.withHelp("give `" + from.path() + "` the type " + b));
      return;
    }
    String whole = reference + (from.declaration.nullable() ? "?" : "");
    diagnostic =
        diagnostic.withHelp(
            "declare it as `"
                + from.name()
                + " "
                + whole
                + "`, which takes its type from "
                + to.path());
    context.report.add(fix(key, from, reference).map(diagnostic::withFix).orElse(diagnostic));
  }

  private static String target(ColumnDraft to) {
    boolean key = to.table.primaryKey().equals(List.of(to.name()));
    return to.table.name + (key ? "" : "(" + to.name() + ")");
  }

  /** The foreign key moves into the column; only where every clause can be carried over. */
  private static Optional<Fix> fix(Member.ForeignKeyDecl key, ColumnDraft from, String reference) {
    StringBuilder clauses = new StringBuilder();
    if (key.name().isPresent()) {
      clauses.append(" as ").append(key.name().get().text());
    }
    for (Clause clause : key.clauses()) {
      switch (clause) {
        case Clause.OnDelete c when c.columns().isEmpty() ->
            clauses.append(" on delete ").append(words(c.action()));
        case Clause.OnUpdate c -> clauses.append(" on update ").append(words(c.action()));
        default -> {
          return Optional.empty();
        }
      }
    }
    Span column = from.declaration.span();
    Span type = from.declaration.type().span();
    Span behind =
        new Span(column.file(), column.end(), column.end(), column.line(), column.column());
    List<Fix.Edit> edits =
        clauses.isEmpty()
            ? List.of(new Fix.Edit(type, reference), new Fix.Edit(key.span(), ""))
            : List.of(
                new Fix.Edit(type, reference),
                new Fix.Edit(behind, clauses.toString()),
                new Fix.Edit(key.span(), ""));
    return Optional.of(new Fix("declare `" + from.name() + "` as `" + reference + "`", edits));
  }

  private static String words(Constraint.Action action) {
    return switch (action) {
      case NO_ACTION -> "no action";
      case RESTRICT -> "restrict";
      case CASCADE -> "cascade";
      case SET_NULL -> "set null";
      case SET_DEFAULT -> "set default";
    };
  }

  /** MySQL manual, "FOREIGN KEY Constraints": character set and collation must be the same. */
  private void strings(
      Span place, ColumnDraft from, ResolvedType a, ColumnDraft to, ResolvedType b) {
    Optional<StringStorage> own = StringStorage.of(from, a);
    Optional<StringStorage> other = StringStorage.of(to, b);
    if (context.target.isPostgres() || own.isEmpty() || own.equals(other)) {
      return;
    }
    String mine = describe(own.get());
    String theirs = other.map(ForeignKeyTypes::describe).orElse("");
    context.report.add(
        Diagnostic.of(
                Code.SC2004,
                place,
                "foreign key compares strings in " + mine + " with strings in " + theirs)
            .withSpanLabel(mine)
            .withLabel(to.ident().span(), theirs)
            .withHelp(
                "declare it as `" + from.name() + " ref " + target(to) + "`, which takes both"));
  }

  private static String describe(StringStorage storage) {
    return storage.collation().or(storage::charset).orElse("the default character set");
  }
}
