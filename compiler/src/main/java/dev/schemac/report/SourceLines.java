package dev.schemac.report;

import dev.schemac.diagnostic.Span;
import java.util.Optional;
import java.util.function.Function;

/** The lines that spans point into. */
final class SourceLines {
  private final Function<String, Optional<String>> textByFile;

  SourceLines(Function<String, Optional<String>> textByFile) {
    this.textByFile = textByFile;
  }

  /** A place behind the last character of a span. */
  record End(int line, int column) {}

  /**
   * The line on which a span starts, without its end.
   *
   * @param start offset of the span in the line
   * @param end offset behind the span in the line; the line's end where the span goes on
   */
  record Line(String text, int start, int end) {}

  Optional<Line> line(Span span) {
    return textByFile
        .apply(span.file())
        .filter(t -> span.start() <= t.length() && span.line() > 0)
        .map(t -> line(t, span));
  }

  private static Line line(String text, Span span) {
    int from = text.lastIndexOf('\n', span.start() - 1) + 1;
    int to = text.indexOf('\n', span.start());
    to = to < 0 ? text.length() : to;
    if (to > from && text.charAt(to - 1) == '\r') {
      to--;
    }
    int start = Math.min(span.start(), to) - from;
    int end = Math.max(start, Math.min(span.end(), to) - from);
    return new Line(text.substring(from, to), start, end);
  }

  /** Where a span ends; its start where the text is not at hand. */
  End end(Span span) {
    Optional<String> text = textByFile.apply(span.file());
    if (text.isEmpty() || span.end() > text.get().length()) {
      return new End(span.line(), span.column());
    }
    int line = span.line();
    int lineStart = span.start() - (span.column() - 1);
    for (int i = span.start(); i < span.end(); i++) {
      if (text.get().charAt(i) == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    return new End(line, span.end() - lineStart + 1);
  }
}
