package dev.schemac.dialect.mysql;

import dev.schemac.ddl.TableAction;
import dev.schemac.diff.Change;
import dev.schemac.diff.CheckOrder;
import dev.schemac.diff.ColumnMoves;
import dev.schemac.diff.KeyOrder;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.Index;
import dev.schemac.model.KeyPart;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import dev.schemac.plan.Phase;
import dev.schemac.plan.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Columns and keys of a table take their places once everything else about it has changed. Moving a
 * column writes the table anew, in place, on MariaDB not even that; a key that is dropped and added
 * unchanged beside another change of the dictionary moves behind the others at no cost (measured).
 */
final class ReorderTable {
  private ReorderTable() {}

  static List<Step> steps(Situation s, QName table) {
    List<Step> steps = new ArrayList<>();
    Set<String> moved = new HashSet<>(ColumnMoves.moved(s.was(table), s.is(table), Set.of()));
    for (Change change : s.changesOf(table)) {
      if (change instanceof Change.ModifyColumn modify && isDisplaced(s, modify)) {
        moved.add(modify.after().name());
      }
    }
    moved.addAll(uncertain(s, table, moved));
    if (!moved.isEmpty()) {
      steps.add(columns(s, table, moved));
    }
    List<Index> behind = behind(s, table);
    if (!behind.isEmpty()) {
      steps.add(keys(s, table, behind));
    }
    if (CheckOrder.isKept(s.capabilities().target())
        && !CheckOrder.moved(s.was(table), s.is(table), Set.of()).isEmpty()) {
      steps.add(checks(s, table));
    }
    return steps;
  }

  /**
   * Columns that come back while others come or move: where they stand by then depends on who was
   * first, so all of them take their places again.
   */
  private static Set<String> uncertain(Situation s, QName table, Set<String> moved) {
    Set<String> back = ColumnOrder.comingBack(s, table);
    Set<String> all = new HashSet<>(back);
    for (Column column : s.is(table).columns()) {
      if (s.was(table).column(column.name()).isEmpty()) {
        all.add(column.name());
      }
    }
    boolean certain = back.isEmpty() || all.size() + moved.size() < 2;
    return certain ? Set.of() : all;
  }

  /** Whether a column was put in another's place where the one in front of it was not there. */
  static boolean isDisplaced(Situation s, Change.ModifyColumn modify) {
    String front = ColumnOrder.after(s.is(modify.table()), modify.after().name());
    return ModifyColumn.isConverted(modify)
        && !front.equals(TableAction.FIRST)
        && !staysInPlace(s, modify.table(), front);
  }

  /** Whether a column is there all the time, under one name. */
  static boolean staysInPlace(Situation s, QName table, String column) {
    return s.was(table).column(column).isPresent()
        && s.is(table).column(column).isPresent()
        && !s.renamedColumns(table).containsKey(column)
        && s.changesOf(table).stream()
            .noneMatch(
                c ->
                    c instanceof Change.ModifyColumn modify
                        && modify.after().name().equals(column)
                        && ModifyColumn.replaces(s, modify));
  }

  static Step columns(Situation s, QName table, Set<String> moved) {
    Table was = s.was(table);
    Table is = s.is(table);
    Cost move = new TableCost(s.capabilities()).move(was, is);
    Cost cost = moved.stream().anyMatch(m -> isComputed(s, is, m)) ? Cost.COPY : move;
    List<TableAction> there = new ArrayList<>();
    List<TableAction> back = new ArrayList<>();
    List<ObjectPath> all = new ArrayList<>();
    for (Column column : is.columns()) {
      all.add(Paths.column(table, column.name()));
      if (moved.contains(column.name())) {
        there.add(moving(column, ColumnOrder.after(is, column.name())));
      }
    }
    for (Column column : was.columns()) {
      if (moved.contains(column.name())) {
        back.add(moving(is.column(column.name()).orElseThrow(), before(was, is, column.name())));
      }
    }
    return Draft.of("ReorderTable", "move columns of ".concat(table.toString()))
        .alter(table, cost, List.of(), there)
        .undoBy(table, cost, back.toArray(TableAction[]::new))
        .requires(all)
        .step();
  }

  /** MySQL moves stored columns in place, MariaDB no generated one at all. */
  private static boolean isComputed(Situation s, Table table, String column) {
    return table
        .column(column)
        .filter(c -> c.generated().isPresent())
        .filter(c -> TableCost.isVirtual(c) || s.capabilities().isMariaDb())
        .isPresent();
  }

  /** The nearest column in front that is still there while the step is undone. */
  private static String before(Table was, Table is, String column) {
    String found = TableAction.FIRST;
    for (Column each : was.columns()) {
      if (each.name().equals(column)) {
        return found;
      }
      found = is.column(each.name()).isPresent() ? each.name() : found;
    }
    return found;
  }

  private static TableAction moving(Column column, String after) {
    return new TableAction.MoveColumn(column, after);
  }

