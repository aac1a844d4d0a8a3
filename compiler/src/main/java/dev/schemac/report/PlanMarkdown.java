package dev.schemac.report;

import dev.schemac.diff.Change;
import dev.schemac.emit.MigrationScript;
import dev.schemac.plan.Guard;
import dev.schemac.plan.HandOver;
import dev.schemac.plan.Plan;
import dev.schemac.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A plan for a pull request. */
final class PlanMarkdown {
  private final PlanReport.Planned planned;
  private final Plan plan;
  private final List<String> out = new ArrayList<>();

  PlanMarkdown(PlanReport.Planned planned) {
    this.planned = planned;
    this.plan = planned.plan();
  }

  String render() {
    out.add("### " + MarkdownText.escape(PlanReport.title(planned)));
    out.add("");
    changes();
    if (!plan.steps().isEmpty()) {
      steps();
      guards();
      handOver();
    }
    if (!plan.steps().isEmpty()) {
      planned.costs().ifPresent(c -> out.add("cost: " + MarkdownText.escape(c.basis()) + "\n"));
    }
    out.add(MarkdownText.escape(PlanReport.summary(plan)));
    if (!plan.steps().isEmpty()) {
      out.add("");
      sql();
    }
    return String.join("\n", out) + "\n";
  }

  private void changes() {
    if (plan.changes().isEmpty()) {
      return;
    }
    out.add("| | object | change |");
    out.add("| --- | --- | --- |");
    for (Change change : plan.changes()) {
      ChangeText text = ChangeText.of(change);
      out.add(
          "| `"
              + text.sign().symbol()
              + "` | "
              + MarkdownText.escape(text.subject())
              + " | "
              + MarkdownText.escape(text.detail())
              + " |");
    }
    out.add("");
  }

  private void steps() {
    List<String> columns = StepText.columns(planned);
    out.add(row(columns));
    out.add("| ---: |" + " --- |".repeat(columns.size() - 1));
    for (int i = 0; i < plan.steps().size(); i++) {
      out.add(row(StepText.cells(planned, i)));
    }
    out.add("");
  }

  private static String row(List<String> cells) {
    return cells.stream().map(MarkdownText::escape).collect(Collectors.joining(" | ", "| ", " |"));
  }

  private void guards() {
    int number = 1;
    boolean any = false;
    for (Step step : plan.steps()) {
      for (Guard guard : step.guards()) {
        out.add("- guard before " + number + ": stops if " + MarkdownText.escape(guard.message()));
        any = true;
      }
      number++;
    }
    if (any) {
      out.add("");
    }
  }

  private void handOver() {
    HandOverText.nothing(planned).ifPresent(text -> out.add(text + "\n"));
    for (int i = 0; i < plan.steps().size(); i++) {
      Optional<HandOver.Offer> offer = planned.offer(plan.steps().get(i));
      if (offer.isPresent() && offer.get() instanceof HandOver.Offer.Command(var command)) {
        out.add("instead of " + (i + 1) + ":\n");
        fenced("sh", command);
        out.add("");
      } else {
        HandOverText.of(planned, i).ifPresent(t -> out.add("- " + MarkdownText.escape(t) + "\n"));
      }
    }
  }

  private void sql() {
    List<String> code = new ArrayList<>();
    int number = 1;
    for (Step step : plan.steps()) {
      code.add("-- " + number++ + ": " + step.title().replaceAll("\\s*[\\r\\n]+\\s*", " "));
      MigrationScript.statements(step, planned.printer()).forEach(s -> code.add(s + ";"));
    }
    out.add("<details><summary>SQL</summary>");
    out.add("");
    fenced("sql", String.join("\n", code));
    out.add("");
    out.add("</details>");
  }

  private void fenced(String language, String text) {
    String fence = "```";
    while (text.contains(fence)) {
      fence += "`";
    }
    out.add(fence + language);
    out.add(text);
    out.add(fence);
  }
}
