package dev.schemac.sql;

import dev.schemac.model.QName;
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

  /** A qualified name in the language's spelling: {@code shop.`my table`}. */
  public static QName read(String text) {
    StringBuilder[] parts = {new StringBuilder(), new StringBuilder()};
    int part = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '`' && quoted && text.startsWith("``", i)) {
        parts[part].append(c);
        i++;
      } else if (c == '`') {
        quoted = !quoted;
      } else if (c == '.' && !quoted && part == 0) {
        part = 1;
      } else {
        parts[part].append(c);
      }
    }
    return part == 0
        ? QName.of(parts[0].toString())
        : new QName(parts[0].toString(), parts[1].toString());
  }

  @Override
  public String string(String value) {
    return "'" + value.replace("'", "''") + "'";
  }
}
