package dev.schemac.dialect.postgres;

import dev.schemac.model.DataType;
import dev.schemac.model.Evolution.ValueChange;
import dev.schemac.model.Expression;
import dev.schemac.model.QName;
import dev.schemac.plan.Guard;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The words about values as a CASE over the old value. */
final class ValueMapping {
  private record Moved(String from, String to) {}

  private ValueMapping() {}

  private static List<Moved> moved(List<ValueChange> values) {
    List<Moved> found = new ArrayList<>();
    for (ValueChange value : values) {
      switch (value) {
        case ValueChange.Renamed(var from, var to) -> found.add(new Moved(from, to));
        case ValueChange.Retired(var from, var to) ->
            to.ifPresent(t -> found.add(new Moved(from, t)));
        case ValueChange.Remapped(var from, var to) -> found.add(new Moved(from, to));
      }
    }
    return found;
  }

  /** {@code CASE old WHEN 'a' THEN 'b' … ELSE old END}; empty where no value moves. */
  static Optional<Expression> of(List<ValueChange> values, Expression old) {
    List<Expression.When> whens =
        moved(values).stream()
            .map(m -> new Expression.When(literal(m.from()), literal(m.to())))
            .toList();
    return whens.isEmpty()
        ? Optional.empty()
        : Optional.of(new Expression.Case(Optional.of(old), whens, Optional.of(old)));
  }

  /** The same for the elements of an array. */
  static Expression ofArray(List<ValueChange> values, Expression old) {
    Expression mapped = old;
    for (Moved m : moved(values)) {
      mapped = Expression.Call.of("array_replace", mapped, literal(m.from()), literal(m.to()));
    }
    return mapped;
  }

  /** The rows that hold a value that moves. */
  static Optional<Expression> affected(List<ValueChange> values, Expression old) {
    List<Expression> from = moved(values).stream().<Expression>map(m -> literal(m.from())).toList();
    return from.isEmpty() ? Optional.empty() : Optional.of(new Expression.In(old, from));
  }

  /** The way back of values that were renamed or remapped; merged ones stay where they are. */
  static Optional<Expression> inverse(List<ValueChange> values, Expression now) {
    List<Expression.When> whens = new ArrayList<>();
    for (Moved moved : inverse(values)) {
      whens.add(new Expression.When(literal(moved.from()), literal(moved.to())));
    }
    return whens.isEmpty()
        ? Optional.empty()
        : Optional.of(new Expression.Case(Optional.of(now), whens, Optional.of(now)));
  }

  /** A renamed value gets its old label, and one that came with a remap goes again. */
  private static List<Moved> inverse(List<ValueChange> values) {
    List<Moved> found = new ArrayList<>();
    for (ValueChange value : values) {
      switch (value) {
        case ValueChange.Renamed(var from, var to) -> found.add(new Moved(to, from));
        case ValueChange.Remapped(var from, var to) -> found.add(new Moved(to, from));
        case ValueChange.Retired ignored -> {}
      }
    }
    return found;
  }

  /**
   * The words with a retired value whose rows get a value that is new taken for what it is: a
   * rename, which has a way back.
   */
  static List<ValueChange> settled(List<ValueChange> values, Collection<String> before) {
    Set<String> taken = new HashSet<>(before);
    List<ValueChange> all = new ArrayList<>();
    for (ValueChange value : values) {
      boolean rename =
          value instanceof ValueChange.Retired(var from, var to)
              && to.isPresent()
              && taken.add(to.get());
      all.add(
          rename
              ? new ValueChange.Renamed(
                  value.from(), ((ValueChange.Retired) value).to().orElseThrow())
              : value);
    }
    return all;
  }

  /** Whether no two values became one. */
  static boolean isLossless(List<ValueChange> values) {
    Set<String> targets = new HashSet<>();
    for (ValueChange value : values) {
      boolean merged =
          switch (value) {
            case ValueChange.Renamed(var from, var to) -> !targets.add(to);
            case ValueChange.Retired(var from, var to) -> to.isPresent();
            case ValueChange.Remapped ignored -> true;
          };
      if (merged) {
        return false;
      }
    }
    return true;
  }

  /** No row holds the value. */
  static Guard unused(QName table, String column, String value, DataType type, PlanFacts facts) {
    Expression old = new Expression.ColumnRef(column);
    boolean array = type instanceof DataType.Array;
    DataType text = DataType.Builtin.of("text");
    Expression holds =
        array
            ? new Expression.Binary(
                "@>",
                new Expression.Cast(old, new DataType.Array(text)),
                new Expression.Cast(
                    new Expression.ArrayLiteral(List.of(literal(value))), new DataType.Array(text)))
            : new Expression.Binary(
                "=",
                TypeChange.isText(type) ? old : new Expression.Cast(old, text),
                literal(value));
    return new Guard(
        GuardIds.VALUE_UNUSED,
        String.join("", "rows of ", table.toString(), " still hold '", value, "' in ", column),
        new Guard.Condition.NoRow(table, Optional.of(holds)));
  }

  private static Expression literal(String value) {
    return new Expression.StringLiteral(value);
  }
}
