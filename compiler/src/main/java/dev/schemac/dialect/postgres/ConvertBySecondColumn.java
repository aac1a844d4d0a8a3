package dev.schemac.dialect.postgres;

import dev.schemac.diff.Change;
import dev.schemac.model.Expression;
import dev.schemac.plan.Lowered;

/** Stand-in. */
final class ConvertBySecondColumn {
  private ConvertBySecondColumn() {}

  static Lowered lower(Change.ModifyColumn change, Expression value, PlanFacts facts) {
    return Refusal.of(
        change.path().toString().concat(": `using` holds a subquery, which ALTER TYPE refuses"),
        "write it without a subquery");
  }
}
