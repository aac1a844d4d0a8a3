package dev.schemac.sql;

import dev.schemac.model.DataType;
import dev.schemac.model.Dialect;
import dev.schemac.model.Expression;
import dev.schemac.model.Expression.Binary;
import dev.schemac.model.Expression.Call;
import dev.schemac.model.Expression.Case;
import dev.schemac.model.Expression.In;
import dev.schemac.model.Expression.IsNull;
import dev.schemac.model.Expression.IsTruth;
import dev.schemac.model.Expression.Unary;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Expressions as text: the SQL of a dialect, or the language itself. Parentheses stand where the
 * precedence needs them, and around a comparison inside another one, where readers differ.
 */
public final class ExpressionWriter {
  private final ExpressionSpelling spelling;
  private final String row;

  private ExpressionWriter(ExpressionSpelling spelling, String row) {
    this.spelling = spelling;
    this.row = row;
  }

  /** Writes the dialect's SQL. */
  public static ExpressionWriter of(Dialect dialect) {
    return new ExpressionWriter(
        switch (dialect) {
          case POSTGRES -> new PostgresSpelling();
          case MYSQL -> new MySqlSpelling();
        },
        "");
  }

  /** Writes the language, as a source for that dialect has it. */
  public static ExpressionWriter source(Dialect dialect) {
    return new ExpressionWriter(new SourceSpelling(dialect), "");
  }

  /** Column references print behind {@code row} and a dot: {@code NEW}, an alias. */
  public ExpressionWriter qualifiedBy(String rowName) {
    return new ExpressionWriter(spelling, rowName);
  }

  /** The expression on its own, e.g. between the parentheses of a CHECK. */
  public String text(Expression e) {
    return text(e, Precedence.NONE);
  }

  /** The expression as an operand of anything: a name, a literal, a call, or in parentheses. */
  public String operand(Expression e) {
    return text(e, Precedence.ATOM);
  }

  /**
   * The expression as a part of an index: a name or a call bare, anything else in parentheses. On
   * MySQL every expression but a column has them (manual, "Functional Key Parts").
   */
  public String keyPart(Expression e) {
    boolean bare = e instanceof Expression.ColumnRef || spelling.callsAreKeyParts() && isCall(e);
    return bare ? text(e) : "(" + text(e) + ")";
  }

  /** What stands behind {@code DEFAULT}, for a column of that type. */
  public String defaultValue(Expression e, DataType column) {
    return spelling.defaultValue(e, column, this);
  }

  /** What stands behind MySQL's {@code ON UPDATE}, for a column of that type. */
  public String onUpdate(Expression e, DataType column) {
    return spelling.defaultValue(e, column, this);
  }

  private static boolean isCall(Expression e) {
    return e instanceof Call call && !call.function().equals("extract");
  }

  /** The text, in parentheses where it binds less tightly than {@code atLeast}. */
  String text(Expression e, int atLeast) {
    Expression shown = spelling.translate(e);
    int precedence = Precedence.of(shown, spelling);
    String inner = body(shown);
    return precedence < atLeast ? "(" + inner + ")" : inner;
  }

  private String body(Expression e) {
    return switch (e) {
      case Expression.NumberLiteral(var text) -> text;
      case Expression.StringLiteral(var value) -> spelling.string(value);
      case Expression.BooleanLiteral(var value) -> spelling.word(value ? "TRUE" : "FALSE");
      case Expression.NullLiteral ignored -> spelling.word("NULL");
      case Expression.TypedLiteral literal -> spelling.typed(literal);
      case Expression.ColumnRef(var name) -> column(name);
      case Expression.QualifiedRef(var parts) ->
          parts.stream().map(spelling.quoting()::identifier).collect(Collectors.joining("."));
      case Expression.SequenceRef(var sequence) -> spelling.sequence(sequence);
      case Expression.Star ignored -> "*";
      case Expression.Sql(var text) -> spelling.embedded(text);
      case Call call -> call(call);
      case Unary unary -> unary(unary);
      case Binary binary -> binary(binary, "");
      case In in -> in(in, "");
      case IsNull(var operand) -> is(operand, "NULL", "");
      case IsTruth(var operand, var truth) -> is(operand, truth.toUpperCase(Locale.ROOT), "");
      case Case c -> caseText(c);
      case Expression.Cast(var operand, var type) -> spelling.cast(operand, type, this);
      case Expression.ArrayLiteral(var elements) ->
          spelling.word("ARRAY") + "[" + list(elements) + "]";
      case Expression.Row(var elements) ->
          (elements.size() == 1 ? spelling.word("ROW") : "") + "(" + list(elements) + ")";
      case Expression.Collate(var operand, var collation) ->
          text(operand, Precedence.COLLATE)
              + spelling.word(" COLLATE ")
              + spelling.quoting().identifier(collation);
    };
  }

