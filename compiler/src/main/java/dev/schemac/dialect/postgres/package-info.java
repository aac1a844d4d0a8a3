/**
 * PostgreSQL: the pattern for every kind of change, what each server version can do, and the SQL
 * printer. Never sees another dialect. SQL is written with {@code sql.SqlWriter} alone.
 */
package dev.schemac.dialect.postgres;
