package dev.schemac.cli;

import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.report.DiagnosticReport;
import dev.schemac.source.SourceText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Diagnostics in the formats that commands offer. */
final class Rendering {
  private Rendering() {}

  static String text(List<Diagnostic> diagnostics, List<SourceText> texts, boolean color) {
    return DiagnosticReport.text(diagnostics, lookup(texts), color);
  }

  static String json(List<Diagnostic> diagnostics, List<SourceText> texts) {
    return DiagnosticReport.json(diagnostics, lookup(texts));
  }

  static String sarif(List<Diagnostic> diagnostics, List<SourceText> texts) {
    return DiagnosticReport.sarif(diagnostics, lookup(texts), Version.number());
  }

  static String github(List<Diagnostic> diagnostics, List<SourceText> texts) {
    return DiagnosticReport.github(diagnostics, lookup(texts));
  }

  private static Function<String, Optional<String>> lookup(List<SourceText> texts) {
    Map<String, String> byName = new HashMap<>();
    texts.forEach(text -> byName.put(text.name(), text.text()));
    return name -> Optional.ofNullable(byName.get(name));
  }
}
