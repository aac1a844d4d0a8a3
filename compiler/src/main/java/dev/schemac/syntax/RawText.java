package dev.schemac.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * The text in a raw block. Where a line break follows the fence, the block is laid out: CRLF as LF,
 * common indentation removed, no blank lines at either end. Where text follows the fence on its
 * line, the block is verbatim: nothing is removed but a backslash right behind the fence, which
 * stands where the text would otherwise begin with a line break, a quote or a backslash.
 */
final class RawText {
  private RawText() {}

  static String of(String token) {
    if (isVerbatim(token)) {
      String inner = inner(token);
      return inner.startsWith("\\") ? inner.substring(1) : inner;
    }
    return String.join("\n", lines(token));
  }

  /** Whether every character counts. */
  static boolean isVerbatim(String token) {
    String inner = inner(token);
    int end = inner.indexOf('\n');
    return !(end < 0 ? inner : inner.substring(0, end)).isBlank();
  }

  /** The lines of a laid out block without their common indentation. */
  static List<String> lines(String token) {
    String inner = inner(token).replace("\r\n", "\n");
    List<String> lines = new ArrayList<>(List.of(inner.split("\n", -1)));
    int common = common(lines);
    List<String> cut = new ArrayList<>();
    for (int at = 0; at < lines.size(); at++) {
      String line = lines.get(at);
      String text = at == 0 ? line.stripLeading() : line.isBlank() ? "" : line.substring(common);
      cut.add(text);
    }
    while (!cut.isEmpty() && cut.get(0).isBlank()) {
      cut.remove(0);
    }
    while (!cut.isEmpty() && cut.get(cut.size() - 1).isBlank()) {
      cut.remove(cut.size() - 1);
    }
    if (!cut.isEmpty()) {
      cut.set(cut.size() - 1, cut.get(cut.size() - 1).stripTrailing());
    }
    return cut;
  }

  /** How many quotes fence the block. */
  static int fence(String token) {
    int quotes = 0;
    while (quotes < token.length() && token.charAt(quotes) == '"') {
      quotes++;
    }
    return quotes;
  }

  private static String inner(String token) {
    int fence = fence(token);
    boolean closed = token.length() >= 2 * fence && token.endsWith("\"".repeat(fence));
    return token.substring(fence, closed ? token.length() - fence : token.length());
  }

  /** The indentation of the lines below the first one, blank lines apart. */
  private static int common(List<String> lines) {
    int common = Integer.MAX_VALUE;
    for (String line : lines.subList(1, lines.size())) {
      if (!line.isBlank()) {
        common = Math.min(common, line.length() - line.stripLeading().length());
      }
    }
    return common == Integer.MAX_VALUE ? 0 : common;
  }
}
