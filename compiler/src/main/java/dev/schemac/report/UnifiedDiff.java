package dev.schemac.report;

import dev.schemac.report.LineDiff.Line;
import dev.schemac.report.LineDiff.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a file's text changes, in the form that {@code patch} and {@code git apply} read. */
public final class UnifiedDiff {
  private static final int CONTEXT = 3;

  private final List<Line> lines;
  private final Palette palette;
  private final List<String> out = new ArrayList<>();

  private UnifiedDiff(List<Line> lines, Palette palette) {
    this.lines = lines;
    this.palette = palette;
  }

  /**
   * The difference; empty where there is none.
   *
   * @param before empty where the file is new
   * @param after empty where the file goes
   */
  public static String of(
      String name, Optional<String> before, Optional<String> after, boolean colors) {
    if (before.equals(after)) {
      return "";
    }
    Palette palette = Palette.of(colors);
    List<Line> lines = LineDiff.of(split(before), split(after));
    UnifiedDiff diff = new UnifiedDiff(lines, palette);
    diff.out.add(palette.bold("--- " + before.map(t -> "a/" + name).orElse("/dev/null")));
    diff.out.add(palette.bold("+++ " + after.map(t -> "b/" + name).orElse("/dev/null")));
    diff.hunks();
    return String.join("\n", diff.out) + "\n";
  }

  /** The last line's missing end is part of it, as patches have it. */
  private static List<String> split(Optional<String> text) {
    List<String> lines = new ArrayList<>(List.of(text.orElse("").split("\n", -1)));
    if (lines.getLast().isEmpty()) {
      lines.removeLast();
    } else {
      lines.add(lines.removeLast() + "\n\\ No newline at end of file");
    }
    return lines;
  }

  private void hunks() {
    int line = 0;
    while (line < lines.size()) {
      int first = nextChange(line);
      if (first == lines.size()) {
        return;
      }
      int start = Math.max(line, first - CONTEXT);
      int end = first + 1;
      for (int next = nextChange(end); next < lines.size(); next = nextChange(end)) {
        if (next - end > 2 * CONTEXT) {
          break;
        }
        end = next + 1;
      }
      end = Math.min(lines.size(), end + CONTEXT);
      hunk(start, end);
      line = end;
    }
  }

  private int nextChange(int from) {
    int at = from;
    while (at < lines.size() && lines.get(at).side() == Side.BOTH) {
      at++;
    }
    return at;
  }

  private void hunk(int start, int end) {
    String ranges =
        "-" + range(start, end, Side.AFTER) + " +" + range(start, end, Side.BEFORE) + " @@";
    out.add(palette.frame("@@ " + ranges));
    for (Line line : lines.subList(start, end)) {
      String text = line.side().sign() + line.text();
      out.add(
          switch (line.side()) {
            case BOTH -> text;
            case BEFORE -> palette.removed(text);
            case AFTER -> palette.added(text);
          });
    }
  }

  /** First line and number of lines in the text that has no lines of {@code other} alone. */
  private String range(int start, int end, Side other) {
    long first = lines.subList(0, start).stream().filter(l -> l.side() != other).count();
    long count = lines.subList(start, end).stream().filter(l -> l.side() != other).count();
    return (count == 0 ? first : first + 1) + (count == 1 ? "" : "," + count);
  }
}
