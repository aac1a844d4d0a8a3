package dev.schemac.model;

/** Whose server of a dialect it is, where others than the dialect's own speak it too. */
public enum Flavour {
  /** PostgreSQL itself, MySQL itself. */
  ORIGINAL,
  /** MariaDB, which counts versions of its own and differs from MySQL in much. */
  MARIADB
}
