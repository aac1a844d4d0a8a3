package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.Statement.Assignment;
import dev.schemac.model.Column;
import dev.schemac.model.DataType;
import dev.schemac.model.Expression;
import dev.schemac.sql.SqlWriter;
import java.util.List;
import java.util.Set;

/**
 * Rows back into what is left of a table, while both are locked: those that are no longer the same
 * go, those that are missing come, and the rest keeps what it had. Under {@code LOCK TABLES} each
 * table is named once in a statement (error 1100).
 */
final class ReturnRowsSql {
  private static final Set<String> TEXTS =
      Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext");

  private final Syntax syntax;

  ReturnRowsSql(Syntax syntax) {
    this.syntax = syntax;
  }

  List<String> print(Statement.ReturnRows rows) {
    String stop = new GuardSql(syntax).stop(rows.to().name().concat(" cannot hold all rows"));
    return List.of(delete(rows), insert(rows), count(rows), stop);
  }

  private String delete(Statement.ReturnRows rows) {
    SqlWriter sql = syntax.start("DELETE FROM").name(rows.to()).phrase("WHERE NOT EXISTS (");
    sql.phrase("SELECT 1 FROM").name(rows.table().name()).phrase("WHERE");
    boolean first = true;
    for (Assignment value : rows.there()) {
      if (!first) {
        sql.phrase("AND");
      }
      first = false;
      same(sql, rows, value);
    }
    return sql.close(")").text();
  }

  /** Texts to the letter, whatever their collation takes for the same. */
  private void same(SqlWriter sql, Statement.ReturnRows rows, Assignment value) {
    boolean text = rows.table().column(value.column()).filter(ReturnRowsSql::isText).isPresent();
    String open = text ? "CAST(" : "(";
    String close = text ? " AS BINARY)" : ")";
    Expression now = new Expression.ColumnRef(value.column());
    syntax.expressionOf(sql.phrase(open), rows.table().name(), now).close(close).phrase("<=>");
    syntax.expressionOf(sql.phrase(open), rows.to(), value.value()).close(close);
  }

  private static boolean isText(Column column) {
    return switch (column.type()) {
      case DataType.Builtin type -> TEXTS.contains(type.name());
      case DataType.InlineEnum ignored -> true;
      case DataType.InlineSet ignored -> true;
      case DataType.Named ignored -> false;
      case DataType.Array ignored -> false;
    };
  }

  private String insert(Statement.ReturnRows rows) {
    SqlWriter sql = syntax.start("INSERT INTO").name(rows.to());
    syntax.columns(sql, rows.back().stream().map(Assignment::column).toList()).phrase("SELECT");
    sql.commaList(rows.back(), v -> syntax.expressionOf(sql, rows.table().name(), v.value()));
    sql.phrase("FROM").name(rows.table().name()).phrase("ON DUPLICATE KEY UPDATE");
    Expression key = rows.key().getFirst().value();
    return syntax.stays(sql, rows.to(), ((Expression.ColumnRef) key).name()).text();
  }

  /** A row that another key of the table keeps out would be missing. */
  private String count(Statement.ReturnRows rows) {
    return syntax
        .start("SELECT (SELECT COUNT(*) FROM")
        .name(rows.table().name())
        .close(")")
        .phrase("- (SELECT COUNT(*) FROM")
        .name(rows.to())
        .close(")")
        .phrase("INTO @schemac_rows")
        .text();
  }
}
