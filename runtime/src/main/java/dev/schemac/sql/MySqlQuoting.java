package dev.schemac.sql;

/**
 * MySQL's identifiers, always in backticks (what is reserved differs by release), and strings. In a
 * string a backslash is doubled: the default {@code sql_mode} has no {@code NO_BACKSLASH_ESCAPES}.
 */
public final class MySqlQuoting implements Quoting {
  /** The only instance: it has no state. */
  public static final MySqlQuoting INSTANCE = new MySqlQuoting();

  private MySqlQuoting() {}

  @Override
  public String identifier(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  @Override
  public String string(String value) {
    return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'";
  }
}
