package dev.schemac.ddl;

/**
 * MySQL's explicit {@code ALGORITHM} and {@code LOCK}, so that the server refuses rather than
 * copies (manual, "Online DDL Operations"). {@code DEFAULT} writes nothing and is the only one on
 * PostgreSQL. MySQL's {@code INPLACE} may do more than MariaDB's {@code NOCOPY}, for which it has
 * no word.
 */
public enum OnlineMode {
  DEFAULT,
  INSTANT,
  /** In place, and nothing but the dictionary changes. */
  METADATA,
  /** In place, and no row is written anew; an index may be built. */
  NOCOPY_NONE,
  NOCOPY_SHARED,
  INPLACE_NONE,
  INPLACE_SHARED,
  /** MariaDB alone, from 11.2 on. */
  COPY_NONE,
  COPY_SHARED,
  COPY_EXCLUSIVE
}
