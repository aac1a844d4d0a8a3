package dev.schemac.cli.project;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.model.Target;
import dev.schemac.plan.Plan;
import dev.schemac.report.DriftReport.Drift;
import dev.schemac.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A live database compared with its schema.
 *
 * @param drift empty where one of them could not be read
 * @param fix the plan that closes the drift, where it was asked for and there is some
 * @param texts what the diagnostics point into
 */
public record Drifting(
    Optional<Drift> drift,
    Optional<TargetPlan> fix,
    List<Diagnostic> diagnostics,
    List<SourceText> texts) {
  public Drifting {
    diagnostics = List.copyOf(diagnostics);
    texts = List.copyOf(texts);
  }

  /** Reads both and compares them, in the server's dialect and version. */
  public static Drifting of(Workspace given, DriftRequest request) {
    LiveSources sources = new LiveSources(given, request.live());
    List<SchemaSource> live = new ArrayList<>(List.of(request.database()));
    request.schema().filter(SchemaSource::isLive).ifPresent(live::add);
    List<Diagnostic> said = new ArrayList<>(sources.contradiction(live).stream().toList());
    LiveSource database = sources.read(request.database());
    said.addAll(database.diagnostics());
    if (Diagnostics.haveErrors(said) || database.live().isEmpty()) {
      return failed(given, said, List.of());
    }
    Workspace workspace = sources.withTarget(live);
    Target target = database.target().orElseThrow();
    SchemaSource aim = request.schema().orElseGet(workspace::workingTree);
    Loaded wanted = new SourceLoader(workspace, sources).load(aim, target);
    said.addAll(
        wanted.diagnostics().stream()
            .filter(d -> d.isError() || LiveSources.isSaid(d.code()))
            .toList());
    if (Diagnostics.haveErrors(said)) {
      return failed(workspace, said, wanted.texts());
    }
    LiveComparison comparison =
        sources.compared(
            request.database(), database.schema().orElseThrow(), wanted, workspace.config());
    said.addAll(comparison.diagnostics());
    if (Diagnostics.haveErrors(said)) {
      return failed(workspace, said, wanted.texts());
    }
    Drift drift = drift(workspace, database, comparison, target);
    Optional<TargetPlan> fix =
        request
            .fix()
            .filter(f -> !drift.changes().isEmpty())
            .map(f -> plan(workspace, comparison, drift, f));
    fix.ifPresent(p -> said.addAll(beyond(p.plan(), request, sources, workspace.config())));
    fix.ifPresent(
        p ->
            said.addAll(
                p.plan().diagnostics().stream().filter(d -> d.code() != Code.SC3009).toList()));
    return new Drifting(
        Optional.of(drift), fix, Diagnostics.tidy(said, workspace.config()), wanted.texts());
  }

  private static Drift drift(
      Workspace workspace, LiveSource database, LiveComparison comparison, Target target) {
    return new Drift(
        workspace.name(),
        database.label(),
        comparison.schema().label(),
        target,
        comparison.changes(),
        comparison.managed(),
        comparison.ignored());
  }

  private static TargetPlan plan(
      Workspace workspace, LiveComparison comparison, Drift drift, DriftRequest.Fix fix) {
    Plan plan =
        Pipeline.plan(
            drift.target(),
            comparison.managed().schema(),
            comparison.schema(),
            fix.strategy(),
            fix.accepted().under(workspace.config().policy()).loss());
    return new TargetPlan(
        drift.target(), drift.database(), drift.schema(), plan, Optional.empty(), Map.of());
  }

  /** The database is at hand, so its sizes are. */
  private static List<Diagnostic> beyond(
      Plan plan, DriftRequest request, LiveSources sources, ProjectConfig config) {
    ProjectConfig.Policy policy = config.policy();
    Accepted accepted = request.fix().orElseThrow().accepted().under(policy);
    StepPolicy limits = new StepPolicy(policy, accepted, Optional.empty());
    Sizes sizes = limits.asksForSizes(plan) ? sources.sizes(request.database()) : Sizes.NONE;
    List<Diagnostic> found = new ArrayList<>(sizes.diagnostics());
    found.addAll(limits.check(plan, sizes.of(plan, policy.rates()), Map.of()));
    return found;
  }

  private static Drifting failed(
      Workspace workspace, List<Diagnostic> said, List<SourceText> texts) {
    return new Drifting(
        Optional.empty(), Optional.empty(), Diagnostics.tidy(said, workspace.config()), texts);
  }

  public boolean hasErrors() {
    return Diagnostics.haveErrors(diagnostics);
  }
}
