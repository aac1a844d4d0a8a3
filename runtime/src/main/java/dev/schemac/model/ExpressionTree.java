package dev.schemac.model;

import dev.schemac.model.Expression.ArrayLiteral;
import dev.schemac.model.Expression.Binary;
import dev.schemac.model.Expression.Call;
import dev.schemac.model.Expression.Case;
import dev.schemac.model.Expression.Cast;
import dev.schemac.model.Expression.Collate;
import dev.schemac.model.Expression.In;
import dev.schemac.model.Expression.IsNull;
import dev.schemac.model.Expression.IsTruth;
import dev.schemac.model.Expression.Row;
import dev.schemac.model.Expression.Unary;
import dev.schemac.model.Expression.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Walks over expressions. */
public final class ExpressionTree {
  private ExpressionTree() {}

  /** The same node with each direct operand replaced. */
  public static Expression mapOperands(Expression e, UnaryOperator<Expression> f) {
    return switch (e) {
      case Expression.NumberLiteral leaf -> leaf;
      case Expression.StringLiteral leaf -> leaf;
      case Expression.BooleanLiteral leaf -> leaf;
      case Expression.NullLiteral leaf -> leaf;
      case Expression.TypedLiteral leaf -> leaf;
      case Expression.ColumnRef leaf -> leaf;
      case Expression.QualifiedRef leaf -> leaf;
      case Expression.SequenceRef leaf -> leaf;
      case Expression.Star leaf -> leaf;
      case Expression.Sql leaf -> leaf;
      case Call(var function, var arguments, var distinct) ->
          new Call(function, mapAll(arguments, f), distinct);
      case Unary(var operator, var operand) -> new Unary(operator, f.apply(operand));
      case Binary(var operator, var left, var right) ->
          new Binary(operator, f.apply(left), f.apply(right));
      case In(var operand, var list) -> new In(f.apply(operand), mapAll(list, f));
      case IsNull(var operand) -> new IsNull(f.apply(operand));
      case IsTruth(var operand, var truth) -> new IsTruth(f.apply(operand), truth);
      case Case c -> mapCase(c, f);
      case Cast(var operand, var type) -> new Cast(f.apply(operand), type);
      case ArrayLiteral(var elements) -> new ArrayLiteral(mapAll(elements, f));
      case Row(var elements) -> new Row(mapAll(elements, f));
      case Collate(var operand, var collation) -> new Collate(f.apply(operand), collation);
    };
  }

  /** The whole tree rewritten from the leaves up. */
  public static Expression rewrite(Expression e, UnaryOperator<Expression> f) {
    return f.apply(mapOperands(e, operand -> rewrite(operand, f)));
  }

  /** The names of the columns of the row that the expression reads, sorted; text is not read. */
  public static Set<String> columns(Expression e) {
    Set<String> found = new TreeSet<>();
    rewrite(
        e,
        node -> {
          if (node instanceof Expression.ColumnRef(var name)) {
            found.add(name);
          }
          return node;
        });
    return found;
  }

  /** The direct operands of a node, in order. */
  public static List<Expression> operands(Expression e) {
    List<Expression> found = new ArrayList<>();
    mapOperands(
        e,
        operand -> {
          found.add(operand);
          return operand;
        });
    return found;
  }

  private static List<Expression> mapAll(List<Expression> list, UnaryOperator<Expression> f) {
    return list.stream().map(f).toList();
  }

  private static Case mapCase(Case c, UnaryOperator<Expression> f) {
    Optional<Expression> operand = c.operand().map(f);
    List<When> whens =
        c.whens().stream().map(w -> new When(f.apply(w.condition()), f.apply(w.result()))).toList();
    return new Case(operand, whens, c.otherwise().map(f));
  }
}
