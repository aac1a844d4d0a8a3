package dev.schemac.dialect.postgres;

import dev.schemac.model.QName;
import dev.schemac.sql.PostgresQuoting;
import dev.schemac.sql.SqlWriter;

/** A name as the text that {@code regclass} and {@code regtype} read. */
final class Reference {
  private Reference() {}

  static String text(QName name) {
    return new SqlWriter(PostgresQuoting.INSTANCE).name(name).text();
  }
}
