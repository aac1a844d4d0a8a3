package dev.schemac.dialect.mysql;

import dev.schemac.model.KeyPart;
import dev.schemac.sql.SqlWriter;
import java.util.List;

/** The operands of a key or an index. */
final class KeySql {
  private final Syntax syntax;

  KeySql(Syntax syntax) {
    this.syntax = syntax;
  }

  SqlWriter parts(SqlWriter sql, List<KeyPart> parts) {
    return sql.parenthesized(parts, part -> part(sql, part));
  }

  private void part(SqlWriter sql, KeyPart part) {
    syntax.keyPart(sql, part.expression());
    part.prefixLength().ifPresent(n -> sql.close("(").close(Integer.toString(n)).close(")"));
    if (part.withoutOverlaps()) {
      sql.phrase("WITHOUT OVERLAPS");
    }
    if (part.direction() == KeyPart.Direction.DESC) {
      sql.phrase("DESC");
    }
  }
}
