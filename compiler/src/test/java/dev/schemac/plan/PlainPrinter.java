package dev.schemac.plan;

import dev.schemac.ddl.Statement;
import dev.schemac.model.Table;
import java.util.List;

/** Prints user SQL as it is, and everything else by its kind. */
public final class PlainPrinter implements SqlPrinter {

  @Override
  public List<String> print(Statement statement) {
    return statement instanceof Statement.UserSql(var sql)
        ? List.of(sql)
        : List.of(statement.getClass().getSimpleName());
  }

  @Override
  public String print(Guard guard) {
    return "GUARD '" + guard.message() + "'";
  }

  @Override
  public boolean isCompound(String sql) {
    return sql.contains(";");
  }

  @Override
  public List<String> printWhole(Table table) {
    return List.of("CREATE TABLE " + table.name());
  }
}
