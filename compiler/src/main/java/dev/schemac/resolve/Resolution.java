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
 * @param words where each word about the step from the previous version stands; the span is what a
 *     fix cuts out
 */
public record Resolution(
    Schema schema,
    Evolution evolution,
    Map<ObjectPath, Span> places,
    Map<EvolutionWord, Span> words,
    List<Diagnostic> diagnostics) {
  public Resolution {
    diagnostics = List.copyOf(diagnostics);
  }

  /** Without words about a previous version. */
  public Resolution(
      Schema schema,
      Evolution evolution,
      Map<ObjectPath, Span> places,
      List<Diagnostic> diagnostics) {
    this(schema, evolution, places, Map.of(), diagnostics);
  }

  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }
}
