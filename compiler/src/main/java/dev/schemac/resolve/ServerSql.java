package dev.schemac.resolve;

import dev.schemac.model.Dialect;
import dev.schemac.sql.ResentText;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server's expression text in the language's quoting: names in backticks, strings on one line.
 */
final class ServerSql {
  /** What the server adds to each cast to text. */
  private static final String CHARSET = " charset utf8mb4";

  private static final Set<String> WITHOUT_FRACTION = Set.of("now", "curtime");

  /**
   * Functions that the language has under another name, because PostgreSQL's means something else.
   */
  private static final Map<String, String> FUNCTIONS =
      Map.of("length", "octet_length", "char", "chr");

  private static final Set<String> OTHER_TYPES = Set.of("char", "bit");

  private final String sql;
  private final Dialect dialect;
  private final StringBuilder out = new StringBuilder();
  private int at;

  private ServerSql(String sql, Dialect dialect) {
    this.sql = sql;
    this.dialect = dialect;
  }

  static String toSource(String sql, Dialect dialect) {
    return new ServerSql(sql, dialect).text();
  }

  /** What the server prints as {@code sql}, on one line. */
  static String sent(String sql, Dialect dialect) {
    String line = onOneLine(sql, dialect);
    return dialect == Dialect.POSTGRES ? ResentText.of(line) : line;
  }

  /**
   * The text without line breaks: those in strings as escapes, the others as blanks. What the
   * server makes of it is the same.
   */
  static String onOneLine(String sql, Dialect dialect) {
    if (sql.indexOf('\n') < 0 && sql.indexOf('\r') < 0 || dialect == Dialect.MYSQL) {
      return sql;
    }
    StringBuilder out = new StringBuilder();
    Matcher m = PIECE.matcher(sql);
    while (m.find()) {
      String piece = m.group();
      boolean string = piece.startsWith("'");
      boolean escapes = piece.startsWith("E'");
      String breaks = piece.replace("\n", "\\n").replace("\r", "\\r");
      boolean same = breaks.equals(piece) || piece.startsWith("\"");
      String escaped =
          escapes
              ? breaks
              : "E" + piece.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
      String line = string || escapes ? escaped : " ";
      m.appendReplacement(out, Matcher.quoteReplacement(same ? piece : line));
    }
    return m.appendTail(out).toString();
  }

  private static final Pattern PIECE =
      Pattern.compile(
          "(?s)E'(?:[^'\\\\]|''|\\\\.)*'|'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|\\s*[\\n\\r]\\s*");

  private String text() {
    while (at < sql.length()) {
      char c = sql.charAt(at);
      boolean escaped =
          dialect == Dialect.POSTGRES
              && c == 'E'
              && sql.startsWith("'", at + 1)
              && (at == 0 || !Character.isJavaIdentifierPart(sql.charAt(at - 1)));
      if (escaped) {
        at++;
        string(true);
      } else if (c == '\'') {
        string(dialect == Dialect.MYSQL);
      } else if (c == '"' && dialect == Dialect.POSTGRES) {
        name();
      } else if (c == '`') {
        backticks();
      } else if (isValue()) {
        out.append("value");
        at += 5;
      } else if (dialect == Dialect.MYSQL && isWordPart(c)) {
        word();
      } else if (dialect == Dialect.MYSQL && c == '^') {
        // MySQL's exclusive or; in the language that is a power.
        out.append('#');
        at++;
      } else if (dialect == Dialect.MYSQL && sql.startsWith(CHARSET, at)) {
        at += CHARSET.length();
      } else {
        out.append(c);
        at++;
      }
    }
    return out.toString();
  }

  /** What a domain's check is about is printed in capitals; names in capitals have quotes. */
  private boolean isValue() {
    return dialect == Dialect.POSTGRES
        && sql.startsWith("VALUE", at)
        && (at == 0 || !Character.isJavaIdentifierPart(sql.charAt(at - 1)))
        && (at + 5 == sql.length() || !Character.isJavaIdentifierPart(sql.charAt(at + 5)));
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '.' || c > 127;
  }

  /** A word of MySQL's; one that means something else in the language gets its word there. */
  private void word() {
    int start = at;
    while (at < sql.length() && isWordPart(sql.charAt(at))) {
      at++;
    }
    String word = sql.substring(start, at);
    if (word.startsWith("_") && sql.startsWith("'", at)) {
      // A character set in front of a string says nothing that its text does not.
      return;
    }
    if (word.startsWith("0x")) {
      out.append("x'").append(word.substring(2).toLowerCase(Locale.ROOT)).append('\'');
    } else if (sql.startsWith("()", at) && WITHOUT_FRACTION.contains(word)) {
      // MySQL's moments have whole seconds, the language's microseconds.
      out.append(word).append("(0)");
      at += 2;
    } else {
      boolean call = sql.startsWith("(", at);
      out.append(call ? FUNCTIONS.getOrDefault(word, word) : word);
    }
  }

  private void backticks() {
    int end = sql.indexOf('`', at + 1);
    end = end < 0 ? sql.length() - 1 : end;
    out.append(sql, at, end + 1);
    at = end + 1;
  }

  private void name() {
    StringBuilder name = new StringBuilder();
    for (at++; at < sql.length(); at++) {
      if (sql.charAt(at) == '"') {
        if (!sql.startsWith("\"\"", at)) {
          break;
        }
        at++;
      }
      name.append(sql.charAt(at));
    }
    at++;
    // In quotes these are other types than the words.
    boolean type = OTHER_TYPES.contains(name.toString()) && out.toString().endsWith("::");
    out.append(type ? "pg_catalog." : "");
    out.append('`').append(name.toString().replace("`", "``")).append('`');
  }

  private void string(boolean escapes) {
    StringBuilder value = new StringBuilder();
    for (at++; at < sql.length(); at++) {
      char c = sql.charAt(at);
      if (c == '\'') {
        if (!sql.startsWith("''", at)) {
          break;
        }
        at++;
      } else if (c == '\\' && escapes && at + 1 < sql.length()) {
        at++;
        c = escape(sql.charAt(at));
      }
      value.append(c);
    }
    at++;
    literal(value.toString());
  }

  private static char escape(char c) {
    return switch (c) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case '0' -> '\0';
      default -> c;
    };
  }

  /** The language's strings never run over a line end: breaks are {@code chr(10)}. */
  private void literal(String value) {
    if (value.indexOf('\n') < 0 && value.indexOf('\r') < 0) {
      out.append('\'').append(value.replace("'", "''")).append('\'');
      return;
    }
    String joined =
        "('"
            + value
                .replace("'", "''")
                .replace("\n", "' || chr(10) || '")
                .replace("\r", "' || chr(13) || '")
            + "')";
    out.append(joined);
  }
}
