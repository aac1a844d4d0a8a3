package dev.schemac.plan;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.Index;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What a step makes, needs, takes away and lets go: what its pattern says, and beyond it what its
 * statements show by themselves, so that no pattern has to list the obvious.
 */
final class Footprint {
  private final Schema before;
  private final Schema after;
  private final Needs needsBefore;
  private final Needs needsAfter;
  private final Set<ObjectPath> provides = new LinkedHashSet<>();
  private final Set<ObjectPath> requires = new LinkedHashSet<>();
  private final Set<ObjectPath> removes = new LinkedHashSet<>();
  private final Set<ObjectPath> releases = new LinkedHashSet<>();

  private final Map<ObjectPath, ObjectPath> oldNames;

  private Footprint(
      Schema before,
      Schema after,
      Needs needsBefore,
      Needs needsAfter,
      Map<ObjectPath, ObjectPath> oldNames) {
    this.oldNames = oldNames;
    this.before = before;
    this.after = after;
    this.needsBefore = needsBefore;
    this.needsAfter = needsAfter;
  }

  /**
   * Completes steps.
   *
   * @param before under the new names of tables and columns
   * @param oldNames new → old identity of renamed tables and columns
   */
  static UnaryOperator<Step> completing(
      Schema before, Schema after, Map<ObjectPath, ObjectPath> oldNames) {
    Needs needsBefore = new Needs(before);
    Needs needsAfter = new Needs(after);
    return step -> new Footprint(before, after, needsBefore, needsAfter, oldNames).complete(step);
  }

  private Step complete(Step step) {
    provides.addAll(step.provides());
    requires.addAll(step.requires());
    removes.addAll(step.removes());
    step.statements().forEach(this::statement);
    // What a step goes on using it does not let go (a view that is replaced).
    releases.removeAll(requires);
    releases.addAll(step.releases());
    return step.ordered(provides, requires, removes, releases);
  }

  private void statement(Statement statement) {
    switch (statement) {
      case Statement.Create(var object) -> create(object);
      case Statement.Replace(var object) -> {
        create(object);
        before.object(object.path()).ifPresent(o -> releases.addAll(needsBefore.of(o)));
      }
      case Statement.Drop(var object) -> {
        removes.add(object.path());
        requires.remove(object.path()); // a partition is detached first
        releases.addAll(needsBefore.of(object));
        releaseOldNames(object);
        if (object instanceof Table table) {
          parts(table, removes);
          table.foreignKeys().forEach(k -> releases.addAll(needsBefore.of(table.name(), k)));
        }
      }
      case Statement.Rename(var object, var to) -> {
        removes.add(object.path());
        provides.add(new ObjectPath(object.path().kind(), to, ""));
        // The parts come along; who alters one waits for the table alone.
        provides.removeIf(p -> !p.member().isEmpty() && p.owner().equals(to));
        if (to.hasNamespace()) {
          requires.add(ObjectPath.of(ObjectKind.NAMESPACE, QName.of(to.namespace())));
        }
      }
      case Statement.AlterTable(var table, var actions, var ignored) -> {
        requires.add(ObjectPath.table(table));
        actions.forEach(a -> action(table, a));
      }
      case Statement.CreateIndex(var table, var index, var ignored, var mode) -> {
        requires.add(ObjectPath.table(table));
        add(table, index);
      }
      case Statement.DropIndex(var table, var index, var ignored, var mode) -> drop(table, index);
      case Statement.RenameIndex(var table, var from, var to, var ignored) -> {
        requires.add(ObjectPath.table(table));
        removes.add(index(table, from));
        provides.add(index(table, to));
      }
      case Statement.AddEnumValue(var type, var ignored, var beside, var behind) ->
          provides.add(ObjectPath.of(ObjectKind.ENUM, type));
      case Statement.RenameEnumValue(var type, var ignored, var to) ->
          provides.add(ObjectPath.of(ObjectKind.ENUM, type));
      case Statement.AlterObject(var old, var now) -> {
        if (!isGiven(old, now)) {
          provides.add(now.path());
        } else if (((SchemaObject.Sequence) old).ownedBy().isPresent()
            && ((SchemaObject.Sequence) now).ownedBy().isEmpty()) {
          releases.add(now.path());
        } else {
          requires.add(now.path());
        }
        if (now instanceof SchemaObject.Sequence sequence) {
          if (!sequence.ownedBy().equals(((SchemaObject.Sequence) old).ownedBy())) {
            sequence.ownedBy().ifPresent(requires::add);
          }
        } else if (now instanceof SchemaObject.Domain || now instanceof SchemaObject.Trigger) {
          requires.addAll(needsAfter.of(now));
          releases.addAll(needsBefore.of(old));
        }
      }
      case Statement.CommentOn(var path, var ignored) -> requires.add(commented(path));
      case Statement.Insert(var table, var ignored, var rows) ->
          requires.add(ObjectPath.table(table));
      case Statement.Update(var table, var assignments, var ignored) -> {
        requires.add(ObjectPath.table(table));
        assignments.forEach(a -> requires.add(ObjectPath.column(table, a.column())));
      }
      case Statement.Delete(var table, var ignored) -> requires.add(ObjectPath.table(table));
      case Statement.Backfill(var id, var table, var assignments, var where, var key, var rows) -> {
        requires.add(table.path());
        assignments.forEach(a -> requires.add(ObjectPath.column(table.name(), a.column())));
      }
      case Statement.CreateRowTrigger(var ignored, var table, var event, var assignments) ->
          requires.add(ObjectPath.table(table));
      case Statement.DropRowTrigger ignored -> {}
      case Statement.CopyRows rows -> requires.add(rows.table().path());
      case Statement.CopyCounter ignored -> {}
      case Statement.CreateMirrorTriggers mirror -> requires.add(ObjectPath.table(mirror.table()));
      case Statement.DropMirrorTriggers ignored -> {}
      case Statement.ReturnRows ignored -> {}
      case Statement.RenameTables ignored -> {}
      case Statement.LockTables ignored -> {}
      case Statement.UnlockTables ignored -> {}
      case Statement.SetVariable ignored -> {}
      case Statement.Analyze ignored -> {}
      case Statement.UserSql ignored -> {}
    }
  }

