package dev.schemac.cli.project;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Severity;
import dev.schemac.diagnostic.Span;
import dev.schemac.emit.LockTimeout;
import dev.schemac.model.ObjectPath;
import dev.schemac.plan.CostModel;
import dev.schemac.plan.HandOver;
import dev.schemac.plan.Plan;
import dev.schemac.plan.Step;
import dev.schemac.plan.Strategy;
import dev.schemac.report.PlanReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The project's limits on what one step may do to a live table.
 *
 * @param accepted what is accepted for good or for this call
 * @param handOver the tool that takes over steps that block
 */
record StepPolicy(ProjectConfig.Policy policy, Accepted accepted, Optional<HandOver> handOver) {

  /**
   * The steps beyond the limits; a warning where one cannot be judged.
   *
   * @param places where the objects are declared that the plan leads to
   */
  List<Diagnostic> check(Plan plan, Optional<CostModel> costs, Map<ObjectPath, Span> places) {
    List<Diagnostic> found = new ArrayList<>(sizes(plan, costs, policy.maxRewriteRows()));
    if (refusesBlocking(plan)) {
      PlanReport.findings(plan, places, step -> blocks(plan, step, costs)).stream()
          .map(d -> d.withSeverity(Severity.ERROR).withHelp(options(plan, costs.isPresent())))
          .forEach(found::add);
    }
    return found;
  }

  /** Whether the sizes of the tables would decide something. */
  boolean asksForSizes(Plan plan) {
    boolean blocks = plan.steps().stream().anyMatch(PlanReport::isBlocking);
    return policy.maxRewriteRows().isPresent() || blocks && refusesBlocking(plan);
  }

  private boolean refusesBlocking(Plan plan) {
    return !accepted.blocking() && plan.strategy() == Strategy.ONLINE;
  }

  /** Work that takes less than everybody waits for a lock anyway does not count. */
  private boolean blocks(Plan plan, Step step, Optional<CostModel> costs) {
    boolean handedOver =
        handOver
            .flatMap(tool -> tool.of(plan, step))
            .filter(HandOver.Offer.Command.class::isInstance)
            .isPresent();
    long waiting = LockTimeout.of(plan.after().target().dialect(), plan.strategy()).toSeconds();
    // A cost's two parts are whole seconds, rounded down.
    boolean small =
        costs.flatMap(c -> c.of(step)).filter(c -> c.seconds() + 2 <= waiting).isPresent();
    return !handedOver && !small;
  }

  private static String options(Plan plan, boolean sized) {
    String sizes = sized ? "" : "`--stats` tells whether the table is small enough; ";
    String tool =
        switch (plan.after().target().dialect()) {
          case POSTGRES -> "";
          case MYSQL ->
              "`--hand-over` gives the command of a tool that copies the table meanwhile; ";
        };
    return sizes + tool + "`--allow-blocking` accepts it, for a quiet hour";
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
