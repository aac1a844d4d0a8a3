package dev.schemac.resolve;

import dev.schemac.resolve.TableDraft.ColumnDraft;
import dev.schemac.syntax.Clause;

/** Which clauses a column may have. */
final class ColumnClauses {
  private static final String LEAVE_OUT = "leave it out";

  private ColumnClauses() {}

  /**
   * Whether the clause may stand behind the column.
   *
   * @param reference whether the column is a {@code ref}
   */
  static boolean belongs(Clause clause, ColumnDraft column, boolean reference) {
    return switch (clause) {
      case Clause.PrimaryKey ignored -> true;
      case Clause.Unique ignored -> true;
      case Clause.NotNull ignored -> true;
      case Clause.Default ignored -> true;
      case Clause.Check ignored -> true;
      case Clause.OnUpdateSet ignored -> true;
      case Clause.GeneratedAs ignored -> true;
      case Clause.IdentityClause ignored -> true;
      case Clause.Collate ignored -> true;
      case Clause.Using ignored -> true;
      case Clause.Backfill ignored -> true;
      case Clause.When ignored -> true;
      case Clause.OnDelete ignored -> reference;
      case Clause.OnUpdate ignored -> reference;
      case Clause.As ignored -> reference;
      case Clause.MatchFull ignored -> reference;
      case Clause.NotValid ignored -> reference || column.has(Clause.Check.class);
      case Clause.NotEnforced ignored -> reference || column.has(Clause.Check.class);
      case Clause.NoInherit ignored -> column.has(Clause.Check.class);
      case Clause.Deferrable ignored ->
          reference || column.has(Clause.Unique.class) || column.has(Clause.PrimaryKey.class);
      case Clause.NullsNotDistinct ignored -> column.has(Clause.Unique.class);
      case Clause.Method ignored -> false;
      case Clause.Include ignored -> false;
      case Clause.Where ignored -> false;
    };
  }

  /** The clause's first words. */
  static String words(Clause clause) {
    return switch (clause) {
      case Clause.PrimaryKey ignored -> "primary key";
      case Clause.Unique ignored -> "unique";
      case Clause.NotNull ignored -> "not null";
      case Clause.Default ignored -> "default";
      case Clause.Check ignored -> "check";
      case Clause.OnUpdateSet ignored -> "on update";
      case Clause.GeneratedAs ignored -> "generated";
      case Clause.IdentityClause ignored -> "identity";
      case Clause.Collate ignored -> "collate";
      case Clause.Using ignored -> "using";
      case Clause.Backfill ignored -> "backfill";
      case Clause.When ignored -> "when";
      case Clause.OnDelete ignored -> "on delete";
      case Clause.OnUpdate ignored -> "on update";
      case Clause.As ignored -> "as";
      case Clause.MatchFull ignored -> "match full";
      case Clause.NotValid ignored -> "not valid";
      case Clause.NotEnforced ignored -> "not enforced";
      case Clause.NoInherit ignored -> "no inherit";
      case Clause.Deferrable ignored -> "deferrable";
      case Clause.NullsNotDistinct ignored -> "nulls not distinct";
      case Clause.Method ignored -> "using";
      case Clause.Include ignored -> "include";
      case Clause.Where ignored -> "where";
    };
  }

  static String help(Clause clause) {
    return switch (clause) {
      case Clause.OnDelete ignored -> "referential actions stand behind `ref` or `foreign key`";
      case Clause.OnUpdate ignored -> "referential actions stand behind `ref` or `foreign key`";
      case Clause.As ignored -> "`as` names the constraint of a `ref`";
      case Clause.Where ignored -> "write `unique index (…) where (…)` on a line of its own";
      case Clause.Include ignored -> "write the key on a line of its own";
      case Clause.Method ignored -> "an expression for old values stands in parentheses";
      case Clause.PrimaryKey ignored -> LEAVE_OUT;
      case Clause.Unique ignored -> LEAVE_OUT;
      case Clause.NotNull ignored -> LEAVE_OUT;
      case Clause.Default ignored -> LEAVE_OUT;
      case Clause.Check ignored -> LEAVE_OUT;
      case Clause.OnUpdateSet ignored -> LEAVE_OUT;
      case Clause.GeneratedAs ignored -> LEAVE_OUT;
      case Clause.IdentityClause ignored -> LEAVE_OUT;
      case Clause.Collate ignored -> LEAVE_OUT;
      case Clause.Using ignored -> LEAVE_OUT;
      case Clause.Backfill ignored -> LEAVE_OUT;
      case Clause.When ignored -> LEAVE_OUT;
      case Clause.MatchFull ignored -> LEAVE_OUT;
      case Clause.NotValid ignored -> LEAVE_OUT;
      case Clause.NotEnforced ignored -> LEAVE_OUT;
      case Clause.NoInherit ignored -> LEAVE_OUT;
      case Clause.Deferrable ignored -> LEAVE_OUT;
      case Clause.NullsNotDistinct ignored -> LEAVE_OUT;
    };
  }
}
