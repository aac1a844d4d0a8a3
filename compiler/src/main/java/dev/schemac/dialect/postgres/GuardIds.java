package dev.schemac.dialect.postgres;

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

  private GuardIds() {}
}
