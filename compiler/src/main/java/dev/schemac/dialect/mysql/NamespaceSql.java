package dev.schemac.dialect.mysql;

import dev.schemac.model.SchemaObject;
import dev.schemac.sql.SqlWriter;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A database, which is what MySQL calls a namespace. */
final class NamespaceSql {
  private static final String ENCRYPTION = "encryption";

  private final Syntax syntax;

  NamespaceSql(Syntax syntax) {
    this.syntax = syntax;
  }

  /** The connection's own database is there: it gets what a new one would be made with. */
  String create(SchemaObject.Namespace namespace) {
    SqlWriter sql = start(namespace.isDefault() ? "ALTER DATABASE" : "CREATE DATABASE", namespace);
    options(sql, namespace.options());
    comment(sql, namespace.comment());
    return sql.text();
  }

  String drop(SchemaObject.Namespace namespace) {
    return syntax.start("DROP DATABASE").identifier(namespace.name()).text();
  }

  /** The options that differ; a character set and its collation are one. */
  String alter(SchemaObject.Namespace before, SchemaObject.Namespace after) {
    SqlWriter sql = start("ALTER DATABASE", after);
    SortedMap<String, String> changed = new TreeMap<>(after.options());
    before.options().forEach((key, value) -> changed.remove(key, value));
    if (!charset(before).equals(charset(after))) {
      changed.putAll(charset(after));
    }
    if (before.options().containsKey(ENCRYPTION)) {
      changed.putIfAbsent(ENCRYPTION, "n");
    }
    options(sql, changed);
    if (!before.comment().equals(after.comment())) {
      comment(sql, Optional.of(after.comment().orElse("")));
    }
    return sql.text();
  }

  private SqlWriter start(String keywords, SchemaObject.Namespace namespace) {
    SqlWriter sql = syntax.start(keywords);
    return namespace.isDefault() ? sql : sql.identifier(namespace.name());
  }

  private static SortedMap<String, String> charset(SchemaObject.Namespace namespace) {
    SortedMap<String, String> some = new TreeMap<>(namespace.options());
    some.remove(ENCRYPTION);
    return some;
  }

  /** MariaDB's. */
  private void comment(SqlWriter sql, Optional<String> comment) {
    if (syntax.isMariaDb()) {
      comment.ifPresent(text -> sql.phrase("COMMENT =").string(text));
    }
  }

  private void options(SqlWriter sql, SortedMap<String, String> options) {
    option(sql, "CHARACTER SET", options.get("charset"));
    option(sql, "COLLATE", options.get("collate"));
    option(sql, "ENCRYPTION", options.get(ENCRYPTION));
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
