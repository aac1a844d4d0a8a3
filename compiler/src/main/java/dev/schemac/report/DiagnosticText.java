package dev.schemac.report;

import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Fix;
import dev.schemac.diagnostic.Severity;
import dev.schemac.diagnostic.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One diagnostic as a person reads it, the source line underlined. */
final class DiagnosticText {
  private static final int TAB = 4;
  private static final int WIDEST = 160;

  private final Diagnostic diagnostic;
  private final SourceLines sources;
  private final Palette palette;
  private final int gutter;
  private final List<String> out = new ArrayList<>();

  private record Mark(Span span, Optional<String> text, boolean primary) {}

  DiagnosticText(Diagnostic diagnostic, SourceLines sources, Palette palette) {
    this.diagnostic = diagnostic;
    this.sources = sources;
    this.palette = palette;
    int last = diagnostic.span().line();
    for (Diagnostic.Label label : diagnostic.labels()) {
      last = Math.max(last, label.span().line());
    }
    this.gutter = Integer.toString(last).length();
  }

  String render() {
    out.add(
        palette.severity(
                diagnostic.severity(), diagnostic.severity().word() + "[" + diagnostic.code() + "]")
            + palette.bold(": " + diagnostic.message()));
    marksByFile().forEach(this::file);
    help();
    return String.join("\n", out) + "\n";
  }

  /** The primary span's file first. */
  private Map<String, List<Mark>> marksByFile() {
    Map<String, List<Mark>> marks = new LinkedHashMap<>();
    List<Mark> all = new ArrayList<>();
    all.add(new Mark(diagnostic.span(), diagnostic.spanLabel(), true));
    diagnostic.labels().forEach(l -> all.add(new Mark(l.span(), Optional.of(l.text()), false)));
    for (Mark mark : all) {
      if (mark.span().line() > 0) {
        marks.computeIfAbsent(mark.span().file(), f -> new ArrayList<>()).add(mark);
      }
    }
    return marks;
  }

  private void file(String file, List<Mark> marks) {
    boolean primary = marks.getFirst().primary();
    Span first = marks.getFirst().span();
    String arrow = primary ? "--> " : "::: ";
    boolean whole = first.equals(Span.ofFile(file));
    String place = whole ? file : file + ":" + first.line() + ":" + first.column();
    out.add(" ".repeat(gutter + 1) + palette.frame(arrow) + place);
    if (whole) {
      return;
    }
    if (primary && sources.line(first).isPresent()) {
      out.add(edge());
    }
    int previous = 0;
    List<Mark> sorted = new ArrayList<>(marks);
    sorted.sort(Comparator.comparingInt((Mark m) -> m.span().line()));
    for (Mark mark : sorted) {
      previous = mark(mark, previous);
    }
  }

  private int mark(Mark mark, int previous) {
    Optional<SourceLines.Line> found = sources.line(mark.span());
    if (found.isEmpty()) {
      mark.text().filter(t -> !mark.primary()).ifPresent(t -> out.add(note("note", t)));
      return previous;
    }
    int number = mark.span().line();
    Window window = Window.of(found.get());
    if (number != previous) {
      if (previous > 0 && number > previous + 1) {
        out.add(palette.frame("..."));
      }
      String gutterText = TextWidth.padLeft(Integer.toString(number), gutter);
      out.add((" " + palette.frame(gutterText + " |") + " " + window.text).stripTrailing());
    }
    String sign = mark.primary() ? "^" : "-";
    String line = sign.repeat(window.width) + mark.text().map(t -> " " + t).orElse("");
    String styled =
        mark.primary() ? palette.severity(diagnostic.severity(), line) : palette.frame(line);
    out.add(edge() + " " + " ".repeat(window.indent) + styled);
    return number;
  }

  private String edge() {
    return " ".repeat(gutter + 2) + palette.frame("|");
  }

  private void help() {
    if (diagnostic.help().isPresent()) {
      out.add(note("help", diagnostic.help().get()));
    } else {
      diagnostic.fixes().stream()
          .findFirst()
          .map(Fix::title)
          .ifPresent(t -> out.add(note("help", t)));
    }
  }

  private String note(String word, String text) {
    String indent = " ".repeat(gutter + 2);
    String continued = "\n" + indent + " ".repeat(word.length() + 4);
    return indent
        + palette.frame("=")
        + " "
        + palette.bold(word + ":")
        + " "
        + text.replace("\n", continued);
  }

  /**
   * A source line as it is shown: tabs as blanks, and of a very long one what is around the span.
   */
  private record Window(String text, int indent, int width) {

    static Window of(SourceLines.Line line) {
      String before = expand(line.text().substring(0, line.start()));
      String marked = expand(line.text().substring(line.start(), line.end()));
      String after = expand(line.text().substring(line.end()));
      int indent = TextWidth.of(before);
      int width = Math.max(1, TextWidth.of(marked));
      if (indent + width + TextWidth.of(after) <= WIDEST) {
        return new Window(before + marked + after, indent, width);
      }
      String left = indent > WIDEST / 2 ? "…" + tail(before, WIDEST / 4) : before;
      String middle = width > WIDEST / 2 ? head(marked, WIDEST / 2) : marked;
      String right = width > WIDEST / 2 ? "…" : cut(after);
      return new Window(
          left + middle + right, TextWidth.of(left), Math.max(1, TextWidth.of(middle)));
    }

    private static String cut(String text) {
      return text.length() > WIDEST / 4 ? head(text, WIDEST / 4) + "…" : text;
    }

    private static String head(String text, int length) {
      int end = Math.min(length, text.length());
      boolean splits = end < text.length() && Character.isLowSurrogate(text.charAt(end));
      return text.substring(0, splits ? end - 1 : end);
    }

    private static String tail(String text, int length) {
      int start = Math.max(0, text.length() - length);
      boolean splits = start < text.length() && Character.isLowSurrogate(text.charAt(start));
      return text.substring(splits ? start + 1 : start);
    }

    /** Control characters would move the cursor, so they are shown as a replacement sign. */
    private static String expand(String text) {
      StringBuilder shown = new StringBuilder();
      text.codePoints()
          .forEach(
              c -> {
                if (c == '\t') {
                  shown.append(" ".repeat(TAB));
                } else {
                  shown.appendCodePoint(Character.isISOControl(c) ? 0xFFFD : c);
                }
              });
      return shown.toString();
    }
  }

  static String summary(List<Diagnostic> diagnostics) {
    List<String> counts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      long count = diagnostics.stream().filter(d -> d.severity() == severity).count();
      if (count > 0) {
        counts.add(count + " " + severity.word() + (count == 1 ? "" : "s"));
      }
    }
    return String.join(", ", counts);
  }
}
