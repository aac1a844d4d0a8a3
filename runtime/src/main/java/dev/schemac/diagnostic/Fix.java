package dev.schemac.diagnostic;

import java.util.List;

/** A change of the source that removes a diagnostic, as an editor applies it. */
public record Fix(String title, List<Edit> edits) {
  public Fix {
    edits = List.copyOf(edits);
  }

  /** Replaces the span's text; an empty span inserts. */
  public record Edit(Span span, String replacement) {}
}
