package dev.schemac.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.DataType;
import dev.schemac.model.Evolution;
import dev.schemac.model.Expression;
import dev.schemac.model.KeyPart;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.Options;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class DifferTest {
  private static final DataType INT = DataType.Builtin.of("int");
  private static final DataType TEXT = DataType.Builtin.of("text");

  @Test
  void applyingTheDifferencesGivesTheNewerSchema() {
    long seed = Long.getLong("schemac.seed", 20_260_101L);
    for (int i = 0; i < 3_000; i++) {
      long one = seed + i;
      RandomSpec spec = new RandomSpec(new Random(one));
      Schema before = spec.build();
      spec.evolve();
      Schema after = spec.build();
      Evolution words = spec.evolution();
      List<Change> changes = Differ.diff(before, after, words);
      assertEquals(
          sorted(after),
          sorted(ChangeApplier.apply(before, changes)),
          () -> "-Dschemac.seed=" + one + "\n" + describe(changes));
      assertEquals(
          List.of(), Differ.diff(after, after, words), () -> "spent, -Dschemac.seed=" + one);
      boolean loses = changes.stream().anyMatch(DifferTest::isRenameMadeOfDropAndAdd);
      Assertions.assertFalse(loses, () -> "-Dschemac.seed=" + one + "\n" + describe(changes));
    }
  }

  private static boolean isRenameMadeOfDropAndAdd(Change change) {
    return change instanceof Change.AddColumn(var table, var column, var ignored)
        && column.name().startsWith("renamed");
  }

  /** Columns, constraints and indexes in one order, since their order means nothing. */
  private static Schema sorted(Schema schema) {
    List<SchemaObject> objects = new ArrayList<>();
    for (SchemaObject object : schema.objects()) {
      objects.add(
          object instanceof Table t
              ? t.withColumns(by(t.columns(), Comparator.comparing(Column::name)))
                  .withConstraints(by(t.constraints(), Comparator.comparing(Constraint::name)))
                  .withIndexes(by(t.indexes(), Comparator.comparing(x -> x.name())))
              : object);
    }
    return Schema.of(schema.target(), objects);
  }

  private static <T> List<T> by(List<T> list, Comparator<T> order) {
    return list.stream().sorted(order).toList();
  }

  @Test
  void aRenamedTableIsOneChangeAndItsAutomaticNames() {
    Table old = table("order_items", Column.of("id", INT, false));
    Table lines = table("line_items", Column.of("id", INT, false));
    Table other =
        table("notes", Column.of("item", INT, true))
            .withConstraints(List.of(foreignKey("notes_item_fkey", "item", "order_items")));
    Table otherAfter =
        table("notes", Column.of("item", INT, true))
            .withConstraints(List.of(foreignKey("notes_item_fkey", "item", "line_items")));
    Schema before = schema(old, other);
    Schema after = schema(lines, otherAfter);
    Evolution words = new Evolution.Builder().rename(lines.path(), QName.of("order_items")).build();
    assertEquals(
        List.of("RenameObject table line_items", "RenameConstraint primary key line_items.pk2"),
        describe(
            Differ.diff(
                withKey(before, "order_items", "pk1"),
                withKey(after, "line_items", "pk2"),
                words)));
    assertEquals(List.of(), Differ.diff(after, after, words));
  }

  @Test
  void withoutAWordARenameIsADropAndAnAdd() {
    Schema before = schema(table("t", Column.of("cost", INT, false)));
    Schema after = schema(table("t", Column.of("price", INT, false)));
    assertEquals(
        List.of("AddColumn column t.price", "DropColumn column t.cost"),
        describe(Differ.diff(before, after, Evolution.none())));
  }

  @Test
  void aRetiredTableThatIsDeclaredDifferentlyIsDroppedAndMadeAnew() {
    Schema before = schema(table("t", Column.of("a", INT, false)));
    Schema after = schema(table("t", Column.of("b", TEXT, false)));
    Evolution words =
        new Evolution.Builder()
            .retire(
                ObjectPath.table(QName.of("t")),
                new Evolution.Retirement(Evolution.Retirement.Condition.WHEN_EMPTY, List.of()))
            .build();
    List<Change> changes = Differ.diff(before, after, words);
    assertEquals(List.of("DropObject table t", "AddObject table t"), describe(changes));
    assertTrue(((Change.DropObject) changes.getFirst()).retirement().isPresent());
    assertEquals(List.of(), Differ.diff(after, after, words));
  }

  @Test
  void aRemapActsOnlyInTheStepThatAddsItsTarget() {
    Table before = table("jobs", Column.of("s", new DataType.InlineEnum(List.of("p", "d")), false));
    Table after =
        table("jobs", Column.of("s", new DataType.InlineEnum(List.of("p", "q", "d")), false));
    ObjectPath path = ObjectPath.column(QName.of("jobs"), "s");
    Evolution words =
        new Evolution.Builder()
            .values(path, List.of(new Evolution.ValueChange.Remapped("p", "q")))
            .build();
    Change change = Differ.diff(schema(before), schema(after), words).getFirst();
    assertEquals(1, ((Change.ModifyColumn) change).values().size());
    assertEquals(List.of(), Differ.diff(schema(after), schema(after), words));
  }

  @Test
  void whatIsExternalNeverChanges() {
    Table mine = table("users", Column.of("id", INT, false));
    Table theirs =
        new Table(
            mine.name(),
            List.of(Column.of("id", TEXT, false)),
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Options.none(),
            true,
            Optional.empty());
    assertEquals(List.of(), Differ.diff(schema(mine), schema(theirs), Evolution.none()));
    assertEquals(List.of(), Differ.diff(schema(), schema(theirs), Evolution.none()));
    assertEquals(List.of(), Differ.diff(schema(theirs), schema(), Evolution.none()));
  }

  @Test
  void tenThousandTablesTakeNoTime() {
    List<SchemaObject> old = new ArrayList<>();
    List<SchemaObject> now = new ArrayList<>();
    Evolution.Builder words = new Evolution.Builder();
    for (int i = 0; i < 10_000; i++) {
      List<Column> columns = new ArrayList<>();
      for (int c = 0; c < 10; c++) {
        columns.add(Column.of("c" + c, INT, true));
      }
      Table table = Table.of(QName.of("t" + i), columns);
      old.add(table);
      now.add(i % 100 == 0 ? table.withName(QName.of("n" + i)) : table);
      if (i % 100 == 0) {
        words.rename(ObjectPath.table(QName.of("n" + i)), QName.of("t" + i));
      }
    }
    Schema before = Schema.of(RandomSpec.TARGET, old);
    Schema after = Schema.of(RandomSpec.TARGET, now);
    Assertions.assertTimeout(
        Duration.ofSeconds(5),
        () -> assertEquals(100, Differ.diff(before, after, words.build()).size()));
  }

  private static List<String> describe(List<Change> changes) {
    return changes.stream().map(c -> c.getClass().getSimpleName() + " " + c.path()).toList();
  }

  private static Schema schema(SchemaObject... objects) {
    return Schema.of(RandomSpec.TARGET, List.of(objects));
  }

  private static Table table(String name, Column... columns) {
    return Table.of(QName.of(name), List.of(columns));
  }

  private static Schema withKey(Schema schema, String table, String key) {
    List<SchemaObject> objects = new ArrayList<>();
    for (SchemaObject object : schema.objects()) {
      objects.add(
          object instanceof Table t && t.name().name().equals(table)
              ? t.withConstraints(
                  List.of(
                      new Constraint.PrimaryKey(
                          key,
                          List.of(KeyPart.column("id")),
                          List.of(),
                          Constraint.Deferral.NOT_DEFERRABLE,
                          Optional.empty(),
                          Options.none())))
              : object);
    }
    return Schema.of(schema.target(), objects);
  }

  private static Constraint foreignKey(String name, String column, String table) {
    return new Constraint.ForeignKey(
        name,
        List.of(column),
        QName.of(table),
        List.of("id"),
        Constraint.Action.NO_ACTION,
        Constraint.Action.NO_ACTION,
        List.of(),
        false,
        false,
        Constraint.Deferral.NOT_DEFERRABLE,
        Constraint.Enforcement.ENFORCED,
        Optional.empty());
  }

  @Test
  void aRenamedValueFollowsIntoDefaultsAndChecks() {
    QName type = QName.of("Color");
    Column column = Column.of("c", new DataType.Named(type), false);
    Schema before =
        schema(
            enumType("red", "blue"),
            table("t", column.withDefault(Optional.of(new Expression.StringLiteral("red")))));
    Schema after =
        schema(
            enumType("crimson", "blue"),
            table("t", column.withDefault(Optional.of(new Expression.StringLiteral("crimson")))));
    Evolution words =
        new Evolution.Builder()
            .values(
                ObjectPath.of(ObjectKind.ENUM, type),
                List.of(new Evolution.ValueChange.Renamed("red", "crimson")))
            .build();
    assertEquals(List.of("ModifyObject enum Color"), describe(Differ.diff(before, after, words)));
  }

  private static SchemaObject enumType(String... values) {
    return new SchemaObject.EnumType(
        QName.of("Color"), List.of(values), Optional.empty(), Options.none());
  }
}
