package dev.schemac.plan;

import dev.schemac.model.Column;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.Table;
import dev.schemac.model.WholeTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tables of PostgreSQL that come to inherit from others than before. */
public final class ChangedParents {
  private ChangedParents() {}

  /** The parents that stay: another one comes behind them, so all from it on are let go first. */
  public static List<QName> kept(List<QName> was, List<QName> now) {
    List<QName> kept = new ArrayList<>();
    int at = 0;
    for (QName parent : now) {
      int found = was.subList(at, was.size()).indexOf(parent);
      if (found < 0) {
        break;
      }
      at += found + 1;
      kept.add(parent);
    }
    return kept;
  }

  /**
   * Whether the table would declare other columns than it shall: what comes off a parent becomes
   * the table's own, and stays so.
   */
  public static boolean declareOtherwise(Schema before, Table was, Schema after, Table now) {
    List<QName> kept = kept(was.parents(), now.parents());
    if (was.parents().equals(now.parents())) {
      return false;
    }
    Set<String> still = new HashSet<>();
    for (QName parent : kept) {
      after.table(parent).stream()
          .flatMap(t -> WholeTable.of(after, t).columns().stream())
          .forEach(c -> still.add(c.name()));
    }
    for (Column column : WholeTable.of(before, was).columns()) {
      String name = column.name();
      boolean own = was.column(name).filter(c -> !c.isInherited()).isPresent();
      boolean shall = now.column(name).filter(c -> !c.isInherited()).isPresent();
      boolean stays = WholeTable.of(after, now).column(name).isPresent();
      if (stays && (own || !still.contains(name)) != shall) {
        return true;
      }
    }
    return false;
  }
}
