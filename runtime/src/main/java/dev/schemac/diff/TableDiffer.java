package dev.schemac.diff;

import dev.schemac.model.Column;
import dev.schemac.model.DataType;
import dev.schemac.model.Evolution;
import dev.schemac.model.Index;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.PartitionOf;
import dev.schemac.model.Partitioning;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.Table;
import dev.schemac.model.WholeTable;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The changes inside a table that stays; {@code old} speaks the new names already. */
final class TableDiffer {
  private final Schema before;
  private final Schema after;
  private final Evolution evolution;
  private final Table old;
  private final Table now;
  private final List<Change> changes;
  private List<Index> renamedIndexes = List.of();

  TableDiffer(
      Schema before,
      Schema after,
      Evolution evolution,
      Table old,
      Table now,
      List<Change> changes) {
    this.before = before;
    this.after = after;
    this.evolution = evolution;
    this.old = old;
    this.now = now;
    this.changes = changes;
  }

  void compare() {
    if (old.equals(now) && !wordsMayAct()) {
      return;
    }
    if (!movesBetweenParents(old, now)) {
      parts(old, now);
    } else {
      // What comes off one table or goes onto another is, in between, a table of its own.
      new TableDiffer(
              before,
              after,
              evolution,
              WholeTable.of(before, old),
              WholeTable.of(after, now),
              changes)
          .parts(WholeTable.of(before, old), WholeTable.of(after, now));
    }
    properties();
  }

  /** Whether a table is attached, detached or moved, or inherits from others than before. */
  static boolean movesBetweenParents(Table old, Table now) {
    return !old.partitionOf()
            .map(PartitionOf::parent)
            .equals(now.partitionOf().map(PartitionOf::parent))
        || !old.parents().equals(now.parents());
  }

  private void parts(Table was, Table is) {
    KeyDiffer keys = new KeyDiffer(evolution, is.name(), changes);
    keys.matchConstraints(was.constraints(), is.constraints());
    keys.matchIndexes(was.indexes(), is.indexes());
    keys.renamed();
    renamedIndexes = keys.withNewNames(old.indexes());
    keys.dropped();
    if (is.partitionOf().isEmpty()) {
      columns();
    }
    keys.modifiedAndAdded();
  }

  /**
   * Words about values can act on a column whose own definition stays, for instance where a lookup
   * table or a native enum holds its values.
   */
  private boolean wordsMayAct() {
    for (Column column : now.columns()) {
      ObjectPath path = path(column);
      if (evolution.values().containsKey(path) || evolution.conversions().containsKey(path)) {
        return true;
      }
    }
    return false;
  }

  private void columns() {
    Map<String, Column> oldByName = said(old, now);
    Map<String, Column> newByName = said(now, old);
    for (Column column : newByName.values()) {
      Column was = oldByName.get(column.name());
      if (was == null) {
        changes.add(
            new Change.AddColumn(now.name(), column, ActingWords.ofNewColumn(conversion(column))));
      } else {
        compare(was, column);
      }
    }
    for (Column column : oldByName.values()) {
      if (!newByName.containsKey(column.name())) {
        changes.add(new Change.DropColumn(now.name(), column, retirement(column)));
      }
    }
  }

  /**
   * A table's columns with those of its parents' that the other version of it says something about,
   * as long as the parents hand them down before and after.
   */
  private Map<String, Column> said(Table table, Table other) {
    Map<String, Column> found = new LinkedHashMap<>();
    table.columns().forEach(c -> found.put(c.name(), c));
    if (old.parents().isEmpty()) {
      return found;
    }
    Set<String> stay = new HashSet<>(WholeTable.inherited(before, old).keySet());
    stay.retainAll(WholeTable.inherited(after, now).keySet());
    Map<String, Column> handedDown = WholeTable.inherited(table == old ? before : after, table);
    other.columns().stream()
        .map(Column::name)
        .filter(stay::contains)
        .forEach(c -> found.putIfAbsent(c, handedDown.get(c)));
    return found;
  }

  private void compare(Column was, Column is) {
    ObjectPath path = path(is);
    List<Evolution.ValueChange> values = List.of();
    boolean setDiffers = false;
    Optional<Evolution.Conversion> words = conversion(is);
    // The rows of a native enum follow their type.
    boolean follows = is.type() instanceof DataType.Named && was.type().equals(is.type());
    if (words.isPresent() || !follows && evolution.values().containsKey(path)) {
      List<String> oldSet = ActingWords.valueSet(before, old, was);
      List<String> newSet = ActingWords.valueSet(after, now, is);
      setDiffers = !oldSet.equals(newSet);
      values = ActingWords.values(evolution.values().get(path), oldSet, newSet);
    }
    Optional<Evolution.Conversion> acting = ActingWords.conversion(words, was, is, setDiffers);
    if (!was.equals(is) || !values.isEmpty() || acting.isPresent()) {
      changes.add(new Change.ModifyColumn(now.name(), was, is, acting, values));
    }
  }

  private void properties() {
    boolean same =
        old.partitionOf().equals(now.partitionOf())
            && (now.partitionOf().isEmpty() || sameColumns())
            && samePartitioning(old.partitioning(), now.partitioning())
            && old.rows().equals(now.rows())
            && old.comment().equals(now.comment())
            && old.options().equals(now.options())
            && !ordersDiffer();
    if (!same) {
      changes.add(new Change.ModifyTable(old, now));
    }
  }

  /** Whether a job makes a table's partitions is about this plan, not about the server. */
  private static boolean samePartitioning(Optional<Partitioning> old, Optional<Partitioning> now) {
    boolean made = now.filter(Partitioning::external).isPresent();
    return made
        ? old.filter(p -> p.strategy().equals(now.get().strategy()))
            .filter(p -> p.operands().equals(now.get().operands()))
            .isPresent()
        : old.map(TableDiffer::owned).equals(now.map(TableDiffer::owned));
  }

  private static Partitioning owned(Partitioning p) {
    return new Partitioning(
        p.strategy(), p.operands(), p.partitions(), p.count(), false, p.subpartitioning());
  }

  /** Of a partition: what it says of its parent's columns; their order is no difference. */
  private boolean sameColumns() {
    return said(before, old).equals(said(after, now));
  }

  private static Set<Column> said(Schema schema, Table partition) {
    Optional<Table> parent =
        partition
            .partitionOf()
            .flatMap(p -> schema.table(p.parent()))
            .map(t -> WholeTable.of(schema, t));
    Set<Column> found = new HashSet<>(partition.columns());
    parent.ifPresent(
        t ->
            found.removeIf(
                c -> t.column(c.name()).map(WholeTable::handedDown).equals(Optional.of(c))));
    return found;
  }

  /** PostgreSQL has no way to change an order, and does not show that of keys. */
  private boolean ordersDiffer() {
    return after.target().isMySql()
        && (!ColumnMoves.moved(old, now, Set.of()).isEmpty()
            || KeyOrder.differs(old.withIndexes(renamedIndexes), now, after.target())
            || CheckOrder.isKept(after.target())
                && !CheckOrder.moved(old, now, Set.of()).isEmpty());
  }

  private ObjectPath path(Column column) {
    QName table = now.name();
    return ObjectPath.column(table, column.name());
  }

  private Optional<Evolution.Conversion> conversion(Column column) {
    return Optional.ofNullable(evolution.conversions().get(path(column)));
  }

  private Optional<Evolution.Retirement> retirement(Column column) {
    return Optional.ofNullable(evolution.retirements().get(path(column)));
  }
}
