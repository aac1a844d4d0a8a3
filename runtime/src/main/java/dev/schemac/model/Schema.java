package dev.schemac.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything a database must hold, for one target. Equality does not depend on the order of the
 * objects; iteration follows the order in which they were declared.
 */
public final class Schema {
  private final Target target;
  private final Map<ObjectPath, SchemaObject> objects;

  private Schema(Target target, Map<ObjectPath, SchemaObject> objects) {
    this.target = target;
    this.objects = objects;
  }

  /** A schema of the given objects; of two with one identity the later one counts. */
  public static Schema of(Target target, Collection<? extends SchemaObject> objects) {
    Map<ObjectPath, SchemaObject> byPath = LinkedHashMap.newLinkedHashMap(objects.size());
    for (SchemaObject object : objects) {
      byPath.put(object.path(), object);
    }
    return new Schema(target, Collections.unmodifiableMap(byPath));
  }

  /** The schema before the first migration. */
  public static Schema empty(Target target) {
    return of(target, List.of());
  }

  public Target target() {
    return target;
  }

  public Collection<SchemaObject> objects() {
    return objects.values();
  }

  public Optional<SchemaObject> object(ObjectPath path) {
    return Optional.ofNullable(objects.get(path));
  }

  public Optional<Table> table(QName name) {
    return Optional.ofNullable((Table) objects.get(ObjectPath.table(name)));
  }

  public List<Table> tables() {
    return all(Table.class);
  }

  /** All objects of one class, in order of declaration. */
  public <T extends SchemaObject> List<T> all(Class<T> type) {
    List<T> found = new ArrayList<>();
    for (SchemaObject object : objects.values()) {
      if (type.isInstance(object)) {
        found.add(type.cast(object));
      }
    }
    return found;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Schema that
        && target.equals(that.target)
        && objects.equals(that.objects);
  }

  @Override
  public int hashCode() {
    return objects.hashCode();
  }

  @Override
  public String toString() {
    return "Schema[" + target + ", " + objects.values() + "]";
  }
}
