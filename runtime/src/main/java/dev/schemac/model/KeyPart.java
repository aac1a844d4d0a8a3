package dev.schemac.model;

import java.util.Optional;

/**
 * One operand of a key or an index.
 *
 * @param expression a {@link Expression.ColumnRef} for a plain column
 * @param prefixLength MySQL's {@code name(20)}
 * @param operatorClass with its options as written: {@code gist_trgm_ops(siglen = 32)}
 * @param operator of an exclusion constraint
 */
public record KeyPart(
    Expression expression,
    Optional<Integer> prefixLength,
    Optional<String> collation,
    Optional<String> operatorClass,
    Direction direction,
    Optional<Boolean> nullsFirst,
    boolean withoutOverlaps,
    Optional<String> operator) {

  /** Sort order; ascending is the default. */
  public enum Direction {
    ASC,
    DESC
  }

  /** A plain ascending column. */
  public static KeyPart column(String name) {
    return expression(new Expression.ColumnRef(name));
  }

  /** A plain ascending operand. */
  public static KeyPart expression(Expression expression) {
    return new KeyPart(
        expression,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Direction.ASC,
        Optional.empty(),
        false,
        Optional.empty());
  }

  /** The column's name where the operand is a plain column. */
  public Optional<String> columnName() {
    return expression instanceof Expression.ColumnRef(var name)
        ? Optional.of(name)
        : Optional.empty();
  }
}
