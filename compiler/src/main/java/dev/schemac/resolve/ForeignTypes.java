package dev.schemac.resolve;

import dev.schemac.model.Dialect;
import java.util.Map;

/** What to write instead of a type that only the other dialect has. */
final class ForeignTypes {
  private static final Map<String, String> ON_POSTGRES =
      Map.ofEntries(
          Map.entry("tinyint", "smallint"),
          Map.entry("mediumint", "int"),
          Map.entry("int", "bigint"),
          Map.entry("smallint", "int"),
          Map.entry("bigint", "decimal(20, 0)"),
          Map.entry("decimal", "decimal(p, s)` with a check `(value >= 0)"),
          Map.entry("datetime", "timestamp"),
          Map.entry("year", "smallint"),
          Map.entry("tinytext", "text"),
          Map.entry("mediumtext", "text"),
          Map.entry("longtext", "text"),
          Map.entry("blob", "bytes"),
          Map.entry("tinyblob", "bytes"),
          Map.entry("mediumblob", "bytes"),
          Map.entry("longblob", "bytes"),
          Map.entry("binary", "bytes"),
          Map.entry("varbinary", "bytes"),
          Map.entry("nchar", "char(n)"),
          Map.entry("nvarchar", "varchar(n)"));
  private static final Map<String, String> ON_MYSQL =
      Map.ofEntries(
          Map.entry("bytea", "bytes"),
          Map.entry("jsonb", "json"),
          Map.entry("xml", "text"),
          Map.entry("inet", "varchar(45)"),
          Map.entry("cidr", "varchar(49)"),
          Map.entry("macaddr", "char(17)"),
          Map.entry("macaddr8", "char(23)"),
          Map.entry("money", "decimal(19, 2)"),
          Map.entry("interval", "bigint"),
          Map.entry("timetz", "time"),
          Map.entry("citext", "varchar(255)"),
          Map.entry("hstore", "json"),
          Map.entry("ltree", "varchar(255)"),
          Map.entry("varbit", "bit(n)"),
          Map.entry("oid", "bigint"),
          Map.entry("name", "varchar(63)"),
          Map.entry("tsvector", "text"),
          Map.entry("serial", "int identity"),
          Map.entry("bigserial", "bigint identity"),
          Map.entry("smallserial", "smallint identity"));

  private ForeignTypes() {}

  /** A sentence for {@code help}. */
  static String help(Dialect target, String name, String written) {
    String instead = (target == Dialect.POSTGRES ? ON_POSTGRES : ON_MYSQL).get(name);
    Dialect other = target == Dialect.POSTGRES ? Dialect.MYSQL : Dialect.POSTGRES;
    if (instead == null) {
      return "write `" + other.label() + "." + written + " | " + target.label() + ".…`";
    }
    return "write `"
        + instead
        + "`, or `"
        + other.label()
        + "."
        + written
        + " | "
        + target.label()
        + ".…`";
  }
}
