package dev.schemac.resolve;

import dev.schemac.resolve.SqlScanner.Kind;
import dev.schemac.resolve.SqlScanner.Piece;
import dev.schemac.sql.MySqlHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What stands between the parameters and the body of a MySQL routine (manual, "CREATE PROCEDURE and
 * CREATE FUNCTION Statements").
 *
 * @param result the type behind {@code returns}
 * @param said the characteristics in the order in which the server prints them, without those that
 *     hold anyway
 */
record MySqlClauses(Optional<String> result, List<String> said, Optional<String> comment) {
  private static final Set<String> FIRST =
      Set.of(
          "language",
          "not",
          "deterministic",
          "contains",
          "no",
          "reads",
          "modifies",
          "sql",
          "comment");

  /** As the server prints them. */
  private static final List<String> ORDER =
      List.of(
          "NO SQL", "READS SQL DATA", "MODIFIES SQL DATA", "DETERMINISTIC", "SQL SECURITY INVOKER");

  private static final Set<String> ANYWAY =
      Set.of("LANGUAGE SQL", "NOT DETERMINISTIC", "CONTAINS SQL", "SQL SECURITY DEFINER");

  static MySqlClauses of(String clauses) {
    List<String> found = new ArrayList<>();
    Optional<String> result = Optional.empty();
    Optional<String> comment = Optional.empty();
    for (String clause : split(clauses)) {
      String upper = clause.toUpperCase(Locale.ROOT);
      if (upper.startsWith("RETURNS ")) {
        result = Optional.of(MySqlHeader.result(clause.substring("returns ".length())));
      } else if (upper.startsWith("COMMENT")) {
        comment = Optional.of(string(clause.substring("comment".length()).strip()));
      } else if (!ANYWAY.contains(upper) && !found.contains(upper)) {
        found.add(upper);
      }
    }
    found.sort(java.util.Comparator.comparingInt(ORDER::indexOf));
    return new MySqlClauses(result, found, comment.filter(c -> !c.isEmpty()));
  }

  /** The text of a string of the language. */
  private static String string(String literal) {
    return literal.startsWith("'") && literal.length() > 1
        ? literal.substring(1, literal.length() - 1).replace("''", "'")
        : literal;
  }

  /** All of them. */
  List<String> characteristics(boolean invoker) {
    List<String> all = new ArrayList<>(said);
    boolean there = all.contains("SQL SECURITY INVOKER");
    if (invoker && !there) {
      all.add("SQL SECURITY INVOKER");
    }
    return all;
  }

  /** Each clause with single blanks. */
  private static List<String> split(String clauses) {
    List<StringBuilder> all = new ArrayList<>();
    int depth = 0;
    String last = "";
    for (Piece piece : SqlScanner.scan(clauses)) {
      if (piece.text().isBlank() || piece.kind() == Kind.COMMENT) {
        continue;
      }
      depth += piece.text().equals("(") ? 1 : piece.text().equals(")") ? -1 : 0;
      String word = piece.kind() == Kind.WORD ? piece.text().toLowerCase(Locale.ROOT) : "";
      boolean begins = depth == 0 && FIRST.contains(word) && !goesOn(last, word);
      if (all.isEmpty() || begins) {
        all.add(new StringBuilder());
      }
      StringBuilder clause = all.getLast();
      clause.append(clause.isEmpty() ? "" : " ").append(piece.text());
      last = word;
    }
    return all.stream().map(StringBuilder::toString).toList();
  }

  /** {@code not deterministic}, {@code language sql}, {@code no|reads|contains|modifies sql}. */
  private static boolean goesOn(String last, String word) {
    return switch (word) {
      case "deterministic" -> last.equals("not");
      case "sql" -> Set.of("language", "no", "reads", "contains", "modifies").contains(last);
      default -> false;
    };
  }
}
