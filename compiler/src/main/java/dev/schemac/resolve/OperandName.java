package dev.schemac.resolve;

import dev.schemac.model.ChosenName;
import dev.schemac.model.KeyPart;
import dev.schemac.syntax.Expr;
import dev.schemac.syntax.Ident;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
    return ChosenName.operands(parts);
  }
}
