package dev.schemac.report;

import dev.schemac.plan.Cost;
import dev.schemac.plan.CostModel;
import dev.schemac.plan.Step;
import java.util.Locale;

/** What a step costs, in a few words: {@code 1.2 M rows, 340 MB, ~4 s}. */
final class CostText {
  private CostText() {}

  static String of(PlanReport.Planned planned, Step step) {
    CostModel costs = planned.costs().orElseThrow();
    if (costs.isUnknown(step)) {
      return "unknown";
    }
    return costs.of(step).map(CostText::of).orElse("–");
  }

  private static String of(Cost cost) {
    return scaled(cost.rows(), " rows")
        + ", "
        + scaled(cost.bytes(), "B")
        + ", "
        + duration(cost.seconds());
  }

  /** {@code 950 rows}, {@code 1.2 M rows}, {@code 340 MB}. */
  static String scaled(long number, String unit) {
    String gap = unit.startsWith(" ") ? "" : " ";
    String[] prefixes = {"", "k", "M", "G", "T", "P", "E"};
    double value = number;
    int prefix = 0;
    while (value >= 999.5 && prefix < prefixes.length - 1) {
      value /= 1000;
      prefix++;
    }
    String digits =
        prefix == 0 || value >= 9.95
            ? Long.toString(Math.round(value))
            : String.format(Locale.ROOT, "%.1f", value);
    return digits + (prefix == 0 ? gap : " ") + prefixes[prefix] + unit;
  }

  static String duration(long seconds) {
    if (seconds < 1) {
      return "<1 s";
    }
    if (seconds < 120) {
      return "~" + seconds + " s";
    }
    return seconds < 2 * 3600 ? "~" + seconds / 60 + " min" : "~" + seconds / 3600 + " h";
  }
}
