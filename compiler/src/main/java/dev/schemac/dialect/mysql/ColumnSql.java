package dev.schemac.dialect.mysql;

import dev.schemac.model.Column;
import dev.schemac.model.Expression;
import dev.schemac.model.Generated;
import dev.schemac.sql.SqlWriter;
import java.util.Locale;

/**
 * A column's whole definition, as {@code CREATE TABLE}, {@code ADD COLUMN} and {@code MODIFY
 * COLUMN} all need it: what is left out of a MODIFY is dropped.
 */
final class ColumnSql {
  private final Syntax syntax;

  ColumnSql(Syntax syntax) {
    this.syntax = syntax;
  }

  SqlWriter define(SqlWriter sql, Column column) {
    syntax.type(sql.identifier(column.name()), column.type());
    flag(sql, column, "compressed", "COMPRESSED");
    option(sql, column, "charset", "CHARACTER SET");
    column.collation().ifPresent(c -> syntax.word(sql.phrase("COLLATE"), c));
    column.generated().ifPresent(g -> generated(sql, g));
    String row = column.options().get("row");
    if (row != null) {
      sql.phrase("GENERATED ALWAYS AS ROW").phrase(row.equals("start") ? "START" : "END");
    } else if (column.generated().isEmpty() || !syntax.isMariaDb()) {
      sql.phrase(column.nullable() ? "NULL" : "NOT NULL");
    }
    option(sql, column, "srid", "SRID");
    column.defaultValue().ifPresent(v -> defaultValue(sql.phrase("DEFAULT"), column, v));
    column.onUpdate().ifPresent(v -> syntax.onUpdate(sql.phrase("ON UPDATE"), v, column.type()));
    column.identity().ifPresent(ignored -> sql.phrase("AUTO_INCREMENT"));
    if (isInvisible(column)) {
      sql.phrase("INVISIBLE");
    }
    option(sql, column, "column_format", "COLUMN_FORMAT");
    option(sql, column, "storage", "STORAGE");
    column.comment().ifPresent(c -> sql.phrase("COMMENT").string(c));
    KeyOptionSql.attribute(sql, column.options(), "engine_attribute", "ENGINE_ATTRIBUTE");
    KeyOptionSql.attribute(
        sql, column.options(), "secondary_engine_attribute", "SECONDARY_ENGINE_ATTRIBUTE");
    flag(sql, column, "without_system_versioning", "WITHOUT SYSTEM VERSIONING");
    String check = column.options().get("check");
    if (check != null) {
      sql.phrase("CHECK (").close(check).close(")");
    }
    return sql;
  }

  private static void flag(SqlWriter sql, Column column, String key, String keywords) {
    if (column.options().containsKey(key)) {
      sql.phrase(keywords);
    }
  }

  private void defaultValue(SqlWriter sql, Column column, Expression value) {
    if (column.options().containsKey("default_expression")) {
      syntax.parenthesized(sql, value);
    } else {
      syntax.defaultValue(sql, value, column.type());
    }
  }

  /**
   * Whether the column's default has to be dropped once the column is there: no definition says it.
   */
  static boolean lacksDefault(Column column) {
    return column.options().containsKey("no_default");
  }

  static boolean isInvisible(Column column) {
    return "true".equals(column.options().get("invisible"));
  }

  private void generated(SqlWriter sql, Generated generated) {
    syntax.parenthesized(sql.phrase("GENERATED ALWAYS AS"), generated.expression());
    sql.phrase(generated.storage().name().toUpperCase(Locale.ROOT));
  }

  private void option(SqlWriter sql, Column column, String key, String keywords) {
    String value = column.options().get(key);
    if (value != null) {
      syntax.word(sql.phrase(keywords), value);
    }
  }
}
