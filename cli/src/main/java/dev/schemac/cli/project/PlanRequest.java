package dev.schemac.cli.project;

import dev.schemac.plan.HandOver;
import dev.schemac.plan.Strategy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What to plan.
 *
 * @param from absent: the snapshot where there are migrations, else the merge base with the main
 *     branch, else nothing
 * @param to absent: the working tree
 * @param live how live databases are reached
 * @param accepted for this call
 * @param handOver the tool that takes over steps that block
 * @param sizes where the sizes of the tables come from
 */
public record PlanRequest(
    Optional<SchemaSource> from,
    Optional<SchemaSource> to,
    LiveSources.Settings live,
    Strategy strategy,
    Accepted accepted,
    Optional<HandOver> handOver,
    Optional<Sizes.Source> sizes) {

  /** The sources that say themselves what their target is. */
  List<SchemaSource> liveSources() {
    return Stream.of(from, to).flatMap(Optional::stream).filter(SchemaSource::isLive).toList();
  }

  /** The same request where the project's policy may accept something by itself. */
  PlanRequest under(ProjectConfig.Policy policy) {
    return new PlanRequest(from, to, live, strategy, accepted.under(policy), handOver, sizes);
  }
}
