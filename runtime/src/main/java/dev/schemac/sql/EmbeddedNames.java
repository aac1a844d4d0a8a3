package dev.schemac.sql;

import dev.schemac.model.Dialect;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Identifiers inside SQL of the user's own writing that stands in an expression. The language keeps
 * the case of names and quotes with backticks; PostgreSQL needs double quotes for both.
 */
public final class EmbeddedNames {
  private static final Pattern TOKEN =
      Pattern.compile(
          "'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|`(?:[^`]|``)*`|[A-Za-z_][A-Za-z0-9_]*(\\s*\\()?");

  private EmbeddedNames() {}

  /** The language's text as the dialect's. */
  public static String toSql(String text, Dialect dialect) {
    return switch (dialect) {
      case POSTGRES -> replace(text, EmbeddedNames::forPostgres);
      case MYSQL -> text;
    };
  }

  /** The dialect's text as the language's: {@link #toSql} makes the same of it again. */
  public static String toSource(String text) {
    return replace(text, EmbeddedNames::forSource);
  }

  private interface Rewriting {
    String of(String token, boolean called);
  }

  private static String replace(String text, Rewriting rewriting) {
    Matcher m = TOKEN.matcher(text);
    StringBuilder out = new StringBuilder();
    while (m.find()) {
      String token = rewriting.of(m.group(), m.group(1) != null);
      m.appendReplacement(out, Matcher.quoteReplacement(token));
    }
    return m.appendTail(out).toString();
  }

  private static String forPostgres(String token, boolean called) {
    char first = token.charAt(0);
    if (first == '`') {
      return PostgresQuoting.INSTANCE.identifier(
          token.substring(1, token.length() - 1).replace("``", "`"));
    }
    boolean cased = !token.equals(token.toLowerCase(Locale.ROOT));
    boolean word = first != '\'' && first != '"';
    return word && cased && !called && !SqlKeywords.isKeyword(token)
        ? PostgresQuoting.INSTANCE.identifier(token)
        : token;
  }

  private static String forSource(String token, boolean called) {
    return token.charAt(0) == '"'
        ? "`"
            + token.substring(1, token.length() - 1).replace("\"\"", "\"").replace("`", "``")
            + "`"
        : token;
  }
}
