package dev.schemac.lint;

import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
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
 * Which new thing a vanished one probably is. A column: of the same type, at the same position or
 * with a similar name. A table: with mostly the same columns, or a similar name.
 */
record RenameCandidates(Map<ObjectPath, ObjectPath> probable) {
  private static final double SIMILAR = 0.5;

  /** The new identity that the vanished one probably has. */
  Optional<ObjectPath> of(ObjectPath gone) {
    return Optional.ofNullable(probable.get(gone));
  }

  /** Whether this new thing is suggested as another name of a vanished one. */
  boolean isSuggested(ObjectPath added) {
    return probable.containsValue(added);
  }

  static RenameCandidates of(List<Change> changes, Schema before, Schema after) {
    Map<ObjectPath, ObjectPath> found = new LinkedHashMap<>();
    Map<QName, List<Column>> addedColumns = new HashMap<>();
    Map<ObjectKind, List<SchemaObject>> addedObjects = new HashMap<>();
    for (Change change : changes) {
      if (change instanceof Change.AddColumn(var table, var column, var ignored)) {
        addedColumns.computeIfAbsent(table, t -> new ArrayList<>()).add(column);
      } else if (change instanceof Change.AddObject(var object)) {
        addedObjects.computeIfAbsent(object.path().kind(), k -> new ArrayList<>()).add(object);
      }
    }
    Set<ObjectPath> taken = new HashSet<>();
    for (Change change : changes) {
      Optional<ObjectPath> best = Optional.empty();
      if (change instanceof Change.DropColumn(var table, var column, var word) && word.isEmpty()) {
        List<Column> added = addedColumns.getOrDefault(table, List.of());
        best = column(table, column, added, before, after, taken);
      } else if (change instanceof Change.DropObject(var object, var word) && word.isEmpty()) {
        best = object(object, addedObjects.getOrDefault(object.path().kind(), List.of()), taken);
      }
      best.ifPresent(
          b -> {
            taken.add(b);
            found.put(change.path(), b);
          });
    }
    return new RenameCandidates(found);
  }

  private static Optional<ObjectPath> column(
      QName table,
      Column gone,
      List<Column> added,
      Schema before,
      Schema after,
      Set<ObjectPath> taken) {
    double best = SIMILAR;
    ObjectPath found = null;
    for (Column column : added) {
      ObjectPath path = ObjectPath.column(table, column.name());
      if (taken.contains(path) || !column.type().equals(gone.type())) {
        continue;
      }
      boolean samePlace =
          position(before, table, gone.name()) == position(after, table, column.name());
      double score = Likeness.of(gone.name(), column.name()) + (samePlace ? 0.5 : 0);
      if (score >= best) {
        best = score;
        found = path;
      }
    }
    return Optional.ofNullable(found);
  }

  private static int position(Schema schema, QName table, String column) {
    return schema
        .table(table)
        .map(t -> t.columns().stream().map(Column::name).toList().indexOf(column))
        .orElse(-1);
  }

  private static Optional<ObjectPath> object(
      SchemaObject gone, List<SchemaObject> added, Set<ObjectPath> taken) {
    double best = SIMILAR;
    ObjectPath found = null;
    for (SchemaObject object : added) {
      if (taken.contains(object.path())) {
        continue;
      }
      double score = Likeness.of(gone.path().owner().name(), object.path().owner().name());
      if (gone instanceof Table was && object instanceof Table is) {
        score = Math.max(score, shared(was, is));
      }
      if (gone instanceof SchemaObject.EnumType was && object instanceof SchemaObject.EnumType is) {
        score = was.values().equals(is.values()) ? 1 : score;
      }
      if (score > best) {
        best = score;
        found = object.path();
      }
    }
    return Optional.ofNullable(found);
  }

  /** The share of columns that both have under one name and type. */
  private static double shared(Table was, Table is) {
    long same =
        was.columns().stream()
            .filter(c -> is.column(c.name()).filter(o -> o.type().equals(c.type())).isPresent())
            .count();
    return (double) same / Math.max(was.columns().size(), is.columns().size());
  }
}
