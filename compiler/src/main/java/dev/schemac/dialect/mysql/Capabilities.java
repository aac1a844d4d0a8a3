package dev.schemac.dialect.mysql;

import dev.schemac.model.Table;
import dev.schemac.model.Target;

/**
 * What a server can do. Each fact names MySQL's release that brought it (MySQL reference manual,
 * "Online DDL Operations" and the release notes); the bounds were measured on 8.0.15 and on the
 * newest releases. What is said of MariaDB was measured on 10.11 and 11.8.
 */
record Capabilities(Target target) {

  /** CHECK is stored and enforced (8.0.16); older servers parse and forget it. */
  boolean checks() {
    return mariaDbOr(8, 0, 16);
  }

  /** Indexes over the elements of a JSON array (8.0.17). */
  boolean multiValuedIndexes() {
    return target.isMySqlFrom(8, 0, 17);
  }

  /**
   * A column goes in the statement that drops or changes the generated columns that read it
   * (8.0.17; error 3108 before).
   */
  boolean dropsWithReaders() {
    return mariaDbOr(8, 0, 17);
  }

  /** {@code CAST(… AS DOUBLE)} and {@code AS FLOAT} (8.0.17). */
  boolean castToDouble() {
    return mariaDbOr(8, 0, 17);
  }

  /**
   * Partitions in the statement that makes a column whose default calls a function (8.0.15 takes
   * the default's moment or chance for the partitions', error 1064; 9.7 does not, measured).
   */
  boolean partitionsBesideCalls() {
    return mariaDbOr(8, 0, 16);
  }

  /** {@code INVISIBLE} columns (8.0.23). */
  boolean invisibleColumns() {
    return mariaDbOr(8, 0, 23);
  }

  /** {@code ALTER DATABASE} waits for the users of its tables (8.0.22, with READ ONLY). */
  boolean locksTablesOfDatabase() {
    return target.isMySqlFrom(8, 0, 22);
  }

  /**
   * A check over an ENUM or a SET is taken for changed by every change of a column of its table,
   * which then has to be copied (error 1845, measured on 9.7).
   */
  boolean provesLabelsAnew() {
    return target.isMySqlFrom(8, 0, 16);
  }

  /** {@code RENAME COLUMN} with {@code ALGORITHM=INSTANT} (8.0.28). */
  boolean instantRename() {
    return mariaDbOr(8, 0, 28);
  }

  /** INSTANT {@code ADD COLUMN} anywhere and INSTANT {@code DROP COLUMN} (8.0.29). */
  boolean instantAnywhere() {
    return mariaDbOr(8, 0, 29);
  }

  /** A foreign key needs a unique key in the referenced table (8.4, error 6125). */
  boolean foreignKeyNeedsUnique() {
    return target.isMySqlFrom(8, 4, 0);
  }

  /** A column of type {@code uuid} is defined anew without a copy (MariaDB 10.11 cannot). */
  boolean redefinesUuid() {
    return !target.isMariaDb() || target.isMariaDbFrom(11, 0);
  }

  /** {@code VECTOR} (9.0; MariaDB 11.7). */
  boolean vectors() {
    return target.isMySqlFrom(9, 0, 0) || target.isMariaDbFrom(11, 7);
  }

  /** {@code ALGORITHM=COPY} while others write (MariaDB 11.2). */
  boolean copiesOnline() {
    return target.isMariaDbFrom(11, 2);
  }

  /** Columns for a history that is there already (measured: 11.8, not 10.11; error 4134). */
  boolean namesHistory() {
    return target.isMariaDbFrom(11, 8);
  }

  /**
   * NOT NULL in place: MariaDB does not where the table has a stored generated column (error 1845,
   * measured).
   */
  boolean provesBesideStored(Table table) {
    return !target.isMariaDb() || !TableTraits.hasStoredColumn(table);
  }

  /** Whether the server takes MariaDB's words where they are others than MySQL's. */
  boolean isMariaDb() {
    return target.isMariaDb();
  }

  private boolean mariaDbOr(int major, int minor, int patch) {
    return target.isMariaDb() || target.isMySqlFrom(major, minor, patch);
  }
}
