package dev.schemac.cli.project;

import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.model.Evolution;
import dev.schemac.resolve.Resolution;
import dev.schemac.source.SourceText;
import java.util.List;

/**
 * A source, compiled for one target.
 *
 * @param label how people see the source
 */
record Loaded(
    String label, List<SourceText> texts, Resolution resolution, List<Diagnostic> diagnostics) {

  /** The same with other words about the step that leads to it. */
  Loaded withWords(Evolution words) {
    Resolution other =
        new Resolution(
            resolution.schema(),
            words,
            resolution.places(),
            resolution.words(),
            resolution.diagnostics());
    return new Loaded(label, texts, other, diagnostics);
  }
}
