package dev.schemac.cli.project;

import dev.schemac.cli.project.ProjectConfig.Blocking;
import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Severity;
import dev.schemac.diagnostic.Span;
import dev.schemac.model.ObjectPath;
import dev.schemac.plan.CostModel;
import dev.schemac.plan.Plan;
import dev.schemac.plan.Step;
import dev.schemac.plan.Strategy;
import dev.schemac.report.PlanReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The project's limits on what one step may do to a live table. */
final class StepPolicy {
  private StepPolicy() {}

  /**
   * The steps beyond the limits; a warning where one cannot be judged.
   *
   * @param places where the objects are declared that the plan leads to
   */
  static List<Diagnostic> check(
      Plan plan,
      Optional<CostModel> costs,
      ProjectConfig.Policy policy,
      Map<ObjectPath, Span> places) {
    List<Diagnostic> found = new ArrayList<>(sizes(plan, costs, policy.maxRewriteRows()));
    if (policy.blocking() == Blocking.REFUSE && plan.strategy() == Strategy.ONLINE) {
      PlanReport.findings(plan, places).stream()
          .map(d -> d.withSeverity(Severity.ERROR))
          .map(d -> d.withHelp("plan it with `--strategy direct` for a time when it may block"))
          .forEach(found::add);
    }
    return found;
  }

  private static List<Diagnostic> sizes(Plan plan, Optional<CostModel> costs, OptionalLong limit) {
    boolean rewrites = plan.steps().stream().anyMatch(s -> !s.effect().rewrites().isEmpty());
    if (limit.isEmpty() || !rewrites) {
      return List.of();
    }
    return costs
        .map(c -> above(plan, c, limit.getAsLong()))
        .orElseGet(() -> List.of(unknown("how large the tables are is not known")));
  }

  private static List<Diagnostic> above(Plan plan, CostModel costs, long limit) {
    List<Diagnostic> found = new ArrayList<>();
    int number = 1;
    for (Step step : plan.steps()) {
      if (!step.effect().rewrites().isEmpty()) {
        String name = "step " + number + " (" + step.title() + ")";
        long rows = costs.rewrittenRows(step);
        if (rows > limit) {
          found.add(refused(name, rows, limit, plan.strategy()));
        } else if (costs.isUnknown(step)) {
          found.add(unknown("a table of " + name + " is not among the sizes"));
        }
      }
      number++;
    }
    return found;
  }

  private static Diagnostic refused(String step, long rows, long limit, Strategy strategy) {
    String help =
        switch (strategy) {
          case DIRECT -> "plan with `--strategy online`, or raise `max-rewrite-rows`";
          case ONLINE -> "raise `max-rewrite-rows` where the table may be written anew";
        };
    return Diagnostic.of(
            Code.SC5003,
            Span.NONE,
            step + " writes " + rows + " rows anew; `max-rewrite-rows` allows " + limit)
        .withHelp(help);
  }

  private static Diagnostic unknown(String why) {
    return Diagnostic.of(Code.SC5003, Span.NONE, "`max-rewrite-rows` cannot be judged: " + why)
        .withSeverity(Severity.WARNING)
        .withHelp("give `--stats URL`, or a file of `schemac stats`");
  }
}
