package dev.schemac.dialect.postgres;

import dev.schemac.model.KeyPart;
import dev.schemac.sql.SqlWriter;
import java.util.List;

/** The operands of keys and indexes. */
final class KeySql {
  private final Syntax syntax;

  KeySql(Syntax syntax) {
    this.syntax = syntax;
  }

  void parts(SqlWriter sql, List<KeyPart> parts) {
    sql.parenthesized(parts, part -> part(sql, part));
  }

  private void part(SqlWriter sql, KeyPart part) {
    syntax.keyPart(sql, part.expression());
    part.collation().ifPresent(c -> CollationName.write(sql, c));
    part.operatorClass().ifPresent(sql::raw);
    if (part.direction() == KeyPart.Direction.DESC) {
      sql.phrase("DESC");
    }
    part.nullsFirst().ifPresent(first -> sql.phrase(first ? "NULLS FIRST" : "NULLS LAST"));
    if (part.withoutOverlaps()) {
      sql.phrase("WITHOUT OVERLAPS");
    }
    part.operator().ifPresent(o -> sql.phrase("WITH").raw(o));
  }

  void include(SqlWriter sql, List<String> columns) {
    if (!columns.isEmpty()) {
      syntax.columns(sql.phrase("INCLUDE"), columns);
    }
  }
}
