package dev.schemac.dialect.postgres;

import dev.schemac.model.ServerVersion;

/**
 * What a PostgreSQL server of some version can do. Each fact names the release that brought it; all
 * are measured on 12 to 18.
 */
record Capabilities(ServerVersion version) {

  /** {@code public} belongs to {@code pg_database_owner} (15). */
  boolean databaseOwner() {
    return version.atLeast(15);
  }

  /** {@code UNIQUE NULLS NOT DISTINCT} (15). */
  boolean nullsNotDistinct() {
    return version.atLeast(15);
  }

  /** {@code ON DELETE SET NULL (columns)} (15). */
  boolean setColumns() {
    return version.atLeast(15);
  }

  /** {@code CREATE VIEW … WITH (security_invoker)} (15). */
  boolean securityInvoker() {
    return version.atLeast(15);
  }

  /** {@code ALTER TABLE … SET ACCESS METHOD} (15). */
  boolean setAccessMethod() {
    return version.atLeast(15);
  }

  /** {@code ALTER COLUMN … SET EXPRESSION AS} (17). */
  boolean setExpression() {
    return version.atLeast(17);
  }

  /** {@code ALTER COLUMN … DROP EXPRESSION} (13). */
  boolean dropExpression() {
    return version.atLeast(13);
  }

  /** {@code GENERATED ALWAYS AS (…) VIRTUAL} (18). */
  boolean virtualColumns() {
    return version.atLeast(18);
  }

  /** {@code ADD CONSTRAINT … NOT NULL column NOT VALID} (18). */
  boolean namedNotNull() {
    return version.atLeast(18);
  }

  /** {@code NOT ENFORCED} on checks and foreign keys (18). */
  boolean notEnforced() {
    return version.atLeast(18);
  }

  /** {@code WITHOUT OVERLAPS} and {@code PERIOD} (18). */
  boolean temporalKeys() {
    return version.atLeast(18);
  }

  /** {@code FOREIGN KEY … NOT VALID} from a partitioned table (18). */
  boolean notValidForeignKeyOnPartitioned() {
    return version.atLeast(18);
  }

  /** {@code SET COMPRESSION} (14). */
  boolean columnCompression() {
    return version.atLeast(14);
  }

  /** {@code CREATE OR REPLACE TRIGGER} (14). */
  boolean replaceTrigger() {
    return version.atLeast(14);
  }
}
