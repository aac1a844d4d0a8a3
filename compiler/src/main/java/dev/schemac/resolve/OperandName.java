package dev.schemac.resolve;

import dev.schemac.model.Expression;
import dev.schemac.model.KeyPart;
import dev.schemac.syntax.Expr;
import dev.schemac.syntax.Ident;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What PostgreSQL calls an operand of an index when it makes up the index's name (its {@code
 * FigureIndexColname}): a column's or a function's name, else {@code expr}.
 */
final class OperandName {
  private OperandName() {}

  static String of(Expr operand) {
    return name(operand).orElse("expr");
  }

  private static Optional<String> name(Expr operand) {
    return switch (operand) {
      case Expr.Name e -> Optional.of(last(e.parts()));
      case Expr.Call e -> Optional.of(last(e.function()).toLowerCase(Locale.ROOT));
      case Expr.Cast e -> name(e.operand());
      case Expr.Collate e -> name(e.operand());
      case Expr.Parens e -> name(e.inner());
      case Expr.Case e -> Optional.of(e.otherwise().flatMap(OperandName::name).orElse("case"));
      case Expr.ArrayLiteral ignored -> Optional.of("array");
      case Expr.Row ignored -> Optional.of("row");
      case Expr.Number ignored -> Optional.empty();
      case Expr.Text ignored -> Optional.empty();
      case Expr.Bool ignored -> Optional.empty();
      case Expr.Null ignored -> Optional.empty();
      case Expr.Typed ignored -> Optional.empty();
      case Expr.Star ignored -> Optional.empty();
      case Expr.Unary ignored -> Optional.empty();
      case Expr.Binary ignored -> Optional.empty();
      case Expr.Between ignored -> Optional.empty();
      case Expr.In ignored -> Optional.empty();
      case Expr.IsNull ignored -> Optional.empty();
      case Expr.IsTruth ignored -> Optional.empty();
      case Expr.Sql ignored -> Optional.empty();
      case Expr.Raw ignored -> Optional.empty();
    };
  }

  private static String last(List<Ident> parts) {
    return parts.get(parts.size() - 1).text();
  }

  /** What the operands of a key are called in an automatic name, each once. */
  static List<String> all(List<KeyPart> parts) {
    List<String> names = new ArrayList<>();
    Set<String> used = new HashSet<>();
    for (KeyPart part : parts) {
      String name = name(part.expression()).orElse("expr");
      String free = name;
      for (int number = 1; !used.add(free); number++) {
        free = name + number;
      }
      names.add(free);
    }
    return names;
  }

  /** The same of an expression in normal form, as it is written in a source. */
  private static Optional<String> name(Expression operand) {
    return switch (operand) {
      case Expression.ColumnRef(var column) -> Optional.of(column);
      case Expression.QualifiedRef(var parts) -> Optional.of(parts.getLast());
      case Expression.Call e ->
          Optional.of(
              e.function().substring(e.function().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
      case Expression.Cast e -> name(e.operand());
      case Expression.Collate e -> name(e.operand());
      case Expression.Case e ->
          Optional.of(e.otherwise().flatMap(OperandName::name).orElse("case"));
      case Expression.ArrayLiteral ignored -> Optional.of("array");
      case Expression.Row ignored -> Optional.of("row");
      case Expression.SequenceRef(var sequence) -> Optional.of(sequence.name());
      case Expression.NumberLiteral ignored -> Optional.empty();
      case Expression.StringLiteral ignored -> Optional.empty();
      case Expression.BooleanLiteral ignored -> Optional.empty();
      case Expression.NullLiteral ignored -> Optional.empty();
      case Expression.TypedLiteral ignored -> Optional.empty();
      case Expression.Star ignored -> Optional.empty();
      case Expression.Unary ignored -> Optional.empty();
      case Expression.Binary ignored -> Optional.empty();
      case Expression.In ignored -> Optional.empty();
      case Expression.IsNull ignored -> Optional.empty();
      case Expression.IsTruth ignored -> Optional.empty();
      case Expression.Sql ignored -> Optional.empty();
    };
  }
}
