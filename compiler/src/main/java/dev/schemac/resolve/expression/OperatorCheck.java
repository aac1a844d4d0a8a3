package dev.schemac.resolve.expression;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Span;
import dev.schemac.model.Expression;
import dev.schemac.model.Expression.Binary;
import dev.schemac.model.Expression.StringLiteral;
import dev.schemac.sql.ExpressionWriter;
import dev.schemac.sql.FunctionTable.TypeFamily;
import dev.schemac.sql.SourceTypes;
import dev.schemac.syntax.Expr;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Operators with operands that they do not take, or that the target has not. */
final class OperatorCheck {
  private static final Set<String> COMPARISONS =
      Set.of(
          "=", "<>", "!=", "<", "<=", ">", ">=", "<=>", "is distinct from", "is not distinct from");
  private static final Set<String> POSTGRES_ONLY =
      Set.of(
          "@>",
          "<@",
          "?",
          "?|",
          "?&",
          "#>",
          "#>>",
          "#-",
          "@@",
          "@?",
          "similar to",
          "not similar to",
          "at time zone",
          "<->",
          "<#>",
          "<+>",
          "^@",
          "~=",
          "-|-",
          "&<",
          "&>",
          "|/",
          "||/",
          "!!");

  /** MySQL's {@code regexp_like} says whether the case matters; MariaDB has none. */
  private static final Set<String> CASE_SAYING = Set.of("~", "~*", "!~", "!~*");

  private static final Map<String, String> MYSQL_ONLY =
      Map.of(
          "regexp", "write `~`, or `~*` where the case does not matter",
          "rlike", "write `~`, or `~*` where the case does not matter",
          "not regexp", "write `!~`, or `!~*` where the case does not matter",
          "not rlike", "write `!~`, or `!~*` where the case does not matter",
          "xor", "write `(a) <> (b)`");

  private final ExpressionScope scope;
  private final ExpressionTypes types;
  private final List<Diagnostic> diagnostics;

  OperatorCheck(ExpressionScope scope, ExpressionTypes types, List<Diagnostic> diagnostics) {
    this.scope = scope;
    this.types = types;
    this.diagnostics = diagnostics;
  }

  static boolean isComparison(String operator) {
    return COMPARISONS.contains(operator);
  }

  Expression unary(Expr.Unary written, Expression operand) {
    if (written.operator().equals("not")) {
      condition(written.operand(), operand);
    } else if (written.operator().equals("-")) {
      number(written.operator(), written.operand(), operand);
    }
    return new Expression.Unary(written.operator(), operand);
  }

  Expression binary(Expr.Binary e, Expression left, Expression right) {
    String operator = e.operator();
    if (isComparison(operator)) {
      compare(e, left, right);
    } else {
      check(e, operator, left, right);
    }
    available(operator, e.span());
    return new Binary(translated(operator, left, right), left, right);
  }

  private void check(Expr.Binary e, String operator, Expression left, Expression right) {
    switch (operator) {
      case "and", "or", "xor" -> {
        condition(e.left(), left);
        condition(e.right(), right);
      }
      case "*", "/", "%", "div", "mod" -> {
        number(operator, e.left(), left);
        number(operator, e.right(), right);
      }
      case "+" -> {
        summand(operator, e.left(), left);
        summand(operator, e.right(), right);
      }
      case "-" -> {
        if (types.family(left) != TypeFamily.JSON) {
          summand(operator, e.left(), left);
          summand(operator, e.right(), right);
        }
      }
      case "like", "not like", "ilike", "not ilike", "~", "~*", "!~", "!~*" ->
          text(operator, e.left(), left);
      default -> {}
    }
  }

  /** {@code /} on integers truncates: MySQL calls that {@code div}. */
  private String translated(String operator, Expression left, Expression right) {
    boolean integers =
        types.family(left) == TypeFamily.INTEGER && types.family(right) == TypeFamily.INTEGER;
    if (operator.equals("/") && integers && scope.target().isMySql()) {
      return "div";
    }
    return operator.equals("div") && integers && scope.target().isPostgres() ? "/" : operator;
  }