  /** Keys that stay as they are and have to stand behind others, with all that follow them. */
  private static List<Index> behind(Situation s, QName table) {
    Table is = s.is(table);
    List<Index> before = new ArrayList<>();
    for (Index index : s.was(table).indexes()) {
      before.add(index.withName(newName(s, table, index.name())));
    }
    Set<String> stays = new HashSet<>();
    is.indexes().stream().filter(before::contains).forEach(i -> stays.add(i.name()));
    List<Index> behind =
        KeyOrder.behind(s.was(table).withIndexes(before), is, stays, s.capabilities().target());
    return behind.stream().anyMatch(i -> stays.contains(i.name())) ? behind : List.of();
  }

  /** Keys take their places again after some were made anew in the course of other changes. */
  static List<Step> keysAgain(Situation s, QName table, List<String> remade) {
    Table was = s.was(table);
    Table is = s.is(table);
    List<Index> before = new ArrayList<>(was.indexes());
    List<Index> last = remade.stream().flatMap(name -> was.index(name).stream()).toList();
    before.removeAll(last);
    before.addAll(last);
    Set<String> stays = new HashSet<>();
    is.indexes().stream().filter(before::contains).forEach(i -> stays.add(i.name()));
    List<Index> behind =
        KeyOrder.behind(was.withIndexes(before), is, stays, s.capabilities().target());
    return remade.isEmpty() || behind.isEmpty()
        ? List.of()
        : List.of(keys(s, table, behind).withPhase(Phase.CONTRACT));
  }

  private static String newName(Situation s, QName table, String index) {
    for (Change change : s.changesOf(table)) {
      if (change instanceof Change.RenameIndex(var ignored, var old, var now)
          && old.name().equals(index)) {
        return now.name();
      }
    }
    return index;
  }

  private static Step keys(Situation s, QName table, List<Index> behind) {
    Table is = s.is(table);
    List<Index> back =
        KeyOrder.of(s.was(table), s.capabilities().target()).stream()
            .map(i -> newName(s, table, i.name()))
            .flatMap(name -> is.index(name).stream())
            .toList();
    // The hidden column of a functional key goes and comes (error 1846, measured).
    boolean functional = behind.stream().anyMatch(i -> TableCost.isFunctional(i.parts()));
    // MariaDB may take another key for the primary one, and writes the rows in its order.
    boolean promoted =
        s.capabilities().isMariaDb()
            && is.primaryKey().isEmpty()
            && behind.stream().anyMatch(Index::unique);
    boolean built = behind.stream().anyMatch(i -> isOfForeignKey(s.was(table), i));
    Cost inPlace = promoted ? Cost.REBUILD : built ? Cost.BUILD : Cost.METADATA;
    Cost cost = functional ? Cost.COPY : inPlace;
    return Draft.of("ReorderTable", "reorder keys of ".concat(table.toString()))
        .alter(table, cost, List.of(), moving(is, behind))
        .undoBy(table, cost, moving(is, back).toArray(TableAction[]::new))
        .requires(is.indexes().stream().map(i -> Paths.index(table, i.name())).toList())
        .step();
  }

  /**
   * An index that the server may have made itself, for a foreign key, it builds anew (measured).
   */
  private static boolean isOfForeignKey(Table table, Index index) {
    List<Optional<String>> columns = index.parts().stream().map(KeyPart::columnName).toList();
    return !index.unique()
        && table.foreignKeys().stream()
            .anyMatch(k -> k.columns().stream().map(Optional::of).toList().equals(columns));
  }

  /** Checks go and come back in their order. */
  private static Step checks(Situation s, QName table) {
    Table was = s.was(table);
    Table is = s.is(table);
    List<Constraint.Check> back =
        CheckOrder.behind(is, was, Set.of()).stream()
            .filter(c -> is.constraint(c.name()).filter(c::equals).isPresent())
            .toList();
    return Draft.of("ReorderTable", "reorder checks of ".concat(table.toString()))
        .alter(table, Cost.COPY, List.of(), again(behindMade(was, is)))
        .undoBy(table, Cost.COPY, again(back).toArray(TableAction[]::new))
        .requires(is.constraints().stream().map(c -> Paths.constraint(table, c)).toList())
        .step();
  }

  /** One that is made behind all others by itself need not be made again in front of the rest. */
  private static List<Constraint.Check> behindMade(Table was, Table is) {
    List<Constraint.Check> behind = CheckOrder.behind(was, is, Set.of());
    List<Constraint.Check> kept = CheckOrder.moved(was, is, Set.of());
    boolean made = behind.size() > 1 && behind.subList(1, behind.size()).equals(kept);
    return made ? kept : behind;
  }

  private static List<TableAction> again(List<Constraint.Check> checks) {
    return List.of(new TableAction.MoveChecksToEnd(checks));
  }

  /** The comment that the table has, said again, is the change that makes the server look. */
  private static List<TableAction> moving(Table table, List<Index> indexes) {
    return List.of(
        new TableAction.MoveToEnd(indexes),
        new TableAction.SetOptions(new TreeMap<>(), new TreeMap<>(), table.comment(), true));
  }
}
