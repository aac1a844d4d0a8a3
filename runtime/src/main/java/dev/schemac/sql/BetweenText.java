package dev.schemac.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * PostgreSQL prints {@code a BETWEEN 1 AND 2} as two comparisons in parentheses. Inside of another
 * AND it would read these as two more of that one's, so there the word is written again; {@code NOT
 * BETWEEN} inside of an OR likewise.
 */
final class BetweenText {
  private final String sql;
  private int at;

  private BetweenText(String sql) {
    this.sql = sql;
  }

  /** What the server prints as {@code sql}, whoever reads it. */
  static String restored(String sql) {
    boolean any = sql.contains(" AND ") || sql.contains(" OR ");
    return any ? new BetweenText(sql).group() : sql;
  }

  /** A text of operands with the words between them. */
  private record Chain(List<String> operands, List<String> words) {
    static Chain empty() {
      return new Chain(new ArrayList<>(), new ArrayList<>());
    }

    String text() {
      StringBuilder out = new StringBuilder();
      for (int i = 0; i < operands.size(); i++) {
        boolean and = isNextTo(i, "AND");
        boolean or = isNextTo(i, "OR");
        String operand = operands.get(i);
        Optional<String> word =
            and
                ? between(operand)
                : or ? symmetric(operand).or(() -> outside(operand)) : Optional.empty();
        out.append(word.map(w -> operand.replace(operand.strip(), w)).orElse(operand));
        out.append(i < words.size() ? words.get(i) : "");
      }
      return out.toString();
    }

    private boolean isNextTo(int operand, String word) {
      return operand > 0 && words.get(operand - 1).equals(word)
          || operand < words.size() && words.get(operand).equals(word);
    }
  }

  /** Up to the parenthesis that closes it. */
  private String group() {
    return chain().text();
  }

  private Chain chain() {
    Chain chain = Chain.empty();
    StringBuilder operand = new StringBuilder();
    while (at < sql.length() && sql.charAt(at) != ')') {
      char c = sql.charAt(at);
      int word = c == 'A' ? word("AND") : c == 'O' ? word("OR") : 0;
      if (c == '\'' || c == '"') {
        quoted(operand, c);
      } else if (c == '(') {
        at++;
        operand.append('(').append(group()).append(at < sql.length() ? ")" : "");
        at++;
      } else if (word > 0) {
        chain.operands.add(operand.toString());
        chain.words.add(sql.substring(at, at + word));
        operand.setLength(0);
        at += word;
      } else {
        operand.append(c);
        at++;
      }
    }
    chain.operands.add(operand.toString());
    return chain;
  }

  private int word(String word) {
    boolean there =
        sql.startsWith(word, at)
            && at > 0
            && Character.isWhitespace(sql.charAt(at - 1))
            && at + word.length() < sql.length()
            && Character.isWhitespace(sql.charAt(at + word.length()));
    return there ? word.length() : 0;
  }

  private void quoted(StringBuilder out, char quote) {
    boolean escapes = quote == '\'' && at > 0 && sql.charAt(at - 1) == 'E';
    int start = at++;
    while (at < sql.length() && sql.charAt(at) != quote) {
      at += escapes && sql.charAt(at) == '\\' ? 2 : 1;
    }
    at = Math.min(at + 1, sql.length());
    out.append(sql, start, at);
  }

  private static Optional<String> between(String operand) {
    return halves(operand, "AND", " >= ", " <= ").map(p -> p.words("BETWEEN"));
  }

  private static Optional<String> outside(String operand) {
    return halves(operand, "OR", " < ", " > ").map(p -> p.words("NOT BETWEEN"));
  }

  private static Optional<String> symmetric(String operand) {
    Chain chain = inside(operand);
    if (chain.operands.size() != 2 || !chain.words.equals(List.of("OR"))) {
      return Optional.empty();
    }
    Optional<Part> one = halves(chain.operands.get(0), "AND", " >= ", " <= ");
    Optional<Part> other = halves(chain.operands.get(1), "AND", " >= ", " <= ");
    boolean mirrored =
        one.isPresent()
            && other
                .filter(o -> o.equals(new Part(one.get().value, one.get().high, one.get().low)))
                .isPresent();
    return mirrored ? one.map(p -> p.words("BETWEEN SYMMETRIC")) : Optional.empty();
  }

  private record Part(String value, String low, String high) {
    String words(String between) {
      return "(" + value + " " + between + " " + low + " AND " + high + ")";
    }
  }

  private static Optional<Part> halves(String operand, String word, String first, String second) {
    Chain chain = inside(operand);
    if (chain.operands.size() != 2 || !chain.words.equals(List.of(word))) {
      return Optional.empty();
    }
    String low = bare(chain.operands.get(0));
    String high = bare(chain.operands.get(1));
    int cut = low.indexOf(first);
    boolean same = cut > 0 && high.startsWith(low.substring(0, cut) + second);
    return same
        ? Optional.of(
            new Part(
                low.substring(0, cut),
                low.substring(cut + first.length()),
                high.substring(cut + second.length())))
        : Optional.empty();
  }

  /** What stands between the operand's parentheses. */
  private static Chain inside(String operand) {
    String bare = bare(operand);
    return bare.isEmpty() ? Chain.empty() : new BetweenText(bare).chain();
  }

  /** Without the parentheses around all of it; nothing where there are none. */
  private static String bare(String operand) {
    String text = operand.strip();
    if (!text.startsWith("(") || !text.endsWith(")")) {
      return "";
    }
    BetweenText reader = new BetweenText(text);
    reader.at = 1;
    reader.chain();
    return reader.at == text.length() - 1 ? text.substring(1, text.length() - 1) : "";
  }
}
