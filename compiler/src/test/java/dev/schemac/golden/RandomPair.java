package dev.schemac.golden;

import dev.schemac.golden.RandomSchema.RandomColumn;
import dev.schemac.golden.RandomSchema.RandomEnum;
import dev.schemac.golden.RandomSchema.RandomKey;
import dev.schemac.golden.RandomSchema.RandomTable;
import dev.schemac.golden.RandomSchema.Storage;
import dev.schemac.model.Dialect;
import dev.schemac.model.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * Two versions of a schema, drawn from a seed: the second is the first with changes and the words
 * that they need, so that schemac must accept it.
 */
final class RandomPair extends RandomParts {
  private final String after;

  RandomPair(long seed, Target target) {
    super(seed, target);
    draw();
    before = schema.source();
    int changes = 1 + below(8);
    for (int i = 0; i < changes; i++) {
      change();
    }
    after = schema.source();
  }

  String before() {
    return before;
  }

  String after() {
    return after;
  }

  private void change() {
    RandomTable table = one(schema.tables);
    switch (below(27)) {
      case 0, 1 -> addColumn(table);
      case 2 -> retireColumn(table);
      case 3, 4 -> renameColumn(table);
      case 5, 6 -> widen(table);
      case 7 -> changeNull(table);
      case 8 -> changeDefault(table);
      case 9 -> addKey(table);
      case 10 -> dropOrRenameKey(table);
      case 11 -> renameTable(table);
      case 12 -> schema.tables.add(newTable());
      case 13 -> retireTable(table);
      case 14 -> changeEnumValues();
      case 15, 16 -> addObject();
      case 17, 18 -> changeObject();
      case 19 -> dropOrRenameObject();
      case 20 -> table.options = one(options(table));
      case 21 -> changeComputed(table);
      case 22 -> addPartitionTo(table);
      case 23 -> table.comment = chance(2) ? "" : "About " + table.name + ".";
      case 24 -> moveColumn(table);
      case 25 -> convert(table);
      default -> changeEnumStorage();
    }
  }

  private void addColumn(RandomTable table) {
    RandomColumn column = newColumn(table);
    boolean free = column.nullable || !column.defaultValue.isEmpty() || column.base != null;
    if (!free) {
      String value = defaultFor(column.type);
      if (value.isEmpty() || column.isReference()) {
        column.nullable = true;
      } else {
        column.evolution = " backfill (" + value + ")";
      }
    }
    boolean anywhere = dialect == Dialect.MYSQL && chance(2);
    table.columns.add(anywhere ? 1 + below(table.columns.size()) : table.columns.size(), column);
  }

  private void retireColumn(RandomTable table) {
    RandomColumn column = one(table.columns);
    if (column == table.columns.get(0) || table.columns.size() < 3) {
      return;
    }
    remove(table, column);
  }

  private void remove(RandomTable table, RandomColumn column) {
    for (RandomColumn computed : List.copyOf(table.columns)) {
      if (computed.base == column) {
        remove(table, computed);
      }
    }
    table.columns.remove(column);
    schema.tables.forEach(t -> t.keys.removeIf(k -> k.uses(column)));
    for (RandomObject object : List.copyOf(schema.objects)) {
      if (object.kind == RandomObject.Kind.VIEW) {
        object.columns.remove(column);
      } else if (object.uses(column)) {
        drop(object);
      }
    }
    String oldName = column.was.isEmpty() ? column.name : column.was.substring(" was ".length());
    if (before.contains("  " + oldName + " ")) {
      table.retirements.add(oldName);
    }
  }

  private void renameColumn(RandomTable table) {
    RandomColumn column = one(table.columns);
    if (!column.was.isEmpty() || !isOld(column)) {
      return;
    }
    column.was = " was " + column.name;
    column.name = name("r");
  }

  private void widen(RandomTable table) {
    RandomColumn column = one(table.columns);
    boolean keyed =
        schema.tables.stream().flatMap(t -> t.keys.stream()).anyMatch(k -> k.uses(column));
    boolean related =
        schema.tables.stream()
            .flatMap(t -> t.keys.stream())
            .anyMatch(k -> k.uses(column) && k.target != null);
    boolean partitionKey = !table.partitions.isEmpty() && column == table.columns.getFirst();
    if (related || column.base != null || partitionKey) {
      return;
    }
    column.type =
        switch (column.type) {
          case "smallint" -> "int";
          case "int" -> "bigint";
          case "varchar(30)" -> "varchar(60)";
          case "varchar(60)" -> keyed || !column.defaultValue.isEmpty() ? "varchar(90)" : "text";
          case "decimal(10, 2)" -> "decimal(14, 4)";
          default -> column.type;
        };
  }

  private void changeNull(RandomTable table) {
    RandomColumn column = one(table.columns);
    boolean related = table.keys.stream().anyMatch(k -> k.uses(column) && k.target != null);
    boolean computed =
        column.base != null || table.columns.stream().anyMatch(c -> c.base == column);
    if (column == table.columns.get(0) || column.isReference() || related || computed) {
      return;
    }
    if (!column.nullable) {
      column.nullable = true;
      column.evolution = "";
    } else if (isOld(column) && !defaultFor(column.type).isEmpty()) {
      column.nullable = false;
      column.evolution = " backfill (" + defaultFor(column.type) + ")";
    }
  }

