package dev.schemac.dialect.postgres;

import dev.schemac.diff.Change;
import dev.schemac.model.DataType;
import dev.schemac.model.Evolution.Narrowing;
import dev.schemac.model.Expression;
import java.util.Map;
import java.util.Optional;

/** Which rows a narrowing would hurt: those that the author's condition, or the type, refuses. */
final class Narrowed {
  private static final Map<String, String[]> RANGES =
      Map.of(
          "smallint", new String[] {"32768", "32767"},
          "int", new String[] {"2147483648", "2147483647"},
          "bigint", new String[] {"9223372036854775808", "9223372036854775807"});

  private Narrowed() {}

  static Optional<Expression> violation(
      Narrowing narrowing, Expression old, Change.ModifyColumn change, PlanFacts facts) {
    if (narrowing.condition().isPresent()) {
      Expression condition = facts.overNewestNames(change.table(), narrowing.condition().get());
      return Optional.of(new Expression.IsTruth(condition, "false"));
    }
    DataType to = TypeChange.base(change.after().type(), facts.context().after());
    return to instanceof DataType.Builtin builtin ? fits(old, builtin) : Optional.empty();
  }

  /** Empty where the server itself refuses what does not fit. */
  private static Optional<Expression> fits(Expression old, DataType.Builtin to) {
    if (RANGES.containsKey(to.name())) {
      String[] range = RANGES.get(to.name());
      Expression low = new Expression.Unary("-", number(range[0]));
      return Optional.of(
          or(
              or(binary("<", old, low), binary(">", old, number(range[1]))),
              binary("<>", old, Expression.Call.of("trunc", cast(old, "numeric")))));
    }
    boolean limited = !to.arguments().isEmpty();
    return switch (to.name()) {
      case "varchar", "char" ->
          limited
              ? Optional.of(
                  binary(
                      ">",
                      Expression.Call.of("char_length", cast(old, "text")),
                      number(to.arguments().getFirst())))
              : Optional.empty();
      case "numeric" -> limited ? Optional.of(numeric(old, to)) : Optional.empty();
      case "timestamp", "timestamptz", "time", "timetz", "date", "real", "double" ->
          Optional.of(binary("<>", cast(new Expression.Cast(old, to), "text"), cast(old, "text")));
      default -> Optional.empty();
    };
  }

  /** Rounding is a loss too. */
  private static Expression numeric(Expression old, DataType.Builtin to) {
    int scale = to.arguments().size() < 2 ? 0 : Integer.parseInt(to.arguments().get(1));
    int whole = Integer.parseInt(to.arguments().getFirst()) - scale;
    Expression value = cast(old, "numeric");
    Expression rounds =
        binary("<>", value, Expression.Call.of("round", value, number(Integer.toString(scale))));
    Expression tooBig =
        binary(
            ">=",
            Expression.Call.of("abs", value),
            Expression.Call.of(
                "power", cast(number("10"), "numeric"), number(Integer.toString(whole))));
    return or(rounds, tooBig);
  }

  private static Expression cast(Expression e, String type) {
    return new Expression.Cast(e, DataType.Builtin.of(type));
  }

  private static Expression number(String text) {
    return new Expression.NumberLiteral(text);
  }

  private static Expression or(Expression a, Expression b) {
    return new Expression.Binary("or", a, b);
  }

  private static Expression binary(String operator, Expression a, Expression b) {
    return new Expression.Binary(operator, a, b);
  }
}
