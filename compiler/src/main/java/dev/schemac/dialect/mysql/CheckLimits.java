package dev.schemac.dialect.mysql;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Span;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.Table;
import dev.schemac.plan.Lowered;
import java.util.Optional;
import java.util.Set;

/**
 * What a check may not read: an auto-increment column (error 3818), or a column that a foreign
 * key's action writes (error 3823; manual, "CHECK Constraints").
 */
final class CheckLimits {
  private CheckLimits() {}

  static Optional<Lowered> refusal(Table table, Constraint.Check check) {
    for (String name : ColumnUse.columns(check.condition())) {
      boolean counts = table.column(name).flatMap(Column::identity).isPresent();
      if (counts) {
        return refused(table, check, name, "which counts by itself");
      }
      if (table.foreignKeys().stream().anyMatch(k -> writes(k, name))) {
        return refused(table, check, name, "which a foreign key's action writes");
      }
    }
    return Optional.empty();
  }

  /** The first check of the table that the server would refuse. */
  static Optional<Lowered> refusal(Table table) {
    for (Constraint constraint : table.constraints()) {
      if (constraint instanceof Constraint.Check check) {
        Optional<Lowered> refusal = refusal(table, check);
        if (refusal.isPresent()) {
          return refusal;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean writes(Constraint.ForeignKey key, String column) {
    Set<Constraint.Action> unset =
        Set.of(Constraint.Action.SET_NULL, Constraint.Action.SET_DEFAULT);
    boolean acts =
        unset.contains(key.onDelete())
            || unset.contains(key.onUpdate())
            || key.onUpdate() == Constraint.Action.CASCADE;
    return acts && key.columns().contains(column);
  }

  private static Optional<Lowered> refused(
      Table table, Constraint.Check check, String column, String why) {
    String what =
        String.join(
            "",
            "mysql allows no check on ",
            table.name().toString(),
            ".",
            column,
            ", ",
            why,
            ": ",
            check.name());
    return Optional.of(
        Lowered.refused(
            Diagnostic.of(Code.SC2010, Span.NONE, what)
                .withHelp("declare the check for PostgreSQL alone: `@postgres { check (…) }`")));
  }
}
