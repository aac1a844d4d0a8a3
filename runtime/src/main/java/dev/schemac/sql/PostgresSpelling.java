package dev.schemac.sql;

import dev.schemac.model.DataType;
import dev.schemac.model.Dialect;
import dev.schemac.model.Expression;
import dev.schemac.model.Expression.Call;
import dev.schemac.model.Expression.StringLiteral;
import dev.schemac.model.QName;
import java.util.Locale;
import java.util.Optional;

/** PostgreSQL's SQL. */
final class PostgresSpelling implements ExpressionSpelling {
  private final TypeWriter types = TypeWriter.of(Dialect.POSTGRES);

  @Override
  public Quoting quoting() {
    return PostgresQuoting.INSTANCE;
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
    return literal.prefix() + (isBits(literal.prefix()) ? "" : " ") + string(literal.value());
  }

  private static boolean isBits(String prefix) {
    return prefix.length() == 1;
  }

  @Override
  public String sequence(QName sequence) {
    return string(new SqlWriter(quoting()).name(sequence).text());
  }

  @Override
  public String function(Call call) {
    return FunctionTable.function(call.function())
        .filter(f -> f.takes(call.arguments().size()))
        .flatMap(FunctionTable.Function::postgres)
        .orElseGet(() -> FunctionName.quoted(call.function(), quoting()));
  }

  @Override
  public Optional<String> special(Call call, ExpressionWriter writer) {
    boolean bare = call.arguments().isEmpty();
    return switch (call.function()) {
      case "today" -> Optional.of("CURRENT_DATE");
      case "now" -> bare ? Optional.empty() : precision("CURRENT_TIMESTAMP", call, writer);
      case "current_time", "current_timestamp", "localtime", "localtimestamp" ->
          precision(call.function().toUpperCase(Locale.ROOT), call, writer);
      case "current_user", "session_user", "current_role", "user", "current_catalog" ->
          bare ? Optional.of(call.function().toUpperCase(Locale.ROOT)) : Optional.empty();
      case "extract" ->
          call.arguments().size() == 2 && call.arguments().get(0) instanceof StringLiteral(var unit)
              ? Optional.of(
                  "EXTRACT(" + unit + " FROM " + writer.text(call.arguments().get(1)) + ")")
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<String> precision(String word, Call call, ExpressionWriter writer) {
    return Optional.of(
        call.arguments().isEmpty() ? word : word + "(" + writer.list(call.arguments()) + ")");
  }

  @Override
  public String operator(String operator, String not) {
    return switch (operator) {
      case "~", "~*" -> not.isEmpty() ? operator : "!" + operator;
      case "is distinct from" -> not.isEmpty() ? "IS DISTINCT FROM" : "IS NOT DISTINCT FROM";
      default -> not + operator.toUpperCase(Locale.ROOT);
    };
  }

  @Override
  public boolean negatesInside(String operator) {
    return switch (operator) {
      case "like", "ilike", "similar to", "~", "~*", "is distinct from" -> true;
      default -> false;
    };
  }

  @Override
  public int otherPrecedence(String operator) {
    return Precedence.OTHER;
  }

  @Override
  public String cast(Expression operand, DataType type, ExpressionWriter writer) {
    return writer.text(operand, Precedence.CAST) + "::" + types.cast(type);
  }

  @Override
  public int castPrecedence() {
    return Precedence.CAST;
  }

  @Override
  public Expression translate(Expression e) {
    return e;
  }

  @Override
  public boolean callsAreKeyParts() {
    return true;
  }

  /**
   * The grammar takes a {@code b_expr} here (no AND, IN, LIKE, IS NULL, AT TIME ZONE without
   * parentheses).
   */
  @Override
  public String defaultValue(Expression e, DataType column, ExpressionWriter writer) {
    boolean zone = e instanceof Expression.Binary b && b.operator().equals("at time zone");
    return zone ? "(" + writer.text(e) + ")" : writer.text(e, Precedence.OTHER);
  }
}
