package dev.schemac.resolve;

import dev.schemac.model.Evolution;
import dev.schemac.model.Schema;
import dev.schemac.syntax.SourceTree;
import java.util.List;
import java.util.Map;

/** Syntax trees → the model of one target. */
public final class Resolver {
  private Resolver() {}

  /** Resolves all files of a project together; never throws for what a user can get wrong. */
  public static Resolution resolve(List<SourceTree> trees, ResolveOptions options) {
    return new Resolution(Schema.empty(options.target()), Evolution.none(), Map.of(), List.of());
  }
}
