package dev.schemac.dialect.postgres;

import dev.schemac.sql.SqlWriter;

/** {@code OWNER TO}: where no owner is declared, whoever runs the migration. */
final class Ownership {
  private Ownership() {}

  /** The text of {@code ALTER …} with the new owner behind it; {@code null} for none declared. */
  static String to(SqlWriter alter, String owner) {
    alter.phrase("OWNER TO");
    return owner == null ? alter.phrase("CURRENT_USER").text() : alter.identifier(owner).text();
  }
}
