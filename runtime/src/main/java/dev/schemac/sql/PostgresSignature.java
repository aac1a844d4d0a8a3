package dev.schemac.sql;

import dev.schemac.model.Dialect;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The types of a routine's parameters, which are a part of its name: {@code (int, text[])} in the
 * language's words, {@code (integer, text[])} in the server's.
 */
public final class PostgresSignature {
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("integer", "int"),
          Map.entry("double precision", "double"),
          Map.entry("numeric", "decimal"),
          Map.entry("boolean", "bool"),
          Map.entry("character", "char"),
          Map.entry("character varying", "varchar"),
          Map.entry("bit varying", "varbit"),
          Map.entry("timestamp with time zone", "timestamptz"),
          Map.entry("timestamp without time zone", "timestamp"),
          Map.entry("time with time zone", "timetz"),
          Map.entry("time without time zone", "time"));

  /** A quoted name or a run of words. */
  private static final Pattern TYPE =
      Pattern.compile("\"(?:[^\"]|\"\")*\"|[A-Za-z_][A-Za-z0-9_$]*(?: [a-z]+)*|\\.");

  private static final Pattern DOUBLE =
      Pattern.compile("`(?:[^`]|``)*`|\\bdouble\\b(?!\\s+precision)");

  private PostgresSignature() {}

  /** What {@code format_type} prints in the language's words, quoted names in backticks. */
  public static String words(String types) {
    Matcher m = TYPE.matcher(types);
    StringBuilder out = new StringBuilder();
    while (m.find()) {
      String text = m.group();
      String word =
          text.startsWith("\"") ? EmbeddedNames.toSource(text) : WORDS.getOrDefault(text, text);
      m.appendReplacement(out, Matcher.quoteReplacement(word));
    }
    return m.appendTail(out).toString();
  }

  /** A signature in the language's words as the server reads it. */
  public static String sql(String signature) {
    Matcher m = DOUBLE.matcher(signature);
    String known =
        m.replaceAll(
            r ->
                Matcher.quoteReplacement(
                    r.group().equals("double") ? "double precision" : r.group()));
    return EmbeddedNames.toSql(known, Dialect.POSTGRES);
  }
}
