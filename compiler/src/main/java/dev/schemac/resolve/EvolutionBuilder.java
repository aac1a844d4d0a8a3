package dev.schemac.resolve;

import dev.schemac.model.QName;
import dev.schemac.model.Table;
import java.util.Map;

/** Words about the step from the previous version that stand outside a member. */
final class EvolutionBuilder {
  private final ResolveContext context;
  private final Map<QName, Table> tables;

  EvolutionBuilder(ResolveContext context, Map<QName, Table> tables) {
    this.context = context;
    this.tables = tables;
  }

  void collect() {
    if (!tables.isEmpty()) {
      context.evolution.checkContradictions();
    }
  }
}
