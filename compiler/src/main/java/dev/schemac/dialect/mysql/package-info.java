/**
 * MySQL 8.0.15 and newer: patterns, capabilities by version, and the printer. Never sees another
 * dialect; every text is written with {@link dev.schemac.sql.SqlWriter}.
 */
package dev.schemac.dialect.mysql;
