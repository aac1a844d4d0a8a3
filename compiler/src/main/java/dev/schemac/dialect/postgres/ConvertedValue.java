package dev.schemac.dialect.postgres;

import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.DataType;
import dev.schemac.model.Evolution;
import dev.schemac.model.Expression;
import java.util.Optional;

/** How the old value of a column becomes the new one. */
final class ConvertedValue {
  private ConvertedValue() {}

  /** The author's expression over the row, under the newest names. */
  static Optional<Expression> authors(Change.ModifyColumn change, PlanFacts facts) {
    return change
        .conversion()
        .flatMap(Evolution.Conversion::using)
        .map(u -> facts.overNewestNames(change.table(), u));
  }

  /** What stands behind USING; empty where the server converts by itself. */
  static Optional<Expression> using(Change.ModifyColumn change, PlanFacts facts) {
    DataType from = change.before().type();
    DataType to = change.after().type();
    Optional<Expression> authors = authors(change, facts);
    if (authors.isPresent()) {
      // USING takes no text for a label: only a literal alone would become one by itself.
      return to instanceof DataType.Named
          ? authors.map(value -> new Expression.Cast(value, to))
          : authors;
    }
    Expression old = new Expression.ColumnRef(change.after().name());
    if (!change.values().isEmpty()) {
      return ValueMapping.of(change.values(), asText(old, change.before()))
          .map(mapped -> new Expression.Cast(mapped, to));
    }
    return TypeChange.using(old, from, to, conversion(from, to, facts));
  }

  /** What is the same type below by its name alone is another one where it has a successor. */
  private static TypeChange.Conversion conversion(DataType from, DataType to, PlanFacts facts) {
    DataType base = TypeChange.base(to, facts.context().after());
    boolean replaced =
        base.equals(TypeChange.base(from, facts.context().before()))
            && ReplacedTypes.concern(base, facts)
            && !CompositeCast.convert(base, facts.context().after());
    return replaced
        ? TypeChange.Conversion.THROUGH_TEXT
        : TypeChange.conversion(from, to, facts.context().before(), facts.context().after());
  }

  static boolean needsUsing(Change.ModifyColumn change, PlanFacts facts) {
    return TypeChange.conversion(
            change.before().type(),
            change.after().type(),
            facts.context().before(),
            facts.context().after())
        == TypeChange.Conversion.NONE;
  }

  /** The value as the other kind of text, since labels are compared as such. */
  static Expression asText(Expression value, Column column) {
    return TypeChange.isText(column.type())
        ? value
        : new Expression.Cast(value, DataType.Builtin.of("text"));
  }
}
