package dev.schemac.dialect.postgres;

import dev.schemac.plan.Guard;
import java.util.List;

/** The names of guards, as they stand in the message of a failed migration. */
final class GuardIds {
  static final String TABLE_EMPTY = "table-empty";
  static final String COLUMN_NULL = "column-null";
  static final String FITS = "fits";
  static final String VALUE_UNUSED = "value-unused";
  static final String NO_NULLS = "no-nulls";
  static final String NO_DUPLICATES = "no-duplicates";
  static final String NO_ORPHANS = "no-orphans";
  static final String NO_VIOLATIONS = "no-violations";
  static final String CONVERTS = "converts";

  /** As {@link #FITS} and {@link #VALUE_UNUSED}, where nobody may be kept waiting. */
  static final String FITS_NOW = "fits-now";

  static final String VALUE_UNUSED_NOW = "value-unused-now";

  private GuardIds() {}

  /** The guards without their locks: what comes in between is refused by the column's new type. */
  static List<Guard> unlocked(List<Guard> guards) {
    return guards.stream()
        .map(
            g ->
                switch (g.id()) {
                  case FITS -> new Guard(FITS_NOW, g.message(), g.condition());
                  case VALUE_UNUSED -> new Guard(VALUE_UNUSED_NOW, g.message(), g.condition());
                  default -> g;
                })
        .toList();
  }
}
