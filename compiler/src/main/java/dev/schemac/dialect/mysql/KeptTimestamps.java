package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement;
import dev.schemac.model.Column;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import java.util.ArrayList;
import java.util.List;

/**
 * Columns with {@code ON UPDATE CURRENT_TIMESTAMP} would say that a migration's UPDATE was the
 * application's; assigned to themselves they keep what they have (manual, "Automatic Initialization
 * and Updating"). They stand under their old names, so the UPDATE goes before a rename.
 */
final class KeptTimestamps {
  private KeptTimestamps() {}

  /** The assignments, with those that keep the columns which are not assigned. */
  static List<Statement.Assignment> with(
      Situation s, QName table, List<Statement.Assignment> assignments) {
    List<Statement.Assignment> all = new ArrayList<>(assignments);
    for (Column column : s.was(table).columns()) {
      boolean assigned = assignments.stream().anyMatch(a -> a.column().equals(column.name()));
      if (column.onUpdate().isPresent() && !assigned) {
        String name = s.oldName(table, column.name());
        all.add(new Statement.Assignment(name, Conditions.column(name)));
      }
    }
    return all;
  }

  /** Old names that the UPDATE goes before the rename of. */
  static List<ObjectPath> releases(Situation s, QName table) {
    return s.was(table).columns().stream()
        .filter(c -> c.onUpdate().isPresent())
        .filter(c -> s.renamedColumns(table).containsKey(c.name()))
        .map(c -> Paths.column(table, s.oldName(table, c.name())))
        .toList();
  }
}
