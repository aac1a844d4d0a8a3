package dev.schemac.report;

import dev.schemac.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Diagnostics for people and for machines. The sources are looked up by the file name that spans
 * carry; where a text is not at hand, the place is named without its line.
 */
public final class DiagnosticReport {
  private DiagnosticReport() {}

  /** For a person; diagnostics are separated by an empty line, nothing stands at the end. */
  public static String text(
      List<Diagnostic> diagnostics, Function<String, Optional<String>> sources, boolean colors) {
    SourceLines lines = new SourceLines(sources);
    return diagnostics.stream()
        .map(d -> new DiagnosticText(d, lines, Palette.of(colors)).render())
        .collect(Collectors.joining("\n"));
  }

  /** {@code 2 errors, 1 warning}; empty where there is none. */
  public static String summary(List<Diagnostic> diagnostics) {
    return DiagnosticText.summary(diagnostics);
  }

  /** JSON of format 1: {@code {"format": 1, "diagnostics": […]}}. */
  public static String json(
      List<Diagnostic> diagnostics, Function<String, Optional<String>> sources) {
    return DiagnosticJson.report(diagnostics, new SourceLines(sources));
  }

  /**
   * SARIF 2.1.0.
   *
   * @param version schemac's own
   */
  public static String sarif(
      List<Diagnostic> diagnostics, Function<String, Optional<String>> sources, String version) {
    return Sarif.report(diagnostics, new SourceLines(sources), version);
  }

  /** Workflow commands that GitHub shows as annotations of a pull request. */
  public static String github(
      List<Diagnostic> diagnostics, Function<String, Optional<String>> sources) {
    SourceLines lines = new SourceLines(sources);
    return diagnostics.stream()
        .map(d -> GithubAnnotation.of(d, lines) + "\n")
        .collect(Collectors.joining());
  }
}
