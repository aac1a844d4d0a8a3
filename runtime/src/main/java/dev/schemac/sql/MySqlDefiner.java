package dev.schemac.sql;

/** {@code DEFINER = 'root'@'localhost'} in MySQL's definitions. */
public final class MySqlDefiner {
  private MySqlDefiner() {}

  /** Writes nothing where the option is not given ({@code null}). */
  public static void write(SqlWriter writer, String definer) {
    if (definer == null) {
      return;
    }
    int at = definer.lastIndexOf('@');
    writer.phrase("DEFINER =").string(at < 0 ? definer : definer.substring(0, at));
    writer.glue("@").string(at < 0 ? "%" : definer.substring(at + 1));
  }

  /** The account with its host: one without may come from anywhere. */
  public static String account(String definer) {
    return definer.indexOf('@') < 0 ? definer.concat("@%") : definer;
  }
}
