package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.KeyPart;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.Step;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Another engine and partitions do not get along with every foreign key, key and column: what the
 * table can have only afterwards waits for them, what it can have no longer goes before them.
 */
final class StorageOrder {
  private final Situation s;
  private final Set<ObjectPath> waitsFor = new LinkedHashSet<>();
  private final Set<ObjectPath> makesRoom = new LinkedHashSet<>();

  private StorageOrder(Situation s) {
    this.s = s;
  }

  /** The steps with what they have to wait for or must not be behind of. */
  static Lowered of(Situation s, Lowered lowered) {
    List<Step> steps = lowered.steps().stream().map(step -> of(s, step)).toList();
    return new Lowered(steps, lowered.diagnostics(), lowered.temporaries());
  }

  private static Step of(Situation s, Step step) {
    StorageOrder order = new StorageOrder(s);
    step.statements().forEach(order::statement);
    order.waitsFor.removeAll(step.provides());
    order.makesRoom.removeAll(step.provides());
    return step.also(Set.of(), order.waitsFor).alsoReleasing(order.makesRoom);
  }

  /** Whether all rows of a table are stored anew somewhere else or in other parts. */
  static boolean changes(Situation s, QName table) {
    Optional<Table> was = s.tableBefore(table);
    Optional<Table> is = s.after().table(table);
    return was.isPresent() && is.isPresent() && changes(was.get(), is.get());
  }

  static boolean changes(Table was, Table is) {
    return AlterTableOptions.changesEngine(was, is)
        || AlterPartitions.differ(was, is) && !AlterPartitions.isIncremental(was, is);
  }

  /** Whether a key that comes can be one of the table as it was stored before. */
  static boolean suitsBefore(Situation s, QName table, KeyCover.Key key, boolean unique) {
    return suits(s.was(table), key, unique);
  }

  private static boolean suits(Table table, KeyCover.Key key, boolean unique) {
    boolean parted = table.partitioning().isPresent();
    return !parted
        || key.plain() && (!unique || names(key.parts()).containsAll(AtOnce.keyOf(table)));
  }

  private static List<String> names(List<KeyPart> parts) {
    return parts.stream().flatMap(p -> p.columnName().stream()).toList();
  }

  private void statement(Statement statement) {
    if (statement instanceof Statement.AlterTable(var table, var actions, var mode)) {
      actions.forEach(a -> action(table, a));
    } else if (statement instanceof Statement.CreateIndex(var table, var index, var b, var mode)) {
      added(table, KeyCover.of(table, index), index.unique());
    } else if (statement instanceof Statement.DropIndex(var table, var index, var b, var mode)) {
      dropped(table, KeyCover.of(table, index), index.unique());
    } else if (statement instanceof Statement.Create(Table table)) {
      table.foreignKeys().forEach(k -> waitFor(k.referencedTable()));
    } else if (statement instanceof Statement.Drop(Table table)) {
      table.foreignKeys().forEach(k -> makeRoom(k.referencedTable()));
    }
  }

  private void action(QName table, TableAction action) {
    if (action instanceof TableAction.AddConstraint(Constraint.ForeignKey key)) {
      waitFor(table);
      waitFor(key.referencedTable());
    } else if (action instanceof TableAction.DropConstraint(Constraint.ForeignKey key)) {
      makeRoom(table);
      makeRoom(key.referencedTable());
    } else if (action instanceof TableAction.AddConstraint(var constraint)) {
      KeyCover.of(table, constraint).ifPresent(k -> added(table, k, true));
    } else if (action instanceof TableAction.DropConstraint(var constraint)) {
      KeyCover.of(table, constraint).ifPresent(k -> dropped(table, k, true));
    } else if (action instanceof TableAction.AddIndex(var index)) {
      added(table, KeyCover.of(table, index), index.unique());
    } else if (action instanceof TableAction.AddColumn(var column, var after)) {
      added(table, column);
    } else if (action instanceof TableAction.DropColumn(var name)) {
      dropped(table, name);
    }
  }

  private void added(QName table, KeyCover.Key key, boolean unique) {
    if (changes(s, table) && !suitsBefore(s, table, key, unique)) {
      waitFor(table);
    }
  }

  private void dropped(QName table, KeyCover.Key key, boolean unique) {
    if (key.path().kind() == ObjectKind.PRIMARY_KEY && TableTraits.isPartedByKey(s.was(table))) {
      waitFor(table);
    } else if (changes(s, table) && !suits(s.is(table), key, unique)) {
      makeRoom(table);
    }
  }

  private void added(QName table, Column column) {
    if (changes(s, table) && !suitsBefore(s, table, column)) {
      waitFor(table);
    }
  }

  /** Whether a column that comes can be one of the table as it was stored before. */
  static boolean suitsBefore(Situation s, QName table, Column column) {
    return s.was(table).partitioning().isEmpty() || !NoCast.isShape(column);
  }

  private void dropped(QName table, String column) {
    boolean parts = changes(s, table) && AtOnce.keyOf(s.was(table)).contains(column);
    if (parts) {
      waitFor(table);
    } else {
      makeRoom(table);
    }
  }

  private void waitFor(QName table) {
    if (changes(s, table)) {
      waitsFor.add(Paths.storage(table));
    }
  }

  private void makeRoom(QName table) {
    if (changes(s, table)) {
      makesRoom.add(Paths.storage(table));
    }
  }
}
