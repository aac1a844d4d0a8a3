package dev.schemac.resolve.expression;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.model.DataType;
import dev.schemac.model.Expression;
import dev.schemac.model.Expression.Binary;
import dev.schemac.sql.EmbeddedNames;
import dev.schemac.syntax.Expr;
import dev.schemac.syntax.Ident;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Resolves one expression: names, enum labels, types, what the target has not, and the normal form.
 *
 * <p>What is understood is checked; what is not is kept as text.
 */
public final class ExpressionResolver {
  private final ExpressionScope scope;
  private final Expected expected;
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final ExpressionTypes types;
  private final Names names;
  private final OperatorCheck operators;
  private final CallCheck calls;
  private int betweens;

  private ExpressionResolver(ExpressionScope scope, Expected expected) {
    this.scope = scope;
    this.expected = expected;
    this.types =
        new ExpressionTypes(
            scope.target(), name -> scope.column(name).map(ExpressionScope.Operand::type));
    this.names = new Names(scope, expected, diagnostics);
    this.operators = new OperatorCheck(scope, types, diagnostics);
    this.calls = new CallCheck(scope, expected, types, diagnostics);
  }

  /** The normal form of {@code written}; what is wrong with it stands in the diagnostics. */
  public static ResolvedExpression resolve(Expr written, Expected expected, ExpressionScope scope) {
    return new ExpressionResolver(scope, expected).resolved(written);
  }

  private ResolvedExpression resolved(Expr written) {
    Expression raw = form(written, labels());
    Expression form =
        ExpressionNormalForm.normalize(
            raw, scope.target(), n -> scope.column(n).map(ExpressionScope.Operand::type));
    new ResultCheck(scope, expected, types, diagnostics).check(written, form);
    form = isCondition() ? ExpressionNormalForm.condition(form, scope.target()) : form;
    if (isAssigned() && expected.operand().isPresent()) {
      form = new ImpliedCast(types).assigned(form, expected.operand().get().type());
    }
    return new ResolvedExpression(form, types.typeOf(form), diagnostics);
  }

  /** In {@code using} a cast may be what makes the conversion possible, so it stays. */
  private boolean isAssigned() {
    return switch (expected.place()) {
      case DEFAULT, ON_UPDATE, BACKFILL -> true;
      case GENERATED, CHECK, PREDICATE, WHEN, INDEX, PARTITION, USING -> false;
    };
  }

  private boolean isCondition() {
    return switch (expected.place()) {
      case CHECK, PREDICATE, WHEN -> true;
      case DEFAULT, ON_UPDATE, BACKFILL, GENERATED, INDEX, PARTITION, USING -> false;
    };
  }

  private List<String> labels() {
    return expected.operand().map(EnumLabels::of).orElse(List.of());
  }

  /** {@code labels} are those of the enum that is expected here, or none. */
  private Expression form(Expr written, List<String> labels) {
    return switch (written) {
      case Expr.Number e -> new Expression.NumberLiteral(e.text());
      case Expr.Text e -> names.label(e, labels);
      case Expr.Bool e -> new Expression.BooleanLiteral(e.value());
      case Expr.Null ignored -> new Expression.NullLiteral();
      case Expr.Typed e -> new Expression.TypedLiteral(e.prefix(), e.value());
      case Expr.Name e -> names.of(e, labels);
      case Expr.Call e -> call(e, labels);
      case Expr.Star ignored -> new Expression.Star();
      case Expr.Unary e -> operators.unary(e, form(e.operand(), List.of()));
      case Expr.Binary e -> binary(e);
      case Expr.Between e -> between(e);
      case Expr.In e -> in(e);
      case Expr.IsNull e -> negate(new Expression.IsNull(form(e.operand())), e.negated());
      case Expr.IsTruth e ->
          negate(new Expression.IsTruth(form(e.operand()), e.truth()), e.negated());
      case Expr.Case e -> caseOf(e, labels);
      case Expr.Cast e -> cast(e);
      case Expr.ArrayLiteral e -> array(e, labels);
      case Expr.Row e -> new Expression.Row(e.elements().stream().map(this::form).toList());
      case Expr.Collate e ->
          new Expression.Collate(form(e.operand(), labels), e.collation().text());
      case Expr.Parens e -> form(e.inner(), labels);
      case Expr.Sql e -> text(e);
      case Expr.Raw e -> new Expression.Sql(e.text());
    };
  }

  private Expression form(Expr written) {
    return form(written, List.of());
  }

  private Expression binary(Expr.Binary e) {
    if (!OperatorCheck.isComparison(e.operator())) {
      return operators.binary(e, form(e.left()), form(e.right()));
    }
    List<String> ofRight = labelsOf(e.right());
    Expression left = form(e.left(), ofRight);
    Expression right = form(e.right(), labelsOf(e.left()));
    return operators.binary(e, left, right);
  }

