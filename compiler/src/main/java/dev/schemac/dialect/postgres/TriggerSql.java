package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.model.Expression;
import dev.schemac.model.QName;
import dev.schemac.sql.SqlWriter;
import java.util.List;

/** The row triggers that schemac makes: a function of the trigger's name beside the table. */
final class TriggerSql {
  private final Syntax syntax;

  TriggerSql(Syntax syntax) {
    this.syntax = syntax;
  }

  List<String> create(Statement.CreateRowTrigger trigger) {
    QName function = trigger.table().withName(trigger.name());
    SqlWriter sql = syntax.start("CREATE FUNCTION").name(function).close("()");
    sql.phrase("RETURNS trigger LANGUAGE plpgsql");
    if (trigger.event() != Statement.TriggerEvent.ON_UPDATE_UNLESS_SET) {
      sql.phrase("SET search_path FROM CURRENT"); // names mean the same in every session
    }
    sql.phrase("AS");
    syntax.dollarQuoted(sql, "trigger", body(trigger));
    SqlWriter create = syntax.start("CREATE TRIGGER").identifier(trigger.name());
    create.phrase(timing(trigger.event())).name(trigger.table());
    create.phrase("FOR EACH ROW EXECUTE FUNCTION").name(function).close("()");
    return List.of(sql.text(), create.text());
  }

  /** No column list and no WHEN: another BEFORE trigger's assignment would not fire it. */
  private static String timing(Statement.TriggerEvent event) {
    return switch (event) {
      case INSERT_OR_UPDATE, EITHER_WAY -> "BEFORE INSERT OR UPDATE ON";
      case ON_UPDATE_UNLESS_SET -> "BEFORE UPDATE ON";
    };
  }

  private String body(Statement.CreateRowTrigger trigger) {
    SqlWriter sql = syntax.fragment().line(0).phrase("BEGIN");
    if (trigger.event() == Statement.TriggerEvent.EITHER_WAY) {
      eitherWay(
          sql, trigger.table(), trigger.assignments().getFirst(), trigger.assignments().getLast());
      return sql.line(2).phrase("RETURN NEW;").line(0).phrase("END").line(0).text();
    }
    for (Statement.Assignment assignment : trigger.assignments()) {
      switch (trigger.event()) {
        case INSERT_OR_UPDATE, EITHER_WAY -> assign(sql.line(2), trigger.table(), assignment);
        case ON_UPDATE_UNLESS_SET -> {
          sql.line(2).phrase("IF NEW").glue(".").identifier(assignment.column());
          sql.phrase("IS NOT DISTINCT FROM OLD").glue(".").identifier(assignment.column());
          sql.line(4).phrase("AND current_setting(").string(RowUpdate.SETTING);
          sql.close(", true) IS DISTINCT FROM 'on'");
          assign(sql.phrase("THEN").line(4), trigger.table(), assignment);
          sql.line(2).phrase("END IF;");
        }
      }
    }
    return sql.line(2).phrase("RETURN NEW;").line(0).phrase("END").line(0).text();
  }

  /** A backfill writes the copy as the trigger would: then the column stays as it is. */
  private void eitherWay(
      SqlWriter sql, QName table, Statement.Assignment forward, Statement.Assignment backward) {
    sql.line(2).phrase("IF TG_OP = 'UPDATE'");
    of(sql.line(4).phrase("AND"), "NEW", forward).phrase("IS DISTINCT FROM");
    of(sql, "OLD", forward);
    of(sql.line(4).phrase("AND"), "NEW", backward).phrase("IS NOT DISTINCT FROM");
    of(sql, "OLD", backward);
    of(sql.line(4).phrase("AND"), "NEW", forward).phrase("IS DISTINCT FROM");
    value(sql, table, forward.value()).phrase("THEN");
    assign(sql.line(4), table, backward);
    sql.line(2).phrase("ELSE");
    assign(sql.line(4), table, forward);
    sql.line(2).phrase("END IF;");
  }

  private static SqlWriter of(SqlWriter sql, String row, Statement.Assignment assignment) {
    return sql.phrase(row).glue(".").identifier(assignment.column());
  }

  private void assign(SqlWriter sql, QName table, Statement.Assignment assignment) {
    sql.phrase("NEW").glue(".").identifier(assignment.column()).phrase(":=");
    value(sql, table, assignment.value()).close(";");
  }

  /** Text that is not understood finds the new row under the name of its table. */
  private SqlWriter value(SqlWriter sql, QName table, Expression value) {
    if (!ColumnReferences.hasText(value)) {
      return syntax.overNewRow(sql, value);
    }
    syntax.expression(sql.phrase("(SELECT"), value);
    return sql.phrase("FROM (SELECT NEW.*) AS").identifier(table.name()).close(")");
  }

  List<String> drop(Statement.DropRowTrigger drop) {
    SqlWriter trigger = syntax.start("DROP TRIGGER").identifier(drop.name());
    SqlWriter function = syntax.start("DROP FUNCTION").name(drop.table().withName(drop.name()));
    return List.of(trigger.phrase("ON").name(drop.table()).text(), function.close("()").text());
  }
}
