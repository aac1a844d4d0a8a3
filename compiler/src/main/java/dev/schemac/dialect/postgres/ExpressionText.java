package dev.schemac.dialect.postgres;

import dev.schemac.model.DataType;
import dev.schemac.model.Expression;
import java.util.List;
import java.util.stream.Collectors;

/** Stand-in until {@code sql.ExpressionWriter} lands. */
final class ExpressionText {
  private ExpressionText() {}

  static String type(DataType t) {
    return switch (t) {
      case DataType.Builtin b -> {
        String n = switch (b.name()) { case "double" -> "double precision"; case "bool" -> "boolean"; default -> b.name(); };
        String a = b.arguments().isEmpty() ? "" : "(" + String.join(", ", b.arguments()) + ")";
        yield n + a + (b.modifiers().isEmpty() ? "" : " " + String.join(" ", b.modifiers()));
      }
      case DataType.Named n -> n.name().hasNamespace() ? Quotes.POSTGRES.identifier(n.name().namespace()) + "." + Quotes.POSTGRES.identifier(n.name().name()) : Quotes.POSTGRES.identifier(n.name().name());
      case DataType.InlineEnum e -> throw new IllegalArgumentException(e.toString());
      case DataType.InlineSet e -> throw new IllegalArgumentException(e.toString());
      case DataType.Array a -> type(a.element()) + "[]";
    };
  }

  static String of(Expression e) {
    return switch (e) {
      case Expression.NumberLiteral n -> n.text();
      case Expression.StringLiteral s -> Quotes.POSTGRES.string(s.value());
      case Expression.BooleanLiteral b -> Boolean.toString(b.value());
      case Expression.NullLiteral ignored -> "NULL";
      case Expression.TypedLiteral t -> t.prefix() + " " + Quotes.POSTGRES.string(t.value());
      case Expression.ColumnRef c -> Quotes.POSTGRES.identifier(c.name());
      case Expression.QualifiedRef q -> q.parts().stream().map(Quotes.POSTGRES::identifier).collect(Collectors.joining("."));
      case Expression.SequenceRef s -> "'" + s.sequence() + "'";
      case Expression.Call c -> (c.function().equals("uuid") ? "gen_random_uuid" : c.function()) + "(" + (c.distinct() ? "DISTINCT " : "") + list(c.arguments()) + ")";
      case Expression.Star ignored -> "*";
      case Expression.Unary u -> u.operator() + " " + wrap(u.operand());
      case Expression.Binary b -> wrap(b.left()) + " " + b.operator() + " " + wrap(b.right());
      case Expression.In i -> wrap(i.operand()) + " IN (" + list(i.list()) + ")";
      case Expression.IsNull i -> wrap(i.operand()) + " IS NULL";
      case Expression.IsTruth i -> wrap(i.operand()) + " IS " + i.truth();
      case Expression.Case c -> "CASE" + c.operand().map(o -> " " + of(o)).orElse("") + c.whens().stream().map(w -> " WHEN " + of(w.condition()) + " THEN " + of(w.result())).collect(Collectors.joining()) + c.otherwise().map(o -> " ELSE " + of(o)).orElse("") + " END";
      case Expression.Cast c -> "CAST(" + of(c.operand()) + " AS " + type(c.type()) + ")";
      case Expression.ArrayLiteral a -> "ARRAY[" + list(a.elements()) + "]";
      case Expression.Row r -> "(" + list(r.elements()) + ")";
      case Expression.Collate c -> wrap(c.operand()) + " COLLATE " + Quotes.POSTGRES.identifier(c.collation());
      case Expression.Sql s -> s.text();
    };
  }

  private static String wrap(Expression e) {
    boolean simple = !(e instanceof Expression.Binary || e instanceof Expression.Unary || e instanceof Expression.In || e instanceof Expression.IsNull || e instanceof Expression.IsTruth || e instanceof Expression.Sql);
    return simple ? of(e) : "(" + of(e) + ")";
  }

  private static String list(List<Expression> l) {
    return l.stream().map(ExpressionText::of).collect(Collectors.joining(", "));
  }
}
