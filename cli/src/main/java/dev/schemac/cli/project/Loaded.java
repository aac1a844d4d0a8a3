package dev.schemac.cli.project;

import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.resolve.Resolution;
import dev.schemac.source.SourceText;
import java.util.List;

/**
 * A source, compiled for one target.
 *
 * @param label how people see the source
 */
record Loaded(
    String label, List<SourceText> texts, Resolution resolution, List<Diagnostic> diagnostics) {}
