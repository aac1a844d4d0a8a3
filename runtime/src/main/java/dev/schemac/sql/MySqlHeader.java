package dev.schemac.sql;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parameters and results of MySQL's routines in one spelling, whoever wrote them: the server keeps
 * a parameter as it was written and prints a result from its own catalogue.
 */
public final class MySqlHeader {
  private static final Pattern PIECE =
      Pattern.compile(
          "(?<quoted>'(?:[^'\\\\]|\\\\.|'')*'|\"(?:[^\"\\\\]|\\\\.|\"\")*\"|`(?:[^`]|``)*`)"
              + "|(?<mark>\\s*[(,]\\s*|\\s*\\))"
              + "|(?<blank>(?:\\s|/\\*.*?\\*/|--\\s[^\\n]*|#[^\\n]*)+)|(?<other>.)",
          Pattern.DOTALL);

  private static final Pattern WIDTH =
      Pattern.compile(
          "(tinyint\\(4\\)|smallint\\(6\\)|mediumint\\(9\\)|int\\(11\\)|bigint\\(20\\)"
              + "|tinyint\\(3\\) unsigned|smallint\\(5\\) unsigned|mediumint\\(8\\) unsigned"
              + "|int\\(10\\) unsigned|bigint\\(20\\) unsigned|year\\(4\\))");

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("integer", "int"),
          Map.entry("dec", "decimal"),
          Map.entry("numeric", "decimal"),
          Map.entry("fixed", "decimal"),
          Map.entry("bool", "tinyint(1)"),
          Map.entry("boolean", "tinyint(1)"),
          Map.entry("real", "double"),
          Map.entry("double precision", "double"),
          Map.entry("character varying", "varchar"),
          Map.entry("char varying", "varchar"),
          Map.entry("character", "char"));

  private static final Map<String, String> ARGUMENTS =
      Map.of("decimal", "(10,0)", "char", "(1)", "binary", "(1)", "bit", "(1)");

  private static final Pattern NAME =
      Pattern.compile("(double precision|char(?:acter)? varying|[a-z]+)(\\([^()]*\\))?(.*)");

  private static final Pattern CHARSET = Pattern.compile("\\bcharacter set\\b");

  private MySqlHeader() {}

  /** One parameter with single blanks, and none around parentheses and commas. */
  public static String parameter(String written) {
    Matcher m = PIECE.matcher(written.strip());
    StringBuilder out = new StringBuilder();
    while (m.find()) {
      m.appendReplacement(out, Matcher.quoteReplacement(piece(m)));
    }
    return m.appendTail(out).toString().strip();
  }

  private static String piece(Matcher m) {
    if (m.group("blank") != null) {
      return " ";
    }
    String mark = m.group("mark");
    if (mark != null) {
      return mark.strip();
    }
    return Optional.ofNullable(m.group("quoted")).map(MySqlHeader::quoted).orElseGet(m::group);
  }

  /** In the language's own quotes, where a backslash escapes nothing. */
  private static String quoted(String text) {
    if (text.charAt(0) == '`') {
      return text;
    }
    String inner = text.substring(1, text.length() - 1);
    String plain = text.charAt(0) == '"' ? inner.replace("\"\"", "\"").replace("'", "''") : inner;
    return "'" + plain.replace("\\'", "''") + "'";
  }

  /** A function's result: {@code tinyint(1)}, {@code varchar(10) charset latin1}. */
  public static String result(String written) {
    String text = parameter(written);
    String charset = CHARSET.matcher(foldOutside(text)).replaceFirst("charset");
    Matcher width = WIDTH.matcher(charset);
    String bare =
        width.lookingAt() && !charset.contains("zerofill")
            ? charset.replaceFirst("\\(\\d+\\)", "")
            : charset;
    Matcher m = NAME.matcher(bare);
    return m.matches() ? named(m) : bare;
  }

  private static String named(Matcher m) {
    String name = NAMES.getOrDefault(m.group(1), m.group(1));
    String arguments = m.group(2) == null ? ARGUMENTS.getOrDefault(name, "") : m.group(2);
    boolean scaleless = name.equals("decimal") && arguments.indexOf(',') < 0;
    String full = scaleless ? arguments.replace(")", ",0)") : arguments;
    return (name + full + m.group(3)).replaceFirst("\\)(?=[a-z])", ") ");
  }

  /** Lower case but for what stands in quotes. */
  private static String foldOutside(String text) {
    StringBuilder out = new StringBuilder();
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      inside ^= c == '\'';
      out.append(inside ? c : Character.toLowerCase(c));
    }
    return out.toString();
  }

  /** Line breaks and the like as the language's options carry them. */
  public static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("\n", "\\n")
        .replace("\r", "\\r")
        .replace("\t", "\\t");
  }

  /** What {@link #escaped} was given. */
  public static String unescaped(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      boolean escape = text.charAt(i) == '\\' && i + 1 < text.length();
      char c = text.charAt(escape ? ++i : i);
      out.append(escape ? unescaped(c) : c);
    }
    return out.toString();
  }

  private static char unescaped(char c) {
    return switch (c) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> c;
    };
  }
}
