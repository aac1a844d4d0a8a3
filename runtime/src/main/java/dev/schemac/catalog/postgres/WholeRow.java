package dev.schemac.catalog.postgres;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A routine that returns a table's rows selects {@code t.*}, of which the server keeps the columns
 * in the table's order of the day. In another database the table may have them in another one, and
 * only the star still fits.
 */
final class WholeRow {
  private static final String NAME = "(?:\"(?:[^\"]|\"\")*\"|[\\p{L}_][\\p{L}\\p{N}_$]*)";

  private WholeRow() {}

  /**
   * The body with the star in place of all columns.
   *
   * @param columns of the table, as the server quotes them
   */
  static String restored(String body, String table, List<String> columns) {
    StringBuilder list = new StringBuilder("SELECT\\s+((?:" + NAME + "\\.)?)");
    for (String column : columns) {
      list.append(column.equals(columns.getFirst()) ? "" : ",\\s+\\1")
          .append(Pattern.quote(column));
    }
    list.append("(\\s+FROM\\s+(?:ONLY\\s+)?").append(Pattern.quote(table));
    list.append("(?:\\s+(").append(NAME).append("))?\\s*(?:;|\\n|WHERE|ORDER|LIMIT))");
    Matcher found = Pattern.compile(list.toString()).matcher(body);
    String local = table.substring(table.lastIndexOf('.') + 1);
    return found.replaceAll(
        m -> {
          String qualifier = m.group(1);
          boolean its =
              qualifier.isEmpty()
                  || qualifier.equals(local + ".")
                  || qualifier.equals(m.group(3) + ".");
          String text = its ? "SELECT " + qualifier + "*" + m.group(2) : m.group();
          return Matcher.quoteReplacement(text);
        });
  }
}
