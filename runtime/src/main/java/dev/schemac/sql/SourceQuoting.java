package dev.schemac.sql;

import java.util.regex.Pattern;

/** The language's own identifiers (backticks where they are no plain words) and strings. */
public final class SourceQuoting implements Quoting {
  /** The only instance: it has no state. */
  public static final SourceQuoting INSTANCE = new SourceQuoting();

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private SourceQuoting() {}

  @Override
  public String identifier(String name) {
    boolean plain = PLAIN.matcher(name).matches() && !SourceWords.isWord(name);
    return plain ? name : "`" + name.replace("`", "``") + "`";
  }

  @Override
  public String string(String value) {
    return "'" + value.replace("'", "''") + "'";
  }
}
