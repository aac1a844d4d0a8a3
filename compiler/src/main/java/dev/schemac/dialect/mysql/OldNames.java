package dev.schemac.dialect.mysql;

import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.Index;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A step that takes something away runs before the columns that it names are renamed, so its undo
 * runs when they have their old names again: it says what was there in the words of the time.
 */
final class OldNames {
  private OldNames() {}

  /** The old names of those columns that are renamed. */
  static List<ObjectPath> of(Situation s, QName table, Collection<String> columns) {
    Map<String, String> renamed = s.renamedColumns(table);
    return columns.stream()
        .filter(renamed::containsKey)
        .map(c -> Paths.column(table, renamed.get(c)))
        .distinct()
        .toList();
  }

  static Index index(Situation s, QName table, Index index) {
    return original(s, table).flatMap(t -> t.index(index.name())).orElse(index);
  }

  static Column column(Situation s, QName table, Column column) {
    return original(s, table)
        .flatMap(t -> t.column(s.oldName(table, column.name())))
        .map(c -> c.withName(column.name()))
        .orElse(column);
  }

  /** Tables are renamed before anything else, so only columns have their old names. */
  static Constraint constraint(Situation s, QName table, Constraint constraint) {
    Optional<Constraint> original =
        original(s, table).flatMap(t -> t.constraint(constraint.name()));
    if (constraint instanceof Constraint.ForeignKey now
        && original.orElse(null) instanceof Constraint.ForeignKey was) {
      return was.withReferencedTable(now.referencedTable());
    }
    return original.orElse(constraint);
  }

  private static Optional<Table> original(Situation s, QName table) {
    return s.context().before().table(s.oldTable(table));
  }
}