  private String column(String name) {
    String quoted = spelling.quoting().identifier(name);
    return row.isEmpty() ? quoted : row + "." + quoted;
  }

  /** MySQL's {@code a between b and c}; on PostgreSQL it is two comparisons. */
  private static boolean isBetween(Call call) {
    return call.function().equals("between") && call.arguments().size() == 3;
  }

  private String between(Call call, String not) {
    List<String> operands =
        call.arguments().stream().map(a -> text(a, Precedence.COMPARISON + 1)).toList();
    String words = " " + not + spelling.word("BETWEEN ");
    return "("
        + operands.get(0)
        + words
        + operands.get(1)
        + spelling.word(" AND ")
        + operands.get(2)
        + ")";
  }

  private String call(Call call) {
    if (isBetween(call)) {
      return between(call, "");
    }
    return spelling
        .special(call, this)
        .orElseGet(
            () ->
                spelling.function(call)
                    + "("
                    + (call.distinct() ? spelling.word("DISTINCT ") : "")
                    + list(call.arguments())
                    + ")");
  }

  /** {@code a, b}. */
  String list(List<Expression> elements) {
    return elements.stream().map(this::text).collect(Collectors.joining(", "));
  }

  private String unary(Unary unary) {
    if (!unary.operator().equals("not")) {
      String operand = text(unary.operand(), Precedence.UNARY);
      boolean clash = operand.startsWith(unary.operator());
      return unary.operator() + (clash ? "(" + operand + ")" : operand);
    }
    Expression operand = spelling.translate(unary.operand());
    String not = spelling.word("NOT ");
    return switch (operand) {
      case In in -> in(in, not);
      case IsNull(var inner) -> is(inner, "NULL", not);
      case IsTruth(var inner, var truth) -> is(inner, truth.toUpperCase(Locale.ROOT), not);
      case Call call when isBetween(call) -> between(call, not);
      case Binary binary when spelling.negatesInside(binary.operator()) -> binary(binary, not);
      default -> not + text(operand, Precedence.UNARY);
    };
  }

  private String binary(Binary e, String not) {
    int level = Precedence.of(e.operator(), spelling);
    boolean associative = level != Precedence.COMPARISON;
    String left = text(e.left(), associative ? level : level + 1);
    String right = text(e.right(), level + 1);
    return left + " " + spelling.operator(e.operator(), not) + " " + right;
  }

  private String in(In in, String not) {
    String operand = text(in.operand(), Precedence.COMPARISON + 1);
    return operand + " " + not + spelling.word("IN ") + "(" + list(in.list()) + ")";
  }

  private String is(Expression operand, String what, String not) {
    return text(operand, Precedence.COMPARISON + 1)
        + spelling.word(" IS ")
        + not
        + spelling.word(what);
  }

  private String caseText(Case c) {
    StringBuilder out = new StringBuilder(spelling.word("CASE"));
    c.operand().ifPresent(operand -> out.append(' ').append(text(operand)));
    for (Expression.When when : c.whens()) {
      out.append(spelling.word(" WHEN ")).append(text(when.condition()));
      out.append(spelling.word(" THEN ")).append(text(when.result()));
    }
    c.otherwise().ifPresent(e -> out.append(spelling.word(" ELSE ")).append(text(e)));
    return out.append(spelling.word(" END")).toString();
  }
}
