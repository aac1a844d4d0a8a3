package dev.schemac.model;

import java.util.List;
import java.util.stream.Collectors;

/** Lists of labels as the language writes them; for messages and canonical text, not for SQL. */
final class Labels {
  private Labels() {}

  static String parenthesized(List<String> labels) {
    return labels.stream()
        .map(l -> "'" + l.replace("'", "''") + "'")
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
