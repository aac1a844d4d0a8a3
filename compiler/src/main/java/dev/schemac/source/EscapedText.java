package dev.schemac.source;

import java.util.Optional;

/**
 * A text on one line, as PostgreSQL's {@code E'…'}: backslash, quote, tab and line ends escaped.
 */
public final class EscapedText {
  private EscapedText() {}

  public static String write(String text) {
    StringBuilder out = new StringBuilder("E'");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(
          switch (c) {
            case '\\' -> "\\\\";
            case '\'' -> "''";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.valueOf(c);
          });
    }
    return out.append("'").toString();
  }

  /** What {@link #write} made the line of; empty for any other line. */
  public static Optional<String> read(String line) {
    if (line.length() < 3 || !line.startsWith("E'") || !line.endsWith("'")) {
      return Optional.empty();
    }
    StringBuilder out = new StringBuilder();
    for (int i = 2; i < line.length() - 1; i++) {
      char c = line.charAt(i);
      boolean pair = i + 2 < line.length() && (c == '\\' || c == '\'');
      if (!pair) {
        if (c == '\\' || c == '\'') {
          return Optional.empty();
        }
        out.append(c);
        continue;
      }
      char next = line.charAt(++i);
      if (c == '\'' && next != '\'') {
        return Optional.empty();
      }
      out.append(c == '\'' ? '\'' : escaped(next));
    }
    return Optional.of(out.toString());
  }

  private static char escaped(char c) {
    return switch (c) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> c;
    };
  }
}
