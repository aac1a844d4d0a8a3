package dev.schemac.report;

import dev.schemac.diff.Change;
import dev.schemac.plan.Guard;
import dev.schemac.plan.Plan;
import dev.schemac.plan.Step;
import java.util.ArrayList;
import java.util.List;

/** A plan as a reviewer reads it in a terminal. */
final class PlanText {
  private static final int WIDEST_SUBJECT = 48;

  private final PlanReport.Planned planned;
  private final Plan plan;
  private final Palette palette;
  private final List<String> out = new ArrayList<>();

  PlanText(PlanReport.Planned planned, Palette palette) {
    this.planned = planned;
    this.plan = planned.plan();
    this.palette = palette;
  }

  String render() {
    out.add(palette.bold(PlanReport.title(planned)));
    changes();
    if (!plan.steps().isEmpty()) {
      out.add("");
      steps();
      out.add("");
      guards();
      handOver();
    }
    costs();
    out.add("  " + PlanReport.summary(plan));
    return String.join("\n", out) + "\n";
  }

  private void changes() {
    List<ChangeText> texts = new ArrayList<>();
    for (Change change : plan.changes()) {
      texts.add(ChangeText.of(change));
    }
    int width =
        texts.stream()
            .mapToInt(t -> TextWidth.of(t.subject()))
            .filter(w -> w <= WIDEST_SUBJECT)
            .max()
            .orElse(0);
    for (ChangeText text : texts) {
      String line =
          text.sign().symbol()
              + " "
              + TextWidth.pad(text.subject(), width)
              + "   "
              + oneLine(text.detail());
      out.add("  " + colored(text.sign(), line.stripTrailing()));
    }
  }

  private String colored(ChangeText.Sign sign, String line) {
    return switch (sign) {
      case ADDED -> palette.added(line);
      case REMOVED -> palette.removed(line);
      case CHANGED -> palette.changed(line);
    };
  }

  private void steps() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(StepText.columns(planned));
    for (int i = 0; i < plan.steps().size(); i++) {
      rows.add(StepText.cells(planned, i).stream().map(PlanText::oneLine).toList());
    }
    int[] widths = new int[rows.getFirst().size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], TextWidth.of(row.get(i)));
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder("  ");
      line.append(TextWidth.padLeft(row.getFirst(), widths[0]));
      for (int i = 1; i < widths.length; i++) {
        line.append("  ").append(TextWidth.pad(row.get(i), widths[i]));
      }
      out.add(line.toString().stripTrailing());
    }
  }

  private void guards() {
    int number = 1;
    for (Step step : plan.steps()) {
      for (Guard guard : step.guards()) {
        out.add("  guard  before " + number + ": stops if " + oneLine(guard.message()));
      }
      number++;
    }
  }

  private void handOver() {
    HandOverText.nothing(planned).ifPresent(text -> out.add("  " + text));
    for (int i = 0; i < plan.steps().size(); i++) {
      HandOverText.of(planned, i).ifPresent(text -> out.add("  " + text.indent(2).strip()));
    }
  }

  private void costs() {
    if (!plan.steps().isEmpty()) {
      planned.costs().ifPresent(c -> out.add("  cost   " + c.basis()));
    }
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s*[\\r\\n]+\\s*", " ");
  }
}