  /** The labels of the enum that a column holds, or that a cast leads to. */
  private List<String> labelsOf(Expr e) {
    return switch (e) {
      case Expr.Name name ->
          names.column(name).flatMap(scope::column).map(EnumLabels::of).orElse(List.of());
      case Expr.Parens parens -> labelsOf(parens.inner());
      case Expr.Call call ->
          call.arguments().isEmpty() || !keepsType(call)
              ? List.of()
              : labelsOf(call.arguments().get(0));
      case Expr.Number ignored -> List.of();
      case Expr.Text ignored -> List.of();
      case Expr.Bool ignored -> List.of();
      case Expr.Null ignored -> List.of();
      case Expr.Typed ignored -> List.of();
      case Expr.Star ignored -> List.of();
      case Expr.Unary ignored -> List.of();
      case Expr.Binary ignored -> List.of();
      case Expr.Between ignored -> List.of();
      case Expr.In ignored -> List.of();
      case Expr.IsNull ignored -> List.of();
      case Expr.IsTruth ignored -> List.of();
      case Expr.Case ignored -> List.of();
      case Expr.Cast ignored -> List.of();
      case Expr.ArrayLiteral ignored -> List.of();
      case Expr.Row ignored -> List.of();
      case Expr.Collate ignored -> List.of();
      case Expr.Sql ignored -> List.of();
      case Expr.Raw ignored -> List.of();
    };
  }

  private static boolean keepsType(Expr.Call call) {
    String name = call.function().get(0).text().toLowerCase(Locale.ROOT);
    return call.function().size() == 1
        && (name.equals("coalesce") || name.equals("nullif") || name.equals("any"));
  }

  private Expression in(Expr.In e) {
    Expression operand = form(e.operand());
    List<String> labels = labelsOf(e.operand());
    List<Expression> list = new ArrayList<>();
    for (Expr element : e.list()) {
      Expression value = form(element, labels);
      operators.compare(element, operand, value);
      list.add(value);
    }
    return negate(new Expression.In(operand, list), e.negated());
  }

  /** The operand is written twice, so a nest of them would grow without bound. */
  private Expression between(Expr.Between e) {
    if (++betweens > 8) {
      diagnostics.add(
          Diagnostic.of(Code.SC1004, e.span(), "`between` is nested too deeply")
              .withHelp("write it as two comparisons"));
      return new Expression.BooleanLiteral(true);
    }
    Expression operand = form(e.operand());
    betweens--;
    Expression low = form(e.low());
    Expression high = form(e.high());
    operators.compare(e.low(), operand, low);
    operators.compare(e.high(), operand, high);
    return negate(between(operand, low, high), e.negated());
  }

  /** PostgreSQL stores two comparisons, MySQL what was written. */
  private Expression between(Expression operand, Expression low, Expression high) {
    return scope.target().isMySql()
        ? Expression.Call.of("between", operand, low, high)
        : new Binary("and", new Binary(">=", operand, low), new Binary("<=", operand, high));
  }

  private static Expression negate(Expression inner, boolean negated) {
    return negated ? new Expression.Unary("not", inner) : inner;
  }

  private Expression caseOf(Expr.Case e, List<String> labels) {
    List<String> ofOperand = e.operand().map(this::labelsOf).orElse(List.of());
    Optional<Expression> operand = e.operand().map(this::form);
    List<Expression.When> whens = new ArrayList<>();
    for (Expr.When when : e.whens()) {
      Expression condition = form(when.condition(), ofOperand);
      operand.ifPresentOrElse(
          o -> operators.compare(when.condition(), o, condition),
          () -> operators.condition(when.condition(), condition));
      whens.add(new Expression.When(condition, form(when.result(), labels)));
    }
    return new Expression.Case(operand, whens, e.otherwise().map(o -> form(o, labels)));
  }

  private Expression cast(Expr.Cast e) {
    Optional<DataType> type = scope.type(e.type());
    List<String> labels = type.map(scope::labels).orElse(List.of());
    Expression operand = form(e.operand(), labels);
    return type.<Expression>map(t -> new Expression.Cast(operand, t)).orElse(operand);
  }

  private Expression array(Expr.ArrayLiteral e, List<String> labels) {
    operators.available("array[…]", e.span());
    return new Expression.ArrayLiteral(e.elements().stream().map(x -> form(x, labels)).toList());
  }

  private Expression call(Expr.Call e, List<String> labels) {
    Optional<Expression> sequence = names.sequence(e);
    if (sequence.isPresent()) {
      return sequence.get();
    }
    String function =
        String.join(".", e.function().stream().map(Ident::text).toList()).toLowerCase(Locale.ROOT);
    List<String> passed = keepsType(e) ? callLabels(e, labels) : List.of();
    List<Expression> arguments = new ArrayList<>();
    for (Expr argument : e.arguments()) {
      arguments.add(form(argument, passed));
    }
    Expression.Call call = new Expression.Call(function, arguments, e.distinct());
    calls.check(e, call);
    return call;
  }

  private List<String> callLabels(Expr.Call e, List<String> outer) {
    List<String> first = e.arguments().isEmpty() ? List.of() : labelsOf(e.arguments().get(0));
    return first.isEmpty() ? outer : first;
  }

  private Expression text(Expr.Sql e) {
    calls.text(e);
    return SpecialSyntax.of(EmbeddedNames.toSql(e.text(), scope.target().dialect()));
  }
}
