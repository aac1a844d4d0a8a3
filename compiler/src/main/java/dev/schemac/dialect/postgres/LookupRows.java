package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.model.Column;
import dev.schemac.model.Expression;
import dev.schemac.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows that belong to the schema; the first column is their key. */
final class LookupRows {
  private LookupRows() {}

  /** The statements that make the rows of one state those of the next. */
  static List<Statement> change(Table before, Table after) {
    List<Statement> all = new ArrayList<>();
    List<List<Expression>> added = new ArrayList<>();
    for (List<Expression> row : after.rows()) {
      Optional<List<Expression>> old = find(before, row.getFirst());
      if (old.isEmpty()) {
        added.add(row);
      } else if (!old.get().equals(row)) {
        all.add(update(after, row));
      }
    }
    TableStatements.rows(after, added).ifPresent(all::add);
    for (List<Expression> row : before.rows()) {
      if (find(after, row.getFirst()).isEmpty()) {
        all.add(new Statement.Delete(after.name(), Optional.of(isKey(after, row.getFirst()))));
      }
    }
    return all;
  }

  private static Optional<List<Expression>> find(Table table, Expression key) {
    return table.rows().stream().filter(r -> r.getFirst().equals(key)).findFirst();
  }

  private static Expression isKey(Table table, Expression key) {
    String column = table.columns().getFirst().name();
    return new Expression.Binary("=", new Expression.ColumnRef(column), key);
  }

  private static Statement update(Table table, List<Expression> row) {
    List<Statement.Assignment> assignments = new ArrayList<>();
    for (int i = 1; i < row.size(); i++) {
      Column column = table.columns().get(i);
      assignments.add(new Statement.Assignment(column.name(), row.get(i)));
    }
    return new Statement.Update(
        table.name(), assignments, Optional.of(isKey(table, row.getFirst())));
  }
}