  /** A view's columns come with it; a table of its name may have had others like them. */
  private ObjectPath commented(ObjectPath path) {
    ObjectPath view = ObjectPath.of(ObjectKind.VIEW, path.owner());
    boolean ofView = path.kind() == ObjectKind.COLUMN && after.object(view).isPresent();
    return ofView ? view : path;
  }

  /** A sequence that gets another owner is there already: who draws from it waits for nothing. */
  private static boolean isGiven(SchemaObject old, SchemaObject now) {
    return old instanceof SchemaObject.Sequence before
        && now instanceof SchemaObject.Sequence after
        && before.name().equals(after.name())
        && withoutRole(before).equals(withoutRole(after));
  }

  private static SortedMap<String, String> withoutRole(SchemaObject.Sequence sequence) {
    SortedMap<String, String> options = new TreeMap<>(sequence.options());
    options.remove("owner");
    return options;
  }

  /**
   * What is kept as text goes before a rename of what it names, so that its undo, which runs after
   * the rename's, finds the old names. PostgreSQL's triggers and policies are known by the new
   * ones.
   */
  private void releaseOldNames(SchemaObject object) {
    boolean byTable =
        before.target().isPostgres()
            && (object instanceof SchemaObject.Trigger || object instanceof SchemaObject.Policy);
    boolean isText =
        object instanceof SchemaObject.View
            || object instanceof SchemaObject.Routine
            || object instanceof SchemaObject.Trigger;
    if (!isText || byTable || oldNames.isEmpty()) {
      return;
    }
    for (ObjectPath path : List.copyOf(releases)) {
      Optional.ofNullable(oldNames.get(path)).ifPresent(releases::add);
    }
  }

  private void create(SchemaObject object) {
    provides.add(object.path());
    requires.addAll(needsAfter.of(object));
    if (object instanceof Table table) {
      parts(table, provides);
    }
  }

  /** A table's columns and keys come and go with it; foreign keys come in steps of their own. */
  private static void parts(Table table, Set<ObjectPath> into) {
    QName name = table.name();
    table.columns().forEach(c -> into.add(ObjectPath.column(name, c.name())));
    for (Constraint c : table.constraints()) {
      if (!(c instanceof Constraint.ForeignKey)) {
        into.add(new ObjectPath(c.kind(), name, c.name()));
      }
    }
  }

