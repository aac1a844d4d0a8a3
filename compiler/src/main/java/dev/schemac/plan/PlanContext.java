package dev.schemac.plan;

import dev.schemac.diff.Change;
import dev.schemac.model.Evolution;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.Schema;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a pattern may look at beside its change.
 *
 * @param entangled columns and types whose steps waited for each other the way that they are
 *     changed at first: they go the way that nothing waits for, which costs more
 */
public record PlanContext(
    Schema before,
    Schema after,
    Evolution evolution,
    List<Change> changes,
    Strategy strategy,
    Set<ObjectPath> entangled) {
  public PlanContext {
    changes = List.copyOf(changes);
    entangled = Set.copyOf(entangled);
  }

  public PlanContext(
      Schema before, Schema after, Evolution evolution, List<Change> changes, Strategy strategy) {
    this(before, after, evolution, changes, strategy, Set.of());
  }

  public PlanContext withChanges(List<Change> changes) {
    return new PlanContext(before, after, evolution, changes, strategy, entangled);
  }

  PlanContext directly() {
    return new PlanContext(before, after, evolution, changes, Strategy.DIRECT, Set.of());
  }

  PlanContext entangled(Set<ObjectPath> more) {
    Set<ObjectPath> all = new LinkedHashSet<>(entangled);
    all.addAll(more);
    return new PlanContext(before, after, evolution, changes, strategy, all);
  }
}
