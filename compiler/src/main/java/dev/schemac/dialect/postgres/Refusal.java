package dev.schemac.dialect.postgres;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Severity;
import dev.schemac.diagnostic.Span;
import dev.schemac.plan.Lowered;
import java.util.List;

/** A change that cannot be done, with the way out, and one that needs nothing to be done. */
final class Refusal {
  private Refusal() {}

  static Lowered of(String message, String help) {
    return Lowered.refused(Diagnostic.of(Code.SC5001, Span.NONE, message).withHelp(help));
  }

  /** The server has nothing to do for it. */
  static Lowered nothingToDo(String message) {
    Diagnostic note = Diagnostic.of(Code.SC5001, Span.NONE, message).withSeverity(Severity.NOTE);
    return new Lowered(List.of(), List.of(note), List.of());
  }
}
