package dev.schemac.sql;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What PostgreSQL prints does not always mean the same to it when it reads it again: a cast that it
 * added by itself to a whole array goes to each element, a BETWEEN joins the AND around it. This is
 * the text that it prints so.
 */
public final class ResentText {
  private static final Pattern ARRAY =
      Pattern.compile(
          "\\b(?:ANY|ALL)"
              + " \\((?=\\(ARRAY\\[)|E'(?:[^'\\\\]|''|\\\\.)*'|'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"",
          Pattern.DOTALL);

  private static final Pattern CAST = Pattern.compile("\\)::[^()']+?\\[\\](?=\\))");

  private ResentText() {}

  public static String of(String printed) {
    return BetweenText.restored(printed.contains("(ARRAY[") ? withoutCasts(printed) : printed);
  }

  /** {@code = ANY ((ARRAY['a'::character varying])::text[])} without the last cast. */
  private static String withoutCasts(String printed) {
    StringBuilder out = new StringBuilder();
    Matcher array = ARRAY.matcher(printed);
    int from = 0;
    while (array.find()) {
      if (!array.group().endsWith("(")) {
        continue;
      }
      int open = array.end();
      int close = closing(printed, open);
      Matcher cast = CAST.matcher(printed);
      if (close > 0 && cast.find(close) && cast.start() == close) {
        out.append(printed, from, open).append(printed, open + 1, close);
        from = cast.end();
      }
    }
    return out.append(printed, from, printed.length()).toString();
  }

  private static int closing(String text, int open) {
    int depth = 0;
    char quote = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else {
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (depth == 0) {
          return i;
        }
      }
    }
    return -1;
  }
}
