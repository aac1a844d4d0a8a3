package dev.schemac.plan;

import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diff.Change;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import java.util.ArrayList;
import java.util.List;

/**
 * The way from one schema to the next.
 *
 * @param steps in the order in which they run: expand and backfill steps before contract steps
 * @param diagnostics what had to be refused, or is worth knowing
 * @param temporaries what exists between expand and contract, see {@link Lowered}
 */
public record Plan(
    Schema before,
    Schema after,
    Strategy strategy,
    List<Change> changes,
    List<Step> steps,
    List<Diagnostic> diagnostics,
    List<SchemaObject> temporaries) {
  public Plan {
    changes = List.copyOf(changes);
    steps = List.copyOf(steps);
    diagnostics = List.copyOf(diagnostics);
    temporaries = List.copyOf(temporaries);
  }

  /** The same plan with more to say. */
  public Plan saying(List<Diagnostic> more) {
    List<Diagnostic> all = new ArrayList<>(diagnostics);
    all.addAll(more);
    return new Plan(before, after, strategy, changes, steps, all, temporaries);
  }

  /** Whether nothing has to be done. */
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /** Whether some change was refused, so that the steps must not run. */
  public boolean isRefused() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }
}
