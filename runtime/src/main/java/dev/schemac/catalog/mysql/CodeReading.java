package dev.schemac.catalog.mysql;

import java.util.Optional;

/**
 * A {@code CREATE} statement as the server prints it, read from its start: what is known to be
 * there is passed over, and where the server wrote something else the reading fails.
 */
final class CodeReading {
  private final String text;
  private int at;

  CodeReading(String text) {
    this.text = text;
  }

  /** Whether this text comes next; then it is passed over. */
  boolean take(String expected) {
    boolean there = text.startsWith(expected, at);
    at += there ? expected.length() : 0;
    return there;
  }

  /** Passes over a name in backticks, or in double quotes where the object's own mode has them. */
  Optional<String> takeName() {
    char quote = at < text.length() ? text.charAt(at) : ' ';
    if (quote != '`' && quote != '"') {
      return Optional.empty();
    }
    int end = closing(at);
    String doubled = String.valueOf(quote).repeat(2);
    String name = text.substring(at + 1, end).replace(doubled, doubled.substring(1));
    at = end + 1;
    return Optional.of(name);
  }

  /** {@code CREATE DEFINER=`root`@`localhost` }. */
  boolean takeCreate(String definer) {
    return take("CREATE DEFINER=") && takeAccount(definer) && take(" ");
  }

  /** A definer as {@code information_schema} has it. */
  boolean takeAccount(String definer) {
    Optional<String> user = takeName();
    boolean there = take("@");
    Optional<String> host = takeName();
    return there
        && user.isPresent()
        && host.isPresent()
        && definer.equals(user.get() + "@" + host.get());
  }

  /** What is before the next such character outside of quotes, comments and parentheses. */
  String takeUntil(char wanted) {
    int start = at;
    int depth = 0;
    while (at < text.length() && (depth > 0 || text.charAt(at) != wanted)) {
      char c = text.charAt(at);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      at = skip(c) + 1;
    }
    at = Math.min(at, text.length());
    return text.substring(start, at);
  }

  String rest() {
    return text.substring(at);
  }

  boolean isAtEnd() {
    return at >= text.length();
  }

  /** The last character of the quoted text or the comment that begins here. */
  private int skip(char c) {
    if (c == '\'' || c == '"' || c == '`') {
      return closing(at);
    }
    if (text.startsWith("/*", at)) {
      return endOf("*/", 2);
    }
    if (c == '#' || text.startsWith("-- ", at) || text.startsWith("--\n", at)) {
      return endOf("\n", 1);
    }
    return at;
  }

  private int endOf(String mark, int length) {
    int end = text.indexOf(mark, at + 1);
    return end < 0 ? text.length() : end + length - 1;
  }

  private int closing(int open) {
    char quote = text.charAt(open);
    int end = open + 1;
    while (end < text.length()) {
      char c = text.charAt(end);
      if (c == '\\' && quote != '`') {
        end++;
      } else if (c == quote) {
        boolean doubled = end + 1 < text.length() && text.charAt(end + 1) == quote;
        if (!doubled) {
          return end;
        }
        end++;
      }
      end++;
    }
    return text.length() - 1;
  }
}
