package dev.schemac.ddl;

/**
 * MySQL's explicit {@code ALGORITHM} and {@code LOCK}, so that the server refuses rather than
 * copies (manual, "Online DDL Operations"). {@code DEFAULT} writes nothing and is the only one on
 * PostgreSQL. {@code INSTANT} never carries a lock clause (error 1221).
 */
public enum OnlineMode {
  DEFAULT,
  INSTANT,
  INPLACE_NONE,
  INPLACE_SHARED,
  COPY_SHARED,
  COPY_EXCLUSIVE
}
