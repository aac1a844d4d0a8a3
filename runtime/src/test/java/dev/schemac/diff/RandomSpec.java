package dev.schemac.diff;

import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.DataType;
import dev.schemac.model.Evolution;
import dev.schemac.model.Expression;
import dev.schemac.model.Index;
import dev.schemac.model.KeyPart;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.Options;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.model.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A schema as a graph of nodes without names in their references, so that a rename is one
 * assignment and the schema built from it carries the new name everywhere by construction.
 */
final class RandomSpec {
  static final Target TARGET = Target.parse("postgres:15").orElseThrow();

  static final class ColumnNode {
    String name;
    String was;
    boolean added;
    DataType type;
    EnumNode enumType;
    boolean nullable;
    boolean checked;
    boolean indexed;
    TableNode refersTo;
  }

  static final class TableNode {
    String name;
    String was;
    String comment;
    final List<ColumnNode> columns = new ArrayList<>();
  }

  static final class EnumNode {
    String name;
    String was;
    final List<String> values = new ArrayList<>();
    final List<Evolution.ValueChange> words = new ArrayList<>();
  }

  private final Random random;
  private int serial;
  private boolean evolving;
  final List<TableNode> tables = new ArrayList<>();
  final List<EnumNode> enums = new ArrayList<>();
  final Evolution.Builder words = new Evolution.Builder();

  RandomSpec(Random random) {
    this.random = random;
    for (int i = 0; i < 2; i++) {
      addEnum();
    }
    for (int i = 0; i < 4; i++) {
      addTable();
    }
  }

  private String fresh(String stem) {
    return stem + serial++;
  }

  private void addEnum() {
    EnumNode node = new EnumNode();
    node.name = fresh("e");
    node.values.addAll(List.of(fresh("v"), fresh("v"), fresh("v")));
    enums.add(node);
  }

