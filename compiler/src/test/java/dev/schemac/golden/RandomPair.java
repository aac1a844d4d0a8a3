package dev.schemac.golden;

import dev.schemac.golden.RandomSchema.RandomColumn;
import dev.schemac.golden.RandomSchema.RandomEnum;
import dev.schemac.golden.RandomSchema.RandomKey;
import dev.schemac.golden.RandomSchema.RandomTable;
import dev.schemac.golden.RandomSchema.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Two versions of a schema, drawn from a seed: the second is the first with changes and the words
 * that they need, so that schemac must accept it.
 */
final class RandomPair {
  private static final List<String> TYPES =
      List.of(
          "smallint",
          "int",
          "bigint",
          "decimal(10, 2)",
          "varchar(30)",
          "varchar(60)",
          "text",
          "bool",
          "date",
          "timestamp",
          "uuid",
          "json",
          "double");

  private final Random random;
  private final RandomSchema schema = new RandomSchema();
  private final String before;
  private final String after;
  private int counter;

  RandomPair(long seed) {
    random = new Random(seed);
    draw();
    before = schema.source();
    int changes = 1 + random.nextInt(8);
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

  private void draw() {
    int enums = random.nextInt(3);
    for (int i = 0; i < enums; i++) {
      schema.enums.add(newEnum());
    }
    int tables = 1 + random.nextInt(4);
    for (int i = 0; i < tables; i++) {
      schema.tables.add(newTable());
    }
  }

  private RandomEnum newEnum() {
    RandomEnum drawn = new RandomEnum();
    drawn.name = name("Kind");
    drawn.storage = one(List.of(Storage.values()));
    int values = 2 + random.nextInt(3);
    for (int i = 0; i < values; i++) {
      drawn.values.add(name("v"));
    }
    return drawn;
  }

  private RandomTable newTable() {
    RandomTable table = new RandomTable();
    table.name = name("t");
    RandomColumn id = new RandomColumn();
    id.name = "id";
    id.type = one(List.of("int", "bigint", "uuid"));
    id.clauses = (id.type.equals("uuid") || chance(2) ? "" : " identity") + " primary key";
    table.columns.add(id);
    int columns = 1 + random.nextInt(5);
    for (int i = 0; i < columns; i++) {
      table.columns.add(newColumn());
    }
    int keys = random.nextInt(3);
    for (int i = 0; i < keys; i++) {
      addKey(table);
    }
    return table;
  }

  private RandomColumn newColumn() {
    RandomColumn column = new RandomColumn();
    column.name = name("c");
    column.nullable = chance(2);
    if (!schema.enums.isEmpty() && chance(4)) {
      column.type = one(schema.enums).name;
    } else if (!schema.tables.isEmpty() && chance(4)) {
      column.type = "ref " + one(schema.tables).name;
    } else {
      column.type = one(TYPES);
      column.defaultValue = chance(3) ? defaultFor(column.type) : "";
    }
    if (chance(6)) {
      column.comment = "It's " + column.name + ".";
    }
    return column;
  }

  private String defaultFor(String type) {
    return switch (type) {
      case "smallint", "int", "bigint" -> Integer.toString(random.nextInt(100));
      case "decimal(10, 2)", "double" -> random.nextInt(100) + ".5";
      case "varchar(30)", "varchar(60)" -> "'it''s " + random.nextInt(100) + "'";
      case "bool" -> chance(2) ? "true" : "false";
      case "date" -> "'2021-02-0" + (1 + random.nextInt(9)) + "'";
      case "timestamp" -> "now()";
      case "uuid" -> "uuid()";
      default -> "";
    };
  }

  private void addKey(RandomTable table) {
    RandomKey key = new RandomKey();
    key.kind = one(List.of("index", "unique", "unique index", "check"));
    key.name = name("k");
    for (RandomColumn column : table.columns) {
      boolean fits =
          switch (key.kind) {
            case "check" ->
                column.isNumber() && !column.clauses.contains("identity") && key.columns.isEmpty();
            case "index" -> column.isDistinct() || column.type.equals("bool");
            default -> column.isDistinct() && column.evolution.isEmpty() && isOld(column);
          };
      if (fits && key.columns.size() < 2 && chance(2)) {
        key.columns.add(column);
      }
    }
    if (!key.columns.isEmpty()) {
      table.keys.add(key);
    }
  }

  /** A column that was added with one value for all rows is not unique. */
  private boolean isOld(RandomColumn column) {
    return before == null || before.contains(" " + column.name + " ");
  }

  private void change() {
    RandomTable table = one(schema.tables);
    switch (random.nextInt(16)) {
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
      default -> changeEnumStorage();
    }
  }

  private void addColumn(RandomTable table) {
    RandomColumn column = newColumn();
    boolean free = column.nullable || !column.defaultValue.isEmpty();
    if (!free) {
      String value = defaultFor(column.type);
      if (value.isEmpty() || column.isReference()) {
        column.nullable = true;
      } else {
        column.evolution = " backfill (" + value + ")";
      }
    }
    table.columns.add(column);
  }

  private void retireColumn(RandomTable table) {
    RandomColumn column = one(table.columns);
    if (column == table.columns.get(0) || table.columns.size() < 3) {
      return;
    }
    remove(table, column);
  }

  private void remove(RandomTable table, RandomColumn column) {
    table.columns.remove(column);
    table.keys.removeIf(k -> k.columns.contains(column));
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
    boolean keyed = table.keys.stream().anyMatch(k -> k.columns.contains(column));
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
    if (column == table.columns.get(0) || column.isReference()) {
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
    if (isOld(column) && column != table.columns.get(0)) {
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
    String oldName = table.was.isEmpty() ? table.name : table.was.substring(" was ".length());
    if (before.contains("table " + oldName + " ")) {
      schema.retirements.add("retire table " + oldName);
    }
  }

  private void changeEnumValues() {
    if (schema.enums.isEmpty()) {
      return;
    }
    RandomEnum changed = one(schema.enums);
    int at = random.nextInt(changed.values.size());
    String value = changed.values.get(at);
    if (chance(3)) {
      changed.values.add(at, name("v"));
    } else if (!value.contains(" ") && before.contains(value)) {
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
      one(schema.enums).storage = one(List.of(Storage.values()));
    }
  }

  private String name(String prefix) {
    return prefix + ++counter;
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
