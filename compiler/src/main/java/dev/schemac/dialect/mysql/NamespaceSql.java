package dev.schemac.dialect.mysql;

import dev.schemac.model.SchemaObject;
import dev.schemac.sql.SqlWriter;
import java.util.SortedMap;
import java.util.TreeMap;

/** A database, which is what MySQL calls a namespace. */
final class NamespaceSql {
  private final Syntax syntax;

  NamespaceSql(Syntax syntax) {
    this.syntax = syntax;
  }

  String create(SchemaObject.Namespace namespace) {
    SqlWriter sql = syntax.start("CREATE DATABASE").identifier(namespace.name());
    options(sql, namespace.options());
    return sql.text();
  }

  String drop(SchemaObject.Namespace namespace) {
    return syntax.start("DROP DATABASE").identifier(namespace.name()).text();
  }

  /** The options that differ; an option that is taken back needs the server's own default said. */
  String alter(SchemaObject.Namespace before, SchemaObject.Namespace after) {
    SqlWriter sql = syntax.start("ALTER DATABASE").identifier(after.name());
    SortedMap<String, String> changed = new TreeMap<>(after.options());
    before.options().forEach((key, value) -> changed.remove(key, value));
    options(sql, changed);
    return sql.text();
  }

  private void options(SqlWriter sql, SortedMap<String, String> options) {
    option(sql, "CHARACTER SET", options.get("charset"));
    option(sql, "COLLATE", options.get("collate"));
    option(sql, "ENCRYPTION", options.get("encryption"));
  }

  private void option(SqlWriter sql, String keywords, String value) {
    if (value != null) {
      sql.phrase(keywords).phrase("=");
      if (keywords.equals("ENCRYPTION")) {
        sql.string(value);
      } else {
        syntax.word(sql, value);
      }
    }
  }
}
