package dev.schemac.resolve.expression;

import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Fix;
import dev.schemac.diagnostic.Span;
import dev.schemac.sql.SourceQuoting;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Finds the name that was probably meant. */
final class Suggestion {
  private Suggestion() {}

  /** The diagnostic with the nearest candidate as help and fix, where one is near. */
  static Diagnostic of(
      Diagnostic diagnostic, String name, Span span, Collection<String> candidates) {
    int allowed = Math.max(1, Math.min(3, name.length() / 3));
    String best = null;
    int fewest = allowed + 1;
    for (String candidate : candidates) {
      int edits = distance(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
      if (edits < fewest) {
        fewest = edits;
        best = candidate;
      }
    }
    if (best == null) {
      return diagnostic;
    }
    String fix = SourceQuoting.INSTANCE.identifier(best);
    return diagnostic
        .withHelp("did you mean `" + best + "`?")
        .withFix(new Fix("write `" + best + "`", List.of(new Fix.Edit(span, fix))));
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(above, row[j - 1]) + 1, diagonal + cost);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
