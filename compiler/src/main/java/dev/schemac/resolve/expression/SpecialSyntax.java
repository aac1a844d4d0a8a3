package dev.schemac.resolve.expression;

import dev.schemac.model.Expression;
import dev.schemac.model.Expression.Call;
import dev.schemac.model.Expression.ColumnRef;
import dev.schemac.model.Expression.StringLiteral;
import dev.schemac.model.Expression.TypedLiteral;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Forms with a syntax of their own that the grammar keeps as text. */
final class SpecialSyntax {
  private static final Pattern EXTRACT =
      Pattern.compile("(?i)extract ?\\( ?(\\w+) from ([A-Za-z_]\\w*|`[^`]+`|\"[^\"]+\") ?\\)");
  private static final Pattern INTERVAL = Pattern.compile("(?i)interval (\\d+) ([a-z]+)");

  private SpecialSyntax() {}

  /** The call or literal that the text is, or the text. */
  static Expression of(String text) {
    Matcher extract = EXTRACT.matcher(text);
    if (extract.matches()) {
      return Call.of(
          "extract",
          new StringLiteral(extract.group(1).toLowerCase(Locale.ROOT)),
          new ColumnRef(unquoted(extract.group(2))));
    }
    Matcher interval = INTERVAL.matcher(text);
    return interval.matches()
        ? new TypedLiteral("interval", interval.group(1) + " " + interval.group(2))
        : new Expression.Sql(text);
  }

  private static String unquoted(String name) {
    boolean quoted = name.startsWith("`") || name.startsWith("\"");
    return quoted ? name.substring(1, name.length() - 1) : name;
  }
}
