package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.diff.Change;
import dev.schemac.diff.ChangeApplier;
import dev.schemac.model.Constraint;
import dev.schemac.model.Expression;
import dev.schemac.model.Index;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.model.WholeTable;
import dev.schemac.plan.PlanContext;
import dev.schemac.plan.Strategy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What patterns ask about a plan as a whole; made once per plan. */
final class PlanFacts {

  private final PlanContext context;
  private final Capabilities capabilities;
  private final Uses before;
  private final Uses after;
  private final Map<ObjectPath, ObjectPath> newest = new HashMap<>();
  private final Map<QName, QName> oldTables = new HashMap<>();
  private final Map<QName, Map<String, String>> newColumns = new HashMap<>();
  private final Map<ObjectPath, List<Change>> changes = new HashMap<>();
  private Set<ObjectPath> referenced;
  private Schema renamed;
  private Map<QName, List<Statement>> grantsBefore;
  private Boolean partitions;
  private Set<QName> freedNames;
  private Map<QName, Set<String>> changedOwners;
  private KeyGroups keyGroups;
  private Schema arriving;
  private List<Table> heirs;
  private Map<ObjectPath, List<KeyGroup.Owned>> keysOn;
  private Map<QName, List<QName>> children;

  PlanFacts(PlanContext context) {
    this.context = context;
    this.capabilities = new Capabilities(context.after().target().version());
    this.before = new Uses(context.before());
    this.after = new Uses(context.after());
    for (Change change : context.changes()) {
      changes.computeIfAbsent(change.path(), p -> new ArrayList<>()).add(change);
      if (change instanceof Change.RenameObject(var from, var to)) {
        newest.put(from.path(), to.path());
        if (to instanceof Table) {
          oldTables.put(to.path().owner(), from.path().owner());
        }
      }
      if (change instanceof Change.RenameColumn(var table, var from, var to)) {
        newColumns.computeIfAbsent(table, t -> new LinkedHashMap<>()).put(from, to);
      }
    }
  }

  /** Names of keys and indexes that go, and that others get. */
  Set<QName> freedNames() {
    if (freedNames == null) {
      freedNames = FreedNames.of(context.changes());
    }
    return freedNames;
  }

  /** Owners before and after of the objects that get another one. */
  Map<QName, Set<String>> changedOwners() {
    if (changedOwners == null) {
      changedOwners = ChangedOwners.of(context);
    }
    return changedOwners;
  }

  /** Whether either schema has partitions that are tables of their own. */
  boolean hasPartitions() {
    if (partitions == null) {
      partitions =
          Stream.of(context.before(), context.after())
              .flatMap(s -> s.tables().stream())
              .anyMatch(t -> t.partitionOf().isPresent());
    }
    return partitions;
  }

  /** The foreign keys of the newer schema that a column stands in, at either end. */
  List<KeyGroup.Owned> keysOn(ObjectPath column) {
    if (keysOn == null) {
      keysOn = new HashMap<>();
      for (Table table : context.after().tables()) {
        for (Constraint.ForeignKey key : table.foreignKeys()) {
          KeyGroup.Owned owned = new KeyGroup.Owned(table.name(), key);
          for (ObjectPath one : owned.columns()) {
            keysOn.computeIfAbsent(one, c -> new ArrayList<>()).add(owned);
          }
        }
      }
    }
    return keysOn.getOrDefault(column, List.of());
  }

  /** The older tables that inherit, under the newest names. */
  List<Table> heirsBefore() {
    if (heirs == null) {
      heirs = renamed().tables().stream().filter(t -> !t.parents().isEmpty()).toList();
    }
    return heirs;
  }

  /** Partitions and heirs right below a table in the newer schema. */
  List<QName> children(QName table) {
    if (children == null) {
      children = new HashMap<>();
      for (Table other : context.after().tables()) {
        other.parents().forEach(p -> putBelow(p, other.name()));
        other.partitionOf().ifPresent(p -> putBelow(p.parent(), other.name()));
      }
    }
    return children.getOrDefault(table, List.of());
  }

  private void putBelow(QName parent, QName child) {
    children.computeIfAbsent(parent, p -> new ArrayList<>()).add(child);
  }

