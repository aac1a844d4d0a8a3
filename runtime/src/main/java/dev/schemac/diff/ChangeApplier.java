package dev.schemac.diff;

import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.Evolution;
import dev.schemac.model.Index;
import dev.schemac.model.InheritedColumns;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.model.WholeTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Applies changes in memory. It is the diff's proof, and tells what a schema is between two
 * migrations. Renames of the whole list are carried through first, as {@link Differ} orders them.
 */
public final class ChangeApplier {
  private final Map<ObjectPath, SchemaObject> objects = new LinkedHashMap<>();
  private final boolean ordered;
  private final boolean orderedChecks;

  private ChangeApplier(Schema start) {
    this.ordered = start.target().isMySql();
    this.orderedChecks = CheckOrder.isKept(start.target());
    start.objects().forEach(o -> objects.put(o.path(), o));
  }

  /**
   * The schema after the changes.
   *
   * @throws IllegalArgumentException where a change is about something that is not there
   */
  public static Schema apply(Schema before, List<Change> changes) {
    Renames renames = renames(changes);
    Schema moved =
        RenamedSchema.of(RenamedSchema.of(before, renames.ofObjects()), renames.ofParts());
    ChangeApplier applier = new ChangeApplier(moved);
    changes.forEach(c -> applier.whole(moved, c));
    changes.forEach(applier::apply);
    return InheritedColumns.settled(Schema.of(before.target(), applier.objects.values()));
  }

  private static Renames renames(List<Change> changes) {
    Map<String, String> namespaces = new LinkedHashMap<>();
    Map<ObjectPath, QName> objects = new LinkedHashMap<>();
    Map<ObjectPath, String> members = new LinkedHashMap<>();
    Map<QName, Map<String, String>> columns = new LinkedHashMap<>();
    Map<QName, Map<String, String>> values = new LinkedHashMap<>();
    Renames renames = new Renames(namespaces, objects, members, columns, values);
    for (Change change : changes) {
      if (change instanceof Change.RenameObject(var old, var now)) {
        collect(renames, old.path(), now.path());
      } else if (change instanceof Change.RenameColumn(var table, var from, var to)) {
        columns.computeIfAbsent(table, t -> new LinkedHashMap<>()).put(from, to);
      } else if (change instanceof Change.ModifyObject(var ignored, var now, var words)) {
        for (Evolution.ValueChange word : words) {
          if (word instanceof Evolution.ValueChange.Renamed(var from, var to)) {
            values.computeIfAbsent(now.path().owner(), n -> new LinkedHashMap<>()).put(from, to);
          }
        }
      }
    }
    return renames;
  }

  private static void collect(Renames renames, ObjectPath old, ObjectPath now) {
    if (old.kind() == ObjectKind.NAMESPACE) {
      renames.namespaces().put(old.owner().name(), now.owner().name());
    } else if (old.member().isEmpty()) {
      renames
          .objects()
          .put(ObjectPath.of(old.kind(), renames.inNamespace(old.owner())), now.owner());
    } else {
      renames.members().put(new ObjectPath(old.kind(), now.owner(), old.member()), now.member());
    }
  }

  /** A partition that is detached or attached changes as a table of its own. */
  private void whole(Schema moved, Change change) {
    if (change instanceof Change.ModifyTable(var ignored, var now)) {
      moved
          .table(now.name())
          .filter(t -> TableDiffer.movesBetweenParents(t, now))
          .ifPresent(t -> objects.put(t.path(), WholeTable.of(moved, t)));
    }
  }

