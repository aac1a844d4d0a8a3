package dev.schemac.dialect.mysql;

import dev.schemac.model.ServerVersion;

/**
 * What a MySQL server of some version can do. Each fact names the release that brought it (MySQL
 * reference manual, "Online DDL Operations" and the release notes); the bounds were measured on
 * 8.0.15 and on the newest releases.
 */
record Capabilities(ServerVersion version) {

  /** CHECK is stored and enforced (8.0.16); older servers parse and forget it. */
  boolean checks() {
    return version.atLeast(8, 0, 16);
  }

  /** Indexes over the elements of a JSON array (8.0.17). */
  boolean multiValuedIndexes() {
    return version.atLeast(8, 0, 17);
  }

  /** {@code CAST(… AS DOUBLE)} and {@code AS FLOAT} (8.0.17). */
  boolean castToDouble() {
    return version.atLeast(8, 0, 17);
  }

  /** {@code INVISIBLE} columns (8.0.23). */
  boolean invisibleColumns() {
    return version.atLeast(8, 0, 23);
  }

  /** {@code RENAME COLUMN} with {@code ALGORITHM=INSTANT} (8.0.28). */
  boolean instantRename() {
    return version.atLeast(8, 0, 28);
  }

  /** INSTANT {@code ADD COLUMN} anywhere and INSTANT {@code DROP COLUMN} (8.0.29). */
  boolean instantAnywhere() {
    return version.atLeast(8, 0, 29);
  }

  /** A foreign key needs a unique key in the referenced table (8.4, error 6125). */
  boolean foreignKeyNeedsUnique() {
    return version.atLeast(8, 4, 0);
  }

  /** {@code VECTOR} (9.0). */
  boolean vectors() {
    return version.atLeast(9, 0, 0);
  }
}
