package dev.schemac.resolve;

import dev.schemac.model.Dialect;
import dev.schemac.model.Expression;
import dev.schemac.model.Expression.Binary;
import dev.schemac.model.Expression.Call;
import dev.schemac.model.Expression.IsNull;
import dev.schemac.model.Expression.Unary;
import dev.schemac.model.ExpressionTree;
import dev.schemac.sql.ExpressionWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is left of a MySQL expression without what the server adds by itself: parentheses, character
 * sets, its own names of functions. Where the server's text and the text that schemac would send
 * differ even then, the server would not print the second as the first.
 */
final class MySqlTokens {
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?s)\\s+|'(?:[^'\\\\]|''|\\\\.)*'|`(?:[^`]|``)*`|[\\p{L}\\p{N}_$][\\p{L}\\p{N}_$.]*"
              + "|[-+*/<>=!%^&|~]+|.");

  /** As the server calls them (its items' {@code func_name()}). */
  private static final Map<String, String> NAMES =
      Map.of(
          "power", "pow",
          "octet_length", "length",
          "substring", "substr",
          "ceil", "ceiling",
          "mid", "substr",
          "character_length", "char_length");

  private static final Set<String> PARENTHESES = Set.of("(", ")");

  private final List<String> raw = new ArrayList<>();
  private final List<String> out = new ArrayList<>();
  private final boolean exact;
  private int at;

  private MySqlTokens(String sql, boolean grouped, boolean exact) {
    this.exact = exact;
    Matcher m = TOKEN.matcher(sql);
    while (m.find()) {
      boolean said = !m.group().isBlank() && (grouped || !PARENTHESES.contains(m.group()));
      if (said) {
        raw.add(m.group());
      }
    }
  }

  /**
   * Whether the server prints {@code sent} as {@code printed}, as far as tokens tell.
   *
   * @param mariaDb whose parentheses are not around everything, so that they say something
   * @param exact whether the character set of a string counts where it is not the usual one
   */
  static boolean agree(String printed, Expression sent, boolean mariaDb, boolean exact) {
    ExpressionWriter writer = ExpressionWriter.of(Dialect.MYSQL);
    if (mariaDb) {
      List<String> whole = of("(" + writer.text(sent) + ")", true, exact);
      return whole.equals(of(printed, true, exact))
          || whole.equals(of("(" + printed + ")", true, exact));
    }
    List<String> server = of(printed, false, exact);
    return server.equals(of(writer.text(calls(sent, false)), false, exact))
        || server.equals(of(writer.text(calls(sent, true)), false, exact));
  }

  /**
   * Operators that the server prints as calls.
   *
   * @param old as servers before 8.0.17 print {@code is null}
   */
  private static Expression calls(Expression e, boolean old) {
    if (e instanceof Unary(var not, IsNull inner) && not.equals("not")) {
      return new Unary(not, new IsNull(calls(inner.operand(), old)));
    }
    Expression mapped = ExpressionTree.mapOperands(e, operand -> calls(operand, old));
    return switch (mapped) {
      case Binary(var operator, var left, var right) when operator.equals("regexp") ->
          Call.of("regexp_like", left, right);
      case IsNull(var operand) when old -> Call.of("isnull", operand);
      default -> mapped;
    };
  }

  private static List<String> of(String sql, boolean grouped, boolean exact) {
    MySqlTokens tokens = new MySqlTokens(sql, grouped, exact);
    while (tokens.at < tokens.raw.size()) {
      tokens.take();
    }
    return tokens.out;
  }

  private void take() {
    String token = raw.get(at++);
    String lower = token.toLowerCase(Locale.ROOT);
    if (token.startsWith("'")) {
      out.add("'" + value(token));
    } else if (token.startsWith("`")) {
      out.add(token.substring(1, token.length() - 1).replace("``", "`"));
    } else if (lower.startsWith("0x")) {
      out.addAll(List.of("x", "'" + lower.substring(2)));
    } else if (lower.equals("charset") && peek().equals("utf8mb4")) {
      at++;
    } else if (lower.equals("0") && (peek().equals("<>") || peek().equals("="))) {
      // A value that stands where a condition is needed, or its negation.
      out.addAll(raw.get(at++).equals("=") ? List.of("not") : List.of());
    } else if (!isIntroducer(token) || exact && !lower.equals("_utf8mb4")) {
      out.add(NAMES.getOrDefault(lower, lower));
    }
  }

  private boolean isIntroducer(String token) {
    return token.startsWith("_") && peek().startsWith("'");
  }

  private String peek() {
    return at < raw.size() ? raw.get(at) : "";
  }

  private static String value(String quoted) {
    StringBuilder value = new StringBuilder();
    for (int i = 1; i < quoted.length() - 1; i++) {
      char c = quoted.charAt(i);
      if (c == '\\' || c == '\'') {
        c = quoted.charAt(++i);
        boolean escaped = quoted.charAt(i - 1) == '\\';
        value.append(escaped && c == 'n' ? '\n' : escaped && c == 'r' ? '\r' : c);
      } else {
        value.append(c);
      }
    }
    return value.toString();
  }
}
