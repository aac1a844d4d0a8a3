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
          "double",
          "real",
          "time",
          "char(8)",
          "bytes");

  private static final List<String> TYPES_OF_POSTGRES = List.of("timestamptz", "int[]", "interval");

  private final Random random;
  private final Target target;
  private final Dialect dialect;
  private final RandomSchema schema;
  private final String before;
  private final String after;
  private int counter;

  RandomPair(long seed, Target target) {
    random = new Random(seed);
    this.target = target;
    this.dialect = target.dialect();
    schema = new RandomSchema(dialect);
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
    if (dialect == Dialect.POSTGRES && chance(4)) {
      addObject(RandomObject.Kind.DOMAIN);
    }
    int tables = 1 + random.nextInt(4);
    for (int i = 0; i < tables; i++) {
      schema.tables.add(newTable());
    }
    int objects = random.nextInt(5);
    for (int i = 0; i < objects; i++) {
      addObject();
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
    boolean partitioned = !id.type.equals("uuid") && chance(6);
    if (partitioned) {
      addPartition(table);
      addPartition(table);
    }
    boolean plain = id.type.equals("uuid") || partitioned || chance(2);
    id.clauses = (plain ? "" : " identity") + " primary key";
    table.columns.add(id);
    int columns = 1 + random.nextInt(5);
    for (int i = 0; i < columns; i++) {
      table.columns.add(newColumn(table));
    }
    table.options = chance(4) ? one(options(table)) : "";
    int keys = random.nextInt(3);
    for (int i = 0; i < keys; i++) {
      addKey(table);
    }
    return table;
  }

  private List<String> options(RandomTable table) {
    if (!table.partitions.isEmpty()) {
      return List.of("");
    }
    return switch (dialect) {
      case POSTGRES -> List.of("", " @postgres(fillfactor = 70)", " @postgres(row_security)");
      case MYSQL -> List.of("", " @mysql(row_format = compact)", " @mysql(stats_persistent = 1)");
    };
  }

  /** The rows have the numbers from 1 on. */
  private void addPartition(RandomTable table) {
    int from = table.partitions.size() * 10;
    String bounds =
        switch (dialect) {
          case POSTGRES -> " from (" + from + ") to (" + (from + 10) + ")";
          case MYSQL -> " less than (" + (from + 10) + ")";
        };
    table.partitions.add(name("p") + bounds);
  }

  /** MySQL's partitioned tables have no foreign keys at either end. */
  private boolean mayRefer(RandomTable table) {
    return dialect == Dialect.POSTGRES || table.partitions.isEmpty();
  }

  private RandomColumn newColumn(RandomTable table) {
    RandomColumn column = new RandomColumn();
    column.name = name("c");
    column.nullable = chance(2);
    List<RandomTable> targets = schema.tables.stream().filter(this::mayRefer).toList();
    List<RandomColumn> numbers =
        table.columns.stream()
            .filter(c -> c.isNumber() && c.base == null && !c.clauses.contains("identity"))
            .toList();
    List<RandomEnum> listable =
        schema.enums.stream()
            .filter(e -> dialect == Dialect.POSTGRES && e.storage == Storage.NATIVE)
            .toList();
    if (!listable.isEmpty() && chance(8)) {
      RandomEnum listed = one(listable);
      listed.listed = true;
      column.type = listed.name + "[]";
    } else if (!schema.enums.isEmpty() && chance(4) && mayRefer(table)) {
      column.type = one(schema.enums).name;
    } else if (!targets.isEmpty() && chance(4) && mayRefer(table)) {
      column.type = "ref " + one(targets).name;
      column.clauses = one(actions(column.nullable));
    } else if (!numbers.isEmpty() && chance(6)) {
      column.type = "bigint";
      column.base = one(numbers);
      column.factor = random.nextInt(9);
      column.virtual = dialect == Dialect.MYSQL && chance(2);
      column.nullable = column.base.nullable || target.isMariaDb();
    } else if (dialect == Dialect.POSTGRES && chance(6)) {
      List<String> more = new ArrayList<>(TYPES_OF_POSTGRES);
      schema.objects.stream()
          .filter(o -> o.kind == RandomObject.Kind.DOMAIN)
          .forEach(o -> more.add(o.name));
      column.type = one(more);
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

  private static List<String> actions(boolean nullable) {
    return nullable
        ? List.of("", " on delete cascade", " on delete set null")
        : List.of("", " on delete cascade", " on delete restrict");
  }

  private void addObject() {
    addObject(one(List.of(RandomObject.Kind.values())));
  }

  private void addObject(RandomObject.Kind kind) {
    RandomTable table = schema.tables.isEmpty() ? null : one(schema.tables);
    RandomObject object = new RandomObject(kind, name("o"), table);
    object.number = 1 + random.nextInt(9);
    object.isNew = before != null;
    boolean twice =
        schema.objects.stream()
            .anyMatch(o -> o.kind == RandomObject.Kind.GRANT && o.kind == kind && o.table == table);
    if (!kind.isOn(dialect) || twice || kind == RandomObject.Kind.DOMAIN && before != null) {
      return;
    }
    List<RandomObject> views =
        schema.objects.stream().filter(o -> o.kind == RandomObject.Kind.VIEW).toList();
    if (kind == RandomObject.Kind.VIEW && !views.isEmpty() && chance(3)) {
      object.below = one(views);
    } else if (object.standsOnTable()) {
      object.columns.add(table.columns.getFirst());
      table.columns.stream().skip(1).filter(c -> chance(3)).forEach(object.columns::add);
    }
    schema.objects.add(object);
  }

  private void addForeignKey(RandomTable table) {
    RandomTable target = one(schema.tables);
    RandomColumn id = target.columns.getFirst();
    List<RandomColumn> fitting =
        table.columns.stream()
            .skip(1)
            .filter(c -> c.type.equals(id.type) && c.base == null && isOld(c) && isOld(id))
            .filter(
                c -> c.evolution.isEmpty() && table.columns.stream().noneMatch(o -> o.base == c))
            .toList();
    if (fitting.isEmpty() || !mayRefer(table) || !mayRefer(target)) {
      return;
    }
    RandomKey key = new RandomKey();
    key.kind = "foreign key";
    key.name = name("k");
    key.columns.add(one(fitting));
    key.target = target;
    key.targetColumns.add(id);
    key.words = one(actions(key.columns.getFirst().nullable));
    table.keys.add(key);
  }

  private List<String> kinds() {
    List<String> kinds =
        new ArrayList<>(
            List.of("index", "unique", "unique index", "check", "descending index", "foreign key"));
    if (!target.isMariaDb()) {
      kinds.add("expression index");
    }
    return kinds;
  }

  private void addKey(RandomTable table) {
    RandomKey key = new RandomKey();
    key.kind = one(kinds());
    if (key.kind.equals("foreign key")) {
      if (!schema.tables.isEmpty()) {
        addForeignKey(table);
      }
      return;
    }
    boolean unique = key.kind.startsWith("unique");
    if (unique && !table.partitions.isEmpty()) {
      return;
    }
    key.name = name("k");
    for (RandomColumn column : table.columns) {
      boolean fits =
          switch (key.kind) {
            case "check", "expression index" ->
                column.isNumber() && !column.clauses.contains("identity") && key.columns.isEmpty();
            case "descending index" -> column.isDistinct();
            case "index" -> column.isDistinct() || column.type.equals("bool");
            default -> column.isDistinct() && column.evolution.isEmpty() && isOld(column);
          };
      boolean taken = !table.partitions.isEmpty() && isIndexed(table, column);
      if (fits && !taken && key.columns.size() < 2 && chance(2)) {
        key.columns.add(column);
      }
    }
    if (dialect == Dialect.POSTGRES && key.kind.endsWith("index") && chance(4)) {
      RandomColumn id = table.columns.getFirst();
      key.columns.remove(id);
      key.filter = id;
    }
    if (!key.columns.isEmpty()) {
      table.keys.add(key);
    }
  }

  /** The names of the partitions' own indexes depend on their order otherwise. */
  private static boolean isIndexed(RandomTable table, RandomColumn column) {
    return table.keys.stream().anyMatch(k -> k.uses(column));
  }

  /** A column that was added with one value for all rows is not unique. */
  private boolean isOld(RandomColumn column) {
    return before == null || before.contains(" " + column.name + " ");
  }

  private void change() {
    RandomTable table = one(schema.tables);
    switch (random.nextInt(27)) {
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
    table.columns.add(
        anywhere ? 1 + random.nextInt(table.columns.size()) : table.columns.size(), column);
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
      one(schema.objects).number = 1 + random.nextInt(9);
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
      RandomColumn moved = table.columns.remove(1 + random.nextInt(table.columns.size() - 1));
      table.columns.add(1 + random.nextInt(table.columns.size()), moved);
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
    table.columns.stream().filter(c -> c.base != null).forEach(c -> c.factor = random.nextInt(9));
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
    int at = random.nextInt(changed.values.size());
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
