package dev.schemac.sql;

/** Text in the language's raw blocks that counts to the last character. */
public final class RawBlock {
  private RawBlock() {}

  /** A verbatim block: the text begins on the fence's line. */
  public static String verbatim(String text) {
    String fence = fence(text);
    int end = text.indexOf('\n');
    boolean hidden = (end < 0 ? text : text.substring(0, end)).isBlank();
    boolean marked = hidden || text.startsWith("\\") || text.startsWith("\"");
    return fence + (marked ? "\\" : "") + text + fence;
  }

  /** Quotes enough that the text does not end the block. */
  public static String fence(String text) {
    int longest = 2;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '"' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return "\"".repeat(longest + 1);
  }
}
