package dev.schemac.dialect.mysql;

import dev.schemac.ddl.TableAction;
import dev.schemac.diff.Change;
import dev.schemac.diff.ColumnMoves;
import dev.schemac.model.Column;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where columns stand: MySQL keeps their order, and every definition may say another one. */
final class ColumnOrder {
  private ColumnOrder() {}

  /** Behind which column one stands in the table. */
  static String after(Table table, String column) {
    String before = TableAction.FIRST;
    for (Column each : table.columns()) {
      if (each.name().equals(column)) {
        return before;
      }
      before = each.name();
    }
    return before;
  }

  /**
   * Where a column is added.
   *
   * @param after empty for the end
   * @param requires the column in front of it where this plan makes it or gives it its name
   */
  record Place(Optional<String> after, List<ObjectPath> requires) {}

  /**
   * Where the column stands in the newer table, while older columns may still be behind it: behind
   * one that keeps its place, or that came before it. What is moved later is no help.
   */
  static Place place(Situation s, QName table, String column) {
    Table was = s.was(table);
    Table is = s.is(table);
    Set<String> moving = ColumnMoves.moved(was, is, Set.of());
    boolean generated = is.column(column).flatMap(Column::generated).isPresent();
    String after = TableAction.FIRST;
    for (Column each : is.columns()) {
      if (each.name().equals(column)) {
        break;
      }
      boolean stays = was.column(each.name()).isPresent() && !moving.contains(each.name());
      boolean comes =
          was.column(each.name()).isEmpty() && (generated || each.generated().isEmpty());
      if (stays || comes) {
        after = each.name();
      }
    }
    boolean made =
        !after.equals(TableAction.FIRST)
            && (was.column(after).isEmpty() || s.renamedColumns(table).containsKey(after));
    boolean last = after.equals(lastOf(is, column));
    return new Place(
        last ? Optional.empty() : Optional.of(after),
        Stream.concat(
                made ? Stream.of(after) : Stream.empty(),
                generated ? behind(was, is, moving, column).stream() : Stream.empty())
            .map(c -> Paths.column(table, c))
            .toList());
  }

  /**
   * The plain column that stands behind a generated one and finds its place behind the same other:
   * whichever comes last is in front, so the generated one waits.
   */
  private static Optional<String> behind(Table was, Table is, Set<String> moving, String column) {
    List<Column> columns = is.columns();
    int at = columns.indexOf(is.column(column).orElseThrow());
    for (Column each : columns.subList(at + 1, columns.size())) {
      boolean old = was.column(each.name()).isPresent();
      if (old && !moving.contains(each.name())) {
        return Optional.empty();
      }
      if (!old && each.generated().isEmpty()) {
        return Optional.of(each.name());
      }
    }
    return Optional.empty();
  }

  /** Columns that go and come back in steps of their own, where each finds its place anew. */
  static Set<String> comingBack(Situation s, QName table) {
    Set<String> found = new HashSet<>(s.renamedColumns(table).keySet());
    Set<String> remade = new HashSet<>();
    for (Change change : s.changesOf(table)) {
      if (change instanceof Change.ModifyColumn modify && ModifyColumn.replaces(s, modify)) {
        found.add(modify.after().name());
        if (!ModifyColumn.isConverted(modify) && !BothColumnsEligibility.isMet(s, modify)) {
          remade.add(modify.after().name());
        }
      }
    }
    boolean grows = true;
    while (grows) {
      grows = false;
      for (Column column : s.was(table).columns()) {
        boolean reads = found.stream().anyMatch(n -> Interference.reads(column, n));
        if (reads && s.is(table).column(column.name()).isPresent()) {
          grows = found.add(column.name()) || grows;
          remade.add(column.name());
        }
      }
    }
    return remade;
  }

  /** The column behind which the end is, where this one is the newer table's last. */
  private static String lastOf(Table is, String column) {
    List<Column> columns = is.columns();
    boolean ends = columns.getLast().name().equals(column) && columns.size() > 1;
    return ends ? columns.get(columns.size() - 2).name() : "\0";
  }

  /** Where a dropped column stood, behind the nearest one that is there when it comes back. */
  static Optional<String> formerPlace(Situation s, QName table, Column column) {
    Table was = s.was(table);
    if (was.columns().getLast().name().equals(column.name())) {
      return Optional.empty();
    }
    String after = TableAction.FIRST;
    for (Column each : was.columns()) {
      if (each.name().equals(column.name())) {
        return Optional.of(after);
      }
      boolean stays =
          s.is(table).column(each.name()).isPresent()
              && !s.renamedColumns(table).containsKey(each.name());
      after = stays ? each.name() : after;
    }
    return Optional.empty();
  }
}
