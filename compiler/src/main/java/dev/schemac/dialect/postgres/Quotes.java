package dev.schemac.dialect.postgres;

import dev.schemac.sql.Quoting;

/** Stand-in until {@code sql.PostgresQuoting} lands. */
enum Quotes implements Quoting {
  POSTGRES;

  @Override
  public String identifier(String name) {
    boolean plain = name.matches("[a-z_][a-z0-9_]*") && !name.matches("user|order|table|default|check|all|primary|references|select|group|limit|offset|end|desc|asc|column|constraint|current_user|window|from|to|where|in|is|not|null|and|or");
    return plain ? name : "\"" + name.replace("\"", "\"\"") + "\"";
  }

  @Override
  public String string(String value) {
    return value.contains("\\")
        ? "E'" + value.replace("\\", "\\\\").replace("'", "''") + "'"
        : "'" + value.replace("'", "''") + "'";
  }
}
