package dev.schemac.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something to say about an input. The message is lower case, without full stop, code in backticks,
 * and says what; {@code help} says how to get out.
 */
public record Diagnostic(
    Code code,
    Severity severity,
    String message,
    Span span,
    Optional<String> spanLabel,
    List<Label> labels,
    Optional<String> help,
    List<Fix> fixes) {

  public Diagnostic {
    labels = List.copyOf(labels);
    fixes = List.copyOf(fixes);
  }

  /** A further place: {@code users.id is declared int here}. */
  public record Label(Span span, String text) {}

  /** A diagnostic of the code's own severity. */
  public static Diagnostic of(Code code, Span span, String message) {
    return new Diagnostic(
        code,
        code.severity(),
        message,
        span,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of());
  }

  public Diagnostic withSpanLabel(String text) {
    return new Diagnostic(code, severity, message, span, Optional.of(text), labels, help, fixes);
  }

  public Diagnostic withLabel(Span where, String text) {
    List<Label> more = new ArrayList<>(labels);
    more.add(new Label(where, text));
    return new Diagnostic(code, severity, message, span, spanLabel, more, help, fixes);
  }

  public Diagnostic withHelp(String text) {
    return new Diagnostic(
        code, severity, message, span, spanLabel, labels, Optional.of(text), fixes);
  }

  public Diagnostic withFix(Fix fix) {
    List<Fix> more = new ArrayList<>(fixes);
    more.add(fix);
    return new Diagnostic(code, severity, message, span, spanLabel, labels, help, more);
  }

  public Diagnostic withSeverity(Severity other) {
    return new Diagnostic(code, other, message, span, spanLabel, labels, help, fixes);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
