package dev.schemac.diff;

import dev.schemac.model.Column;
import dev.schemac.model.DataType;
import dev.schemac.model.Generated;
import dev.schemac.model.Index;
import dev.schemac.model.KeyPart;
import dev.schemac.model.Table;
import dev.schemac.model.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The order in which MySQL keeps a table's keys: unique ones over NOT NULL columns first, then
 * other unique ones, on MariaDB those over long values, plain ones, on MySQL those over virtual
 * columns or expressions, full-text ones; within a class in the order in which they were made
 * (measured; {@code SHOW CREATE TABLE} prints it).
 */
public final class KeyOrder {
  private static final Set<String> SHAPES =
      Set.of(
          "geometry",
          "linestring",
          "polygon",
          "multipoint",
          "multilinestring",
          "multipolygon",
          "geometrycollection");

  private KeyOrder() {}

  /** The indexes as the server lists them when the table is made in one statement. */
  public static List<Index> of(Table table, Target target) {
    List<Index> sorted = new ArrayList<>(table.indexes());
    sorted.sort(Comparator.comparingInt(i -> rank(table, i, target)));
    return sorted;
  }

  /**
   * The indexes that have to be made, or to move to the end, so that the table lists its keys as it
   * must: all but those that stay in front in their old order.
   *
   * @param before the table whose list it was
   * @param stays names that a key has before and after
   */
  public static List<Index> behind(Table before, Table after, Set<String> stays, Target target) {
    List<String> old = of(before, target).stream().map(Index::name).toList();
    List<Index> behind = new ArrayList<>();
    int rank = -1;
    int last = -1;
    boolean inFront = true;
    for (Index index : of(after, target)) {
      if (rank(after, index, target) != rank) {
        rank = rank(after, index, target);
        inFront = true;
        last = -1;
      }
      int at = old.indexOf(index.name());
      inFront = inFront && stays.contains(index.name()) && at > last;
      last = Math.max(last, at);
      if (!inFront) {
        behind.add(index);
      }
    }
    if (behind.isEmpty() && target.isMariaDb() && isSortedOtherwise(old, of(after, target))) {
      behind.add(of(after, target).getLast());
    }
    return behind;
  }

  /** MariaDB sorts its list only where a key comes or goes, not where a column may be NULL. */
  private static boolean isSortedOtherwise(List<String> old, List<Index> now) {
    List<String> names = now.stream().map(Index::name).toList();
    return !old.stream().filter(names::contains).toList().equals(names);
  }

  /** Whether keys that stay as they are have to give up their place. */
  static boolean differs(Table before, Table after, Target target) {
    Set<String> stays = new HashSet<>();
    for (Index index : after.indexes()) {
      if (before.indexes().contains(index)) {
        stays.add(index.name());
      }
    }
    return behind(before, after, stays, target).stream().anyMatch(i -> stays.contains(i.name()));
  }

  private static int rank(Table table, Index index, Target target) {
    if (index.unique()) {
      if (isLong(table, index, target)) {
        return 4;
      }
      boolean nullable = index.parts().stream().anyMatch(p -> mayBeNull(table, p));
      boolean prefix = index.parts().stream().anyMatch(p -> isPrefix(table, p));
      return (nullable ? 2 : 0) + (prefix ? 1 : 0);
    }
    if (index.method().equals("fulltext")) {
      return 7;
    }
    boolean virtual = index.parts().stream().anyMatch(p -> isVirtual(table, p));
    return virtual && !target.isMariaDb() ? 6 : 5;
  }

  /** MariaDB's unique keys over long values, which it keeps by a hash of them. */
  private static boolean isLong(Table table, Index index, Target target) {
    return target.isMariaDb()
        && index.method().equals("hash")
        && !table.options().getOrDefault("engine", "").equalsIgnoreCase("memory");
  }

  /** Shapes are no texts, of which the beginning would be a part. A point's length is known. */
  private static boolean isPrefix(Table table, KeyPart part) {
    boolean shape =
        part.columnName()
            .flatMap(table::column)
            .filter(c -> c.type() instanceof DataType.Builtin t && SHAPES.contains(t.name()))
            .isPresent();
    return part.prefixLength().isPresent() && !shape;
  }

  private static boolean mayBeNull(Table table, KeyPart part) {
    return part.columnName().flatMap(table::column).map(Column::nullable).orElse(true);
  }

  private static boolean isVirtual(Table table, KeyPart part) {
    return part.columnName()
        .flatMap(table::column)
        .map(c -> c.generated().filter(g -> g.storage() == Generated.Storage.VIRTUAL).isPresent())
        .orElse(true);
  }
}
