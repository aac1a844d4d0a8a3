package dev.schemac.resolve.expression;

import java.util.Optional;

/**
 * What stands around an expression and so decides what it may be.
 *
 * @param place the clause
 * @param operand the type (and labels) of what the value is for; empty where anything will do
 * @param name of what the value is for, in messages: {@code users.id}
 */
public record Expected(Place place, Optional<ExpressionScope.Operand> operand, String name) {

  /** Where the expression stands. */
  public enum Place {
    /** Must be assignable to the operand (SC2005). */
    DEFAULT,
    ON_UPDATE,
    GENERATED,
    /** Conditions. */
    CHECK,
    PREDICATE,
    WHEN,
    /** Any value. */
    INDEX,
    PARTITION,
    /** About the row as it was. */
    USING,
    BACKFILL
  }

  /** A condition. */
  public static Expected condition(Place place) {
    return new Expected(place, Optional.empty(), "");
  }

  /** Any value. */
  public static Expected anything(Place place) {
    return new Expected(place, Optional.empty(), "");
  }
}
