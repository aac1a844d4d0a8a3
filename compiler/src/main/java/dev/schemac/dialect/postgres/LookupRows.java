package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.model.Column;
import dev.schemac.model.Expression;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows that belong to the schema; the first column is their key. */
final class LookupRows {
  private LookupRows() {}

  /** New rows, and those whose other columns change. */
  static List<Statement> made(Table before, Table after) {
    List<Statement> all = new ArrayList<>(changed(before, after));
    all.addAll(inserted(before, after));
    return all;
  }

  static List<Statement> changed(Table before, Table after) {
    List<Statement> all = new ArrayList<>();
    for (List<Expression> row : after.rows()) {
      if (find(before, row.getFirst()).filter(old -> !old.equals(row)).isPresent()) {
        all.add(update(after, row));
      }
    }
    return all;
  }

  /** The rows of {@code after} that {@code before} lacks. */
  static List<Statement> inserted(Table before, Table after) {
    List<List<Expression>> added =
        after.rows().stream().filter(r -> find(before, r.getFirst()).isEmpty()).toList();
    return TableStatements.rows(after, added).map(List::of).orElse(List.of());
  }

  /** The rows of {@code before} that {@code after} lacks. */
  static List<Statement> removed(Table before, Table after) {
    List<Statement> all = new ArrayList<>();
    for (List<Expression> row : before.rows()) {
      if (find(after, row.getFirst()).isEmpty()) {
        all.add(new Statement.Delete(after.name(), Optional.of(isKey(after, row.getFirst()))));
      }
    }
    return all;
  }

  /** The values that {@code after} has and {@code before} lacks. */
  static List<ObjectPath> added(Table before, Table after) {
    return after.rows().stream()
        .map(List::getFirst)
        .filter(key -> find(before, key).isEmpty())
        .filter(Expression.StringLiteral.class::isInstance)
        .map(key -> path(after.name(), ((Expression.StringLiteral) key).value()))
        .toList();
  }

  /** The values of the lookup tables that a column refers to. */
  static List<ObjectPath> paths(QName table, String column, List<String> values, PlanFacts facts) {
    List<ObjectPath> found = new ArrayList<>();
    facts.tableAfter(table).stream()
        .flatMap(t -> t.foreignKeys().stream())
        .filter(k -> k.columns().equals(List.of(column)))
        .forEach(k -> values.forEach(v -> found.add(path(k.referencedTable(), v))));
    return found;
  }

  private static ObjectPath path(QName table, String value) {
    return new ObjectPath(ObjectKind.ENUM_VALUE, table, value);
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