  void available(String operator, Span span) {
    boolean postgresOnly = POSTGRES_ONLY.contains(operator) || operator.startsWith("array");
    if (scope.target().isMySql() && postgresOnly) {
      diagnostics.add(
          Availability.missing(scope, span, operator)
              .withHelp("write it inside `@postgres { … }`, and its equal inside `@mysql { … }`"));
    }
    if (scope.target().isMariaDb() && CASE_SAYING.contains(operator)) {
      diagnostics.add(
          Availability.missing(scope, span, operator)
              .withHelp("write `regexp`: the column's collation says whether the case matters"));
    }
    String instead = MYSQL_ONLY.get(operator);
    if (scope.target().isPostgres() && instead != null) {
      diagnostics.add(Availability.missing(scope, span, operator).withHelp(instead));
    }
  }

  /** Both sides of a comparison must be comparable. */
  void compare(Expr at, Expression left, Expression right) {
    if (mismatch(left, right) || mismatch(right, left)) {
      diagnostics.add(
          Diagnostic.of(
                  Code.SC2009, at.span(), "cannot compare " + shown(left) + " with " + shown(right))
              .withHelp("compare like with like, or cast: `x::T`"));
    }
  }

  private boolean mismatch(Expression left, Expression right) {
    TypeFamily family = types.family(left);
    if (right instanceof StringLiteral(var value)) {
      return !LiteralCheck.canBe(value, family, types.target());
    }
    return !TypeFamilies.comparable(family, types.family(right), types.target());
  }

  /** A condition must be true or false; MySQL takes numbers too. */
  void condition(Expr at, Expression e) {
    TypeFamily family = types.family(e);
    boolean wrong = family != TypeFamily.BOOL && family != TypeFamily.ANY;
    boolean number = scope.target().isMySql() && TypeFamilies.isNumber(family);
    if (wrong && !number) {
      diagnostics.add(
          Diagnostic.of(Code.SC2009, at.span(), "expected a condition, found " + shown(e))
              .withHelp("compare it with something"));
    }
  }

  private void number(String operator, Expr at, Expression e) {
    TypeFamily family = types.family(e);
    boolean fine =
        family == TypeFamily.ANY || TypeFamilies.isNumber(family) || family == TypeFamily.INTERVAL;
    if (!fine || isNoNumber(e)) {
      operand(operator, at, e);
    }
  }

  private boolean isNoNumber(Expression e) {
    return e instanceof StringLiteral(var value)
        && !LiteralCheck.canBe(value, TypeFamily.DECIMAL, types.target());
  }

  private void summand(String operator, Expr at, Expression e) {
    TypeFamily family = types.family(e);
    boolean wrong =
        family == TypeFamily.TEXT
            || family == TypeFamily.BOOL && scope.target().isPostgres()
            || family == TypeFamily.UUID
            || family == TypeFamily.JSON;
    if (wrong) {
      operand(operator, at, e);
    }
  }

  private void text(String operator, Expr at, Expression e) {
    TypeFamily family = types.family(e);
    boolean wrong =
        TypeFamilies.isNumber(family)
            || TypeFamilies.isMoment(family)
            || family == TypeFamily.BOOL
            || family == TypeFamily.UUID
            || family == TypeFamily.JSON;
    if (wrong && scope.target().isPostgres()) {
      operand(operator, at, e);
    }
  }

  private void operand(String operator, Expr at, Expression e) {
    diagnostics.add(
        Diagnostic.of(Code.SC2009, at.span(), "`" + operator + "` does not take " + shown(e))
            .withHelp("cast it: `x::T`"));
  }

  /** {@code int}, or the literal itself. */
  private String shown(Expression e) {
    if (e instanceof StringLiteral) {
      return "`" + ExpressionWriter.source(scope.target().dialect()).text(e) + "`";
    }
    return types
        .typeOf(e)
        .map(t -> "`" + SourceTypes.of(scope.target().dialect()).text(t) + "`")
        .orElse("this");
  }
}
