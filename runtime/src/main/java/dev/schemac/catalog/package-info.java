/**
 * Live databases as models: one reader per dialect over plain JDBC, with a fixed number of
 * set-based queries. Expressions stay the server's text ({@link dev.schemac.model.Expression.Sql});
 * {@code resolve} brings them to normal form. Nothing here parses an expression, and no query takes
 * a lock stronger than ACCESS SHARE.
 */
package dev.schemac.catalog;
