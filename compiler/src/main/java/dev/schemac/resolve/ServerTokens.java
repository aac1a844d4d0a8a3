package dev.schemac.resolve;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is left of a PostgreSQL expression without what the server adds by itself: parentheses,
 * casts, its own words for {@code in} and {@code like}. Where the server's text and the text that
 * schemac would send differ even then, the server would not print the second as the first.
 */
final class ServerTokens {
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?s)\\s+|[eE]'(?:[^'\\\\]|''|\\\\.)*'|'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|[\\p{L}_][\\p{L}\\p{N}_$]*"
              + "|\\d+(?:\\.\\d*)?(?:[eE][+-]?\\d+)?|\\.\\d+|::|[-+*/<>=~!@#%^&|`?]+|.");
  private static final Pattern NEGATIVE = Pattern.compile("-(\\d+(?:\\.\\d+)?)");
  private static final Set<String> TYPED =
      Set.of("date", "time", "timetz", "timestamp", "timestamptz", "interval");
  private static final Set<String> TYPE_TAIL =
      Set.of(
          "precision",
          "varying",
          "with",
          "without",
          "time",
          "zone",
          "year",
          "month",
          "day",
          "hour",
          "minute",
          "second",
          "to");

  private final List<String> raw = new ArrayList<>();
  private final List<String> out = new ArrayList<>();
  private int at;

  private ServerTokens(String sql) {
    Matcher m = TOKEN.matcher(sql);
    while (m.find()) {
      if (!m.group().isBlank()) {
        raw.add(m.group());
      }
    }
  }

  /** Whether the server prints {@code sent} as {@code printed}, as far as tokens tell. */
  static boolean agree(String printed, String sent) {
    return of(printed).equals(of(sent)) && !isNested(printed);
  }

  /**
   * Whether an AND stands in parentheses inside of another one. The server prints BETWEEN so; a
   * chain of conditions it prints without.
   */
  static boolean isNested(String printed) {
    if (!printed.contains("AND") && !printed.contains("OR") && !printed.contains(")")) {
      return false;
    }
    Deque<Set<String>> groups = new ArrayDeque<>();
    Deque<Set<String>> inner = new ArrayDeque<>();
    groups.push(new HashSet<>());
    inner.push(new HashSet<>());
    for (String token : new ServerTokens(printed).raw) {
      switch (token) {
        case "(" -> {
          groups.push(new HashSet<>());
          inner.push(new HashSet<>());
        }
        case ")" -> {
          if (groups.size() == 1 || !Collections.disjoint(groups.peek(), inner.pop())) {
            return true;
          }
          inner.peek().addAll(groups.pop());
        }
        case "AND", "OR" -> groups.peek().add(token);
        default -> {
          // neither opens nor joins
        }
      }
    }
    return !Collections.disjoint(groups.peek(), inner.peek());
  }

  private static List<String> of(String sql) {
    ServerTokens tokens = new ServerTokens(sql);
    while (tokens.at < tokens.raw.size()) {
      tokens.take();
    }
    return lists(tokens.out);
  }

  private void take() {
    String token = raw.get(at++);
    String lower = token.toLowerCase(Locale.ROOT);
    if (token.equals("(") || token.equals(")")) {
      return;
    }
    if (token.equals("::")) {
      type();
    } else if (lower.startsWith("e'")) {
      string(escaped(token.substring(2, token.length() - 1)));
    } else if (token.startsWith("'")) {
      string(token.substring(1, token.length() - 1).replace("''", "'"));
    } else if (token.startsWith("\"")) {
      out.add(token.equals("\"VALUE\"") ? "value" : token.substring(1, token.length() - 1));
    } else if (lower.equals("pg_catalog") && ".".equals(peek())) {
      at++;
    } else if (TYPED.contains(lower) && peek().startsWith("'")) {
      typed(lower);
    } else {
      word(lower);
    }
  }

  private void word(String lower) {
    switch (lower) {
      case "~~" -> out.add("like");
      case "!~~" -> out.addAll(List.of("not", "like"));
      case "~~*" -> out.add("ilike");
      case "!~~*" -> out.addAll(List.of("not", "ilike"));
      case "end" -> end();
      default -> out.add(lower);
    }
  }

  /** A CASE without ELSE is printed with {@code ELSE NULL}. */
  private void end() {
    int size = out.size();
    if (size > 1 && out.get(size - 1).equals("null") && out.get(size - 2).equals("else")) {
      out.subList(size - 2, size).clear();
    }
    out.add("end");
  }

  private String peek() {
    return at < raw.size() ? raw.get(at) : "";
  }

  private void typed(String type) {
    String token = raw.get(at++);
    String value = token.substring(1, token.length() - 1).replace("''", "'");
    out.add("'" + (type.equals("interval") ? ServerExpressions.interval(value) : value));
  }

  /** A negative number is a string with a cast where the server prints it. */
  private void string(String value) {
    boolean cast = peek().equals("::");
    Matcher number = NEGATIVE.matcher(value);
    if (cast && isNext("interval")) {
      out.add("'" + ServerExpressions.interval(value));
    } else if (cast && number.matches() && isNext(natural(value))) {
      out.add("-");
      out.add(number.group(1));
    } else {
      out.add("'" + value);
    }
  }

  private static String escaped(String text) {
    return text.replace("''", "'").replace("\\n", "\n").replace("\\r", "\r").replace("\\\\", "\\");
  }

  private boolean isNext(String type) {
    return at + 1 < raw.size() && raw.get(at + 1).equals(type);
  }

  /** The type that the server gives to a number without a cast. */
  private static String natural(String number) {
    if (number.indexOf('.') >= 0) {
      return "numeric";
    }
    int bits = new BigInteger(number).bitLength();
    return bits < 32 ? "integer" : bits < 64 ? "bigint" : "numeric";
  }

  /** A type behind {@code ::}, with its namespace, further words, arguments and brackets. */
  private void type() {
    at++;
    while (peek().equals(".")) {
      at += 2;
    }
    while (TYPE_TAIL.contains(peek().toLowerCase(Locale.ROOT)) || peek().equals("(")) {
      at += peek().equals("(") ? arguments() : 1;
    }
    while (peek().equals("[")) {
      while (!peek().equals("]")) {
        at++;
      }
      at++;
    }
  }

  private int arguments() {
    int length = 1;
    while (at + length < raw.size() && !raw.get(at + length).equals(")")) {
      length++;
    }
    return length + 1;
  }

  /**
   * {@code = ANY (ARRAY[a, b])} as {@code in a, b}, {@code <> ALL (ARRAY[…])} as {@code not in}.
   */
  private static List<String> lists(List<String> tokens) {
    List<String> found = new ArrayList<>();
    int i = 0;
    while (i < tokens.size()) {
      boolean list = i + 3 < tokens.size() && tokens.get(i + 2).equals("array");
      boolean any = list && tokens.get(i).equals("=") && tokens.get(i + 1).equals("any");
      boolean all = list && tokens.get(i).equals("<>") && tokens.get(i + 1).equals("all");
      int close = any || all ? closing(tokens, i + 3) : -1;
      if (close < 0) {
        found.add(tokens.get(i++));
        continue;
      }
      found.addAll(any ? List.of("in") : List.of("not", "in"));
      found.addAll(lists(tokens.subList(i + 4, close)));
      i = close + 1;
    }
    return found;
  }

  private static int closing(List<String> tokens, int open) {
    int depth = 0;
    for (int i = open; i < tokens.size(); i++) {
      depth += tokens.get(i).equals("[") ? 1 : tokens.get(i).equals("]") ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
