package dev.schemac.resolve;

import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Span;
import dev.schemac.model.Evolution;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.Schema;
import java.util.List;
import java.util.Map;

/**
 * What the sources mean for one target.
 *
 * @param schema what could be resolved; complete only where no diagnostic is an error
 * @param places where each object, column, constraint, index and value is declared: the span of its
 *     name
 */
public record Resolution(
    Schema schema,
    Evolution evolution,
    Map<ObjectPath, Span> places,
    List<Diagnostic> diagnostics) {
  public Resolution {
    diagnostics = List.copyOf(diagnostics);
  }

  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }
}
