package dev.schemac.diff;

import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The renames that act in one step, from old names to new ones.
 *
 * @param namespaces old → new
 * @param objects identity (its namespace renamed already, if it is) → new name
 * @param members triggers and policies: identity under the new table name → new local name
 * @param columns new table name → old column → new column
 * @param values new name of a native enum → old label → new label
 */
record Renames(
    Map<String, String> namespaces,
    Map<ObjectPath, QName> objects,
    Map<ObjectPath, String> members,
    Map<QName, Map<String, String>> columns,
    Map<QName, Map<String, String>> values) {

  private static final List<ObjectKind> RELATIONS =
      List.of(ObjectKind.TABLE, ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW, ObjectKind.SEQUENCE);
  private static final List<ObjectKind> TYPES =
      List.of(ObjectKind.ENUM, ObjectKind.DOMAIN, ObjectKind.TYPE);

  static Renames none() {
    return new Renames(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());
  }

  boolean isEmpty() {
    return namespaces.isEmpty()
        && objects.isEmpty()
        && members.isEmpty()
        && columns.isEmpty()
        && values.isEmpty();
  }

  /** Only what renames namespaces, objects and their triggers and policies. */
  Renames ofObjects() {
    return new Renames(namespaces, objects, members, Map.of(), Map.of());
  }

  /** Only what renames columns and values. */
  Renames ofParts() {
    return new Renames(Map.of(), Map.of(), Map.of(), columns, values);
  }

  /** With the renamed columns of parents, which are their partitions' and heirs' too. */
  Renames inPartitions(Schema schema) {
    if (columns.isEmpty()) {
      return this;
    }
    Map<QName, Map<String, String>> all = new HashMap<>(columns);
    for (Table table : schema.tables()) {
      Map<String, String> handedDown = new LinkedHashMap<>();
      above(schema, table, handedDown, new HashSet<>());
      if (!handedDown.isEmpty()) {
        QName name = object(ObjectKind.TABLE, table.name());
        handedDown.putAll(all.getOrDefault(name, Map.of()));
        all.put(name, handedDown);
      }
    }
    return new Renames(namespaces, objects, members, all, values);
  }

  private void above(Schema schema, Table table, Map<String, String> found, Set<QName> seen) {
    List<QName> parents = new ArrayList<>(table.parents());
    table.partitionOf().ifPresent(p -> parents.add(p.parent()));
    for (QName name : parents) {
      Optional<Table> parent = schema.table(name).filter(t -> seen.add(t.name()));
      parent.ifPresent(
          t -> {
            found.putAll(columnsOf(object(ObjectKind.TABLE, t.name())));
            above(schema, t, found, seen);
          });
    }
  }

  QName inNamespace(QName name) {
    String moved = namespaces.get(name.namespace());
    return moved == null ? name : new QName(moved, name.name());
  }

  QName object(ObjectKind kind, QName name) {
    if (kind == ObjectKind.NAMESPACE) {
      return name.hasNamespace()
          ? name
          : QName.of(namespaces.getOrDefault(name.name(), name.name()));
    }
    QName moved = inNamespace(name);
    return objects.getOrDefault(ObjectPath.of(kind, moved), moved);
  }

  /** A table, or whatever else can stand where a table does. */
  QName relation(QName name) {
    return firstRenamed(RELATIONS, name);
  }

  QName type(QName name) {
    return firstRenamed(TYPES, name);
  }

  private QName firstRenamed(List<ObjectKind> kinds, QName name) {
    QName moved = inNamespace(name);
    for (ObjectKind kind : kinds) {
      QName renamed = objects.get(ObjectPath.of(kind, moved));
      if (renamed != null) {
        return renamed;
      }
    }
    return moved;
  }

  Map<String, String> columnsOf(QName newTable) {
    return columns.getOrDefault(newTable, Map.of());
  }

  String column(QName newTable, String old) {
    return columnsOf(newTable).getOrDefault(old, old);
  }

  /** The identity that {@code path} has after the renames. */
  ObjectPath path(ObjectPath path) {
    return switch (path.kind()) {
      case NAMESPACE,
          EXTENSION,
          ROLE,
          ENUM,
          DOMAIN,
          SEQUENCE,
          TABLE,
          VIEW,
          MATERIALIZED_VIEW,
          FUNCTION,
          PROCEDURE,
          TYPE,
          NATIVE ->
          new ObjectPath(path.kind(), object(path.kind(), path.owner()), path.member());
      case COLUMN -> {
        QName table = relation(path.owner());
        yield ObjectPath.column(table, column(table, path.member()));
      }
      case ENUM_VALUE -> new ObjectPath(path.kind(), type(path.owner()), path.member());
      case TRIGGER, POLICY -> {
        ObjectPath moved = new ObjectPath(path.kind(), relation(path.owner()), path.member());
        yield new ObjectPath(
            path.kind(), moved.owner(), members.getOrDefault(moved, path.member()));
      }
      case PRIMARY_KEY, UNIQUE, CHECK, FOREIGN_KEY, EXCLUSION, INDEX, GRANT ->
          new ObjectPath(path.kind(), relation(path.owner()), path.member());
    };
  }
}
