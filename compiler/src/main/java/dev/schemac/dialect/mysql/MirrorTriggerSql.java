package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.Statement.Assignment;
import dev.schemac.sql.SqlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

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
    SqlWriter sql = begun(trigger(mirror, "_i", "AFTER INSERT"), mirror);
    return ended(insert(sql, mirror), mirror);
  }

  private String updated(Statement.CreateMirrorTriggers mirror) {
    SqlWriter sql =
        mark(trigger(mirror, "_u", "AFTER UPDATE").phrase("BEGIN").line(2), mirror)
            .phrase("IF NOT (");
    conjunction(sql, mirror.key(), k -> value(value(sql, "NEW", k).phrase("<=>"), "OLD", k));
    sql.close(")").phrase("THEN").line(4).phrase("UPDATE").name(mirror.to()).phrase("SET");
    sql.commaList(mirror.key(), k -> value(sql.identifier(k.column()).phrase("="), "NEW", k));
    where(sql, mirror).close(";").line(2).phrase("END IF;");
    insert(sql.line(2), mirror).line(4).phrase("ON DUPLICATE KEY UPDATE");
    sql.commaList(mirror.values(), v -> value(sql.identifier(v.column()).phrase("="), "NEW", v));
    return sql.close(";").line(0).phrase("END").text();
  }

  private String deleted(Statement.CreateMirrorTriggers mirror) {
    SqlWriter sql = begun(trigger(mirror, "_d", "AFTER DELETE"), mirror);
    return ended(where(sql.phrase("DELETE FROM").name(mirror.to()), mirror), mirror);
  }

  private static SqlWriter begun(SqlWriter sql, Statement.CreateMirrorTriggers mirror) {
    return mirror.marks() ? mark(sql.phrase("BEGIN").line(2), mirror) : sql;
  }

  private static String ended(SqlWriter sql, Statement.CreateMirrorTriggers mirror) {
    return mirror.marks() ? sql.close(";").line(0).phrase("END").text() : sql.text();
  }

  private static SqlWriter mark(SqlWriter sql, Statement.CreateMirrorTriggers mirror) {
    return mirror.marks() ? sql.phrase(MirrorMark.set(mirror.name())).close(";").line(2) : sql;
  }

  private SqlWriter insert(SqlWriter sql, Statement.CreateMirrorTriggers mirror) {
    List<String> columns = mirror.values().stream().map(Assignment::column).toList();
    syntax.columns(sql.phrase("INSERT INTO").name(mirror.to()), columns);
    return sql.phrase("VALUES").parenthesized(mirror.values(), v -> value(sql, "NEW", v));
  }

  private SqlWriter where(SqlWriter sql, Statement.CreateMirrorTriggers mirror) {
    sql.phrase("WHERE");
    conjunction(sql, mirror.key(), k -> value(sql.identifier(k.column()).phrase("="), "OLD", k));
    return sql;
  }

  private static void conjunction(
      SqlWriter sql, List<Assignment> values, Consumer<Assignment> each) {
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        sql.phrase("AND");
      }
      each.accept(values.get(i));
    }
  }

  private SqlWriter value(SqlWriter sql, String row, Assignment value) {
    return syntax.expressionOver(sql, row, value.value());
  }
}
