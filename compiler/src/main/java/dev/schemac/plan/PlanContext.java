package dev.schemac.plan;

import dev.schemac.diff.Change;
import dev.schemac.model.Evolution;
import dev.schemac.model.Schema;
import java.util.List;

/** What a pattern may look at beside its change. */
public record PlanContext(
    Schema before, Schema after, Evolution evolution, List<Change> changes, Strategy strategy) {
  public PlanContext {
    changes = List.copyOf(changes);
  }
}
