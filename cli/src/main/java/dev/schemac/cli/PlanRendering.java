package dev.schemac.cli;

import dev.schemac.cli.project.Dialects;
import dev.schemac.cli.project.Planning;
import dev.schemac.cli.project.TargetPlan;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.emit.MigrationScript;
import dev.schemac.emit.ScriptFlavour;
import dev.schemac.model.Dialect;
import dev.schemac.plan.HandOver;
import dev.schemac.plan.Phase;
import dev.schemac.plan.Plan;
import dev.schemac.plan.Strategy;
import dev.schemac.report.PlanReport;
import dev.schemac.report.PlanReport.Heading;
import dev.schemac.report.PlanReport.Planned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Plans in the formats that {@code plan} offers. */
final class PlanRendering {
  private final String name;
  private final Optional<Phase> phase;
  private final boolean colors;
  private final Optional<HandOver> handOver;

  PlanRendering(String name, Optional<Phase> phase, boolean colors) {
    this(name, phase, colors, Optional.empty());
  }

  /** With a tool of MySQL's world for the steps that block or rewrite. */
  PlanRendering(String name, Optional<Phase> phase, boolean colors, Optional<HandOver> handOver) {
    this.name = name;
    this.phase = phase;
    this.colors = colors;
    this.handOver = handOver;
  }

  String render(Planning planning, PlanCommand.Format format) {
    List<TargetPlan> plans = planning.plans();
    List<Planned> planned = plans.stream().map(this::planned).toList();
    return switch (format) {
      case TEXT ->
          planned.stream().map(p -> PlanReport.text(p, colors)).collect(Collectors.joining("\n"));
      case MARKDOWN -> planned.stream().map(PlanReport::markdown).collect(Collectors.joining("\n"));
      case JSON -> PlanReport.json(planned);
      case SQL -> sql(plans.getFirst());
      case HTML -> PlanReport.html(planned, planning.diagnostics());
      case SARIF -> Rendering.sarif(findings(planning), planning.texts());
      case GITHUB ->
          Rendering.github(findings(planning), planning.texts())
              + planned.stream().map(PlanReport::githubNotice).collect(Collectors.joining());
    };
  }

  /** All that there is to say, what the steps do to a live database with it. */
  private List<Diagnostic> findings(Planning planning) {
    List<Diagnostic> all = new ArrayList<>(planning.diagnostics());
    planning.plans().stream()
        .filter(p -> !p.plan().isRefused())
        .forEach(p -> all.addAll(PlanReport.findings(ofPhase(p.plan()), p.places())));
    return all;
  }

  String markdown(TargetPlan plan) {
    return PlanReport.markdown(planned(plan));
  }

  Planned planned(TargetPlan plan) {
    Heading heading = new Heading(name, plan.from(), plan.to());
    return new Planned(
        heading,
        ofPhase(plan.plan()),
        Dialects.printer(plan.target()),
        plan.costs(),
        handOver.filter(h -> plan.target().dialect() == Dialect.MYSQL));
  }

  /** Running both sides of a deploy in one go is what phases are there to prevent. */
  String sql(TargetPlan plan) {
    boolean several = MigrationScript.parts(plan.plan()).size() > 1;
    if (several && phase.isEmpty() && plan.plan().strategy() == Strategy.ONLINE) {
      throw new UsageError(
          "this plan has a deploy in the middle: choose --phase expand or --phase contract, or"
              + " --strategy direct for all at once");
    }
    return MigrationScript.up(
        ofPhase(plan.plan()), Dialects.printer(plan.target()), ScriptFlavour.CLIENT);
  }

  private Plan ofPhase(Plan plan) {
    return phase.map(p -> only(plan, p)).orElse(plan);
  }

  private static Plan only(Plan plan, Phase phase) {
    return new Plan(
        plan.before(),
        plan.after(),
        plan.strategy(),
        plan.changes(),
        plan.steps().stream().filter(step -> side(step.phase()) == side(phase)).toList(),
        plan.diagnostics(),
        plan.temporaries());
  }

  /** Backfills run with what expands. */
  private static Phase side(Phase phase) {
    return switch (phase) {
      case EXPAND, BACKFILL -> Phase.EXPAND;
      case CONTRACT -> Phase.CONTRACT;
    };
  }
}
