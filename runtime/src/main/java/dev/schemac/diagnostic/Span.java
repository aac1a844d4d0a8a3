package dev.schemac.diagnostic;

/**
 * A stretch of a source text.
 *
 * @param file the source's name as shown to people; empty where there is no text (a server, the
 *     project as a whole)
 * @param start offset of the first UTF-16 unit
 * @param end offset behind the last one
 * @param line 1-based line of {@code start}; 0 without a text
 * @param column 1-based column of {@code start} in UTF-16 units
 */
public record Span(String file, int start, int end, int line, int column)
    implements Comparable<Span> {

  /** Where nothing in a text can be pointed at. */
  public static final Span NONE = new Span("", 0, 0, 0, 0);

  /** A span for something that concerns a whole file. */
  public static Span ofFile(String file) {
    return new Span(file, 0, 0, 1, 1);
  }

  /** From the start of this span to the end of the other one in the same file. */
  public Span to(Span other) {
    return new Span(file, start, Math.max(end, other.end), line, column);
  }

  @Override
  public int compareTo(Span other) {
    int byFile = file.compareTo(other.file);
    int byStart = byFile != 0 ? byFile : Integer.compare(start, other.start);
    return byStart != 0 ? byStart : Integer.compare(end, other.end);
  }
}
