package dev.schemac.resolve.expression;

import dev.schemac.model.DataType;
import dev.schemac.model.DataType.Builtin;
import dev.schemac.model.Expression;
import dev.schemac.model.Expression.BooleanLiteral;
import dev.schemac.model.Expression.Cast;
import dev.schemac.model.Expression.NumberLiteral;
import dev.schemac.model.Expression.StringLiteral;
import dev.schemac.model.Expression.TypedLiteral;
import dev.schemac.model.Expression.Unary;
import dev.schemac.model.Target;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Literals, and casts of literals, in one spelling. */
final class NormalLiteral {
  private static final Set<String> MOMENTS = Set.of("now", "today", "tomorrow", "yesterday");
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");
  private static final Set<String> NUMERIC =
      Set.of("smallint", "int", "bigint", "numeric", "real", "double", "decimal");
  private static final Set<String> TYPED =
      Set.of("date", "time", "timestamp", "timestamptz", "interval");

  private NormalLiteral() {}

  static Expression number(NumberLiteral literal, Target target) {
    String text = literal.text().toLowerCase(Locale.ROOT);
    text = text.startsWith(".") ? "0" + text : text;
    boolean exponent = text.indexOf('e') >= 0;
    if (exponent && target.isPostgres() && text.length() < 40) {
      return new NumberLiteral(plain(text));
    }
    text = exponent || !text.startsWith("0") ? text : text.replaceFirst("^0+(?=\\d)", "");
    return text.equals(literal.text()) ? literal : new NumberLiteral(text);
  }

  /** Exponents too large to be written out stay. */
  private static String plain(String text) {
    BigDecimal value = new BigDecimal(text);
    return Math.abs((long) value.scale()) > 100 ? text : value.toPlainString();
  }

  /** Introducers ({@code _utf8mb4'x'}) go; intervals get one spelling. */
  static Expression typed(TypedLiteral literal) {
    String prefix = literal.prefix().toLowerCase(Locale.ROOT);
    String value = literal.value();
    if (prefix.startsWith("_") || prefix.equals("n")) {
      return new StringLiteral(value);
    }
    if (prefix.equals("e")) {
      return new StringLiteral(Escapes.read(value));
    }
    return switch (prefix) {
      case "interval" -> new TypedLiteral(prefix, IntervalForm.of(value));
      case "x" -> new TypedLiteral(prefix, value.toLowerCase(Locale.ROOT));
      default -> new TypedLiteral(prefix, value);
    };
  }

  /** A cast of a string literal as the literal that it is; empty where it is none. */
  static Optional<Expression> cast(Cast cast, Target target) {
    if (!(cast.operand() instanceof StringLiteral(var value))
        || !(cast.type() instanceof Builtin type)) {
      return Optional.empty();
    }
    if (isText(type)) {
      return isMoment(value) ? Optional.empty() : Optional.of(cast.operand());
    }
    if (!type.arguments().isEmpty() || target.isMySql()) {
      return Optional.empty();
    }
    if (NUMERIC.contains(type.name()) && NUMBER.matcher(value).matches()) {
      return Optional.of(signed(value));
    }
    if (type.name().equals("bool")) {
      return bool(value);
    }
    return TYPED.contains(type.name())
        ? Optional.of(typed(new TypedLiteral(type.name(), value)))
        : Optional.empty();
  }

  /** As text it is read when it is used, as {@code date 'now'} at once. */
  private static boolean isMoment(String value) {
    return MOMENTS.contains(value.strip().toLowerCase(Locale.ROOT));
  }

  /** A string literal's own types, {@code text} in either dialect: the cast says nothing. */
  static boolean isText(DataType type) {
    return type instanceof Builtin builtin
        && builtin.arguments().isEmpty()
        && (builtin.name().equals("text")
            || builtin.name().equals("varchar")
            || builtin.name().equals("bpchar")
            || builtin.name().equals("longtext"));
  }

  static Expression signed(String value) {
    String digits = value.startsWith("-") || value.startsWith("+") ? value.substring(1) : value;
    Expression number = new NumberLiteral(digits);
    return value.startsWith("-") ? new Unary("-", number) : number;
  }

  private static Optional<Expression> bool(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "t", "true", "yes", "on", "1" -> Optional.of(new BooleanLiteral(true));
      case "f", "false", "no", "off", "0" -> Optional.of(new BooleanLiteral(false));
      default -> Optional.empty();
    };
  }
}
