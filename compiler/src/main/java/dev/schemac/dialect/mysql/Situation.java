package dev.schemac.dialect.mysql;

import dev.schemac.diff.Change;
import dev.schemac.diff.ChangeApplier;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.Table;
import dev.schemac.plan.PlanContext;
import dev.schemac.plan.Strategy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a pattern may look at: both schemas with the older one under the new names, what else
 * changes, and what the server can do.
 */
final class Situation {
  private final PlanContext context;
  private final boolean copiesTables;
  private final Schema before;
  private final Capabilities capabilities;
  private final Set<ObjectPath> changed = new HashSet<>();
  private final Map<QName, List<Change>> byTable = new LinkedHashMap<>();
  private final Map<QName, Map<String, String>> renamedFrom = new HashMap<>();
  private final Map<QName, QName> oldTables = new HashMap<>();
  private final Map<QName, List<ReferringKey>> referring = new HashMap<>();
  private final Map<String, List<NamedConstraint>> named = new HashMap<>();
  private final Map<QName, Optional<AtOnce>> atOnce = new HashMap<>();
  private final Map<QName, String> copyObstacles = new HashMap<>();
  private Map<QName, CopyTables> copies;
  private Schema stood;

  /** A foreign key seen from the table that it refers to. */
  record ReferringKey(QName table, dev.schemac.model.Constraint.ForeignKey key) {}

  /** A constraint of the older schema by its name. */
  record NamedConstraint(QName table, String name) {}

  /**
   * A situation.
   *
   * @param copiesTables whether the plan copies tables that the server would keep writers waiting
   *     for
   */
  Situation(PlanContext context, boolean copiesTables) {
    this.context = context;
    this.copiesTables = copiesTables;
    this.capabilities = new Capabilities(context.after().target());
    List<Change> renames = new ArrayList<>();
    for (Change change : context.changes()) {
      if (change instanceof Change.RenameObject || change instanceof Change.RenameColumn) {
        renames.add(change);
      } else {
        changed.add(change.path());
      }
      byTable.computeIfAbsent(change.path().owner(), t -> new ArrayList<>()).add(change);
      if (change instanceof Change.RenameColumn(var table, var from, var to)) {
        renamedFrom.computeIfAbsent(table, t -> new LinkedHashMap<>()).put(to, from);
      }
      if (change instanceof Change.RenameObject(Table was, var is)) {
        oldTables.put(is.path().owner(), was.name());
      }
      if (change instanceof Change.RenameConstraint rename) {
        changed.add(new ObjectPath(rename.before().kind(), rename.table(), rename.before().name()));
      }
      if (change instanceof Change.RenameIndex(var table, var was, var ignored)) {
        changed.add(Paths.index(table, was.name()));
      }
    }
    this.before =
        renames.isEmpty() ? context.before() : ChangeApplier.apply(context.before(), renames);
    for (Table table : before.tables()) {
      for (var constraint : table.constraints()) {
        named
            .computeIfAbsent(
                FreedNames.key(constraint.kind(), constraint.name()), k -> new ArrayList<>())
            .add(new NamedConstraint(table.name(), constraint.name()));
      }
      for (var key : table.foreignKeys()) {
        referring
            .computeIfAbsent(key.referencedTable(), t -> new ArrayList<>())
            .add(new ReferringKey(table.name(), key));
      }
    }
  }

  /** What of a table's changes one statement makes; nothing where each has steps of its own. */
  Optional<AtOnce> atOnce(QName table) {
    Optional<AtOnce> known = atOnce.get(table);
    if (known == null) {
      // What is asked meanwhile is about the changes one by one.
      atOnce.put(table, Optional.empty());
      known = AlterTableAtOnce.of(this, table);
      atOnce.put(table, known);
    }
    return known;
  }

  /** The tables with which this one is changed in a copy; nothing where it is altered itself. */
  Optional<CopyTables> copied(QName table) {
    if (copies == null) {
      copies = TableCopies.of(this);
    }
    return Optional.ofNullable(copies.get(table));
  }

  /** Why the table is not changed in a copy. */
  String copyObstacle(QName table) {
    String known = copyObstacles.get(table);
    if (known == null) {
      // What is asked meanwhile is whether there is another way.
      copyObstacles.put(table, "");
      known = TableCopies.obstacle(this, table);
      copyObstacles.put(table, known);
    }
    return known;
  }

  boolean copiesTables() {
    return copiesTables && online();
  }

  /** Tables that have changes, as they come. */
  Set<QName> changedTables() {
    return byTable.keySet();
  }

  boolean isOf(PlanContext other) {
    return context == other;
  }

  PlanContext context() {
    return context;
  }

  Capabilities capabilities() {
    return capabilities;
  }

  boolean online() {
    return context.strategy() == Strategy.ONLINE;
  }

  /** The older schema under the new names of objects and columns. */
  Schema before() {
    return before;
  }

  Schema after() {
    return context.after();
  }

  Optional<Table> tableBefore(QName name) {
    return before.table(name);
  }

  /**
   * A table that outlives the change, as it was.
   *
   * @throws IllegalArgumentException where the diff speaks of a table that is not there
   */
  Table was(QName name) {
    return before
        .table(name)
        .orElseThrow(() -> new IllegalArgumentException("no table ".concat(name.toString())));
  }

  /** The same under the old names of its columns; tables are renamed before anything else. */
  Table stood(QName name) {
    if (renamedFrom.isEmpty()) {
      return was(name);
    }
    if (stood == null) {
      List<Change> renames =
          context.changes().stream().filter(Change.RenameObject.class::isInstance).toList();
      stood = ChangeApplier.apply(context.before(), renames);
    }
    return stood.table(name).orElseGet(() -> was(name));
  }

  /** A table that is there afterwards. */
  Table is(QName name) {
    return after()
        .table(name)
        .orElseThrow(() -> new IllegalArgumentException("no table ".concat(name.toString())));
  }

  /** Whether something other than a rename of the object or the column happens to it. */
  boolean changes(ObjectPath path) {
    return changed.contains(path);
  }

  List<Change> changesOf(QName table) {
    return byTable.getOrDefault(table, List.of());
  }

  /** The column's name before the plan runs. */
  String oldName(QName table, String column) {
    return renamedFrom.getOrDefault(table, Map.of()).getOrDefault(column, column);
  }

  /** The table's name before the plan runs. */
  QName oldTable(QName table) {
    return oldTables.getOrDefault(table, table);
  }

  /** New → old names of the table's renamed columns. */
  Map<String, String> renamedColumns(QName table) {
    return renamedFrom.getOrDefault(table, Map.of());
  }

  /** Constraints of that name in the older schema. */
  List<NamedConstraint> named(dev.schemac.model.ObjectKind kind, String name) {
    return named.getOrDefault(FreedNames.key(kind, name), List.of());
  }

  /** Foreign keys that refer to the table in the older schema. */
  List<ReferringKey> referringTo(QName table) {
    return referring.getOrDefault(table, List.of());
  }
}
