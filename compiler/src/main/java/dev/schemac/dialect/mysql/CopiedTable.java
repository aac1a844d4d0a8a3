package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement;
import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import dev.schemac.plan.Guard;
import dev.schemac.plan.KeptColumns;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A table, its copy with the new definition, and what remains of it once the copy has its name.
 *
 * @param was its columns under their old names
 * @param is as it is once the copy stands in its place: with columns that go after the deploy
 * @param triggers those that users have on it
 * @param changes that the copy makes
 * @param copy the copy's name until it takes the table's
 * @param old the table's name from then on
 * @param ownChecks whether each table may have a check of the same name
 * @param late columns that go after the deploy, from the copy
 * @param awaited columns that new tables refer to, once the copy stands in the table's place
 */
record CopiedTable(
    Table was,
    Table is,
    CopiedValues values,
    CopiedTriggers triggers,
    List<Change> changes,
    QName copy,
    QName old,
    boolean ownChecks,
    List<ObjectPath> late,
    List<String> awaited) {
  CopiedTable {
    changes = List.copyOf(changes);
    late = List.copyOf(late);
    awaited = List.copyOf(awaited);
  }

  /**
   * A table that is copied.
   *
   * @param awaited columns that new tables refer to
   */
  static CopiedTable of(Situation s, QName name, List<String> awaited) {
    List<Change> changes =
        s.changesOf(name).stream().filter(c -> !LateDrop.waits(s, c) && !isBefore(c)).toList();
    Table is = KeptColumns.in(s.is(name), s.was(name), c -> isLateDrop(s, name, c));
    return new CopiedTable(
        s.stood(name),
        is,
        CopiedValues.of(s, is),
        CopiedTriggers.of(s, name),
        changes,
        FreeName.ofTable(s, name, "_new"),
        FreeName.ofTable(s, name, "_old"),
        s.capabilities().isMariaDb(),
        s.changesOf(name).stream().filter(c -> LateDrop.waits(s, c)).map(Change::path).toList(),
        awaited);
  }

  /** Whether it happens to the table before it is copied. */
  static boolean isBefore(Change change) {
    return change instanceof Change.RenameObject(Table before, var after);
  }

  private static boolean isLateDrop(Situation s, QName table, Column column) {
    return s.changesOf(table).stream()
        .anyMatch(
            c ->
                c instanceof Change.DropColumn drop
                    && drop.column().equals(column)
                    && LateDrop.waits(s, c));
  }

  QName name() {
    return is.name();
  }

  /** The columns of the key by which rows are found, as they were. */
  List<Column> key() {
    return values.oldKey().stream().map(n -> was.column(n).orElseThrow()).toList();
  }

  /** The checks that cannot be on the table and on its copy: their names are the database's. */
  List<Constraint> sharedChecks() {
    if (ownChecks) {
      return List.of();
    }
    Set<String> names = new HashSet<>();
    is.constraints().stream()
        .filter(Constraint.Check.class::isInstance)
        .forEach(c -> names.add(FreedNames.key(c.kind(), c.name())));
    return was.constraints().stream()
        .filter(Constraint.Check.class::isInstance)
        .filter(c -> names.contains(FreedNames.key(c.kind(), c.name())))
        .toList();
  }

  boolean counts() {
    return is.columns().stream().anyMatch(c -> c.identity().isPresent())
        && was.columns().stream().anyMatch(c -> c.identity().isPresent());
  }

  /** The copy before it has the table's name. */
  Table made() {
    return is.withName(copy).withConstraints(without(is, List.of()));
  }

  /** What the swap leaves behind. */
  Table remains() {
    return was.withName(old).withConstraints(without(was, sharedChecks()));
  }

  private static List<Constraint> without(Table table, List<Constraint> gone) {
    return table.constraints().stream()
        .filter(c -> !(c instanceof Constraint.ForeignKey) && !gone.contains(c))
        .toList();
  }

  /** What changes at the moment of the swap. */
  List<ObjectPath> paths() {
    return Stream.concat(
            changes.stream()
                .filter(c -> !TableCopies.isOwnForeignKey(c))
                .filter(c -> !(c instanceof Change.RenameColumn))
                .map(Change::path)
                .filter(p -> !p.equals(ObjectPath.table(name())))
                .filter(p -> p.kind() != ObjectKind.TRIGGER),
            awaited.stream().map(c -> Paths.column(name(), c)))
        .distinct()
        .toList();
  }

  /** Columns that have other names from then on. */
  List<Change.RenameColumn> renamed() {
    return changes.stream()
        .filter(Change.RenameColumn.class::isInstance)
        .map(Change.RenameColumn.class::cast)
        .toList();
  }

  /** Triggers that keep the copy equal. */
  Statement mirror() {
    return mirror(name());
  }

  /** The same on what remains of the table, before that takes its name back. */
  Statement mirrorOnOld() {
    return mirror(old);
  }

  private Statement mirror(QName on) {
    return new Statement.CreateMirrorTriggers(
        triggers.mirror(), on, copy, values.there(), values.key(), !triggers.isEmpty());
  }

  Statement dropMirror() {
    return new Statement.DropMirrorTriggers(triggers.mirror(), name());
  }

  /** The rows for the copy, batch by batch. */
  Statement rows() {
    return new Statement.CopyRows(
        copy.name(), was, copy, values.there(), key(), RowUpdate.BATCH_ROWS);
  }

  /** The rows for what remains of the table, where that is empty, at once. */
  Statement rowsBack() {
    return new Statement.CopyRows(
        old.name(), is, old, values.back(), List.of(), RowUpdate.BATCH_ROWS);
  }

  /** The rows for what remains of the table with those that it had. */
  List<Statement> rowsReturned() {
    return values.isExact()
        ? List.of(new Statement.Delete(old, Optional.empty()), rowsBack())
        : List.of(new Statement.ReturnRows(is, old, values.there(), values.back(), values.key()));
  }

  /** The proof that the copy has the rows of the table, no more and no less. */
  List<Guard> copied() {
    return List.of(
        new Guard(
            "copied",
            "the copy lacks rows of ".concat(name().name()),
            new Guard.Condition.NoOrphans(name(), values.oldKey(), copy, values.newKey(), false)),
        new Guard(
            "copied",
            "the table lacks rows of ".concat(copy.name()),
            new Guard.Condition.NoOrphans(copy, values.newKey(), name(), values.oldKey(), false)));
  }
}
