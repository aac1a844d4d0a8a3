package dev.schemac.source;

import dev.schemac.diagnostic.Diagnostic;
import java.util.List;

/**
 * The texts of one source, in the order of their names.
 *
 * @param diagnostics what could not be read or decoded
 */
public record SourceSet(List<SourceText> texts, List<Diagnostic> diagnostics) {
  public SourceSet {
    texts = List.copyOf(texts);
    diagnostics = List.copyOf(diagnostics);
  }

  /** A source without a text: the schema before the first migration. */
  public static SourceSet empty() {
    return new SourceSet(List.of(), List.of());
  }
}
