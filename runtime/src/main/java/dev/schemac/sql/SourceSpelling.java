package dev.schemac.sql;

import dev.schemac.model.DataType;
import dev.schemac.model.Dialect;
import dev.schemac.model.Expression;
import dev.schemac.model.Expression.Call;
import dev.schemac.model.Expression.StringLiteral;
import dev.schemac.model.QName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The language itself, as a source for one dialect has it. */
final class SourceSpelling implements ExpressionSpelling {
  private final SourceTypes types;

  SourceSpelling(Dialect dialect) {
    this.types = SourceTypes.of(dialect);
  }

  @Override
  public Quoting quoting() {
    return SourceQuoting.INSTANCE;
  }

  @Override
  public String word(String keywords) {
    return keywords.toLowerCase(Locale.ROOT);
  }

  /** A string never runs over a line end: the breaks are written as {@code chr(10)}. */
  @Override
  public String string(String value) {
    if (value.indexOf('\n') < 0 && value.indexOf('\r') < 0) {
      return quoting().string(value);
    }
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= value.length(); i++) {
      boolean end = i == value.length();
      if (end || value.charAt(i) == '\n' || value.charAt(i) == '\r') {
        if (i > from || parts.isEmpty()) {
          parts.add(quoting().string(value.substring(from, i)));
        }
        if (!end) {
          parts.add("chr(" + (int) value.charAt(i) + ")");
        }
        from = i + 1;
      }
    }
    return "(" + String.join(" || ", parts) + ")";
  }

  @Override
  public String embedded(String sql) {
    return RawBlock.verbatim(sql);
  }

  @Override
  public String typed(Expression.TypedLiteral literal) {
    return literal.prefix()
        + (literal.prefix().length() == 1 ? "" : " ")
        + quoting().string(literal.value());
  }

  @Override
  public String sequence(QName sequence) {
    return new SqlWriter(quoting()).name(sequence).text();
  }

  @Override
  public String function(Call call) {
    return FunctionName.quoted(call.function(), quoting());
  }

  @Override
  public Optional<String> special(Call call, ExpressionWriter writer) {
    return call.function().equals("extract")
            && call.arguments().size() == 2
            && call.arguments().get(0) instanceof StringLiteral(var unit)
        ? Optional.of("extract(" + unit + " from " + writer.text(call.arguments().get(1)) + ")")
        : Optional.empty();
  }

  @Override
  public String operator(String operator, String not) {
    return operator.equals("is distinct from") && !not.isEmpty()
        ? "is not distinct from"
        : not + operator;
  }

  @Override
  public boolean negatesInside(String operator) {
    return switch (operator) {
      case "like", "ilike", "similar to", "regexp", "is distinct from" -> true;
      default -> false;
    };
  }

  /**
   * One level would leave {@code a & b | c} to the reader: such operators always get parentheses.
   */
  @Override
  public int otherPrecedence(String operator) {
    return Precedence.OTHER;
  }

  @Override
  public String cast(Expression operand, DataType type, ExpressionWriter writer) {
    return "cast(" + writer.text(operand) + " as " + types.text(type) + ")";
  }

  @Override
  public int castPrecedence() {
    return Precedence.ATOM;
  }

  @Override
  public Expression translate(Expression e) {
    return e;
  }

  @Override
  public boolean callsAreKeyParts() {
    return true;
  }

  /** A literal or a call bare, anything else in parentheses (rule 9). */
  @Override
  public String defaultValue(Expression e, DataType column, ExpressionWriter writer) {
    String text = writer.text(e);
    boolean bare =
        e instanceof Call
            || e instanceof Expression.NumberLiteral
            || e instanceof StringLiteral
            || e instanceof Expression.BooleanLiteral
            || e instanceof Expression.NullLiteral
            || e instanceof Expression.TypedLiteral
            || e instanceof Expression.Unary unary
                && unary.operator().equals("-")
                && unary.operand() instanceof Expression.NumberLiteral;
    return bare ? text : "(" + text + ")";
  }
}
