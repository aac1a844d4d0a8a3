package dev.schemac.resolve;

import dev.schemac.model.Expression;
import dev.schemac.model.KeyPart;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a partial unique index is on MySQL, which has none. NULLs never collide in a unique index,
 * so rows outside the predicate are kept apart by a NULL.
 */
final class PartialIndex {
  private PartialIndex() {}

  /** The key parts of an index over all rows that forbids the same duplicates. */
  static List<KeyPart> overAllRows(List<KeyPart> parts, Expression predicate) {
    Set<String> columns = new HashSet<>();
    for (KeyPart part : parts) {
      part.columnName().ifPresent(columns::add);
    }
    if (saysOnlyNotNull(predicate, columns)) {
      return parts;
    }
    return parts.stream().map(p -> within(predicate, p)).toList();
  }

  /** A row whose key holds a NULL collides with none anyway. */
  private static boolean saysOnlyNotNull(Expression predicate, Set<String> columns) {
    return switch (predicate) {
      case Expression.Binary(var operator, var left, var right) when operator.equals("and") ->
          saysOnlyNotNull(left, columns) && saysOnlyNotNull(right, columns);
      case Expression.Unary(var operator, var operand) when operator.equals("not") ->
          operand instanceof Expression.IsNull(var inner)
              && inner instanceof Expression.ColumnRef(var name)
              && columns.contains(name);
      case Expression ignored -> false;
    };
  }

  private static KeyPart within(Expression predicate, KeyPart part) {
    return new KeyPart(
        new Expression.Case(
            Optional.empty(),
            List.of(new Expression.When(predicate, part.expression())),
            Optional.empty()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        part.direction(),
        Optional.empty(),
        false,
        Optional.empty());
  }
}
