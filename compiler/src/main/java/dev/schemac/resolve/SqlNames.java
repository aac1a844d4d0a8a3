package dev.schemac.resolve;

import dev.schemac.resolve.SqlScanner.Kind;
import dev.schemac.resolve.SqlScanner.Piece;
import dev.schemac.sql.BackslashQuotes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The names in a SQL text and what their places say about them. A place never proves what a name
 * means; it only tells likely uses from chance ones (an alias, a column of the same name).
 */
final class SqlNames {

  /** Where a name stands. */
  enum Place {
    /** Where a relation stands: behind FROM, JOIN, INTO, … */
    RELATION,
    /** Before an opening parenthesis. */
    CALL,
    /** Anywhere else. */
    ANYWHERE,
    /** A run of operator characters. */
    OPERATOR,
    /** A string, which may be a {@code regclass}. */
    STRING
  }

  /**
   * One name.
   *
   * @param qualifier what stands before the dot, empty for none
   */
  record Found(String qualifier, String name, Place place) {}

  /** What the words at one depth of parentheses are about. */
  private enum Clause {
    OTHER,
    /** A relation comes next. */
    RELATION,
    /** Behind a relation, where a comma leads to another one. */
    FROM
  }

  private static final Set<String> BEFORE_RELATION =
      Set.of("from", "join", "into", "update", "table", "using", "truncate", "references", "on");

  private static final Set<String> BESIDE_RELATION =
      Set.of("only", "lateral", "table", "if", "not");

  private static final Set<String> AFTER_FROM =
      Set.of(
          "where",
          "group",
          "having",
          "order",
          "limit",
          "offset",
          "fetch",
          "window",
          "union",
          "intersect",
          "except",
          "returning",
          "select",
          "set",
          "values",
          "for",
          "when",
          "do");

  /** Functions that take a relation's name. */
  private static final Set<String> NAMING =
      Set.of("nextval", "currval", "setval", "to_regclass", "regclass");

  private static final String OPERATOR = "+-*/<>=~!@#%^&|`?";

  private final List<Piece> pieces;
  private final List<Found> found = new ArrayList<>();
  private final Deque<Clause> outer = new ArrayDeque<>();
  private Clause clause = Clause.OTHER;

  private SqlNames(List<Piece> pieces) {
    this.pieces = pieces;
  }

  static Set<Found> of(String sql) {
    Set<Found> all = new HashSet<>(found(sql));
    String doubled = BackslashQuotes.doubled(sql);
    if (!doubled.equals(sql)) {
      // Whether a backslash escapes depends on the server's mode.
      all.addAll(found(doubled));
    }
    return all;
  }

  private static List<Found> found(String sql) {
    SqlNames names = new SqlNames(SqlScanner.scan(sql).stream().filter(SqlNames::counts).toList());
    names.collect();
    return names.found;
  }

  private static boolean counts(Piece piece) {
    return piece.kind() != Kind.COMMENT && !piece.text().isBlank();
  }

  private void collect() {
    int at = 0;
    while (at < pieces.size()) {
      Piece piece = pieces.get(at);
      switch (piece.kind()) {
        case WORD, QUOTED -> at = name(at);
        case STRING -> string(at);
        case OTHER -> at = other(at);
        case COMMENT -> {}
      }
      at++;
    }
  }

  /** A word or a qualified name; the place of its last piece. */
  private int name(int first) {
    String qualifier = "";
    int at = first;
    while (isText(at + 1, ".") && isName(at + 2)) {
      qualifier = pieces.get(at).name();
      at += 2;
    }
    Piece piece = pieces.get(at);
    String word = piece.text().toLowerCase(Locale.ROOT);
    if (piece.kind() == Kind.WORD && qualifier.isEmpty() && keyword(at, word)) {
      return at;
    }
    boolean call = isText(at + 1, "(");
    Place place = call ? Place.CALL : clause == Clause.RELATION ? Place.RELATION : Place.ANYWHERE;
    found.add(new Found(qualifier, piece.name(), place));
    if (call && clause == Clause.RELATION) {
      // `insert into t (a)`, `references t (a)`
      found.add(new Found(qualifier, piece.name(), Place.RELATION));
    }
    if (clause == Clause.RELATION) {
      clause = Clause.FROM;
    }
    return at;
  }

  /** Whether a word has only moved to another clause. */
  private boolean keyword(int at, String word) {
    if (clause == Clause.RELATION && BESIDE_RELATION.contains(word)) {
      return true;
    }
    if (BEFORE_RELATION.contains(word)) {
      // `join … using (a, b)` names columns, `using u` a relation.
      boolean columns = word.equals("using") && isText(at + 1, "(");
      clause = columns ? clause : Clause.RELATION;
      return true;
    }
    if (AFTER_FROM.contains(word)) {
      clause = Clause.OTHER;
      return true;
    }
    return false;
  }

  private int other(int at) {
    String text = pieces.get(at).text();
    switch (text) {
      case "(" -> {
        outer.push(clause == Clause.RELATION ? Clause.FROM : clause);
        clause = clause == Clause.RELATION ? Clause.RELATION : Clause.OTHER;
      }
      case ")" -> clause = outer.isEmpty() ? Clause.OTHER : outer.pop();
      case "," -> clause = clause == Clause.FROM ? Clause.RELATION : clause;
      case ";" -> clause = Clause.OTHER;
      default -> {
        return operator(at);
      }
    }
    return at;
  }

  private int operator(int first) {
    StringBuilder symbol = new StringBuilder();
    int at = first;
    while (at < pieces.size()
        && pieces.get(at).text().length() == 1
        && OPERATOR.contains(pieces.get(at).text())) {
      symbol.append(pieces.get(at).text());
      at++;
    }
    if (symbol.isEmpty()) {
      return first;
    }
    boolean qualified = first > 1 && isText(first - 1, ".");
    found.add(
        new Found(
            qualified ? pieces.get(first - 2).name() : "", symbol.toString(), Place.OPERATOR));
    return at - 1;
  }

  /** {@code 'shop.numbers'::regclass}, {@code nextval('numbers')}. */
  private void string(int at) {
    String text = pieces.get(at).text();
    boolean cast =
        isText(at + 1, ":")
            && at + 3 < pieces.size()
            && pieces.get(at + 3).text().toLowerCase(Locale.ROOT).startsWith("reg");
    boolean called =
        at > 1
            && isText(at - 1, "(")
            && NAMING.contains(pieces.get(at - 2).text().toLowerCase(Locale.ROOT));
    if (!cast && !called || text.length() < 2) {
      return;
    }
    String value = text.substring(1, text.length() - 1).replace("''", "'");
    List<Piece> inside = SqlScanner.scan(value);
    boolean name = !inside.isEmpty() && inside.size() <= 3;
    for (int i = 0; i < inside.size(); i++) {
      Piece part = inside.get(i);
      name &=
          i == 1 ? part.text().equals(".") : part.kind() == Kind.WORD || part.kind() == Kind.QUOTED;
    }
    if (name && inside.size() != 2) {
      String qualifier = inside.size() == 3 ? inside.getFirst().name() : "";
      found.add(new Found(qualifier, inside.getLast().name(), Place.STRING));
    }
  }

  private boolean isName(int at) {
    return at < pieces.size()
        && (pieces.get(at).kind() == Kind.WORD || pieces.get(at).kind() == Kind.QUOTED);
  }

  private boolean isText(int at, String text) {
    return at < pieces.size() && pieces.get(at).text().equals(text);
  }
}
