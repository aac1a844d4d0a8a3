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

/** Draws what a schema consists of, one thing after the other. */
class RandomParts {
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

  final Dialect dialect;
  final RandomSchema schema;

  /** The first version, once there is one. */
  String before;

  private final Random random;
  private final Target target;
  private int counter;

  RandomParts(long seed, Target target) {
    random = new Random(seed);
    this.target = target;
    this.dialect = target.dialect();
    schema = new RandomSchema(dialect);
  }

  final void draw() {
    schema.namespace = dialect == Dialect.POSTGRES && chance(4) ? name("space") : "";
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

  final RandomTable newTable() {
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

  final List<String> options(RandomTable table) {
    if (!table.partitions.isEmpty()) {
      return List.of("");
    }
    return switch (dialect) {
      case POSTGRES -> List.of("", " @postgres(fillfactor = 70)", " @postgres(row_security)");
      case MYSQL -> List.of("", " @mysql(row_format = compact)", " @mysql(stats_persistent = 1)");
    };
  }

  /** The rows have the numbers from 1 on. */
  final void addPartition(RandomTable table) {
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

  final RandomColumn newColumn(RandomTable table) {
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

  final String defaultFor(String type) {
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

  final void addObject() {
    addObject(one(List.of(RandomObject.Kind.values())));
  }

  final void addObject(RandomObject.Kind kind) {
    RandomTable table = schema.tables.isEmpty() ? null : one(schema.tables);
    RandomObject object = new RandomObject(kind, name("o"), table);
    object.scope = schema.namespace.isEmpty() ? "" : schema.namespace + ".";
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

  final void addKey(RandomTable table) {
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
  final boolean isOld(RandomColumn column) {
    return before == null || before.contains(" " + column.name + " ");
  }

  final String name(String prefix) {
    return prefix + ++counter;
  }

  final boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  final <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  final int below(int bound) {
    return random.nextInt(bound);
  }
}
