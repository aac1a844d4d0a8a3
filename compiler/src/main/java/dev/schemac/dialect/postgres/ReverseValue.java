package dev.schemac.dialect.postgres;

import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.DataType;
import dev.schemac.model.Evolution.ValueChange;
import dev.schemac.model.Expression;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The old value of a column that has got another type, for the trigger that keeps it. It must never
 * raise, or writers would fail: what has no counterpart becomes NULL.
 */
final class ReverseValue {
  private static final Map<String, String> GREATEST =
      Map.of("smallint", "32767", "int", "2147483647", "bigint", "9223372036854775807");

  private ReverseValue() {}

  static Optional<Expression> of(Change.ModifyColumn change, PlanFacts facts) {
    boolean authors = change.conversion().flatMap(c -> c.using()).isPresent();
    return authors
        ? Optional.empty()
        : of(change.after(), change.before(), change.values(), facts.context().before());
  }

  /**
   * The value of the column in its old type.
   *
   * @param oldSchema declares the old type
   */
  static Optional<Expression> of(
      Column now, Column old, List<ValueChange> values, Schema oldSchema) {
    Expression value = new Expression.ColumnRef(now.name());
    DataType to = old.type();
    if (to instanceof DataType.Named(var name)) {
      return oldSchema
          .object(dev.schemac.model.ObjectPath.of(dev.schemac.model.ObjectKind.ENUM, name))
          .map(e -> label(now, (SchemaObject.EnumType) e, to, values));
    }
    if (to instanceof DataType.Array(var element) && element instanceof DataType.Named(var name)) {
      return oldSchema
          .object(dev.schemac.model.ObjectPath.of(dev.schemac.model.ObjectKind.ENUM, name))
          .map(e -> labels(now, (SchemaObject.EnumType) e, to, values));
    }
    if (TypeChange.isText(to)) {
      Expression text = ConvertedValue.asText(value, now);
      Expression mapped = ValueMapping.inverse(values, text).orElse(text);
      return Optional.of(new Expression.Cast(mapped, to));
    }
    return number(value, now.type(), to);
  }

  private static Expression label(
      Column now, SchemaObject.EnumType type, DataType to, List<ValueChange> values) {
    Expression text = ConvertedValue.asText(new Expression.ColumnRef(now.name()), now);
    Expression mapped = ValueMapping.inverse(values, text).orElse(text);
    List<Expression> known =
        type.values().stream().<Expression>map(Expression.StringLiteral::new).toList();
    return when(new Expression.In(mapped, known), new Expression.Cast(mapped, to));
  }

  private static Expression labels(
      Column now, SchemaObject.EnumType type, DataType to, List<ValueChange> values) {
    DataType texts = new DataType.Array(DataType.Builtin.of("text"));
    Expression text = new Expression.Cast(new Expression.ColumnRef(now.name()), texts);
    Expression mapped = ValueMapping.ofArray(EnumReplacement.inverse(values), text);
    List<Expression> known =
        type.values().stream().<Expression>map(Expression.StringLiteral::new).toList();
    Expression all = new Expression.Cast(new Expression.ArrayLiteral(known), texts);
    return when(new Expression.Binary("<@", mapped, all), new Expression.Cast(mapped, to));
  }

  /** Whole numbers between each other; everything else may overflow. */
  private static Optional<Expression> number(Expression value, DataType from, DataType to) {
    if (!TypeChange.isInteger(from) || !TypeChange.isInteger(to)) {
      return Optional.empty();
    }
    String greatest = GREATEST.get(((DataType.Builtin) to).name());
    Expression limit = new Expression.NumberLiteral(greatest);
    Expression fits =
        new Expression.Binary(
            "and",
            new Expression.Binary("<=", value, limit),
            new Expression.Binary(">=", value, new Expression.Unary("-", limit)));
    return Optional.of(when(fits, new Expression.Cast(value, to)));
  }

  private static Expression when(Expression condition, Expression result) {
    return new Expression.Case(
        Optional.empty(), List.of(new Expression.When(condition, result)), Optional.empty());
  }
}
