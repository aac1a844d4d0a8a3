package dev.schemac.resolve;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that was probably meant. */
final class NearestName {
  private NearestName() {}

  /** The candidate with the fewest edits, if those are few for the length of the name. */
  static Optional<String> among(Collection<String> candidates, String name) {
    int allowed = Math.max(1, Math.min(3, name.length() / 3));
    String best = null;
    int fewest = allowed + 1;
    String folded = name.toLowerCase(Locale.ROOT);
    for (String candidate : candidates) {
      if (Math.abs(candidate.length() - name.length()) < fewest) {
        int edits = distance(folded, candidate.toLowerCase(Locale.ROOT), fewest);
        if (edits < fewest || edits == fewest && best != null && candidate.compareTo(best) < 0) {
          fewest = edits;
          best = candidate;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private static int distance(String a, String b, int limit) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      int least = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(above, row[j - 1]) + 1, diagonal + cost);
        diagonal = above;
        least = Math.min(least, row[j]);
      }
      if (least > limit) {
        return limit + 1;
      }
    }
    return row[b.length()];
  }
}
