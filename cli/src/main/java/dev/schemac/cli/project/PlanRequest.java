package dev.schemac.cli.project;

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
 * @param allowLoss whether to accept for this call what the evolution words would have to accept
 * @param sizes where the sizes of the tables come from
 */
public record PlanRequest(
    Optional<SchemaSource> from,
    Optional<SchemaSource> to,
    LiveSources.Settings live,
    Strategy strategy,
    boolean allowLoss,
    Optional<Sizes.Source> sizes) {

  /** The sources that say themselves what their target is. */
  List<SchemaSource> liveSources() {
    return Stream.of(from, to).flatMap(Optional::stream).filter(SchemaSource::isLive).toList();
  }

  /** The same request where the project's policy may accept loss by itself. */
  PlanRequest under(ProjectConfig.Policy policy) {
    boolean accepts = allowLoss || policy.loss() == ProjectConfig.Loss.ALLOW;
    return new PlanRequest(from, to, live, strategy, accepts, sizes);
  }
}
