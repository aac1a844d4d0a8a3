package dev.schemac.dialect.postgres;

import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.Index;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The groups of keys and foreign keys whose types change in one plan, found once for all. */
final class KeyGroups {
  private final PlanFacts facts;
  private final Map<ObjectPath, Change.ModifyColumn> converted = new LinkedHashMap<>();
  private final Map<ObjectPath, KeyGroup> groups = new HashMap<>();
  private final Map<ObjectPath, Optional<String>> obstacles = new HashMap<>();

  KeyGroups(PlanFacts facts) {
    this.facts = facts;
    for (Change change : facts.context().changes()) {
      if (change instanceof Change.ModifyColumn m
          && ConvertColumnByCopyAndRename.rewrites(m, facts)) {
        converted.put(m.path(), m);
      }
    }
    if (!converted.isEmpty()) {
      converted.keySet().forEach(this::join);
    }
  }

  /** All that foreign keys join to a column; nothing where it stands alone. */
  private void join(ObjectPath start) {
    if (groups.containsKey(start) || !isKey(start)) {
      return;
    }
    Set<ObjectPath> members = new LinkedHashSet<>();
    Set<KeyGroup.Owned> keys = new LinkedHashSet<>();
    Deque<ObjectPath> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      ObjectPath column = open.poll();
      if (converted.containsKey(column) && members.add(column)) {
        for (KeyGroup.Owned owned : facts.keysOn(column)) {
          keys.add(owned);
          open.addAll(owned.columns());
        }
      }
    }
    List<Change.ModifyColumn> changes =
        converted.values().stream().filter(c -> members.contains(c.path())).toList();
    KeyGroup group = new KeyGroup(changes, List.copyOf(keys)).fromKey();
    members.forEach(m -> groups.put(m, group));
  }

  /** Whether it is a key's, an identity or joined to another column that changes too. */
  private boolean isKey(ObjectPath column) {
    Change.ModifyColumn change = converted.get(column);
    boolean primary =
        facts.tableAfter(column.owner()).stream()
            .flatMap(t -> t.primaryKey().stream())
            .anyMatch(k -> Hanging.on(k, column.member()));
    return primary
        || change.before().identity().isPresent()
        || facts.keysOn(column).stream()
            .anyMatch(k -> k.refersTo(column) || changesElsewhere(k, column));
  }

  private boolean changesElsewhere(KeyGroup.Owned owned, ObjectPath column) {
    return owned.columns().stream().anyMatch(c -> !c.equals(column) && converted.containsKey(c));
  }

  /**
   * The group that a column is converted with. In a direct plan each column is converted by itself,
   * unless it gets the values of the row that it refers to.
   */
  Optional<KeyGroup> of(ObjectPath column) {
    return Optional.ofNullable(groups.get(column))
        .filter(g -> facts.online() || g.root().isPresent())
        .filter(g -> obstacle(g).isEmpty());
  }

  /** Why the group of a column cannot be copied aside; empty where it can, or where it has none. */
  Optional<String> obstacle(ObjectPath column) {
    return Optional.ofNullable(groups.get(column)).flatMap(this::obstacle);
  }

  private Optional<String> obstacle(KeyGroup group) {
    ObjectPath leader = group.changes().getFirst().path();
    if (!obstacles.containsKey(leader)) {
      obstacles.put(leader, find(group));
    }
    return obstacles.get(leader);
  }

  private Optional<String> find(KeyGroup group) {
    for (Change.ModifyColumn change : group.changes()) {
      Optional<String> why = find(group, change);
      if (why.isPresent()) {
        return why;
      }
    }
    for (KeyGroup.Owned owned : group.keys()) {
      Table table = facts.tableAfter(owned.table()).orElseThrow();
      if (!facts.existed(owned.table()) || !facts.isKept(owned.path())) {
        return Optional.of(owned.key().name().concat(" changes with it"));
      }
      if (table.partitioning().isPresent() || table.partitionOf().isPresent()) {
        return Optional.of("a partitioned table refers to it");
      }
      if (owned.key().period()) {
        return Optional.of(owned.key().name().concat(" is about a period"));
      }
      if (group.root().isPresent() && KeyMapping.obstacle(group, owned).isPresent()) {
        return KeyMapping.obstacle(group, owned);
      }
    }
    return Optional.empty();
  }

  private Optional<String> find(KeyGroup group, Change.ModifyColumn change) {
    Column column = change.after();
    Table table = facts.tableAfter(change.table()).orElseThrow();
    Optional<String> own =
        ConvertColumnByCopyAndRename.hindrance(table, column)
            .or(() -> PublishedTables.obstacle(table.name(), facts))
            .or(
                () ->
                    ConvertColumnByCopyAndRename.declaredBelow(table.name(), column.name(), facts));
    if (own.isPresent()) {
      return own;
    }
    if (group.root().isPresent()) {
      Optional<String> why = KeyMapping.obstacle(change, facts);
      if (why.isPresent()) {
        return why;
      }
    } else if (change.conversion().flatMap(c -> c.using()).isPresent()
        || !change.values().isEmpty()
        || ConvertedValue.needsUsing(change, facts)
        || ReverseValue.of(change, facts).isEmpty()) {
      return Optional.of("its new values do not follow from the old ones alone");
    } else if (!column.identity().equals(change.before().identity())) {
      return Optional.of("its identity changes with it");
    }
    if (sequenceHasMore(change)) {
      return Optional.of("its sequence has privileges, or lives elsewhere");
    }
    Optional<Constraint.PrimaryKey> primary =
        table.primaryKey().filter(k -> Hanging.on(k, column.name()));
    if (primary.filter(k -> !facts.isKept(TableStatements.path(change.table(), k))).isPresent()) {
      return Optional.of("the primary key changes with it");
    }
    return sharedWithAnother(group, change, table);
  }

  private boolean sequenceHasMore(Change.ModifyColumn change) {
    Optional<QName> sequence = IdentitySequence.of(change.table(), change.after());
    return sequence.isPresent()
        && (!sequence.get().namespace().equals(change.table().namespace())
            || facts.context().after().all(SchemaObject.Grant.class).stream()
                .anyMatch(g -> g.on().equals(sequence.get())));
  }

  /** A copy is built for one column at a time. */
  private Optional<String> sharedWithAnother(
      KeyGroup group, Change.ModifyColumn change, Table table) {
    String column = change.after().name();
    for (Column other : table.columns()) {
      if (!other.name().equals(column)
          && converted.containsKey(ObjectPath.column(table.name(), other.name()))
          && (sharesKey(table, column, other.name()))) {
        return Optional.of(other.name().concat(", of the same key, changes too"));
      }
    }
    return Optional.empty();
  }

  private static boolean sharesKey(Table table, String one, String other) {
    for (Constraint constraint : table.constraints()) {
      if (Hanging.on(constraint, one) && Hanging.on(constraint, other)) {
        return true;
      }
    }
    for (Index index : table.indexes()) {
      if (Hanging.on(index, one) && Hanging.on(index, other)) {
        return true;
      }
    }
    return false;
  }
}
