package dev.schemac.cli;

import dev.schemac.cli.project.ProjectConfig;
import dev.schemac.plan.Phase;
import dev.schemac.plan.Strategy;
import java.util.Optional;
import picocli.CommandLine.Mixin;
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

  @Mixin AcceptOptions accept;

  Strategy strategy(ProjectConfig config) {
    return strategy.orElse(config.migrations().strategy());
  }

  /** Whether any of them is given. */
  boolean areUsed() {
    return strategy.isPresent() || phase.isPresent() || accept.areUsed();
  }
}
