package dev.schemac.resolve;

import dev.schemac.syntax.Expr;
import dev.schemac.syntax.Ident;
import java.util.List;

/** Puts a column in the place of {@code value} in the check of an alias or a domain. */
final class ValueSubstitution {
  private final String column;

  private ValueSubstitution(String column) {
    this.column = column;
  }

  static Expr of(Expr condition, String column) {
    return new ValueSubstitution(column).in(condition);
  }

  private Expr in(Expr e) {
    return switch (e) {
      case Expr.Name n -> name(n);
      case Expr.Call c -> new Expr.Call(c.function(), all(c.arguments()), c.distinct(), c.span());
      case Expr.Unary u -> new Expr.Unary(u.operator(), in(u.operand()), u.span());
      case Expr.Binary b -> new Expr.Binary(b.operator(), in(b.left()), in(b.right()), b.span());
      case Expr.Between b ->
          new Expr.Between(in(b.operand()), in(b.low()), in(b.high()), b.negated(), b.span());
      case Expr.In i -> new Expr.In(in(i.operand()), all(i.list()), i.negated(), i.span());
      case Expr.IsNull i -> new Expr.IsNull(in(i.operand()), i.negated(), i.span());
      case Expr.IsTruth i -> new Expr.IsTruth(in(i.operand()), i.truth(), i.negated(), i.span());
      case Expr.Case c -> caseOf(c);
      case Expr.Cast c -> new Expr.Cast(in(c.operand()), c.type(), c.span());
      case Expr.ArrayLiteral a -> new Expr.ArrayLiteral(all(a.elements()), a.span());
      case Expr.Row r -> new Expr.Row(all(r.elements()), r.span());
      case Expr.Collate c -> new Expr.Collate(in(c.operand()), c.collation(), c.span());
      case Expr.Parens p -> new Expr.Parens(in(p.inner()), p.span());
      case Expr.Number n -> n;
      case Expr.Text t -> t;
      case Expr.Bool b -> b;
      case Expr.Null n -> n;
      case Expr.Typed t -> t;
      case Expr.Star s -> s;
      case Expr.Raw r -> new Expr.Raw(replaced(r.text()), r.span());
      case Expr.Sql s -> new Expr.Sql(replaced(s.text()), s.span());
    };
  }

  private String replaced(String sql) {
    return sql.replaceAll("(?i)(?<![\\w.'])value(?![\\w('])", column);
  }

  private Expr name(Expr.Name n) {
    boolean value = n.parts().size() == 1 && n.parts().get(0).text().equalsIgnoreCase("value");
    return value ? new Expr.Name(List.of(new Ident(column, n.parts().get(0).span())), n.span()) : n;
  }

  private Expr caseOf(Expr.Case c) {
    return new Expr.Case(
        c.operand().map(this::in),
        c.whens().stream().map(w -> new Expr.When(in(w.condition()), in(w.result()))).toList(),
        c.otherwise().map(this::in),
        c.span());
  }

  private List<Expr> all(List<Expr> expressions) {
    return expressions.stream().map(this::in).toList();
  }
}
