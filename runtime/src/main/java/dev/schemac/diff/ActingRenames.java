package dev.schemac.diff;

import dev.schemac.model.Evolution;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which of the {@code was} words act: those whose old name is in the previous schema while the new
 * one is not. All others are spent.
 */
final class ActingRenames {
  private final Schema before;
  private final Schema after;
  private final Evolution evolution;
  private final Map<String, String> namespaces = new LinkedHashMap<>();
  private final Map<ObjectPath, QName> objects = new LinkedHashMap<>();
  private final Map<ObjectPath, String> members = new LinkedHashMap<>();
  private final Map<QName, Map<String, String>> columns = new LinkedHashMap<>();
  private final Map<QName, Map<String, String>> values = new LinkedHashMap<>();

  private ActingRenames(Schema before, Schema after, Evolution evolution) {
    this.before = before;
    this.after = after;
    this.evolution = evolution;
  }

  static Renames of(Schema before, Schema after, Evolution evolution) {
    ActingRenames acting = new ActingRenames(before, after, evolution);
    acting.collect();
    return acting.renames();
  }

  private void collect() {
    if (!evolution.renames().isEmpty()) {
      // Sorted, so that of two new names that claim one old name always the same one gets it.
      Map<ObjectPath, QName> words = new TreeMap<>(evolution.renames());
      words.forEach(this::namespace);
      Map<ObjectPath, SchemaObject> old = byNamespacedPath();
      repeatedly(objects, () -> words.forEach((path, from) -> object(path, from, old)));
      words.forEach((path, from) -> member(path, from, old));
      columns(words);
    }
    values();
  }

  /**
   * A name may be taken that another rename gives away (b was a, c was b), so what acts can let
   * more act. Names that go round in a circle never do: nothing would tell that they have gone
   * round.
   */
  private static void repeatedly(Map<?, ?> growing, Runnable pass) {
    int size;
    do {
      size = growing.size();
      pass.run();
    } while (growing.size() > size);
  }

  private Renames renames() {
    return new Renames(namespaces, objects, members, columns, values);
  }

  private void namespace(ObjectPath path, QName from) {
    if (path.kind() == ObjectKind.NAMESPACE
        && after.object(path).isPresent()
        && before.object(path).isEmpty()
        && before.object(ObjectPath.of(ObjectKind.NAMESPACE, from)).isPresent()) {
      namespaces.putIfAbsent(from.name(), path.owner().name());
    }
  }

  private Map<ObjectPath, SchemaObject> byNamespacedPath() {
    Renames moved = renames().ofObjects();
    Map<ObjectPath, SchemaObject> found = new HashMap<>();
    for (SchemaObject object : before.objects()) {
      found.put(moved.path(object.path()), object);
    }
    return found;
  }

  private void object(ObjectPath path, QName from, Map<ObjectPath, SchemaObject> old) {
    boolean standsAlone = path.member().isEmpty() && path.kind() != ObjectKind.NAMESPACE;
    boolean taken = old.containsKey(path) && !objects.containsKey(path);
    if (!standsAlone || after.object(path).isEmpty() || taken) {
      return;
    }
    ObjectPath as = ObjectPath.of(path.kind(), from);
    if (!old.containsKey(as)) {
      as = ObjectPath.of(path.kind(), renames().inNamespace(from));
    }
    if (old.containsKey(as) && !old.get(as).external()) {
      objects.putIfAbsent(as, path.owner());
    }
  }

  private void member(ObjectPath path, QName from, Map<ObjectPath, SchemaObject> old) {
    if (path.kind() != ObjectKind.TRIGGER && path.kind() != ObjectKind.POLICY) {
      return;
    }
    Renames moved = renames();
    ObjectPath wanted = new ObjectPath(path.kind(), path.owner(), from.name());
    boolean oldThere = false;
    boolean newThere = false;
    for (ObjectPath each : old.keySet()) {
      if (each.kind() == path.kind()) {
        ObjectPath now = new ObjectPath(each.kind(), moved.relation(each.owner()), each.member());
        oldThere |= now.equals(wanted);
        newThere |= now.equals(path);
      }
    }
    if (oldThere && !newThere && after.object(path).isPresent()) {
      members.putIfAbsent(wanted, path.member());
    }
  }

  private void columns(Map<ObjectPath, QName> words) {
    Map<QName, Table> oldByNewName = new HashMap<>();
    Renames moved = renames();
    before.tables().forEach(t -> oldByNewName.put(moved.object(ObjectKind.TABLE, t.name()), t));
    Map<ObjectPath, String> acting = new HashMap<>();
    repeatedly(
        acting,
        () ->
            words.forEach(
                (path, from) -> {
                  if (path.kind() == ObjectKind.COLUMN
                      && acts(path, from.name(), oldByNewName.get(path.owner()))) {
                    acting.put(path, from.name());
                  }
                }));
  }

  private boolean acts(ObjectPath path, String from, Table old) {
    Optional<Table> now = after.table(path.owner());
    if (old == null || now.isEmpty() || old.external()) {
      return false;
    }
    Map<String, String> given = columns.getOrDefault(path.owner(), Map.of());
    boolean taken = old.column(path.member()).isPresent() && !given.containsKey(path.member());
    if (old.column(from).isEmpty() || taken || now.get().column(path.member()).isEmpty()) {
      return false;
    }
    return columns
            .computeIfAbsent(path.owner(), t -> new LinkedHashMap<>())
            .putIfAbsent(from, path.member())
        == null;
  }

  private void values() {
    if (evolution.values().isEmpty()) {
      return;
    }
    Renames moved = renames();
    for (SchemaObject.EnumType old : before.all(SchemaObject.EnumType.class)) {
      QName name = moved.object(ObjectKind.ENUM, old.name());
      ObjectPath path = ObjectPath.of(ObjectKind.ENUM, name);
      Optional<SchemaObject> now = after.object(path);
      if (now.isPresent() && now.get() instanceof SchemaObject.EnumType type) {
        for (Evolution.ValueChange word :
            ActingWords.values(evolution.values().get(path), old.values(), type.values())) {
          if (word instanceof Evolution.ValueChange.Renamed(var from, var to)) {
            values.computeIfAbsent(name, n -> new LinkedHashMap<>()).putIfAbsent(from, to);
          }
        }
      }
    }
  }
}
