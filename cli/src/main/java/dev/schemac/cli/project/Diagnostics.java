package dev.schemac.cli.project;

import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/** Diagnostics of several stages and targets as one list. */
public final class Diagnostics {
  private Diagnostics() {}

  /**
   * The same things, each once, by file and place, with the severities of the project's policy. A
   * diagnostic that is an error keeps stopping: policy may only raise it or name a rule's severity.
   */
  public static List<Diagnostic> tidy(List<Diagnostic> diagnostics, ProjectConfig config) {
    LinkedHashSet<Diagnostic> once = new LinkedHashSet<>();
    for (Diagnostic diagnostic : diagnostics) {
      once.add(withPolicy(diagnostic, config));
    }
    List<Diagnostic> sorted = new ArrayList<>(once);
    sorted.sort(
        Comparator.comparing(Diagnostic::span)
            .thenComparing(Diagnostic::code)
            .thenComparing(Diagnostic::message));
    return sorted;
  }

  private static Diagnostic withPolicy(Diagnostic diagnostic, ProjectConfig config) {
    Severity severity = config.lint().get(diagnostic.code());
    boolean applies = severity != null && diagnostic.code().severity() != Severity.ERROR;
    return applies ? diagnostic.withSeverity(severity) : diagnostic;
  }

  /** Whether one of them is an error. */
  public static boolean haveErrors(List<Diagnostic> diagnostics) {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }
}
