package dev.schemac.report;

/** Text inside Markdown that must come out as it is. */
final class MarkdownText {
  private MarkdownText() {}

  /** On one line, with nothing that Markdown or HTML would read. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    for (char c : text.replaceAll("\\s*[\\r\\n]+\\s*", " ").toCharArray()) {
      switch (c) {
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '&' -> escaped.append("&amp;");
        case '|', '*', '_', '`', '[', ']', '~', '\\' -> escaped.append('\\').append(c);
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  /** Code in a cell of a table, its lines kept; nothing where it is empty. */
  static String code(String text) {
    if (text.isEmpty()) {
      return "";
    }
    StringBuilder code = new StringBuilder("<code>");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '<' -> code.append("&lt;");
        case '>' -> code.append("&gt;");
        case '&' -> code.append("&amp;");
        case '|', '*', '_', '`', '[', ']', '~', '\\' ->
            code.append("&#").append((int) c).append(';');
        case '\n' -> code.append("</code><br><code>");
        case '\r' -> code.append(' ');
        default -> code.append(c);
      }
    }
    return code.append("</code>").toString();
  }
}