  private void changeDefault(RandomTable table) {
    RandomColumn column = one(table.columns);
    if (isOld(column) && column != table.columns.get(0) && column.base == null) {
      column.defaultValue = chance(3) ? "" : defaultFor(column.type);
      column.comment = chance(2) ? column.comment : "Changed.";
    }
  }

  private void dropOrRenameKey(RandomTable table) {
    if (table.keys.isEmpty()) {
      return;
    }
    RandomKey key = one(table.keys);
    if (chance(2)) {
      table.keys.remove(key);
    } else if (key.was.isEmpty() && before.contains(" " + key.name + " ")) {
      key.was = " was " + key.name;
      key.name = name("n");
    }
  }

  private void renameTable(RandomTable table) {
    if (!table.was.isEmpty() || !before.contains("table " + table.name + " ")) {
      return;
    }
    String old = table.name;
    table.was = " was " + old;
    table.name = name("renamed");
    for (RandomTable other : schema.tables) {
      for (RandomColumn column : other.columns) {
        if (column.type.equals("ref " + old)) {
          column.type = "ref " + table.name;
        }
      }
    }
  }

  private void retireTable(RandomTable table) {
    if (schema.tables.size() < 2) {
      return;
    }
    for (RandomTable other : schema.tables) {
      for (RandomColumn column : new ArrayList<>(other.columns)) {
        if (other != table && column.type.equals("ref " + table.name)) {
          remove(other, column);
        }
      }
    }
    schema.tables.remove(table);
    for (RandomTable other : schema.tables) {
      for (RandomKey key : List.copyOf(other.keys)) {
        if (key.target == table && other.columns.contains(key.columns.getFirst())) {
          remove(other, key.columns.getFirst());
        }
      }
    }
    List.copyOf(schema.objects).stream().filter(o -> o.uses(table)).forEach(this::drop);
    String oldName = table.was.isEmpty() ? table.name : table.was.substring(" was ".length());
    if (before.contains("table " + oldName + " ")) {
      schema.retirements.add("retire table " + oldName);
    }
  }

  private void changeObject() {
    if (!schema.objects.isEmpty()) {
      one(schema.objects).number = 1 + below(9);
    }
  }

  private void dropOrRenameObject() {
    if (schema.objects.isEmpty()) {
      return;
    }
    RandomObject object = one(schema.objects);
    if (object.kind.canBeRenamed() && !object.isNew && object.newName.isEmpty() && chance(2)) {
      object.newName = name("n");
    } else if (object.kind != RandomObject.Kind.DOMAIN) {
      drop(object);
    }
  }

  private void drop(RandomObject object) {
    schema.objects.remove(object);
    List.copyOf(schema.objects).stream().filter(o -> o.below == object).forEach(this::drop);
    if (object.kind == RandomObject.Kind.SEQUENCE && !object.isNew) {
      schema.retirements.add("retire sequence " + object.name);
    }
  }

  /** PostgreSQL's columns stay where they are. */
  private void moveColumn(RandomTable table) {
    if (dialect == Dialect.MYSQL && table.columns.size() > 2) {
      RandomColumn moved = table.columns.remove(1 + below(table.columns.size() - 1));
      table.columns.add(1 + below(table.columns.size()), moved);
    }
  }

  /** Another family of types, by the author's words. */
  private void convert(RandomTable table) {
    RandomColumn column = one(table.columns);
    boolean used =
        schema.tables.stream().flatMap(t -> t.keys.stream()).anyMatch(k -> k.uses(column))
            || table.columns.stream().anyMatch(c -> c.base == column)
            || column == table.columns.getFirst()
            || column.base != null;
    boolean plain =
        column.isNumber()
            && column.defaultValue.isEmpty()
            && column.evolution.isEmpty()
            && column.was.isEmpty();
    if (!used && plain && isOld(column)) {
      column.type = "varchar(60)";
      column.evolution = " using (concat('n', " + column.name + "))";
    }
  }

  private void changeComputed(RandomTable table) {
    table.columns.stream().filter(c -> c.base != null).forEach(c -> c.factor = below(9));
  }

  private void addPartitionTo(RandomTable table) {
    if (!table.partitions.isEmpty()) {
      addPartition(table);
    }
  }

  private void changeEnumValues() {
    if (schema.enums.isEmpty()) {
      return;
    }
    RandomEnum changed = one(schema.enums);
    int at = below(changed.values.size());
    String value = changed.values.get(at);
    boolean first = at == 0 && !changed.words.isEmpty();
    if (chance(3)) {
      changed.values.add(at, name("v"));
    } else if (!value.contains(" ") && before.contains(value) && !first) {
      if (chance(2)) {
        changed.values.set(at, name("w") + " was " + value);
      } else if (changed.values.size() > 2) {
        changed.values.remove(at);
        String target = changed.values.get(0).split(" ")[0];
        changed.words.add("retire " + value + " -> " + target);
      }
    }
  }

  private void changeEnumStorage() {
    if (!schema.enums.isEmpty()) {
      RandomEnum changed = one(schema.enums);
      changed.storage = changed.listed ? Storage.NATIVE : one(List.of(Storage.values()));
    }
  }
}
