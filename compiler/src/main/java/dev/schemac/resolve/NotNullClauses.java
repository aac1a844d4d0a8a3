package dev.schemac.resolve;

import dev.schemac.diagnostic.Code;
import dev.schemac.model.NotNull;
import dev.schemac.model.Table;
import dev.schemac.resolve.TableDraft.ColumnDraft;
import dev.schemac.syntax.Clause;
import dev.schemac.syntax.Member.NotNullDecl;
import java.util.SortedMap;
import java.util.TreeMap;

/** What {@code not null NAME (a) no inherit not valid} says beyond the name. */
final class NotNullClauses {
  private final ResolveContext context;

  NotNullClauses(ResolveContext context) {
    this.context = context;
  }

  private boolean isConstraint() {
    return context.target.isPostgres() && context.target.version().atLeast(18);
  }

  void check(NotNullDecl member) {
    for (Clause clause : member.clauses()) {
      String words = "`" + ColumnClauses.words(clause) + "` of a not null constraint";
      boolean known = clause instanceof Clause.NoInherit || clause instanceof Clause.NotValid;
      if (!known) {
        context.report.say(
            Code.SC2007,
            clause.span(),
            "`" + ColumnClauses.words(clause) + "` does not belong to a not null constraint");
      } else if (!isConstraint()) {
        context.unavailable(clause.span(), words, "PostgreSQL 18 and newer have it");
      }
    }
  }

  /** What a table's members say of its column; an heir's say that it has one of its own. */
  SortedMap<String, String> of(ColumnDraft column) {
    SortedMap<String, String> all = new TreeMap<>();
    for (NotNullDecl member : column.table.notNulls) {
      if (member.column().text().equals(column.name())) {
        all.putAll(options(member));
        if (column.table.options.containsKey(Table.INHERITS)) {
          all.put(NotNull.OWN, "true");
        }
      }
    }
    return all;
  }

  /** The column's options for it; none where the target keeps no such constraint. */
  SortedMap<String, String> options(NotNullDecl member) {
    SortedMap<String, String> options = new TreeMap<>();
    if (!isConstraint()) {
      return options;
    }
    for (Clause clause : member.clauses()) {
      if (clause instanceof Clause.NoInherit) {
        options.put(NotNull.NO_INHERIT, "true");
      } else if (clause instanceof Clause.NotValid) {
        options.put(NotNull.NOT_VALID, "true");
      }
    }
    member.doc().ifPresent(doc -> options.put(NotNull.COMMENT, doc));
    return options;
  }
}
