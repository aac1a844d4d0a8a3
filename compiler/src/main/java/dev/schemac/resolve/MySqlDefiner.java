package dev.schemac.resolve;

import dev.schemac.sql.SqlWriter;

/** {@code DEFINER = 'root'@'localhost'} in MySQL's definitions. */
final class MySqlDefiner {
  private MySqlDefiner() {}

  /** Writes nothing where the option is not given ({@code null}). */
  static void write(SqlWriter writer, String definer) {
    if (definer == null) {
      return;
    }
    int at = definer.lastIndexOf('@');
    writer.phrase("DEFINER =").string(at < 0 ? definer : definer.substring(0, at));
    writer.glue("@").string(at < 0 ? "%" : definer.substring(at + 1));
  }
}
