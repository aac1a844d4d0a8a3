package dev.schemac.resolve.expression;

import dev.schemac.model.Expression;
import dev.schemac.model.Expression.Binary;
import dev.schemac.syntax.Expr;
import dev.schemac.syntax.Ident;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Resolves one expression: names, enum labels, types, translation to the target, normal form. */
public final class ExpressionResolver {
  private final ExpressionScope scope;

  private ExpressionResolver(ExpressionScope scope) {
    this.scope = scope;
  }

  /** The normal form of {@code written}; what is wrong with it stands in the diagnostics. */
  public static ResolvedExpression resolve(Expr written, Expected expected, ExpressionScope scope) {
    Expression form = new ExpressionResolver(scope).form(written);
    return new ResolvedExpression(form, Optional.empty(), List.of());
  }

  private Expression form(Expr written) {
    return switch (written) {
      case Expr.Number e -> new Expression.NumberLiteral(e.text());
      case Expr.Text e -> new Expression.StringLiteral(e.value());
      case Expr.Bool e -> new Expression.BooleanLiteral(e.value());
      case Expr.Null ignored -> new Expression.NullLiteral();
      case Expr.Typed e -> new Expression.TypedLiteral(e.prefix(), e.value());
      case Expr.Name e -> name(e);
      case Expr.Call e -> call(e);
      case Expr.Star ignored -> new Expression.Star();
      case Expr.Unary e -> new Expression.Unary(e.operator(), form(e.operand()));
      case Expr.Binary e -> new Binary(e.operator(), form(e.left()), form(e.right()));
      case Expr.Between e -> between(e);
      case Expr.In e -> negate(new Expression.In(form(e.operand()), forms(e.list())), e.negated());
      case Expr.IsNull e -> negate(new Expression.IsNull(form(e.operand())), e.negated());
      case Expr.IsTruth e ->
          negate(new Expression.IsTruth(form(e.operand()), e.truth()), e.negated());
      case Expr.Case e -> caseOf(e);
      case Expr.Cast e ->
          scope
              .type(e.type())
              .<Expression>map(t -> new Expression.Cast(form(e.operand()), t))
              .orElseGet(() -> form(e.operand()));
      case Expr.ArrayLiteral e -> new Expression.ArrayLiteral(forms(e.elements()));
      case Expr.Row e -> new Expression.Row(forms(e.elements()));
      case Expr.Collate e -> new Expression.Collate(form(e.operand()), e.collation().text());
      case Expr.Parens e -> form(e.inner());
      case Expr.Sql e -> new Expression.Sql(e.text());
    };
  }

  private List<Expression> forms(List<Expr> written) {
    return written.stream().map(this::form).toList();
  }

  private Expression name(Expr.Name e) {
    List<String> parts = e.parts().stream().map(Ident::text).toList();
    if (parts.size() > 1) {
      return new Expression.QualifiedRef(parts);
    }
    boolean known = scope.column(parts.get(0)).isPresent();
    return known || scope.open()
        ? new Expression.ColumnRef(parts.get(0))
        : new Expression.StringLiteral(parts.get(0));
  }

  private Expression call(Expr.Call e) {
    String function =
        String.join(".", e.function().stream().map(Ident::text).toList()).toLowerCase(Locale.ROOT);
    if (function.equals("nextval")
        && e.arguments().size() == 1
        && e.arguments().get(0) instanceof Expr.Name n) {
      var sequence = scope.sequence(n.parts());
      if (sequence.isPresent()) {
        return Expression.Call.of(function, new Expression.SequenceRef(sequence.get()));
      }
    }
    return new Expression.Call(function, forms(e.arguments()), e.distinct());
  }

  private Expression between(Expr.Between e) {
    Expression operand = form(e.operand());
    Expression both =
        new Binary(
            "and",
            new Binary(">=", operand, form(e.low())),
            new Binary("<=", operand, form(e.high())));
    return negate(both, e.negated());
  }

  private static Expression negate(Expression inner, boolean negated) {
    return negated ? new Expression.Unary("not", inner) : inner;
  }

  private Expression caseOf(Expr.Case e) {
    return new Expression.Case(
        e.operand().map(this::form),
        e.whens().stream()
            .map(w -> new Expression.When(form(w.condition()), form(w.result())))
            .toList(),
        e.otherwise().map(this::form));
  }
}
