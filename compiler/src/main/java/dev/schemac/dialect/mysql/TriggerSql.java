package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement;
import dev.schemac.model.QName;
import dev.schemac.sql.SqlWriter;
import java.util.List;

/**
 * The row triggers that schemac makes. MySQL has one trigger per event: {@code name_i} and {@code
 * name_u}.
 */
final class TriggerSql {
  private final Syntax syntax;

  TriggerSql(Syntax syntax) {
    this.syntax = syntax;
  }

  List<String> create(Statement.CreateRowTrigger trigger) {
    return switch (trigger.event()) {
      case INSERT_OR_UPDATE ->
          List.of(
              create(trigger, suffixed(trigger.name(), "_i"), "BEFORE INSERT ON"),
              create(trigger, suffixed(trigger.name(), "_u"), "BEFORE UPDATE ON"));
      case EITHER_WAY -> throw new IllegalArgumentException(trigger.name());
      case ON_UPDATE_UNLESS_SET ->
          List.of(create(trigger, suffixed(trigger.name(), "_u"), "BEFORE UPDATE ON"));
    };
  }

  List<String> drop(Statement.DropRowTrigger trigger) {
    return switch (trigger.event()) {
      case INSERT_OR_UPDATE ->
          List.of(
              drop(trigger.table(), suffixed(trigger.name(), "_i")),
              drop(trigger.table(), suffixed(trigger.name(), "_u")));
      case EITHER_WAY -> throw new IllegalArgumentException(trigger.name());
      case ON_UPDATE_UNLESS_SET -> List.of(drop(trigger.table(), suffixed(trigger.name(), "_u")));
    };
  }

  private static String suffixed(String name, String suffix) {
    return name.concat(suffix);
  }

  private String drop(QName table, String name) {
    return syntax.beside(syntax.start("DROP TRIGGER"), table, name).text();
  }

  private String create(Statement.CreateRowTrigger trigger, String name, String timing) {
    SqlWriter sql = syntax.beside(syntax.start("CREATE TRIGGER"), trigger.table(), name);
    sql.phrase(timing).name(trigger.table()).phrase("FOR EACH ROW").line(0).phrase("SET");
    sql.commaList(trigger.assignments(), a -> assign(sql, trigger.event(), a));
    return sql.text();
  }

  private void assign(
      SqlWriter sql, Statement.TriggerEvent event, Statement.Assignment assignment) {
    row(sql, "NEW", assignment.column()).phrase("=");
    switch (event) {
      case EITHER_WAY -> throw new IllegalArgumentException(assignment.column());
      case INSERT_OR_UPDATE -> syntax.expressionOver(sql, "NEW", assignment.value());
      case ON_UPDATE_UNLESS_SET -> {
        row(sql.phrase("IF("), "NEW", assignment.column()).phrase("<=>");
        row(sql, "OLD", assignment.column()).close(",");
        syntax.expressionOver(sql, "NEW", assignment.value()).close(",");
        row(sql, "NEW", assignment.column()).close(")");
      }
    }
  }

  private static SqlWriter row(SqlWriter sql, String row, String column) {
    return sql.phrase(row).glue(".").identifier(column);
  }
}