  /** The newer schema as its new tables are at first, see {@link LateConstraints}. */
  Schema arriving() {
    if (arriving == null) {
      List<SchemaObject> objects = new ArrayList<>();
      for (SchemaObject object : context.after().objects()) {
        boolean isNew = object instanceof Table t && (!existed(t.name()) || isDropped(t.path()));
        objects.add(isNew ? LateConstraints.without((Table) object, this) : object);
      }
      arriving = Schema.of(context.after().target(), objects);
    }
    return arriving;
  }

  /** Keys whose types change with those of the foreign keys to them. */
  KeyGroups keyGroups() {
    if (keyGroups == null) {
      keyGroups = new KeyGroups(this);
    }
    return keyGroups;
  }

  /** The older schema under the newest names. */
  Schema renamed() {
    if (renamed == null) {
      renamed =
          ChangeApplier.apply(
              context.before(),
              context.changes().stream()
                  .filter(c -> c instanceof Change.RenameObject || c instanceof Change.RenameColumn)
                  .toList());
    }
    return renamed;
  }

  PlanContext context() {
    return context;
  }

  boolean online() {
    return context.strategy() == Strategy.ONLINE;
  }

  Capabilities can() {
    return capabilities;
  }

  /** The newer schema. */
  Uses after() {
    return after;
  }

  /** The older schema under its own names. */
  Uses before() {
    return before;
  }

  /** The changes of one object, column, constraint or index. */
  List<Change> changesOf(ObjectPath path) {
    return changes.getOrDefault(path, List.of());
  }

  boolean isChanged(ObjectPath path) {
    return changes.containsKey(path);
  }

  /** A partition with what its parents hand down. */
  Optional<Table> tableAfter(QName name) {
    return context.after().table(name).map(t -> WholeTable.of(context.after(), t));
  }

  /** The older version of a table, by its newest name; a partition as a whole too. */
  Optional<Table> tableBefore(QName newestName) {
    return context
        .before()
        .table(oldTables.getOrDefault(newestName, newestName))
        .map(t -> WholeTable.of(context.before(), t));
  }

  /** Whether the table was there before. */
  boolean existed(QName newestName) {
    return tableBefore(newestName).isPresent();
  }

  /** Whether a table had another name. */
  boolean isRenamed(QName newestName) {
    return oldTables.containsKey(newestName);
  }

  QName newestTable(QName old) {
    ObjectPath path = newest.get(ObjectPath.table(old));
    return path == null ? old : path.owner();
  }

  String newestColumn(QName newestTable, String old) {
    return renamedColumns(newestTable).getOrDefault(old, old);
  }

  /** Renamed columns of a table: old name to new name. */
  Map<String, String> renamedColumns(QName newestTable) {
    Map<String, String> own = newColumns.getOrDefault(newestTable, Map.of());
    return own.isEmpty() && !newColumns.isEmpty()
        ? parentBefore(newestTable).map(this::renamedColumns).orElse(own)
        : own;
  }

  /** The table that a table was a partition of, under its newest name. */
  private Optional<QName> parentBefore(QName newestName) {
    return context
        .before()
        .table(oldTables.getOrDefault(newestName, newestName))
        .flatMap(Table::partitionOf)
        .map(p -> newestTable(p.parent()));
  }

  /** A path of the older schema under the newest names. */
  ObjectPath newestPath(ObjectPath path) {
    ObjectPath whole = newest.get(path);
    if (whole != null) {
      return whole;
    }
    if (path.member().isEmpty()) {
      return path;
    }
    QName owner = newestTable(path.owner());
    return path.kind() == ObjectKind.COLUMN
        ? ObjectPath.column(owner, newestColumn(owner, path.member()))
        : new ObjectPath(path.kind(), owner, path.member());
  }

  Set<ObjectPath> newestPaths(Collection<ObjectPath> paths) {
    Set<ObjectPath> found = new LinkedHashSet<>();
    paths.forEach(p -> found.add(newestPath(p)));
    return found;
  }

