package dev.schemac.source;

import dev.schemac.diagnostic.Span;
import java.util.Arrays;

/** Where the lines of a text begin: offset → line and column, and back. */
public final class LineIndex {
  private final SourceText source;
  private final int[] starts;

  public LineIndex(SourceText source) {
    this.source = source;
    this.starts = starts(source.text());
  }

  private static int[] starts(String text) {
    int[] found = new int[16];
    int count = 1;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      if (count == found.length) {
        found = Arrays.copyOf(found, count * 2);
      }
      found[count++] = at + 1;
    }
    return Arrays.copyOf(found, count);
  }

  public int lineCount() {
    return starts.length;
  }

  /** The 1-based line of an offset. */
  public int line(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The 1-based column of an offset, in UTF-16 units. */
  public int column(int offset) {
    return offset - starts[line(offset) - 1] + 1;
  }

  /** The offset of a line's first unit. */
  public int start(int line) {
    return starts[line - 1];
  }

  /** A line's text without its end. */
  public String text(int line) {
    int end = line < starts.length ? starts[line] - 1 : source.text().length();
    String text = source.text().substring(starts[line - 1], end);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  public Span span(int start, int end) {
    return new Span(source.name(), start, end, line(start), column(start));
  }
}
