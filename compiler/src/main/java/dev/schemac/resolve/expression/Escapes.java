package dev.schemac.resolve.expression;

/** Backslash escapes of PostgreSQL's {@code E'…'} and of MySQL's strings. */
final class Escapes {
  private Escapes() {}

  static String read(String escaped) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < escaped.length(); i++) {
      char c = escaped.charAt(i);
      if (c == '\\' && i + 1 < escaped.length()) {
        c = meaning(escaped.charAt(++i));
      }
      out.append(c);
    }
    return out.toString();
  }

  private static char meaning(char c) {
    return switch (c) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'b' -> '\b';
      case 'f' -> '\f';
      default -> c;
    };
  }
}
