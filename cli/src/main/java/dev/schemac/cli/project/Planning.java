package dev.schemac.cli.project;

import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.emit.MigrationFolder;
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

/**
 * Plans for all targets of a workspace.
 *
 * @param plans empty where a source has errors
 * @param texts what the diagnostics point into
 */
public record Planning(
    List<TargetPlan> plans, List<Diagnostic> diagnostics, List<SourceText> texts) {

  /** Reads both sources and plans from the one to the other, for every target. */
  public static Planning of(Workspace given, PlanRequest request) {
    LiveSources live = new LiveSources(given, request.live());
    Optional<Diagnostic> contradiction = live.contradiction(request.liveSources());
    if (contradiction.isPresent()) {
      return new Planning(List.of(), List.of(contradiction.get()), List.of());
    }
    Workspace workspace = live.withTarget(request.liveSources());
    if (workspace.targets().isEmpty()) {
      return unreadable(live, request.liveSources(), given);
    }
    SourceLoader loader = new SourceLoader(workspace, live);
    PlanRequest wanted = request.under(workspace.config().policy());
    List<TargetPlan> plans = new ArrayList<>();
    Sizes sizes = request.sizes().map(s -> Sizes.read(s, live)).orElse(Sizes.NONE);
    ProjectConfig.Policy policy = workspace.config().policy();
    StepPolicy limits = new StepPolicy(policy, wanted.accepted(), wanted.handOver());
    List<Diagnostic> diagnostics = new ArrayList<>(sizes.diagnostics());
    Set<SourceText> texts = new LinkedHashSet<>();
    for (Target target : workspace.targets()) {
      SchemaSource source = request.from().orElseGet(() -> defaultFrom(workspace, target));
      SchemaSource aim = request.to().orElseGet(workspace::workingTree);
      CompletableFuture<Loaded> loading =
          CompletableFuture.supplyAsync(() -> loader.load(source, target));
      Loaded to = loader.load(aim, target);
      Loaded from = loading.join();
      texts.addAll(from.texts());
      texts.addAll(to.texts());
      diagnostics.addAll(errorsOf(from));
      diagnostics.addAll(errorsOf(to));
      if (!Diagnostics.haveErrors(from.diagnostics())
          && !Diagnostics.haveErrors(to.diagnostics())) {
        boolean repair = isReadBack(source) && !isReadBack(aim);
        LiveComparison sides =
            repair
                ? live.compared(source, from.resolution().schema(), to, workspace.config())
                : LiveComparison.whole(from.resolution().schema(), to);
        diagnostics.addAll(sides.remarks());
        if (Diagnostics.haveErrors(sides.diagnostics())) {
          continue;
        }
        Plan plan =
            Pipeline.plan(
                target,
                sides.managed().schema(),
                sides.schema(),
                wanted.strategy(),
                wanted.accepted().loss());
        Optional<CostModel> costs = sizes.of(plan, policy.rates());
        if (costs.isEmpty() && sizes.tables().isPresent()) {
          diagnostics.add(sizes.foreign(target));
        }
        Sizes own =
            costs.isEmpty() && source.isLive() && limits.asksForSizes(plan)
                ? live.sizes(source)
                : Sizes.NONE;
        diagnostics.addAll(own.diagnostics());
        Optional<CostModel> known = costs.or(() -> own.of(plan, policy.rates()));
        Plan judged = plan.saying(limits.check(plan, known, to.resolution().places()));
        diagnostics.addAll(judged.diagnostics());
        plans.add(
            new TargetPlan(
                target, from.label(), to.label(), judged, costs, to.resolution().places()));
      }
    }
    return new Planning(
        plans, Diagnostics.tidy(diagnostics, workspace.config()), List.copyOf(texts));
  }

  /** Such a model holds more than a person writes: owners, privileges, the server's texts. */
  private static boolean isReadBack(SchemaSource source) {
    return source.isLive() || source.isReplayed();
  }

  /** No target is known where no server could be read. */
  private static Planning unreadable(
      LiveSources live, List<SchemaSource> sources, Workspace workspace) {
    List<Diagnostic> all =
        sources.stream().flatMap(source -> live.read(source).diagnostics().stream()).toList();
    return new Planning(List.of(), Diagnostics.tidy(all, workspace.config()), List.of());
  }

  /**
   * What else there is to say about a schema is said by {@code check}; what a live database keeps
   * back is said here.
   */
  private static List<Diagnostic> errorsOf(Loaded source) {
    return source.diagnostics().stream()
        .filter(d -> d.isError() || LiveSources.isSaid(d.code()))
        .toList();
  }

  /** The snapshot where there are migrations, else where this branch left the main one. */
  static SchemaSource defaultFrom(Workspace workspace, Target target) {
    Optional<MigrationFolder> folder = workspace.migrations(target);
    if (folder.isPresent() && (!folder.get().isEmpty() || !folder.get().diagnostics().isEmpty())) {
      return new SchemaSource.Snapshot();
    }
    String main = workspace.config().mainBranch();
    return workspace
        .project()
        .filter(project -> new Git(project.root()).knows(main))
        .<SchemaSource>map(project -> new SchemaSource.Revision(main, true))
        .orElse(new SchemaSource.Nothing());
  }

  public boolean hasErrors() {
    return Diagnostics.haveErrors(diagnostics);
  }
}