  private void action(QName table, TableAction action) {
    switch (action) {
      case TableAction.AddColumn(var column, var ignored) -> add(table, column);
      case TableAction.DropColumn(var name) -> drop(table, name);
      case TableAction.RenameColumn(var from, var to) -> {
        removes.add(ObjectPath.column(table, from));
        provides.add(ObjectPath.column(table, to));
      }
      case TableAction.SetType(var name, var type, var collation, var using) -> {
        drop(table, name);
        add(table, Column.of(name, type, true).withCollation(collation));
      }
      case TableAction.ModifyColumn(var from, var column, var ignored) -> {
        if (isAsBefore(table, from, column)) {
          requires.add(ObjectPath.column(table, from)); // it moves
        } else {
          drop(table, from);
          add(table, column);
        }
      }
      case TableAction.SetDefaultAlone(var name, var value) -> {
        value.ifPresent(v -> action(table, new TableAction.SetDefault(name, v)));
        releaseDefault(table, name);
      }
      case TableAction.SetDefault(var name, var value) -> {
        Column column = Column.of(name, dev.schemac.model.DataType.Builtin.of("int"), true);
        requires.addAll(needsAfter.of(column.withDefault(Optional.of(value))));
        releaseDefault(table, name);
      }
      case TableAction.DropDefault(var name) -> releaseDefault(table, name);
      case TableAction.SetNotNull ignored -> {}
      case TableAction.DropNotNull ignored -> {}
      case TableAction.AddIdentity ignored -> {}
      case TableAction.AlterIdentity ignored -> {}
      case TableAction.DropIdentity ignored -> {}
      case TableAction.DropExpression(var name) ->
          before
              .table(table)
              .flatMap(t -> t.column(name))
              .flatMap(Column::generated)
              .ifPresent(g -> releases.addAll(needsBefore.of(g.expression())));
      case TableAction.SetExpression ignored -> {}
      case TableAction.SetColumnOptions ignored -> {}
      case TableAction.AddConstraint(var constraint) -> add(table, constraint);
      case TableAction.AddConstraintUsingIndex(var constraint, var index) -> {
        add(table, constraint);
        requires.add(index(table, index));
      }
      case TableAction.InheritNotNull ignored -> {}
      case TableAction.AddNotNull(var ignored, var column, var noInherit, var notValid) ->
          requires.add(ObjectPath.column(table, column));
      case TableAction.ValidateConstraint ignored -> {}
      case TableAction.DropConstraint(var constraint) -> {
        removes.add(new ObjectPath(constraint.kind(), table, constraint.name()));
        releases.addAll(needsBefore.of(table, constraint));
      }
      case TableAction.RenameConstraint(var from, var to) -> renameConstraint(table, from, to);
      case TableAction.EnforceCheck ignored -> {}
      case TableAction.AttachPartition(var partition, var bound) ->
          requires.add(ObjectPath.table(partition));
      case TableAction.DetachPartition(var partition) -> requires.add(ObjectPath.table(partition));
      case TableAction.SetIndexOptions ignored -> {}
      case TableAction.AddIndex(var index) -> add(table, index);
      case TableAction.DropIndex(var name) ->
          before
              .table(table)
              .flatMap(t -> t.index(name))
              .ifPresentOrElse(i -> drop(table, i), () -> removes.add(index(table, name)));
      case TableAction.RenameIndex(var from, var to) -> {
        removes.add(index(table, from));
        provides.add(index(table, to));
      }
      case TableAction.SetOptions(var was, var is, var ignored, var commented) -> {
        needsAfter.accessMethod(is).ifPresent(requires::add);
        needsBefore.accessMethod(was).ifPresent(releases::add);
      }
      case TableAction.MoveColumn(var column, var ignored) ->
          requires.add(ObjectPath.column(table, column.name()));
      case TableAction.MoveToEnd(var indexes) ->
          indexes.forEach(i -> requires.add(index(table, i.name())));
      case TableAction.MoveChecksToEnd(var checks) ->
          checks.forEach(c -> requires.add(new ObjectPath(c.kind(), table, c.name())));
      case TableAction.ChangePartitions ignored -> {}
    }
  }

  private void add(QName table, Column column) {
    provides.add(ObjectPath.column(table, column.name()));
    requires.addAll(needsAfter.of(column));
    after
        .table(table)
        .flatMap(t -> t.column(column.name()))
        .flatMap(Column::generated)
        .ifPresent(
            g ->
                ExpressionNames.of(g.expression())
                    .columns()
                    .forEach(c -> requires.add(ObjectPath.column(table, c))));
    requires.remove(ObjectPath.column(table, column.name()));
  }

  private void drop(QName table, String column) {
    removes.add(ObjectPath.column(table, column));
    Optional<Column> old = before.table(table).flatMap(t -> t.column(column));
    old.ifPresent(
        c -> {
          releases.addAll(needsBefore.of(c));
          c.generated()
              .ifPresent(
                  g ->
                      ExpressionNames.of(g.expression())
                          .columns()
                          .forEach(n -> releases.add(ObjectPath.column(table, n))));
        });
  }

  private boolean isAsBefore(QName table, String name, Column column) {
    return before.table(table).flatMap(t -> t.column(name)).filter(column::equals).isPresent();
  }

  private void releaseDefault(QName table, String column) {
    before
        .table(table)
        .flatMap(t -> t.column(column))
        .flatMap(Column::defaultValue)
        .ifPresent(v -> releases.addAll(needsBefore.of(v)));
  }

  private void add(QName table, Constraint constraint) {
    provides.add(new ObjectPath(constraint.kind(), table, constraint.name()));
    requires.addAll(needsAfter.of(table, constraint));
  }

  private void add(QName table, Index index) {
    provides.add(index(table, index.name()));
    requires.addAll(needsAfter.of(table, index));
  }

  private void drop(QName table, Index index) {
    removes.add(index(table, index.name()));
    releases.addAll(needsBefore.of(table, index));
  }

  private void renameConstraint(QName table, String from, String to) {
    before
        .table(table)
        .flatMap(t -> t.constraint(from))
        .ifPresent(
            c -> {
              removes.add(new ObjectPath(c.kind(), table, from));
              provides.add(new ObjectPath(c.kind(), table, to));
            });
  }

  private static ObjectPath index(QName table, String name) {
    return new ObjectPath(ObjectKind.INDEX, table, name);
  }
}
