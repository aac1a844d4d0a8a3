package dev.schemac.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Precedence as in PostgreSQL, shown with a parenthesis around every operation. */
class ExpressionsTest {
  private static final String ROWS =
      """
      a or b and not c = d            @ (a or (b and (not (c = d))))
      a + b * c ^ 2 - d               @ ((a + (b * (c ^ 2))) - d)
      -a::int + b                     @ ((- cast(a int)) + b)
      a - -1                          @ (a - (- 1))
      a between 1 and 2 and b         @ ((a between 1 and 2) and b)
      a not between b + 1 and c or d  @ ((a not between (b + 1) and c) or d)
      a in (1, 2) = b                 @ ((a in [1, 2]) = b)
      a not in ('x', 'y')             @ (a not in ['x', 'y'])
      a not like 'x%' and b           @ ((a not like 'x%') and b)
      a similar to 'x' or b           @ ((a similar to 'x') or b)
      a ~ b = c                       @ ((a ~ b) = c)
      a < b is not null               @ ((a < b) is not null)
      a is distinct from b and c      @ ((a is distinct from b) and c)
      a is not true                   @ (a is not true)
      j -> 'a' ->> 'b' = 'c'          @ (((j -> 'a') ->> 'b') = 'c')
      j->>'a' in ('b')                @ ((j ->> 'a') in ['b'])
      j ? 'k' and j @> '{}'::jsonb    @ ((j ? 'k') and (j @> cast('{}' jsonb)))
      a collate `de-x-icu` < b        @ ((a collate de-x-icu) < b)
      a at time zone 'UTC' > b        @ ((a at time zone 'UTC') > b)
      now() - interval '3 minutes'    @ (now() - interval '3 minutes')
      case when a then 1 else 2 end   @ case when a then 1 else 2
      case a when 1 then b end        @ case a when 1 then b
      cast(a as decimal(10, 2))       @ cast(a decimal(10,2))
      array['x', 'y']::text[]         @ cast(array['x', 'y'] text[])
      (a, b) = (1, 2)                 @ (row[a, b] = row[1, 2])
      count(distinct a.b)             @ count(distinct a.b)
      extract(year from d) > 2000     @ (#extract(year from d)# > 2000)
      exists (select 1 from x)        @ exists(#select 1 from x#)
      a = (select max(b)  from c)     @ (a = #(select max(b) from c)#)
      a in (select b from c)          @ (a in [#select b from c#])
      a is null or b is not null      @ ((a is null) or (b is not null))
      a || b || 'c'                   @ ((a || b) || 'c')
      not a in (1)                    @ (not (a in [1]))
      """;

  static Stream<String> rows() {
    return ROWS.lines();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void bindAsInPostgres(String row) {
    String[] parts = row.split(" @ ");
    String text = "table t { check (" + parts[0].strip() + ") }";
    assertEquals("", Trees.diagnostics(text));
    var check = (Member.CheckDecl) Trees.table(text).members().get(0);

    assertEquals(parts[1].strip(), show(check.condition()));
  }

  private static String show(List<Expr> list) {
    return list.stream().map(ExpressionsTest::show).collect(Collectors.joining(", "));
  }

  private static String show(Expr expr) {
    return switch (expr) {
      case Expr.Number e -> e.text();
      case Expr.Text e -> "'" + e.value() + "'";
      case Expr.Bool e -> "" + e.value();
      case Expr.Null e -> "null";
      case Expr.Raw e -> "raw[" + e.text() + "]";
      case Expr.Typed e -> e.prefix() + " '" + e.value() + "'";
      case Expr.Name e -> e.parts().stream().map(Ident::text).collect(Collectors.joining("."));
      case Expr.Call e ->
          e.function().get(0).text()
              + "("
              + (e.distinct() ? "distinct " : "")
              + show(e.arguments())
              + ")";
      case Expr.Star e -> "*";
      case Expr.Unary e -> "(" + e.operator() + " " + show(e.operand()) + ")";
      case Expr.Binary e -> "(" + show(e.left()) + " " + e.operator() + " " + show(e.right()) + ")";
      case Expr.Between e ->
          "("
              + show(e.operand())
              + (e.negated() ? " not" : "")
              + " between "
              + show(e.low())
              + " and "
              + show(e.high())
              + ")";
      case Expr.In e ->
          "(" + show(e.operand()) + (e.negated() ? " not in [" : " in [") + show(e.list()) + "])";
      case Expr.IsNull e -> "(" + show(e.operand()) + (e.negated() ? " is not null)" : " is null)");
      case Expr.IsTruth e ->
          "(" + show(e.operand()) + (e.negated() ? " is not " : " is ") + e.truth() + ")";
      case Expr.Case e ->
          "case"
              + e.operand().map(o -> " " + show(o)).orElse("")
              + e.whens().stream()
                  .map(w -> " when " + show(w.condition()) + " then " + show(w.result()))
                  .collect(Collectors.joining())
              + e.otherwise().map(o -> " else " + show(o)).orElse("");
      case Expr.Cast e -> "cast(" + show(e.operand()) + " " + type(e.type()) + ")";
      case Expr.ArrayLiteral e -> "array[" + show(e.elements()) + "]";
      case Expr.Row e -> "row[" + show(e.elements()) + "]";
      case Expr.Collate e -> "(" + show(e.operand()) + " collate " + e.collation().text() + ")";
      case Expr.Parens e -> show(e.inner());
      case Expr.Sql e -> "#" + e.text() + "#";
    };
  }

  private static String type(TypeExpr type) {
    return switch (type) {
      case TypeExpr.Plain t ->
          t.name() + (t.arguments().isEmpty() ? "" : "(" + String.join(",", t.arguments()) + ")");
      case TypeExpr.ArrayOf t -> type(t.element()) + "[]";
      case TypeExpr.InlineLabels t -> "labels";
      case TypeExpr.Ref t -> "ref " + t.table();
      case TypeExpr.PerDialect t -> "per dialect";
    };
  }
}
