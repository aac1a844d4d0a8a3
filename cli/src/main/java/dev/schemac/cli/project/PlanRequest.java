package dev.schemac.cli.project;

import dev.schemac.plan.Strategy;
import java.util.Optional;

/**
 * What to plan.
 *
 * @param from absent: the snapshot where there are migrations, else the merge base with the main
 *     branch, else nothing
 * @param to absent: the working tree
 * @param allowLoss whether to accept for this call what the evolution words would have to accept
 */
public record PlanRequest(
    Optional<SchemaSource> from, Optional<SchemaSource> to, Strategy strategy, boolean allowLoss) {

  /** The same request where the project's policy may accept loss by itself. */
  PlanRequest under(ProjectConfig.Policy policy) {
    boolean accepts = allowLoss || policy.loss() == ProjectConfig.Loss.ALLOW;
    return new PlanRequest(from, to, strategy, accepts);
  }
}
