package dev.schemac.cli;

import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.source.SourceText;
import java.util.List;

/** Diagnostics in the formats that commands offer. */
final class Rendering {
  private Rendering() {}

  static String text(List<Diagnostic> diagnostics, List<SourceText> texts, boolean color) {
    StringBuilder text = new StringBuilder();
    for (Diagnostic d : diagnostics) {
      text.append(d.severity().word())
          .append('[')
          .append(d.code())
          .append("]: ")
          .append(d.message());
      text.append("\n  --> ").append(d.span().file()).append(':').append(d.span().line());
      text.append(':').append(d.span().column()).append('\n');
      d.help().ifPresent(h -> text.append("   = help: ").append(h).append('\n'));
    }
    return text.toString();
  }

  static String json(List<Diagnostic> diagnostics, List<SourceText> texts) {
    return text(diagnostics, texts, false);
  }

  static String sarif(List<Diagnostic> diagnostics, List<SourceText> texts) {
    return text(diagnostics, texts, false);
  }

  static String github(List<Diagnostic> diagnostics) {
    return text(diagnostics, List.of(), false);
  }
}
