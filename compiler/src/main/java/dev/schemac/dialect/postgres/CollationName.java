package dev.schemac.dialect.postgres;

import dev.schemac.sql.SqlWriter;

/**
 * {@code COLLATE} with a name: bare as the author wrote it, or, in a namespace off the usual path,
 * in the server's own quotes, {@code "shop"."german"}.
 */
final class CollationName {
  private CollationName() {}

  static void write(SqlWriter sql, String collation) {
    sql.phrase("COLLATE");
    boolean qualified = collation.startsWith("\"") && collation.contains("\".\"");
    if (qualified) {
      sql.raw(collation);
    } else {
      sql.identifier(collation);
    }
  }
}
