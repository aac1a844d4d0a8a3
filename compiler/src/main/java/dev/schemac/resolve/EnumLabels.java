package dev.schemac.resolve;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Span;
import dev.schemac.syntax.Ident;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Checks the labels of an enum against one another. */
final class EnumLabels {
  private EnumLabels() {}

  /**
   * Reports labels that are written twice.
   *
   * @param ignoreCase on MySQL, whose usual collations take {@code 'x'} and {@code 'X'} for one
   *     value
   */
  static void reportTwins(List<Ident> labels, boolean ignoreCase, Report report) {
    Map<String, Span> seen = new HashMap<>();
    for (Ident label : labels) {
      String key = ignoreCase ? label.text().toLowerCase(Locale.ROOT) : label.text();
      Span first = seen.putIfAbsent(key, label.span());
      if (first != null) {
        report.add(
            Diagnostic.of(
                    Code.SC2002, label.span(), "value `" + label.text() + "` is declared twice")
                .withLabel(first, "first declared here"));
      }
    }
  }
}
