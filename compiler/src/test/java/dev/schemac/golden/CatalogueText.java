package dev.schemac.golden;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Everything that a database's catalogue holds, as text: each object under its name. Two databases
 * with the same text have the same structure; the order of columns and of creation plays no part.
 */
public final class CatalogueText {
  private CatalogueText() {}

  /** Reads the whole database. */
  public static SortedMap<String, String> of(TestDatabase database) {
    return switch (database.kind().dialect()) {
      case POSTGRES -> PostgresCatalogueText.of(database.connection());
      case MYSQL -> MySqlCatalogueText.of(database);
    };
  }

  /** Fails with the objects that differ. */
  public static void assertSame(
      String what, Map<String, String> expected, Map<String, String> actual) {
    if (expected.equals(actual)) {
      return;
    }
    StringBuilder difference = new StringBuilder(what).append(": the catalogues differ\n");
    TreeSet<String> names = new TreeSet<>(expected.keySet());
    names.addAll(actual.keySet());
    for (String name : names) {
      String one = expected.get(name);
      String other = actual.get(name);
      if (one == null || !one.equals(other)) {
        difference.append(name).append('\n');
        difference.append("  expected: ").append(one == null ? "nothing" : one).append('\n');
        difference.append("  actual:   ").append(other == null ? "nothing" : other).append('\n');
      }
    }
    throw new AssertionError(difference.toString());
  }

  /** A map from the first column of each row to the rest. */
  static SortedMap<String, String> collect(Iterable<List<String>> rows) {
    SortedMap<String, String> text = new TreeMap<>();
    for (List<String> row : rows) {
      text.merge(row.get(0), String.valueOf(row.get(1)), (a, b) -> a + "\n" + b);
    }
    return text;
  }
}
