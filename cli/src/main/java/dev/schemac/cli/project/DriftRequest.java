package dev.schemac.cli.project;

import dev.schemac.plan.Strategy;
import java.util.Optional;

/**
 * What to compare.
 *
 * @param database a live source
 * @param schema what it shall be like; absent: the working tree
 * @param fix how the plan that closes the drift is made; absent where none is wanted
 */
public record DriftRequest(
    SchemaSource database,
    Optional<SchemaSource> schema,
    LiveSources.Settings live,
    Optional<Fix> fix) {

  /** How a plan is made. */
  public record Fix(Strategy strategy, Accepted accepted) {}
}
