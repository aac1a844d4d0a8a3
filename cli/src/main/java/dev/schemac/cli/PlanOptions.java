package dev.schemac.cli;

import dev.schemac.cli.project.ProjectConfig;
import dev.schemac.plan.Phase;
import dev.schemac.plan.Strategy;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How a plan is made and which part of it is wanted. */
final class PlanOptions {
  @Option(
      names = "--strategy",
      paramLabel = "STRATEGY",
      description = "online (readers and writers go on) or direct (the shortest way).")
  Optional<Strategy> strategy = Optional.empty();

  @Option(
      names = "--phase",
      paramLabel = "PHASE",
      description = "Only the steps of expand (with backfill) or contract.")
  Optional<Phase> phase = Optional.empty();

  @Option(
      names = "--allow-loss",
      description = "Accept for this call what evolution words would have to accept.")
  boolean allowLoss;

  Strategy strategy(ProjectConfig config) {
    return strategy.orElse(config.migrations().strategy());
  }

  /** Whether any of them is given. */
  boolean areUsed() {
    return strategy.isPresent() || phase.isPresent() || allowLoss;
  }
}
