package dev.schemac.dialect.postgres;

import dev.schemac.diff.Change;
import dev.schemac.model.Constraint;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import dev.schemac.model.WholeTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A column or a check that a table has of its own and from a parent: it cannot go before the
 * parent's has gone, which leaves it the table's own.
 */
final class InheritedDrops {
  private InheritedDrops() {}

  /** The columns of this name that go from tables above. */
  static List<ObjectPath> above(QName table, String column, PlanFacts facts) {
    return above(table, t -> ObjectPath.column(t, column), facts);
  }

  /** The heirs that lose the column with the table. */
  static List<ObjectPath> below(QName table, String column, PlanFacts facts) {
    List<ObjectPath> found = new ArrayList<>();
    for (Table heir : facts.heirsBefore()) {
      boolean loses =
          heir.parents().contains(table)
              && facts.tableAfter(heir.name()).filter(t -> t.column(column).isEmpty()).isPresent();
      if (loses) {
        found.add(ObjectPath.column(heir.name(), column));
        found.addAll(below(heir.name(), column, facts));
      }
    }
    return found;
  }

  /** The same column of the heirs, which gets another type along with the table's. */
  static List<ObjectPath> heirs(QName table, String column, PlanFacts facts) {
    List<ObjectPath> found = new ArrayList<>();
    for (Table heir : facts.heirsBefore()) {
      if (heir.parents().contains(table) && !facts.isDropped(heir.path())) {
        found.add(ObjectPath.column(heir.name(), column));
        found.addAll(heirs(heir.name(), column, facts));
      }
    }
    return found;
  }

  /** The same of the partitions that stay. */
  static List<ObjectPath> partitions(QName table, String column, PlanFacts facts) {
    List<ObjectPath> found = new ArrayList<>();
    for (Table partition : WholeTable.partitions(facts.renamed(), table)) {
      if (!facts.isDropped(partition.path())) {
        found.add(ObjectPath.column(partition.name(), column));
        found.addAll(partitions(partition.name(), column, facts));
      }
    }
    return found;
  }

  static List<ObjectPath> above(QName table, Constraint constraint, PlanFacts facts) {
    return constraint instanceof Constraint.Check
        ? above(table, t -> TableStatements.path(t, constraint), facts)
        : List.of();
  }

  /** What comes off a parent that the table leaves is its own only then. */
  static List<ObjectPath> left(QName table, PlanFacts facts) {
    List<QName> was = facts.renamed().table(table).map(Table::parents).orElse(List.of());
    List<QName> is = facts.tableAfter(table).map(Table::parents).orElse(List.of());
    return is.containsAll(was) ? List.of() : List.of(ModifyTable.parents(table));
  }

  private static List<ObjectPath> above(
      QName table, Function<QName, ObjectPath> part, PlanFacts facts) {
    List<ObjectPath> found = new ArrayList<>();
    for (QName parent : facts.renamed().table(table).map(Table::parents).orElse(List.of())) {
      ObjectPath path = part.apply(parent);
      if (facts.changesOf(path).stream().anyMatch(InheritedDrops::isDrop)) {
        found.add(path);
      }
      found.addAll(above(parent, part, facts));
    }
    return found;
  }

  private static boolean isDrop(Change change) {
    return change instanceof Change.DropColumn || change instanceof Change.DropConstraint;
  }
}
