package dev.schemac.syntax;

import dev.schemac.grammar.SchemaParser.*;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Expressions: conditions and comparisons; what they are made of is {@link TermBuilder}'s. */
final class ExprBuilder {
  private final Nodes nodes;
  private final TermBuilder terms;
  private int depth;

  ExprBuilder(Nodes nodes, TypeBuilder types) {
    this.nodes = nodes;
    this.terms = new TermBuilder(nodes, types, this);
  }

  /** Thrown where a tree gets too deep for its walkers; never leaves this package. */
  static final class TooDeep extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Token at;

    TooDeep(Token at) {
      super("too deep", null, false, false);
      this.at = at;
    }

    Token at() {
      return at;
    }
  }

  TermBuilder terms() {
    return terms;
  }

  void enter(ParserRuleContext node) {
    if (depth++ > Nesting.MAX_TREE) {
      depth = 0;
      throw new TooDeep(node.getStart());
    }
  }

  void leave() {
    depth--;
  }

  List<Expr> all(List<ExprContext> list) {
    return list.stream().map(this::expr).toList();
  }

  Expr expr(ExprContext node) {
    enter(node);
    Expr built = logic(node);
    leave();
    return built;
  }

  private Expr logic(ExprContext node) {
    if (node instanceof NotExprContext not) {
      return new Expr.Unary("not", expr(not.expr()), nodes.span(not));
    }
    if (node instanceof AndExprContext and) {
      return binary("and", expr(and.expr(0)), expr(and.expr(1)), and);
    }
    if (node instanceof OrExprContext or) {
      String operator = or.XOR() != null ? "xor" : "or";
      return binary(operator, expr(or.expr(0)), expr(or.expr(1)), or);
    }
    return test(((TestExprContext) node).isTest());
  }

  private Expr binary(String operator, Expr left, Expr right, ParserRuleContext node) {
    return new Expr.Binary(operator, left, right, nodes.span(node));
  }

  private Expr test(IsTestContext node) {
    Expr operand = comparison(node.comparison());
    for (IsTailContext tail : node.isTail()) {
      operand = is(node, operand, tail);
    }
    return operand;
  }

  private Expr is(IsTestContext node, Expr operand, IsTailContext tail) {
    boolean not = tail.NOT() != null;
    var span = nodes.span(node.getStart(), tail.getStop());
    if (tail.DISTINCT() != null) {
      String operator = not ? "is not distinct from" : "is distinct from";
      return new Expr.Binary(operator, operand, comparison(tail.comparison()), span);
    }
    if (tail.NULL() != null) {
      return new Expr.IsNull(operand, not, span);
    }
    if (!tail.plainName().isEmpty()) {
      return new Expr.Sql(nodes.text(node.getStart(), tail.getStop()), span);
    }
    return new Expr.IsTruth(operand, tail.getStop().getText().toLowerCase(Locale.ROOT), not, span);
  }

  private Expr comparison(ComparisonContext node) {
    Expr left = matching(node.matching(0));
    for (int at = 0; at < node.compareOperator().size(); at++) {
      MatchingContext right = node.matching(at + 1);
      String operator = node.compareOperator(at).getText();
      left =
          new Expr.Binary(
              operator, left, matching(right), nodes.span(node.getStart(), right.getStop()));
    }
    return left;
  }

  private Expr matching(MatchingContext node) {
    Expr operand = terms.term(node.term());
    for (MatchTailContext tail : node.matchTail()) {
      operand = match(node, operand, tail);
    }
    return operand;
  }

  private Expr match(MatchingContext node, Expr operand, MatchTailContext tail) {
    var span = nodes.span(node.getStart(), tail.getStop());
    if (tail instanceof InTailContext in) {
      List<Expr> list = in.subquery() != null ? List.of(subquery(in.subquery())) : all(in.expr());
      return new Expr.In(operand, list, in.NOT() != null, span);
    }
    if (tail instanceof BetweenTailContext between) {
      return new Expr.Between(
          operand,
          terms.term(between.term(0)),
          terms.term(between.term(1)),
          between.NOT() != null,
          span);
    }
    if (tail instanceof LikeTailContext like && like.ESCAPE() == null) {
      String word = nodes.text(like.likeOperator()).toLowerCase(Locale.ROOT);
      String operator = like.NOT() != null ? "not " + word : word;
      return new Expr.Binary(operator, operand, terms.term(like.term(0)), span);
    }
    return new Expr.Sql(nodes.text(node.getStart(), tail.getStop()), span);
  }

  /** What stands in a clause's parentheses; a subquery keeps them. */
  Expr condition(ConditionContext node) {
    return node.subquery() == null
        ? expr(node.expr())
        : new Expr.Sql(nodes.text(node), nodes.span(node));
  }

  Expr subquery(SubqueryContext node) {
    return new Expr.Sql(nodes.text(node), nodes.span(node));
  }
}
