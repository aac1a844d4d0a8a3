package dev.schemac.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The lines that two texts have in common and those that one of them has alone: the shortest such
 * list (Myers), or all old and all new lines of the differing middle where the texts have next to
 * nothing in common.
 */
final class LineDiff {
  /** Beyond so many differing lines nobody reads a shortest list, and finding it takes too much. */
  private static final int MOST = 3_000;

  private final List<String> before;
  private final List<String> after;

  private LineDiff(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
  }

  /** Which text a line is in. */
  enum Side {
    BOTH(' '),
    BEFORE('-'),
    AFTER('+');

    private final char sign;

    Side(char sign) {
      this.sign = sign;
    }

    char sign() {
      return sign;
    }
  }

  /** A line and where it is from. */
  record Line(Side side, String text) {}

  static List<Line> of(List<String> before, List<String> after) {
    int start = 0;
    int shorter = Math.min(before.size(), after.size());
    while (start < shorter && before.get(start).equals(after.get(start))) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
      end++;
    }
    List<Line> lines = new ArrayList<>();
    before.subList(0, start).forEach(l -> lines.add(new Line(Side.BOTH, l)));
    lines.addAll(
        new LineDiff(
                before.subList(start, before.size() - end),
                after.subList(start, after.size() - end))
            .lines());
    before
        .subList(before.size() - end, before.size())
        .forEach(l -> lines.add(new Line(Side.BOTH, l)));
    return lines;
  }

  private List<Line> lines() {
    int most = Math.min(before.size() + after.size(), MOST);
    int[] furthest = new int[2 * most + 3];
    List<int[]> trace = new ArrayList<>();
    for (int edits = 0; edits <= most; edits++) {
      trace.add(Arrays.copyOfRange(furthest, most + 1 - edits - 1, most + 1 + edits + 2));
      for (int k = -edits; k <= edits; k += 2) {
        int at = most + 1 + k;
        boolean down = k == -edits || k != edits && furthest[at - 1] < furthest[at + 1];
        int x = down ? furthest[at + 1] : furthest[at - 1] + 1;
        while (x < before.size() && x - k < after.size() && same(x, x - k)) {
          x++;
        }
        furthest[at] = x;
        if (x >= before.size() && x - k >= after.size()) {
          return backwards(trace);
        }
      }
    }
    return replaced();
  }

  private boolean same(int x, int y) {
    return before.get(x).equals(after.get(y));
  }

  private List<Line> backwards(List<int[]> trace) {
    List<Line> lines = new ArrayList<>();
    int x = before.size();
    int y = after.size();
    for (int edits = trace.size() - 1; edits >= 0; edits--) {
      int[] furthest = trace.get(edits);
      int at = edits + 1 + x - y;
      int k = x - y;
      boolean down = k == -edits || k != edits && furthest[at - 1] < furthest[at + 1];
      int fromX = edits == 0 ? 0 : down ? furthest[at + 1] : furthest[at - 1];
      int fromY = edits == 0 ? 0 : fromX - (down ? k + 1 : k - 1);
      while (x > fromX && y > fromY && x > 0 && y > 0 && same(x - 1, y - 1)) {
        lines.add(new Line(Side.BOTH, before.get(--x)));
        y--;
      }
      if (edits > 0) {
        lines.add(
            down ? new Line(Side.AFTER, after.get(--y)) : new Line(Side.BEFORE, before.get(--x)));
      }
    }
    Collections.reverse(lines);
    return lines;
  }

  private List<Line> replaced() {
    List<Line> lines = new ArrayList<>();
    before.forEach(l -> lines.add(new Line(Side.BEFORE, l)));
    after.forEach(l -> lines.add(new Line(Side.AFTER, l)));
    return lines;
  }
}
