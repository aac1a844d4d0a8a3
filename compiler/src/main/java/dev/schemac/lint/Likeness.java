package dev.schemac.lint;

import java.util.Locale;

/** How alike two names are. */
final class Likeness {
  private Likeness() {}

  /** From 0, nothing in common, to 1, the same but for case. */
  static double of(String one, String other) {
    String a = fold(one);
    String b = fold(other);
    if (a.equals(b)) {
      return 1;
    }
    int longer = Math.max(a.length(), b.length());
    int shorter = Math.min(a.length(), b.length());
    if (shorter >= 3 && (a.contains(b) || b.contains(a))) {
      return Math.max(0.6, (double) shorter / longer);
    }
    return longer == 0 ? 0 : 1.0 - (double) distance(a, b) / longer;
  }

  private static String fold(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
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
        int same = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(same, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
