package dev.schemac.dialect.mysql;

import dev.schemac.diff.Change;
import dev.schemac.model.Index;
import dev.schemac.model.QName;
import dev.schemac.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Spatial indexes under a column whose reference system changes: the server refuses that while one
 * is there, also where the same statement drops it (error 3644).
 */
final class SpatialKeys {
  private SpatialKeys() {}

  /** Whether a spatial index stands in the way of the change. */
  static boolean areInTheWay(Situation s, Change.ModifyColumn modify) {
    return changesSystem(modify) && !over(s, modify).isEmpty();
  }

  /** The index goes before the change and comes back behind it. */
  static List<Step> around(Situation s, Change.ModifyColumn modify, List<Step> steps) {
    if (!areInTheWay(s, modify)) {
      return steps;
    }
    QName table = modify.table();
    List<Step> all = new ArrayList<>();
    List<Step> behind = new ArrayList<>();
    for (Index index : over(s, modify)) {
      if (s.is(table).indexes().contains(index) && !s.changes(Paths.index(table, index.name()))) {
        all.add(DropIndex.step(s, table, index));
        behind.add(CreateIndex.step(s, table, index));
      }
    }
    all.addAll(steps);
    all.addAll(behind);
    return all;
  }

  private static boolean changesSystem(Change.ModifyColumn modify) {
    return !Objects.equals(
        modify.before().options().get("srid"), modify.after().options().get("srid"));
  }

  private static List<Index> over(Situation s, Change.ModifyColumn modify) {
    return s.was(modify.table()).indexes().stream()
        .filter(i -> i.method().equals("spatial"))
        .filter(i -> Interference.names(i.parts(), modify.after().name()))
        .toList();
  }
}
