package dev.schemac.cli.toml;

/** The place in a text, and the small things that every part of TOML needs. */
final class TomlScanner {
  /** What stands behind the text's end. */
  static final char END = '\0';

  private final String text;
  private int at;

  TomlScanner(String text) {
    this.text = text;
  }

  int offset() {
    return at;
  }

  boolean atEnd() {
    return at >= text.length();
  }

  char peek() {
    return atEnd() ? END : text.charAt(at);
  }

  char next() {
    char c = peek();
    at++;
    return c;
  }

  boolean accept(char c) {
    boolean there = !atEnd() && peek() == c;
    at += there ? 1 : 0;
    return there;
  }

  boolean accept(String word) {
    boolean there = text.startsWith(word, at);
    at += there ? word.length() : 0;
    return there;
  }

  void expect(char c, String message) {
    if (!accept(c)) {
      throw error(message);
    }
  }

  TomlException error(String message) {
    return new TomlException(message, Math.min(at, text.length()));
  }

  void skipBlanks() {
    while (peek() == ' ' || peek() == '\t') {
      at++;
    }
  }

  /** Blanks, line ends and comments. */
  void skipBlankLines() {
    while (!atEnd() && (Character.isWhitespace(peek()) || peek() == '#')) {
      if (next() == '#') {
        skipComment();
      }
    }
  }

  /** Nothing but a comment may follow in this line. */
  void endOfLine() {
    skipBlanks();
    if (accept('#')) {
      skipComment();
    }
    accept('\r');
    if (!atEnd() && peek() != '\n') {
      throw error("expected the end of the line");
    }
  }

  String bareKey() {
    int start = at;
    while (isBare(peek())) {
      at++;
    }
    if (start == at) {
      throw error("expected a key");
    }
    return text.substring(start, at);
  }

  /** Everything up to a delimiter of values. */
  String word() {
    int start = at;
    while (!atEnd() && " \t\r\n,]}#".indexOf(peek()) < 0) {
      at++;
    }
    return text.substring(start, at);
  }

  private void skipComment() {
    while (!atEnd() && peek() != '\n') {
      at++;
    }
  }

  private static boolean isBare(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '_'
        || c == '-';
  }
}
