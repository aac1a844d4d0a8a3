package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement;
import dev.schemac.model.Column;
import dev.schemac.model.Expression;
import dev.schemac.model.Table;
import java.util.List;

/** Rows that belong to the schema: the values of an enum stored as a table. */
final class LookupRows {
  private LookupRows() {}

  static Statement.Insert insert(Table table, List<List<Expression>> rows) {
    List<String> columns = table.columns().stream().map(Column::name).toList();
    int width = rows.get(0).size();
    return new Statement.Insert(table.name(), columns.subList(0, width), rows);
  }
}
