package dev.schemac.resolve;

import dev.schemac.model.Expression;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The columns that an expression mentions, in order; what is kept as text mentions none. */
public final class ExpressionColumns {
  private final Set<String> names = new LinkedHashSet<>();

  private ExpressionColumns() {}

  /** The names of the columns in {@code expression}. */
  public static Set<String> of(Expression expression) {
    ExpressionColumns found = new ExpressionColumns();
    found.visit(expression);
    return found.names;
  }

  private void visit(Expression expression) {
    switch (expression) {
      case Expression.ColumnRef e -> names.add(e.name());
      case Expression.QualifiedRef e -> names.add(e.parts().get(e.parts().size() - 1));
      case Expression.Call e -> visitAll(e.arguments());
      case Expression.Unary e -> visit(e.operand());
      case Expression.Binary e -> visitAll(List.of(e.left(), e.right()));
      case Expression.In e -> {
        visit(e.operand());
        visitAll(e.list());
      }
      case Expression.IsNull e -> visit(e.operand());
      case Expression.IsTruth e -> visit(e.operand());
      case Expression.Case e -> visitCase(e);
      case Expression.Cast e -> visit(e.operand());
      case Expression.ArrayLiteral e -> visitAll(e.elements());
      case Expression.Row e -> visitAll(e.elements());
      case Expression.Collate e -> visit(e.operand());
      case Expression.NumberLiteral ignored -> {}
      case Expression.StringLiteral ignored -> {}
      case Expression.BooleanLiteral ignored -> {}
      case Expression.NullLiteral ignored -> {}
      case Expression.TypedLiteral ignored -> {}
      case Expression.SequenceRef ignored -> {}
      case Expression.Star ignored -> {}
      case Expression.Sql ignored -> {}
    }
  }

  private void visitCase(Expression.Case e) {
    e.operand().ifPresent(this::visit);
    for (Expression.When when : e.whens()) {
      visit(when.condition());
      visit(when.result());
    }
    e.otherwise().ifPresent(this::visit);
  }

  private void visitAll(List<Expression> expressions) {
    expressions.forEach(this::visit);
  }
}
