package dev.schemac.resolve.expression;

import dev.schemac.model.DataType;
import dev.schemac.model.Expression;
import dev.schemac.model.Expression.Call;
import dev.schemac.model.Expression.Case;
import dev.schemac.model.Expression.Cast;
import dev.schemac.model.Expression.ColumnRef;
import dev.schemac.model.Expression.NullLiteral;
import dev.schemac.model.Expression.StringLiteral;
import dev.schemac.model.Expression.TypedLiteral;
import dev.schemac.model.ExpressionTree;
import dev.schemac.model.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The normal form of expressions (see {@link Expression}): what an author writes and what a server
 * prints for it are the same afterwards. A second application changes nothing.
 */
public final class ExpressionNormalForm {
  private final Target target;
  private final NormalOperator operators;
  private final NormalCall calls;
  private final ImpliedCast casts;

  private ExpressionNormalForm(Target target, Function<String, Optional<DataType>> columns) {
    this.target = target;
    this.operators = new NormalOperator(target);
    this.calls = new NormalCall(target, operators);
    this.casts = new ImpliedCast(new ExpressionTypes(target, columns));
  }

  /** The normal form where the types of the columns are not known. */
  public static Expression normalize(Expression e, Target target) {
    return normalize(e, target, name -> Optional.empty());
  }

  /**
   * The normal form.
   *
   * @param columns the type of a column of the row, by its name
   */
  public static Expression normalize(
      Expression e, Target target, Function<String, Optional<DataType>> columns) {
    return new ExpressionNormalForm(target, columns).form(e);
  }

  /** The normal form of a value that is stored in a column of that type: a default. */
  public static Expression normalizeAssigned(Expression e, Target target, DataType column) {
    ExpressionNormalForm form = new ExpressionNormalForm(target, name -> Optional.empty());
    return form.casts.assigned(form.form(e), column);
  }

  /** The normal form of a condition: MySQL prints {@code (0 <> a)} for a bare {@code a}. */
  public static Expression condition(Expression normal, Target target) {
    return new NormalOperator(target).condition(normal);
  }

  private Expression form(Expression e) {
    Expression operands = casts.in(ExpressionTree.mapOperands(e, this::form));
    return casts.in(simplified(operands));
  }

  private Expression simplified(Expression e) {
    return switch (e) {
      case Expression.NumberLiteral literal -> NormalLiteral.number(literal, target);
      case StringLiteral leaf -> leaf;
      case Expression.BooleanLiteral leaf -> leaf;
      case NullLiteral leaf -> leaf;
      case TypedLiteral literal -> NormalLiteral.typed(literal);
      case ColumnRef leaf -> leaf;
      case Expression.QualifiedRef leaf -> leaf;
      case Expression.SequenceRef leaf -> leaf;
      case Expression.Star leaf -> leaf;
      case Call call -> calls.of(call);
      case Expression.Unary unary -> operators.unary(unary);
      case Expression.Binary binary -> operators.binary(binary);
      case Expression.In in -> operators.in(in);
      case Expression.IsNull same -> same;
      case Expression.IsTruth(var operand, var truth) ->
          new Expression.IsTruth(operators.condition(operand), truth.toLowerCase(Locale.ROOT));
      case Case c -> caseOf(c);
      case Cast cast -> cast(cast);
      case Expression.ArrayLiteral same -> same;
      case Expression.Row same -> same;
      case Expression.Collate same -> same;
      case Expression.Sql same -> same;
    };
  }

  private Expression cast(Cast cast) {
    if (cast.operand() instanceof NullLiteral) {
      return cast.operand();
    }
    if (cast.operand() instanceof Cast(var inner, var type) && type.equals(cast.type())) {
      return new Cast(inner, type);
    }
    return NormalLiteral.cast(cast, target).orElse(cast);
  }

  private Case caseOf(Case c) {
    Optional<Expression> otherwise = c.otherwise().filter(o -> !(o instanceof NullLiteral));
    if (c.operand().isPresent()) {
      return new Case(c.operand(), c.whens(), otherwise);
    }
    List<Expression.When> whens = new ArrayList<>();
    for (Expression.When when : c.whens()) {
      whens.add(new Expression.When(operators.condition(when.condition()), when.result()));
    }
    return new Case(c.operand(), whens, otherwise);
  }
}
