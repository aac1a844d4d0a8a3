package dev.schemac.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What PostgreSQL itself calls a constraint, an index or a sequence that nobody named: {@code
 * t_a_b_idx}, each half cut where the whole would be too long.
 */
public final class ChosenName {
  private static final int LIMIT = 63;

  private ChosenName() {}

  /**
   * The name before it is numbered where it is taken.
   *
   * @param middle what stands between the table and the label; empty for none
   */
  public static String of(String table, String middle, String label) {
    int overhead = label.length() + 1 + (middle.isEmpty() ? 0 : 1);
    int first = bytes(table);
    int second = bytes(middle);
    while (first + second > LIMIT - overhead) {
      if (first > second) {
        first--;
      } else {
        second--;
      }
    }
    String head = cut(table, first) + (middle.isEmpty() ? "" : "_" + cut(middle, second));
    return head + "_" + label;
  }

  /** The name of a key over {@code parts}, in which the included columns stand too. */
  public static String ofKey(
      String table, List<KeyPart> parts, List<String> include, String label) {
    List<KeyPart> all = new ArrayList<>(parts);
    include.forEach(column -> all.add(KeyPart.column(column)));
    return of(table, String.join("_", operands(all)), label);
  }

  /** The name of a constraint; checks and foreign keys have their own here. */
  public static String ofConstraint(String table, Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey ignored -> of(table, "", "pkey");
      case Constraint.Unique c -> ofKey(table, c.parts(), c.include(), "key");
      case Constraint.Exclusion c -> ofKey(table, c.parts(), c.include(), "excl");
      case Constraint.Check c -> c.name();
      case Constraint.ForeignKey c -> c.name();
    };
  }

  /** What the operands of a key are called, each once. */
  public static List<String> operands(List<KeyPart> parts) {
    List<String> names = new ArrayList<>();
    Set<String> used = new HashSet<>();
    for (KeyPart part : parts) {
      String name = operand(part.expression()).orElse("expr");
      String free = name;
      for (int number = 1; !used.add(free); number++) {
        free = name + number;
      }
      names.add(free);
    }
    return names;
  }

  /** A column's or a function's name (the server's {@code FigureIndexColname}). */
  private static Optional<String> operand(Expression operand) {
    return switch (operand) {
      case Expression.ColumnRef(var column) -> Optional.of(column);
      case Expression.QualifiedRef(var parts) -> Optional.of(parts.getLast());
      case Expression.Call e ->
          Optional.of(
              e.function().substring(e.function().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
      case Expression.Cast e -> operand(e.operand());
      case Expression.Collate e -> operand(e.operand());
      case Expression.Case e ->
          Optional.of(e.otherwise().flatMap(ChosenName::operand).orElse("case"));
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

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String cut(String text, int limit) {
    String cut = text;
    while (bytes(cut) > limit) {
      cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
    }
    return cut;
  }
}