  private void addTable() {
    TableNode node = new TableNode();
    node.name = fresh("t");
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      addColumn(node);
    }
    tables.add(node);
  }

  private void addColumn(TableNode table) {
    ColumnNode node = new ColumnNode();
    node.name = fresh("c");
    node.added = evolving;
    retype(node);
    node.nullable = random.nextBoolean();
    node.checked = random.nextInt(3) == 0;
    node.indexed = random.nextInt(3) == 0;
    if (random.nextInt(3) == 0 && !tables.isEmpty()) {
      node.refersTo = tables.get(random.nextInt(tables.size()));
    }
    table.columns.add(node);
  }

  private void retype(ColumnNode node) {
    node.enumType = random.nextInt(4) == 0 ? enums.get(random.nextInt(enums.size())) : null;
    node.type = DataType.Builtin.of(random.nextBoolean() ? "int" : "text");
  }

  /** Makes one step of evolution out of a handful of random edits. */
  void evolve() {
    evolving = true;
    for (int i = 0; i < 6; i++) {
      TableNode table = tables.get(random.nextInt(tables.size()));
      ColumnNode column = table.columns.get(random.nextInt(table.columns.size()));
      EnumNode type = enums.get(random.nextInt(enums.size()));
      switch (random.nextInt(10)) {
        case 0 -> {
          table.was = table.was == null ? table.name : table.was;
          table.name = fresh("renamed");
        }
        case 1, 2 -> {
          if (!column.added) {
            column.was = column.was == null ? column.name : column.was;
            column.name = fresh("renamed");
          }
        }
        case 3 -> {
          type.was = type.was == null ? type.name : type.was;
          type.name = fresh("Renamed");
        }
        case 4 -> retype(column);
        case 5 -> addColumn(table);
        case 6 -> {
          if (table.columns.size() > 1) {
            table.columns.remove(column);
          }
        }
        case 7 -> renameValue(type);
        case 8 -> table.comment = fresh("comment");
        case 9 -> column.nullable = !column.nullable;
        default -> throw new IllegalStateException();
      }
    }
    if (random.nextInt(3) == 0) {
      addTable();
    }
    if (random.nextInt(3) == 0 && tables.size() > 1) {
      TableNode gone = tables.remove(random.nextInt(tables.size()));
      tables.forEach(
          t -> t.columns.forEach(c -> c.refersTo = c.refersTo == gone ? null : c.refersTo));
    }
    java.util.Collections.shuffle(tables, random);
    tables.forEach(t -> java.util.Collections.shuffle(t.columns, random));
  }

  private void renameValue(EnumNode type) {
    String old = type.values.getFirst();
    if (type.words.isEmpty()) {
      String to = fresh("v");
      type.values.set(0, to);
      type.words.add(new Evolution.ValueChange.Renamed(old, to));
    }
  }

  Evolution evolution() {
    for (TableNode table : tables) {
      rename(ObjectPath.table(QName.of(table.name)), table.was);
      for (ColumnNode column : table.columns) {
        rename(ObjectPath.column(QName.of(table.name), column.name), column.was);
      }
    }
    for (EnumNode type : enums) {
      ObjectPath path = ObjectPath.of(ObjectKind.ENUM, QName.of(type.name));
      rename(path, type.was);
      words.values(path, type.words);
    }
    return words.build();
  }

  private void rename(ObjectPath path, String was) {
    if (was != null) {
      words.rename(path, QName.of(was));
    }
  }

  Schema build() {
    List<SchemaObject> objects = new ArrayList<>();
    for (EnumNode type : enums) {
      objects.add(
          new SchemaObject.EnumType(
              QName.of(type.name), type.values, Optional.empty(), Options.none()));
    }
    tables.forEach(t -> objects.add(build(t)));
    return Schema.of(TARGET, objects);
  }

  private static Table build(TableNode node) {
    List<Column> columns = new ArrayList<>();
    List<Constraint> constraints = new ArrayList<>();
    List<Index> indexes = new ArrayList<>();
    columns.add(Column.of("id", DataType.Builtin.of("int"), false));
    constraints.add(
        new Constraint.PrimaryKey(
            node.name + "_pkey",
            List.of(KeyPart.column("id")),
            List.of(),
            Constraint.Deferral.NOT_DEFERRABLE,
            Optional.empty(),
            Options.none()));
    for (ColumnNode column : node.columns) {
      columns.add(build(column));
      String stem = node.name + "_" + column.name;
      if (column.checked) {
        constraints.add(check(stem, column));
      }
      if (column.indexed) {
        indexes.add(
            new Index(
                stem + "_idx",
                false,
                "btree",
                List.of(KeyPart.column(column.name)),
                List.of(),
                Optional.empty(),
                false,
                Optional.empty(),
                Options.none()));
      }
      if (column.refersTo != null) {
        constraints.add(
            new Constraint.ForeignKey(
                stem + "_fkey",
                List.of(column.name),
                QName.of(column.refersTo.name),
                List.of("id"),
                Constraint.Action.CASCADE,
                Constraint.Action.NO_ACTION,
                List.of(),
                false,
                false,
                Constraint.Deferral.NOT_DEFERRABLE,
                Constraint.Enforcement.ENFORCED,
                Optional.empty()));
      }
    }
    return new Table(
        QName.of(node.name),
        columns,
        constraints,
        indexes,
        Optional.empty(),
        List.of(),
        Optional.ofNullable(node.comment),
        Options.none(),
        false,
        Optional.empty());
  }

  private static Column build(ColumnNode node) {
    if (node.enumType == null) {
      return Column.of(node.name, node.type, node.nullable);
    }
    return Column.of(node.name, new DataType.Named(QName.of(node.enumType.name)), node.nullable)
        .withDefault(Optional.of(new Expression.StringLiteral(node.enumType.values.getFirst())));
  }

  private static Constraint check(String stem, ColumnNode column) {
    Expression operand = new Expression.ColumnRef(column.name);
    Expression value =
        column.enumType == null
            ? new Expression.StringLiteral("x")
            : new Expression.StringLiteral(column.enumType.values.getFirst());
    return new Constraint.Check(
        stem + "_check",
        new Expression.Binary("<>", operand, value),
        false,
        Constraint.Enforcement.ENFORCED,
        Optional.empty());
  }
}
