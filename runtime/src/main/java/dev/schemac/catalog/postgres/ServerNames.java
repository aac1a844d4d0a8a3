package dev.schemac.catalog.postgres;

import dev.schemac.model.QName;
import dev.schemac.sql.SourceQuoting;
import dev.schemac.sql.SqlWriter;
import java.nio.charset.StandardCharsets;

/** Names that the server makes by itself, and names inside of options. */
final class ServerNames {
  private static final int LIMIT = 63;

  private ServerNames() {}

  /** What the server calls a constraint, an index or a sequence that nobody named. */
  static String automatic(String table, String column, String label) {
    int overhead = label.length() + 1 + (column.isEmpty() ? 0 : 1);
    int first = bytes(table);
    int second = bytes(column);
    while (first + second > LIMIT - overhead) {
      if (first > second) {
        first--;
      } else {
        second--;
      }
    }
    String head = cut(table, first) + (column.isEmpty() ? "" : "_" + cut(column, second));
    return head + "_" + label;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String cut(String text, int limit) {
    String cut = text;
    while (bytes(cut) > limit) {
      cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
    }
    return cut;
  }

  /** A name as an option's value: the language's spelling. */
  static String inOption(QName name) {
    return new SqlWriter(SourceQuoting.INSTANCE).name(name).text();
  }

  /** A collation or operator class: bare where everybody finds it, else in the server's quotes. */
  static String collation(ReadContext context, String namespace, String name) {
    boolean bare = namespace.equals("pg_catalog") || namespace.equals(context.defaultNamespace());
    return bare ? name : quoted(namespace) + "." + quoted(name);
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
