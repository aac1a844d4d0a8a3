package dev.schemac.sql;

import dev.schemac.model.DataType;
import dev.schemac.model.Dialect;
import dev.schemac.model.Expression;
import dev.schemac.model.Expression.Binary;
import dev.schemac.model.Expression.Call;
import dev.schemac.model.Expression.StringLiteral;
import dev.schemac.model.QName;
import java.util.Locale;
import java.util.Optional;

/** MySQL's SQL. */
final class MySqlSpelling implements ExpressionSpelling {
  private final TypeWriter types = TypeWriter.of(Dialect.MYSQL);

  @Override
  public Quoting quoting() {
    return MySqlQuoting.INSTANCE;
  }

  @Override
  public String word(String keywords) {
    return keywords;
  }

  @Override
  public String string(String value) {
    return quoting().string(value);
  }

  @Override
  public String typed(Expression.TypedLiteral literal) {
    if (literal.prefix().equals("interval")) {
      return MySqlInterval.of(literal.value())
          .map(MySqlInterval::sql)
          .orElse("interval " + string(literal.value()));
    }
    String blank = literal.prefix().length() == 1 ? "" : " ";
    return literal.prefix() + blank + string(literal.value());
  }

  @Override
  public String sequence(QName sequence) {
    return new SqlWriter(quoting()).name(sequence).text();
  }

  @Override
  public String function(Call call) {
    return FunctionTable.function(call.function())
        .filter(f -> f.takes(call.arguments().size()))
        .flatMap(FunctionTable.Function::mysql)
        .orElseGet(() -> FunctionName.quoted(call.function(), quoting()));
  }

  /** {@code now()} has microseconds in the language; MySQL's bare one has none. */
  @Override
  public Optional<String> special(Call call, ExpressionWriter writer) {
    return switch (call.function()) {
      case "now" -> Optional.of(moment("now", call));
      case "current_time" -> Optional.of(moment("curtime", call));
      case "extract" ->
          call.arguments().size() == 2 && call.arguments().get(0) instanceof StringLiteral(var unit)
              ? Optional.of(
                  "EXTRACT(" + unit + " FROM " + writer.text(call.arguments().get(1)) + ")")
              : Optional.empty();
      case "trim" ->
          call.arguments().size() == 2
              ? Optional.of(
                  "TRIM(BOTH "
                      + writer.text(call.arguments().get(1))
                      + " FROM "
                      + writer.text(call.arguments().get(0))
                      + ")")
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static String moment(String name, Call call) {
    boolean given = call.arguments().size() == 1;
    String digits =
        given && call.arguments().get(0) instanceof Expression.NumberLiteral(var n) ? n : "6";
    return name + (digits.equals("0") ? "()" : "(" + digits + ")");
  }

  @Override
  public String operator(String operator, String not) {
    return operator.equals("#") ? "^" : not + operator.toUpperCase(Locale.ROOT);
  }

  @Override
  public boolean negatesInside(String operator) {
    return operator.equals("like") || operator.equals("regexp");
  }

  /** Manual, "Operator Precedence": {@code |} below {@code &} below the shifts below {@code +}. */
  @Override
  public int otherPrecedence(String operator) {
    return switch (operator) {
      case "|" -> Precedence.OTHER;
      case "&" -> Precedence.OTHER + 1;
      case "<<", ">>" -> Precedence.OTHER + 2;
      case "#" -> Precedence.POWER;
      case "->", "->>" -> Precedence.ATOM;
      default -> Precedence.OTHER;
    };
  }

  @Override
  public String cast(Expression operand, DataType type, ExpressionWriter writer) {
    return "CAST(" + writer.text(operand) + " AS " + types.cast(type) + ")";
  }

  @Override
  public int castPrecedence() {
    return Precedence.ATOM;
  }

  @Override
  public Expression translate(Expression e) {
    if (e instanceof Expression.Unary(var not, Binary(var distinct, var left, var right))
        && not.equals("not")
        && distinct.equals("is distinct from")) {
      return new Binary("<=>", left, right);
    }
    return e instanceof Binary binary ? MySqlTranslation.of(binary) : e;
  }

  @Override
  public boolean callsAreKeyParts() {
    return false;
  }

  @Override
  public String defaultValue(Expression e, DataType column, ExpressionWriter writer) {
    return MySqlDefault.text(e, column, writer);
  }
}
