package dev.schemac.cli.project;

import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.model.Schema;
import dev.schemac.model.Target;
import dev.schemac.plan.CostModel;
import dev.schemac.plan.Plan;
import dev.schemac.source.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Plans target by target, and gathers what there is to say. */
final class PlanningRun {
  private final Workspace workspace;
  private final PlanRequest request;
  private final LiveSources live;
  private final SourceLoader loader;
  private final ProjectConfig.Policy policy;
  private final StepPolicy limits;
  private final Sizes sizes;
  private final List<TargetPlan> plans = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final Set<SourceText> texts = new LinkedHashSet<>();

  PlanningRun(Workspace workspace, PlanRequest request, LiveSources live) {
    this.workspace = workspace;
    this.request = request;
    this.live = live;
    this.loader = new SourceLoader(workspace, live);
    this.policy = workspace.config().policy();
    this.limits = new StepPolicy(policy, request.accepted(), request.handOver());
    this.sizes = request.sizes().map(s -> Sizes.read(s, live)).orElse(Sizes.NONE);
  }

  Planning planning() {
    diagnostics.addAll(sizes.diagnostics());
    workspace.targets().forEach(this::plan);
    return new Planning(
        plans, Diagnostics.tidy(diagnostics, workspace.config()), List.copyOf(texts));
  }

  private void plan(Target target) {
    SchemaSource source = request.from().orElseGet(() -> Planning.defaultFrom(workspace, target));
    SchemaSource aim = request.to().orElseGet(workspace::workingTree);
    CompletableFuture<Loaded> loading =
        CompletableFuture.supplyAsync(() -> loader.load(source, target));
    Loaded to = loader.load(aim, target);
    Loaded from = loading.join();
    boolean understood = isUnderstood(from) & isUnderstood(to);
    if (understood) {
      LiveComparison sides = sides(source, from.resolution().schema(), aim, to);
      diagnostics.addAll(sides.remarks());
      if (!Diagnostics.haveErrors(sides.diagnostics())) {
        plans.add(judged(target, source, from, to, sides));
      }
    }
  }

  /**
   * Takes note of a source. What else there is to say about a schema is said by {@code check}; what
   * a live database keeps back is said here.
   */
  private boolean isUnderstood(Loaded source) {
    texts.addAll(source.texts());
    source.diagnostics().stream()
        .filter(d -> d.isError() || LiveSources.isSaid(d.code()))
        .forEach(diagnostics::add);
    return !Diagnostics.haveErrors(source.diagnostics());
  }

  private LiveComparison sides(SchemaSource source, Schema from, SchemaSource aim, Loaded to) {
    boolean repair = isReadBack(source) && !isReadBack(aim);
    return repair
        ? live.compared(source, from, to, workspace.config())
        : LiveComparison.whole(from, to);
  }

  /** Such a model holds more than a person writes: owners, privileges, the server's texts. */
  private static boolean isReadBack(SchemaSource source) {
    return source.isLive() || source.isReplayed();
  }

  private TargetPlan judged(
      Target target, SchemaSource source, Loaded from, Loaded to, LiveComparison sides) {
    live.progress().now("planning for " + target);
    Plan plan =
        Pipeline.plan(
            sides.managed().schema(),
            sides.schema(),
            request.strategy(),
            request.accepted().loss(),
            Dialects.patterns(target, request.handOver().isPresent()));
    Optional<CostModel> costs = sizes.of(plan, policy.rates());
    if (costs.isEmpty() && sizes.tables().isPresent()) {
      diagnostics.add(sizes.foreign(target));
    }
    Optional<CostModel> known = costs.or(() -> askedFor(source, plan));
    Plan judged = plan.saying(limits.check(plan, known, to.resolution().places()));
    diagnostics.addAll(judged.diagnostics());
    return new TargetPlan(
        target, from.label(), to.label(), judged, costs, to.resolution().places());
  }

  /** A live database is at hand, so its sizes are where they decide something. */
  private Optional<CostModel> askedFor(SchemaSource source, Plan plan) {
    if (!source.isLive() || !limits.asksForSizes(plan)) {
      return Optional.empty();
    }
    Sizes own = live.sizes(source);
    diagnostics.addAll(own.diagnostics());
    return own.of(plan, policy.rates());
  }
}