  private void apply(Change change) {
    switch (change) {
      case Change.AddObject(var object) -> objects.put(object.path(), object);
      case Change.DropObject(var object, var ignored) -> remove(object.path());
      case Change.RenameObject ignored -> {}
      case Change.RenameColumn ignored -> {}
      case Change.ModifyObject(var ignored, var now, var words) -> {
        remove(now.path());
        objects.put(now.path(), now);
      }
      case Change.ModifyTable(var was, var now) ->
          edit(
              now.name(),
              t ->
                  TableDiffer.movesBetweenParents(was, now)
                      ? now
                      : inOrderOf(now, t.withPropertiesOf(now)));
      case Change.AddColumn(var table, var column, var ignored) ->
          edit(table, t -> t.withColumns(with(t.columns(), Column::name, column)));
      case Change.DropColumn(var table, var column, var ignored) ->
          edit(table, t -> t.withColumns(without(t.columns(), Column::name, column.name())));
      case Change.ModifyColumn(var table, var was, var now, var ignored, var words) ->
          edit(
              table,
              t ->
                  was.isInherited() && t.column(was.name()).isEmpty()
                      ? t.withColumns(with(t.columns(), Column::name, now))
                      : t.withColumns(replaced(t.columns(), Column::name, was.name(), now)));
      case Change.AddConstraint(var table, var key) ->
          edit(table, t -> t.withConstraints(with(t.constraints(), Constraint::name, key)));
      case Change.DropConstraint(var table, var key) ->
          edit(
              table,
              t -> t.withConstraints(without(t.constraints(), Constraint::name, key.name())));
      case Change.RenameConstraint(var table, var was, var now) ->
          edit(table, t -> t.withConstraints(constraint(t, was.name(), now)));
      case Change.ModifyConstraint(var table, var was, var now) ->
          edit(table, t -> t.withConstraints(constraint(t, was.name(), now)));
      case Change.AddIndex(var table, var index) ->
          edit(table, t -> t.withIndexes(with(t.indexes(), Index::name, index)));
      case Change.DropIndex(var table, var index) ->
          edit(table, t -> t.withIndexes(without(t.indexes(), Index::name, index.name())));
      case Change.RenameIndex(var table, var was, var now) ->
          edit(table, t -> t.withIndexes(replaced(t.indexes(), Index::name, was.name(), now)));
      case Change.ModifyIndex(var table, var was, var now) ->
          edit(table, t -> t.withIndexes(replaced(t.indexes(), Index::name, was.name(), now)));
    }
  }

  /** What MySQL keeps the order of stands as in the newer table. */
  private Table inOrderOf(Table now, Table table) {
    if (!ordered) {
      return table;
    }
    Table columns = table.withColumns(sorted(table.columns(), now.columns(), Column::name));
    Table keys = columns.withIndexes(sorted(table.indexes(), now.indexes(), Index::name));
    return orderedChecks
        ? keys.withConstraints(sorted(keys.constraints(), now.constraints(), Constraint::name))
        : keys;
  }

  private static <T> List<T> sorted(List<T> parts, List<T> now, Function<T, String> name) {
    List<String> order = now.stream().map(name).toList();
    List<T> sorted = new ArrayList<>(parts);
    sorted.sort(Comparator.comparingInt(p -> Math.floorMod(order.indexOf(name.apply(p)), 1 << 30)));
    return sorted;
  }

  private static List<Constraint> constraint(Table table, String old, Constraint now) {
    return replaced(table.constraints(), Constraint::name, old, now);
  }

  private void remove(ObjectPath path) {
    require(objects.remove(path) != null, path);
  }

  private void edit(QName table, Function<Table, Table> edit) {
    ObjectPath path = ObjectPath.table(table);
    require(objects.get(path) instanceof Table, path);
    objects.computeIfPresent(path, (p, t) -> edit.apply((Table) t));
  }

  private static <T> List<T> with(List<T> parts, Function<T, String> name, T added) {
    for (T part : parts) {
      require(!name.apply(part).equals(name.apply(added)), added);
    }
    List<T> more = new ArrayList<>(parts);
    more.add(added);
    return more;
  }

  private static <T> List<T> without(List<T> parts, Function<T, String> name, String gone) {
    List<T> fewer = parts.stream().filter(p -> !name.apply(p).equals(gone)).toList();
    require(fewer.size() == parts.size() - 1, gone);
    return fewer;
  }

  private static <T> List<T> replaced(List<T> parts, Function<T, String> name, String old, T now) {
    require(parts.stream().anyMatch(p -> name.apply(p).equals(old)), old);
    return parts.stream().map(p -> name.apply(p).equals(old) ? now : p).toList();
  }

  private static void require(boolean holds, Object about) {
    if (!holds) {
      throw new IllegalArgumentException("change does not fit the schema: " + about);
    }
  }
}
