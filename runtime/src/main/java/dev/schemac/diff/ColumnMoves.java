package dev.schemac.diff;

import dev.schemac.model.Column;
import dev.schemac.model.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Columns that stay and stand in another order than before, which MySQL keeps and prints. */
public final class ColumnMoves {
  private ColumnMoves() {}

  /** As few columns as possible that have to move, of those that both tables have. */
  public static Set<String> moved(Table before, Table after, Set<String> gone) {
    List<String> old = before.columns().stream().map(Column::name).toList();
    List<String> kept =
        after.columns().stream()
            .map(Column::name)
            .filter(c -> old.contains(c) && !gone.contains(c))
            .toList();
    Set<String> moved = new HashSet<>(kept);
    moved.removeAll(longestInOrder(kept, old));
    return moved;
  }

  private static List<String> longestInOrder(List<String> kept, List<String> old) {
    List<List<String>> best = new ArrayList<>();
    List<String> longest = List.of();
    for (int i = 0; i < kept.size(); i++) {
      List<String> chain = List.of();
      for (int j = 0; j < i; j++) {
        boolean inOrder = old.indexOf(kept.get(j)) < old.indexOf(kept.get(i));
        if (inOrder && best.get(j).size() > chain.size()) {
          chain = best.get(j);
        }
      }
      List<String> mine = new ArrayList<>(chain);
      mine.add(kept.get(i));
      best.add(mine);
      longest = mine.size() > longest.size() ? mine : longest;
    }
    return longest;
  }
}
