package dev.schemac.plan;

import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.model.SchemaObject;
import java.util.List;

/**
 * What a pattern makes of a change. A change that needs no statement on this dialect has no step
 * and a diagnostic that says so: there is no silent no-op.
 *
 * @param steps in their own order
 * @param temporaries tables (with their extra columns) and triggers as they are between expand and
 *     contract, for the snapshot of an expand migration
 */
public record Lowered(
    List<Step> steps, List<Diagnostic> diagnostics, List<SchemaObject> temporaries) {
  public Lowered {
    steps = List.copyOf(steps);
    diagnostics = List.copyOf(diagnostics);
    temporaries = List.copyOf(temporaries);
  }

  public static Lowered of(Step... steps) {
    return new Lowered(List.of(steps), List.of(), List.of());
  }

  public static Lowered of(List<Step> steps) {
    return new Lowered(steps, List.of(), List.of());
  }

  /** One after the other. */
  public static Lowered all(List<Lowered> parts) {
    return new Lowered(
        parts.stream().flatMap(p -> p.steps().stream()).toList(),
        parts.stream().flatMap(p -> p.diagnostics().stream()).toList(),
        parts.stream().flatMap(p -> p.temporaries().stream()).toList());
  }

  public static Lowered refused(Diagnostic diagnostic) {
    return new Lowered(List.of(), List.of(diagnostic), List.of());
  }
}
