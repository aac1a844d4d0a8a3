package dev.schemac.golden;

import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.plan.Plan;
import dev.schemac.report.DiagnosticReport;
import dev.schemac.report.PlanReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files that a case must have, made anew. */
final class GoldenTexts {
  private GoldenTexts() {}

  /** File name → content, for every text that does not need a server. */
  static SortedMap<String, String> of(GoldenCase golden, List<Compiled> compiled) {
    SortedMap<String, String> texts = new TreeMap<>();
    StringBuilder planText = new StringBuilder();
    Map<String, List<String>> diagnostics = new LinkedHashMap<>();
    for (Compiled one : compiled) {
      String dialect = one.target().label();
      planText.append("## ").append(one.target()).append("\n\n");
      if (one.plan().isPresent() && !one.plan().get().isEmpty()) {
        Plan plan = one.plan().get();
        planText.append("```\n").append(report(golden, plan)).append("```\n");
        texts.put(dialect + ".up.sql", Compiled.up(plan));
        texts.put(dialect + ".down.sql", Compiled.down(plan));
      } else {
        planText.append(one.plan().isPresent() ? "no changes\n" : "refused\n");
      }
      planText.append('\n');
      if (!one.diagnostics().isEmpty()) {
        diagnostics
            .computeIfAbsent(report(golden, one.diagnostics()), r -> new ArrayList<>())
            .add(one.target().toString());
      }
    }
    texts.put("plan.md", planText.toString().stripTrailing() + "\n");
    if (!diagnostics.isEmpty()) {
      StringBuilder text = new StringBuilder();
      diagnostics.forEach(
          (report, targets) ->
              text.append("== ").append(String.join(", ", targets)).append('\n').append(report));
      texts.put("diagnostics.txt", text.toString().stripTrailing() + "\n");
    }
    return texts;
  }

  private static String report(GoldenCase golden, Plan plan) {
    PlanReport.Heading heading =
        new PlanReport.Heading(golden.name(), "before.schema", "after.schema");
    return PlanReport.text(
                new PlanReport.Planned(heading, plan, Compiled.printer(plan.after().target())),
                false)
            .stripTrailing()
        + "\n";
  }

  private static String report(GoldenCase golden, List<Diagnostic> diagnostics) {
    return DiagnosticReport.text(diagnostics, file -> sources(golden, file), false);
  }

  private static Optional<String> sources(GoldenCase golden, String file) {
    return file.isEmpty() ? Optional.empty() : golden.text(file);
  }
}
