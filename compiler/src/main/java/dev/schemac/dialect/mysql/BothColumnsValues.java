package dev.schemac.dialect.mysql;

import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.DataType;
import dev.schemac.model.DataType.Builtin;
import dev.schemac.model.DataType.InlineEnum;
import dev.schemac.model.DataType.InlineSet;
import dev.schemac.model.Evolution;
import dev.schemac.model.Evolution.ValueChange;
import dev.schemac.model.Expression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the new column holds for a value of the old one, and the other way round. A value that does
 * not fit is NULL on the way there, which stops the migration before the swap and never an
 * application; on the way back it is the old column's default.
 */
final class BothColumnsValues {
  private static final Set<String> TEXTS =
      Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext");
  private static final Set<String> NUMBERS =
      Set.of("tinyint", "smallint", "mediumint", "int", "bigint", "decimal", "float", "double");

  private final Situation s;
  private final Change.ModifyColumn modify;
  private final Map<String, String> moves = new LinkedHashMap<>();

  BothColumnsValues(Situation s, Change.ModifyColumn modify) {
    this.s = s;
    this.modify = modify;
    for (ValueChange word : modify.values()) {
      switch (word) {
        case ValueChange.Renamed(var from, var to) -> moves.put(from, to);
        case ValueChange.Remapped(var from, var to) -> moves.put(from, to);
        case ValueChange.Retired(var from, var to) -> to.ifPresent(t -> moves.put(from, t));
      }
    }
  }

  /** The new value as an expression over the old column. */
  Expression there() {
    Optional<Expression> using = modify.conversion().flatMap(Evolution.Conversion::using);
    Expression value = Conditions.column(modify.before().name());
    Expression converted =
        using.orElseGet(() -> converted(modify.before(), modify.after(), value, moves));
    return modify
        .conversion()
        .flatMap(Evolution.Conversion::backfill)
        .<Expression>map(b -> Expression.Call.of("coalesce", converted, b))
        .orElse(converted);
  }

  /**
   * The rows that lack their new value. Texts of different collations do not compare (error 1267),
   * so that those tell by the new column, which is empty until then.
   */
  Expression missing(String newName) {
    Expression filled = Conditions.column(newName);
    return TableTraits.compare(s.was(modify.table()), modify.before(), modify.after())
        ? Conditions.not(Conditions.same(filled, there()))
        : Conditions.and(Conditions.isNull(filled), Conditions.not(Conditions.isNull(there())));
  }

  /** The old value as an expression over the new column, which has the name by then. */
  Expression back() {
    Map<String, String> inverse = new LinkedHashMap<>();
    List<String> old = labels(modify.before().type());
    moves.forEach(
        (from, to) -> {
          if (!old.contains(to)) {
            inverse.putIfAbsent(to, from);
          }
        });
    Expression value = Conditions.column(modify.after().name());
    Expression converted = converted(modify.after(), modify.before(), value, inverse);
    Optional<Expression> standIn = standIn(modify.before());
    return modify.before().nullable()
        ? converted
        : standIn
            .<Expression>map(v -> Expression.Call.of("coalesce", converted, v))
            .orElse(converted);
  }

  /** What stands in the old column for a value that it cannot hold; none for a nullable one. */
  static Optional<Expression> standIn(Column column) {
    if (column.defaultValue().filter(Expression.StringLiteral.class::isInstance).isPresent()
        || column.defaultValue().filter(Expression.NumberLiteral.class::isInstance).isPresent()) {
      return column.defaultValue();
    }
    return switch (column.type()) {
      case InlineEnum(var values) -> Optional.of(new Expression.StringLiteral(values.getFirst()));
      case InlineSet ignored -> Optional.of(new Expression.StringLiteral(""));
      case Builtin type when TEXTS.contains(type.name()) ->
          Optional.of(new Expression.StringLiteral(""));
      case Builtin type when NUMBERS.contains(type.name()) -> Optional.of(Conditions.number(0));
      case Builtin ignored -> Optional.empty();
      case DataType.Named ignored -> Optional.empty();
      case DataType.Array ignored -> Optional.empty();
    };
  }

  private Expression converted(Column from, Column to, Expression value, Map<String, String> map) {
    List<Expression.When> whens = new ArrayList<>();
    map.forEach((a, b) -> whens.add(new Expression.When(equal(value, a), literal(b))));
    Optional<Expression> misfit =
        from.type().equals(to.type())
            ? Optional.empty()
            : FitGuards.violation(s, from.type(), to.type(), value);
    if (whens.isEmpty() && misfit.isEmpty()) {
      return value;
    }
    misfit.ifPresent(m -> whens.add(new Expression.When(m, new Expression.NullLiteral())));
    return new Expression.Case(Optional.empty(), whens, Optional.of(value));
  }

  private static Expression equal(Expression value, String label) {
    return new Expression.Binary("=", value, literal(label));
  }

  private static Expression literal(String label) {
    return new Expression.StringLiteral(label);
  }

  private static List<String> labels(DataType type) {
    return switch (type) {
      case InlineEnum(var values) -> values;
      case InlineSet(var values) -> values;
      case Builtin ignored -> List.of();
      case DataType.Named ignored -> List.of();
      case DataType.Array ignored -> List.of();
    };
  }
}
