package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.model.Constraint;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tables that are in use, under the names that they have while the plan's steps run. */
final class LiveTables {

  /** A foreign key of a table. */
  record Key(QName table, Constraint.ForeignKey key) {}

  private record Heir(QName parent, QName name) {}

  private final Map<QName, Table> tables = new LinkedHashMap<>();
  private List<Heir> heirs = new ArrayList<>();
  private List<Key> keys = new ArrayList<>();

  LiveTables(Schema before) {
    for (Table table : before.tables()) {
      tables.put(table.name(), table);
      table.partitionOf().ifPresent(p -> heirs.add(new Heir(p.parent(), table.name())));
      table.parents().forEach(p -> heirs.add(new Heir(p, table.name())));
      table.foreignKeys().forEach(k -> keys.add(new Key(table.name(), k)));
    }
  }

  boolean has(QName table) {
    return tables.containsKey(table);
  }

  boolean isPartitioned(QName table) {
    return has(table) && tables.get(table).partitioning().isPresent();
  }

  /** Whether the action is done on partitions and heirs too: of keys on partitions alone. */
  boolean isHandedDown(QName table, TableAction action) {
    boolean alone =
        action instanceof TableAction.SetDefaultAlone
            || action instanceof TableAction.SetOptions
            || action instanceof TableAction.AttachPartition
            || action instanceof TableAction.DetachPartition
            || action instanceof TableAction.SetIndexOptions;
    boolean key =
        switch (action) {
          case TableAction.AddConstraint(var constraint) -> isKey(constraint);
          case TableAction.DropConstraint(var constraint) -> isKey(constraint);
          case TableAction ignored -> false;
        };
    return !alone && !renamesKey(table, action) && (!key || isPartitioned(table));
  }

  /** The keys of the partitions keep their names. */
  private boolean renamesKey(QName table, TableAction action) {
    return action instanceof TableAction.RenameConstraint(var from, var to)
        && has(table)
        && tables.get(table).constraint(from).filter(LiveTables::isKey).isPresent();
  }

  private static boolean isKey(Constraint constraint) {
    return !(constraint instanceof Constraint.Check);
  }

  List<Key> keys() {
    return keys;
  }

  /** Partitions and heirs of any depth. */
  Set<QName> heirs(QName table) {
    Set<QName> all = new LinkedHashSet<>();
    for (Heir heir : heirs) {
      if (heir.parent().equals(table) && all.add(heir.name())) {
        all.addAll(heirs(heir.name()));
      }
    }
    return all;
  }

  /** What is there once the statement has run. */
  void run(Statement statement) {
    if (statement instanceof Statement.Rename(Table table, var to)) {
      rename(table.name(), to);
    } else if (statement instanceof Statement.Drop(Table table)) {
      tables.remove(table.name());
      heirs.removeIf(h -> h.name().equals(table.name()) || h.parent().equals(table.name()));
      keys.removeIf(k -> k.table().equals(table.name()));
    } else if (statement instanceof Statement.AlterTable(var table, var actions, var ignored)) {
      actions.forEach(a -> run(table, a));
    } else if (statement instanceof Statement.Rename(SchemaObject.Namespace namespace, var to)) {
      for (QName name : List.copyOf(tables.keySet())) {
        if (name.namespace().equals(namespace.name())) {
          rename(name, new QName(to.name(), name.name()));
        }
      }
    }
  }

  private void run(QName table, TableAction action) {
    if (action instanceof TableAction.DetachPartition(var partition)) {
      heirs.remove(new Heir(table, partition));
    } else if (action instanceof TableAction.AttachPartition(var partition, var bound)) {
      heirs.add(new Heir(table, partition));
    } else if (action instanceof TableAction.AddConstraint(Constraint.ForeignKey key)) {
      keys.add(new Key(table, key));
    } else if (action instanceof TableAction.DropConstraint(Constraint.ForeignKey key)) {
      keys.removeIf(k -> k.table().equals(table) && k.key().name().equals(key.name()));
    }
  }

  private void rename(QName from, QName to) {
    Table table = tables.remove(from);
    if (table == null) {
      return;
    }
    tables.put(to, table);
    heirs =
        new ArrayList<>(
            heirs.stream()
                .map(h -> new Heir(now(h.parent(), from, to), now(h.name(), from, to)))
                .toList());
    keys =
        new ArrayList<>(
            keys.stream()
                .map(k -> new Key(now(k.table(), from, to), renamed(k.key(), from, to)))
                .toList());
  }

  private static QName now(QName name, QName from, QName to) {
    return name.equals(from) ? to : name;
  }

  private static Constraint.ForeignKey renamed(Constraint.ForeignKey key, QName from, QName to) {
    return key.withReferencedTable(now(key.referencedTable(), from, to));
  }
}
