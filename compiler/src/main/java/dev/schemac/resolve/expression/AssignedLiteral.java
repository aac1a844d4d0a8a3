package dev.schemac.resolve.expression;

import dev.schemac.model.DataType;
import dev.schemac.model.Expression;
import dev.schemac.model.Expression.NumberLiteral;
import dev.schemac.model.Expression.StringLiteral;
import dev.schemac.model.Expression.Unary;
import dev.schemac.model.Target;
import dev.schemac.sql.FunctionTable.TypeFamily;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A literal as its column keeps it: {@code '7'} of an integer is {@code 7}, {@code 4.90} is {@code
 * 4.9}.
 */
final class AssignedLiteral {
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,60}(\\.\\d{1,60})?");

  private AssignedLiteral() {}

  static Expression of(Expression e, DataType column, Target target) {
    if (target.isMySql()) {
      return MySqlLiteral.of(e, column);
    }
    TypeFamily family = TypeFamilies.of(column, target);
    if (TypeFamilies.isNumber(family)) {
      return target.isPostgres() ? written(e) : number(e);
    }
    return family == TypeFamily.BYTES ? bytes(e) : e;
  }

  /** {@code bytea} prints in hexadecimal; text with a backslash has a meaning of its own. */
  private static Expression bytes(Expression e) {
    return e instanceof StringLiteral(var value) && value.indexOf('\\') < 0
        ? new StringLiteral(
            "\\x" + HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8)))
        : e;
  }

  /** PostgreSQL keeps the digits: {@code 4.90} is not printed as {@code 4.9} is. */
  private static Expression written(Expression e) {
    return e instanceof StringLiteral(var text) && NUMBER.matcher(text.strip()).matches()
        ? NormalLiteral.signed(text.strip())
        : e;
  }

  private static Expression number(Expression e) {
    return switch (e) {
      case StringLiteral(var text) when NUMBER.matcher(text.strip()).matches() ->
          number(NormalLiteral.signed(text.strip()));
      case NumberLiteral(var text) when NUMBER.matcher(text).matches() ->
          new NumberLiteral(plain(text));
      case Unary(var operator, NumberLiteral literal) when operator.equals("-") ->
          number(literal).equals(new NumberLiteral("0"))
              ? new NumberLiteral("0")
              : new Unary(operator, number(literal));
      default -> e;
    };
  }

  private static String plain(String text) {
    BigDecimal value = new BigDecimal(text);
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
