package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement;
import dev.schemac.sql.SqlWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Triggers that keep a copy of a table equal. A row that is changed before it was copied is
 * inserted, which locks no gap of the copy as an UPDATE in vain would.
 */
final class MirrorTriggerSql {
  private final Syntax syntax;

  MirrorTriggerSql(Syntax syntax) {
    this.syntax = syntax;
  }

  List<String> create(Statement.CreateMirrorTriggers mirror) {
    return List.of(inserted(mirror), updated(mirror), deleted(mirror));
  }

  List<String> drop(Statement.DropMirrorTriggers mirror) {
    List<String> texts = new ArrayList<>();
    for (String suffix : List.of("_i", "_u", "_d")) {
      SqlWriter sql = syntax.start("DROP TRIGGER");
      texts.add(syntax.beside(sql, mirror.table(), mirror.name().concat(suffix)).text());
    }
    return texts;
  }

  private SqlWriter trigger(Statement.CreateMirrorTriggers mirror, String suffix, String event) {
    SqlWriter sql = syntax.start("CREATE TRIGGER");
    syntax.beside(sql, mirror.table(), mirror.name().concat(suffix)).phrase(event).phrase("ON");
    return sql.name(mirror.table()).phrase("FOR EACH ROW").line(0);
  }

  private String inserted(Statement.CreateMirrorTriggers mirror) {
    return insert(trigger(mirror, "_i", "AFTER INSERT"), mirror).text();
  }

  private String updated(Statement.CreateMirrorTriggers mirror) {
    SqlWriter sql =
        trigger(mirror, "_u", "AFTER UPDATE").phrase("BEGIN").line(2).phrase("IF NOT (");
    conjunction(sql, mirror.key(), k -> row(row(sql, "NEW", k).phrase("<=>"), "OLD", k));
    sql.close(")").phrase("THEN").line(4).phrase("UPDATE").name(mirror.to()).phrase("SET");
    sql.commaList(mirror.key(), k -> row(sql.identifier(k).phrase("="), "NEW", k));
    where(sql, mirror).close(";").line(2).phrase("END IF;");
    insert(sql.line(2), mirror).line(4).phrase("ON DUPLICATE KEY UPDATE");
    sql.commaList(mirror.columns(), c -> row(sql.identifier(c).phrase("="), "NEW", c));
    return sql.close(";").line(0).phrase("END").text();
  }

  private String deleted(Statement.CreateMirrorTriggers mirror) {
    SqlWriter sql = trigger(mirror, "_d", "AFTER DELETE").phrase("DELETE FROM").name(mirror.to());
    return where(sql, mirror).text();
  }

  private SqlWriter insert(SqlWriter sql, Statement.CreateMirrorTriggers mirror) {
    syntax.columns(sql.phrase("INSERT INTO").name(mirror.to()), mirror.columns());
    return sql.phrase("VALUES").parenthesized(mirror.columns(), c -> row(sql, "NEW", c));
  }

  private static SqlWriter where(SqlWriter sql, Statement.CreateMirrorTriggers mirror) {
    sql.phrase("WHERE");
    conjunction(sql, mirror.key(), k -> row(sql.identifier(k).phrase("="), "OLD", k));
    return sql;
  }

  private static void conjunction(
      SqlWriter sql, List<String> columns, java.util.function.Consumer<String> each) {
    for (int i = 0; i < columns.size(); i++) {
      if (i > 0) {
        sql.phrase("AND");
      }
      each.accept(columns.get(i));
    }
  }

  private static SqlWriter row(SqlWriter sql, String row, String column) {
    return sql.phrase(row).glue(".").identifier(column);
  }
}