  /** The privileges that the older schema grants on an object, which go away with it. */
  List<Statement> grantsBefore(QName object) {
    if (grantsBefore == null) {
      grantsBefore =
          context.before().all(SchemaObject.Grant.class).stream()
              .filter(g -> !g.isDefault())
              .collect(
                  Collectors.groupingBy(
                      SchemaObject.Grant::on,
                      Collectors.mapping(Statement.Create::new, Collectors.<Statement>toList())));
    }
    return grantsBefore.getOrDefault(object, List.of());
  }

  /** Objects of one kind that both schemas hold unchanged. */
  <T extends SchemaObject> List<T> unchanged(Class<T> type) {
    return context.after().all(type).stream()
        .filter(o -> !isChanged(o.path()) && context.before().object(o.path()).isPresent())
        .toList();
  }

  /**
   * Whether a column that the older index reads goes, if only to be made anew, or changes its type.
   */
  boolean usesAltered(QName table, Index index) {
    QName old = tableBefore(table).map(Table::name).orElse(table);
    for (ObjectPath path : newestPaths(before.index(old, index))) {
      for (Change change : changesOf(path)) {
        if (change instanceof Change.DropColumn
            || change instanceof Change.ModifyColumn m
                && !(m.before().type().equals(m.after().type())
                    && m.before().collation().equals(m.after().collation())
                    && m.before().generated().equals(m.after().generated()))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the name changes only because its namespace does. */
  boolean followsNamespace(QName from, QName to) {
    ObjectPath namespace = ObjectPath.of(ObjectKind.NAMESPACE, QName.of(from.namespace()));
    ObjectPath renamed = newest.get(namespace);
    return from.name().equals(to.name())
        && renamed != null
        && renamed.owner().name().equals(to.namespace());
  }

  /** The expression, written over the row as it was, under the newest names of its columns. */
  Expression overNewestNames(QName table, Expression expression) {
    return ColumnReferences.replace(
        expression, name -> new Expression.ColumnRef(newestColumn(table, name)));
  }

  /** Columns of the row as it was that the expression reads, under their newest names. */
  Set<ObjectPath> readsOfOldRow(QName table, Expression expression) {
    QName old = tableBefore(table).map(Table::name).orElse(table);
    return newestPaths(before.columns(old, expression));
  }

  /** Whether a key or an index is there before and after without a change of its own. */
  boolean isKept(ObjectPath path) {
    return changesOf(path).stream()
        .allMatch(c -> c instanceof Change.RenameConstraint || c instanceof Change.RenameIndex);
  }

  /** Whether some foreign key refers to the column, before or after. */
  boolean isReferenced(QName table, String column) {
    if (referenced == null) {
      referenced = new HashSet<>();
      for (Table owner : context.after().tables()) {
        owner.foreignKeys().forEach(k -> refer(k.referencedTable(), k.referencedColumns()));
      }
      for (Table owner : context.before().tables()) {
        for (Constraint.ForeignKey key : owner.foreignKeys()) {
          QName to = newestTable(key.referencedTable());
          refer(to, key.referencedColumns().stream().map(c -> newestColumn(to, c)).toList());
        }
      }
    }
    return referenced.contains(ObjectPath.column(table, column));
  }

  private void refer(QName table, List<String> columns) {
    columns.forEach(c -> referenced.add(ObjectPath.column(table, c)));
  }

  /**
   * Objects of other kinds that go and leave their name to this one: relations and types share
   * their names on a server.
   */
  List<ObjectPath> leavingName(ObjectPath path) {
    List<ObjectPath> found =
        new ArrayList<>(SharedNames.of(path).stream().filter(this::isDropped).toList());
    if (SharedNames.isRoutine(path)) {
      // An aggregate's signature has the names of its parameters too.
      String name = Signature.plainName(path.owner()).toString();
      changes.keySet().stream()
          .filter(p -> SharedNames.isRoutine(p) && !p.equals(path) && isDropped(p))
          .filter(p -> p.kind() == ObjectKind.NATIVE || path.kind() == ObjectKind.NATIVE)
          .filter(p -> Signature.plainName(p.owner()).toString().equals(name))
          .forEach(found::add);
    }
    return found;
  }

  /** Whether the object goes. */
  boolean isDropped(ObjectPath path) {
    return changesOf(path).stream().anyMatch(Change.DropObject.class::isInstance);
  }
}
