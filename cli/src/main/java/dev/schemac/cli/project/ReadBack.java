package dev.schemac.cli.project;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Span;
import dev.schemac.diff.Change;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with text that was written from a database and read again. */
final class ReadBack {
  private ReadBack() {}

  /**
   * An error for each failure.
   *
   * @param errors of reading the text
   * @param different what reads otherwise than the database
   */
  static List<Diagnostic> failures(List<Diagnostic> errors, List<Change> different) {
    List<Diagnostic> all = new ArrayList<>();
    errors.forEach(e -> all.add(failure("it does not read back: " + e.message())));
    different.forEach(c -> all.add(failure(c.path() + " does not read back as it is")));
    return all;
  }

  private static Diagnostic failure(String message) {
    return Diagnostic.of(Code.SC6017, Span.NONE, message);
  }
}
