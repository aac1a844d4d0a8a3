package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement;
import dev.schemac.model.Column;
import dev.schemac.model.Expression;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.Table;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Rows that belong to the schema: the values of an enum stored as a table. New values come before
 * the rows that use them move, old ones go behind; the foreign key keeps a used value from going.
 */
final class LookupRows {
  private LookupRows() {}

  static Statement.Insert insert(Table table, List<List<Expression>> rows) {
    List<String> columns = table.columns().stream().map(Column::name).toList();
    int width = rows.getFirst().size();
    return new Statement.Insert(table.name(), columns.subList(0, width), rows);
  }

  /** Identities of the values that the table holds. */
  static Set<ObjectPath> values(Table table) {
    return table.rows().stream()
        .map(row -> path(table, row))
        .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
  }

  /** The steps from the rows of one table to those of its next state. */
  static List<Step> steps(Table before, Table after) {
    Map<Expression, List<Expression>> old = byKey(before);
    Map<Expression, List<Expression>> now = byKey(after);
    List<List<Expression>> added =
        after.rows().stream().filter(r -> !old.containsKey(r.getFirst())).toList();
    List<List<Expression>> gone =
        before.rows().stream().filter(r -> !now.containsKey(r.getFirst())).toList();
    List<Step> steps = new ArrayList<>();
    if (!added.isEmpty()) {
      steps.add(
          draft("add values to ", after)
              .run(insert(after, added))
              .provides(paths(after, added))
              .undo(Undo.exactly(deletes(after, added)))
              .step());
    }
    Statement[] updates = updates(after, old, after.rows());
    if (updates.length > 0) {
      steps.add(
          draft("update values of ", after)
              .run(updates)
              .undo(Undo.exactly(updates(before, now, before.rows())))
              .step());
    }
    if (!gone.isEmpty()) {
      steps.add(
          draft("remove values from ", after)
              .run(deletes(after, gone))
              .removes(paths(after, gone))
              .undo(Undo.exactly(insert(before, gone)))
              .step());
    }
    return steps;
  }

  private static Draft draft(String title, Table table) {
    return Draft.of("ReplaceLookupRows", title.concat(table.name().toString()))
        .effect(Cost.rows(table.name()));
  }

  private static Statement[] deletes(Table table, List<List<Expression>> rows) {
    return rows.stream()
        .map(r -> new Statement.Delete(table.name(), Optional.of(key(table, r))))
        .toArray(Statement[]::new);
  }

  private static Statement[] updates(
      Table table, Map<Expression, List<Expression>> other, List<List<Expression>> rows) {
    List<Statement> updates = new ArrayList<>();
    for (List<Expression> row : rows) {
      List<Expression> was = other.get(row.getFirst());
      if (was != null && !was.equals(row)) {
        List<Statement.Assignment> set = new ArrayList<>();
        for (int i = 1; i < row.size(); i++) {
          set.add(new Statement.Assignment(table.columns().get(i).name(), row.get(i)));
        }
        updates.add(new Statement.Update(table.name(), set, Optional.of(key(table, row))));
      }
    }
    return updates.toArray(Statement[]::new);
  }

  private static Expression key(Table table, List<Expression> row) {
    Expression column = Conditions.column(table.columns().getFirst().name());
    return new Expression.Binary("=", column, row.getFirst());
  }

  private static Map<Expression, List<Expression>> byKey(Table table) {
    Map<Expression, List<Expression>> rows = new LinkedHashMap<>();
    table.rows().forEach(r -> rows.put(r.getFirst(), r));
    return rows;
  }

  private static List<ObjectPath> paths(Table table, List<List<Expression>> rows) {
    return rows.stream().map(r -> path(table, r)).toList();
  }

  private static ObjectPath path(Table table, List<Expression> row) {
    String label =
        row.getFirst() instanceof Expression.StringLiteral(var value)
            ? value
            : row.getFirst().toString();
    return Paths.value(table.name(), label);
  }
}
