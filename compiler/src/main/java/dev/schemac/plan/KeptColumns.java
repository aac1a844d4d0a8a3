package dev.schemac.plan;

import dev.schemac.model.Column;
import dev.schemac.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Columns that are there until the deploy although the newer schema lacks them. */
public final class KeptColumns {
  private KeptColumns() {}

  /** The newer table with the older one's columns that are kept, where they stood. */
  public static Table in(Table after, Table before, Predicate<Column> kept) {
    List<Column> columns = new ArrayList<>(after.columns());
    int next = 0;
    for (Column column : before.columns()) {
      if (after.column(column.name()).isEmpty() && kept.test(column)) {
        columns.add(next++, column);
      } else {
        next = after.column(column.name()).map(c -> columns.indexOf(c) + 1).orElse(next);
      }
    }
    return after.withColumns(columns);
  }
}
