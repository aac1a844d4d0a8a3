package dev.schemac.resolve.expression;

import dev.schemac.model.DataType;
import dev.schemac.model.DataType.Builtin;
import dev.schemac.model.Expression;
import dev.schemac.model.Expression.BooleanLiteral;
import dev.schemac.model.Expression.NumberLiteral;
import dev.schemac.model.Expression.StringLiteral;
import dev.schemac.model.Expression.TypedLiteral;
import dev.schemac.model.Expression.Unary;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A literal as a column of MySQL keeps it and as {@code SHOW CREATE TABLE} prints it: {@code 1.6}
 * of an integer is {@code 2}, {@code 1} of a bool is {@code true}, {@code '2020-01-01'} of a {@code
 * datetime} has a time.
 */
final class MySqlLiteral {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d{1,60}(\\.\\d{0,60})?|\\.\\d{1,60})(e[+-]?\\d{1,3})?");
  private static final Pattern MOMENT =
      Pattern.compile(
          "(\\d{4}-\\d{1,2}-\\d{1,2})(?:[ T](\\d{1,2}:\\d{2})(:\\d{2})?(?:\\.(\\d{1,6}))?)?");
  private static final Pattern TIME =
      Pattern.compile("(-?\\d{1,3}:\\d{2})(:\\d{2})?(?:\\.(\\d{1,6}))?");

  /** Longer numbers keep their exponent. */
  private static final int PLAIN_DIGITS = 60;

  private MySqlLiteral() {}

  static Expression of(Expression e, DataType column) {
    return switch (column) {
      case Builtin type -> builtin(e, type);
      case DataType.InlineEnum ignored -> e;
      case DataType.InlineSet ignored -> e;
      case DataType.Named ignored -> e;
      case DataType.Array ignored -> e;
    };
  }

  private static Expression builtin(Expression e, Builtin type) {
    return switch (type.name()) {
      case "tinyint" -> type.arguments().equals(java.util.List.of("1")) ? bool(e) : number(e, 0);
      case "smallint", "mediumint", "int", "bigint", "year" -> number(e, 0);
      case "decimal" -> number(e, scale(type).orElse(0));
      case "float", "double" -> number(e, scale(type).orElse(Integer.MAX_VALUE));
      case "bit" -> bits(e);
      case "datetime", "timestamp" -> moment(e, fraction(type));
      case "time" -> time(e, fraction(type));
      case "binary" -> MySqlBytes.text(withoutPadding(e));
      case "char", "varchar", "varbinary" -> text(MySqlBytes.text(e));
      default -> e;
    };
  }

  private static Expression text(Expression e) {
    return e instanceof NumberLiteral(var digits) ? new StringLiteral(digits) : e;
  }

  /** NULs at the end pad a {@code binary} column. */
  private static Expression withoutPadding(Expression e) {
    return switch (e) {
      case StringLiteral(var value) -> new StringLiteral(value.replaceAll("\0+$", ""));
      case TypedLiteral(var prefix, var digits) when prefix.equals("x") ->
          new TypedLiteral(prefix, digits.replaceAll("(?:00)+$", ""));
      default -> e;
    };
  }

  private static Expression bool(Expression e) {
    Expression value = number(e, 0);
    return value instanceof NumberLiteral(var text) && (text.equals("0") || text.equals("1"))
        ? new BooleanLiteral(text.equals("1"))
        : e instanceof BooleanLiteral ? e : value;
  }

  private static Expression number(Expression e, int scale) {
    return switch (e) {
      case StringLiteral(var text) -> number(text.strip(), scale).orElse(e);
      case NumberLiteral(var text) -> number(text, scale).orElse(e);
      case BooleanLiteral(var value) -> new NumberLiteral(value ? "1" : "0");
      case Unary(var operator, NumberLiteral(var text)) when operator.equals("-") ->
          number("-" + text, scale).orElse(e);
      default -> e;
    };
  }

  private static Optional<Expression> number(String text, int scale) {
    if (!NUMBER.matcher(text.toLowerCase(java.util.Locale.ROOT)).matches()) {
      return Optional.empty();
    }
    BigDecimal value = new BigDecimal(text);
    BigDecimal rounded =
        value.scale() > scale ? value.setScale(scale, RoundingMode.HALF_UP) : value;
    if (rounded.signum() == 0) {
      return Optional.of(new NumberLiteral("0"));
    }
    BigDecimal shortest = rounded.stripTrailingZeros();
    boolean plain = Math.abs(shortest.precision() - shortest.scale()) < PLAIN_DIGITS;
    String digits = plain ? shortest.abs().toPlainString() : shortest.abs().toString();
    Expression literal = new NumberLiteral(digits.replace("E+", "e").replace("E", "e"));
    return Optional.of(shortest.signum() < 0 ? new Unary("-", literal) : literal);
  }

  /** {@code b'101'} without leading zeros. */
  private static Expression bits(Expression e) {
    return switch (e) {
      case BooleanLiteral(var value) -> new TypedLiteral("b", value ? "1" : "0");
      case NumberLiteral(var text) when text.matches("\\d{1,20}") ->
          new TypedLiteral("b", new BigInteger(text).toString(2));
      case TypedLiteral(var prefix, var digits) when prefix.equals("b") ->
          new TypedLiteral("b", digits.replaceFirst("^0+(?=.)", ""));
      default -> e;
    };
  }

  private static Expression moment(Expression e, int fraction) {
    if (!(e instanceof StringLiteral(var value))) {
      return e;
    }
    Matcher m = MOMENT.matcher(value.strip());
    if (!m.matches()) {
      return e;
    }
    String time =
        clock(m.group(2) == null ? "00:00" : m.group(2), m.group(3), m.group(4), fraction);
    return new StringLiteral(m.group(1) + " " + time);
  }

  private static Expression time(Expression e, int fraction) {
    if (!(e instanceof StringLiteral(var value))) {
      return e;
    }
    Matcher m = TIME.matcher(value.strip());
    return m.matches() ? new StringLiteral(clock(m.group(1), m.group(2), m.group(3), fraction)) : e;
  }

  private static String clock(String hours, String seconds, String digits, int fraction) {
    String whole =
        (hours.indexOf(':') == 1 ? "0" : "") + hours + (seconds == null ? ":00" : seconds);
    if (fraction == 0) {
      return whole;
    }
    String padded = (digits == null ? "" : digits) + "000000";
    return whole + "." + padded.substring(0, fraction);
  }

  private static OptionalInt scale(Builtin type) {
    return type.arguments().size() == 2
        ? OptionalInt.of(Integer.parseInt(type.arguments().get(1)))
        : OptionalInt.empty();
  }

  private static int fraction(Builtin type) {
    return type.arguments().isEmpty() ? 0 : Integer.parseInt(type.arguments().get(0));
  }
}
