package dev.schemac.catalog.postgres;

import dev.schemac.model.ChosenName;
import dev.schemac.model.QName;
import dev.schemac.sql.SourceQuoting;
import dev.schemac.sql.SqlWriter;

/** Names that the server makes by itself, and names inside of options. */
final class ServerNames {
  private ServerNames() {}

  /** What the server calls a constraint, an index or a sequence that nobody named. */
  static String automatic(String table, String column, String label) {
    return ChosenName.of(table, column, label);
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
