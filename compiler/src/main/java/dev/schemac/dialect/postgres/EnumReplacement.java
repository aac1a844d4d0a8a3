package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.model.Column;
import dev.schemac.model.DataType;
import dev.schemac.model.Evolution.ValueChange;
import dev.schemac.model.Expression;
import dev.schemac.model.ExpressionTree;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The statements that put one enum type in the place of another, with all its columns. */
final class EnumReplacement {
  /** A column of the type, or of an array of it, on both sides. */
  record Use(QName table, Column before, Column after) {}

  private EnumReplacement() {}

  /** Columns that have the type before and after; the others have changes of their own. */
  static List<Use> uses(QName type, PlanFacts facts) {
    List<Use> found = new ArrayList<>();
    for (Table table : facts.context().after().tables()) {
      Optional<Table> old = facts.tableBefore(table.name());
      if (old.isEmpty() || table.external() || facts.isDropped(old.get().path())) {
        continue;
      }
      for (Column column : old.get().columns()) {
        String name = facts.newestColumn(table.name(), column.name());
        Optional<Column> now =
            table
                .column(name)
                .filter(c -> isOf(c.type(), type) && isArray(c.type()) == isArray(column.type()));
        if (now.isPresent() && isOf(column.type(), type)) {
          found.add(new Use(table.name(), column.withName(name), now.get()));
        }
      }
    }
    return found;
  }

  /** Columns of the type that go after the deploy, and so are back when its change is undone. */
  private static List<Use> gone(QName type, PlanFacts facts) {
    List<Use> found = new ArrayList<>();
    for (Table table : facts.renamed().tables()) {
      Optional<Table> after = facts.context().after().table(table.name());
      for (Column column : table.columns()) {
        boolean stays = after.flatMap(t -> t.column(column.name())).isPresent();
        if (!stays && !table.external() && isOf(column.type(), type)) {
          found.add(new Use(table.name(), column, column));
        }
      }
    }
    return found;
  }

  /** Columns that have the collation before and after. */
  static List<Use> collated(QName collation, PlanFacts facts) {
    List<Use> found = new ArrayList<>();
    for (Table table : facts.context().after().tables()) {
      Optional<Table> old = facts.tableBefore(table.name());
      if (old.isEmpty() || table.external() || facts.isDropped(old.get().path())) {
        continue;
      }
      for (Column column : old.get().columns()) {
        String name = facts.newestColumn(table.name(), column.name());
        Optional<Column> now =
            table.column(name).filter(c -> c.type().equals(column.type()) && has(c, collation));
        if (now.isPresent() && has(column, collation)) {
          found.add(new Use(table.name(), column.withName(name), now.get()));
        }
      }
    }
    return found;
  }

  private static boolean has(Column column, QName collation) {
    String qualified =
        String.join("", "\"", collation.namespace(), "\".\"", collation.name(), "\"");
    return column
        .collation()
        .filter(c -> c.equals(collation.hasNamespace() ? qualified : collation.name()))
        .isPresent();
  }

  private static boolean isArray(DataType type) {
    return type instanceof DataType.Array;
  }

  static boolean isOf(DataType type, QName name) {
    return switch (type) {
      case DataType.Named(var other) -> other.equals(name);
      case DataType.Array(var element) -> isOf(element, name);
      case DataType.Builtin ignored -> false;
      case DataType.InlineEnum ignored -> false;
      case DataType.InlineSet ignored -> false;
    };
  }

  static List<Statement> statements(
      SchemaObject.EnumType before,
      SchemaObject.EnumType after,
      List<ValueChange> values,
      List<Use> uses,
      PlanFacts facts) {
    Map<QName, List<Use>> byTable = new LinkedHashMap<>();
    uses.forEach(u -> byTable.computeIfAbsent(u.table(), t -> new ArrayList<>()).add(u));
    QName former = before.name().withName(Names.former(before.name().name()));
    List<Statement> all = new ArrayList<>();
    if (!byTable.isEmpty()) {
      all.add(new Statement.LockTables(List.copyOf(byTable.keySet()), Effects.ACCESS_EXCLUSIVE));
    }
    byTable.forEach((table, columns) -> all.addAll(literals(table, columns, facts).drop()));
    all.add(new Statement.Rename(before, former));
    all.add(new Statement.Create(after));
    byTable.forEach((table, columns) -> all.add(convert(table, columns, values)));
    byTable.forEach((table, columns) -> all.addAll(literals(table, columns, facts).create()));
    TableStatements.comment(after.path(), after.comment()).ifPresent(all::add);
    all.add(new Statement.Drop(former(before)));
    return all;
  }

  /** The old type as it is called until it goes. */
  static SchemaObject.EnumType former(SchemaObject.EnumType before) {
    QName name = before.name().withName(Names.former(before.name().name()));
    return new SchemaObject.EnumType(name, before.values(), Optional.empty(), before.options());
  }

  /** Whether domains or composite types are made of it, which go before it can. */
  static boolean isPart(SchemaObject type, PlanFacts facts) {
    return facts.context().before().objects().stream()
        .anyMatch(
            o ->
                switch (o) {
                  case SchemaObject.Domain d -> isOf(d.type(), type.path().owner());
                  case SchemaObject.NativeObject n ->
                      n.nativeKind().equals("type") && n.dependsOn().contains(type.path());
                  case SchemaObject ignored -> false;
                });
  }

  private static BoundLiterals literals(QName table, List<Use> columns, PlanFacts facts) {
    return BoundLiterals.of(table, columns.stream().map(u -> u.after().name()).toList(), facts);
  }

  /** One ALTER for a table, so that it is written anew once. */
  private static Statement convert(QName table, List<Use> columns, List<ValueChange> values) {
    List<TableAction> actions = new ArrayList<>();
    for (Use use : columns) {
      String name = use.after().name();
      if (use.before().defaultValue().isPresent()) {
        actions.add(new TableAction.DropDefault(name));
      }
      actions.add(
          new TableAction.SetType(
              name, use.after().type(), Optional.empty(), Optional.of(value(use, values))));
      use.after().defaultValue().ifPresent(d -> actions.add(new TableAction.SetDefault(name, d)));
    }
    return Alter.table(table, actions);
  }

  private static Expression value(Use use, List<ValueChange> values) {
    return new Expression.Cast(mapped(use, values), use.after().type());
  }

  /** The text of the new label, or of the new labels. */
  static Expression mapped(Use use, List<ValueChange> values) {
    Expression old = new Expression.ColumnRef(use.after().name());
    DataType text = DataType.Builtin.of("text");
    boolean array = use.after().type() instanceof DataType.Array;
    Expression asText = new Expression.Cast(old, array ? new DataType.Array(text) : text);
    return array
        ? ValueMapping.ofArray(values, asText)
        : ValueMapping.of(values, asText).orElse(asText);
  }

  /** The expression with casts to one type made casts to another. */
  static Expression castsTo(Expression expression, QName from, QName to) {
    return ExpressionTree.rewrite(
        expression,
        e ->
            e instanceof Expression.Cast(var operand, var type) && isOf(type, from)
                ? new Expression.Cast(operand, replaced(type, to))
                : e);
  }

  private static DataType replaced(DataType type, QName to) {
    return type instanceof DataType.Array
        ? new DataType.Array(new DataType.Named(to))
        : new DataType.Named(to);
  }

  /** The words for the way back. */
  static List<ValueChange> inverse(List<ValueChange> values) {
    List<ValueChange> all = new ArrayList<>();
    for (ValueChange value : values) {
      switch (value) {
        case ValueChange.Renamed(var from, var to) -> all.add(new ValueChange.Renamed(to, from));
        case ValueChange.Remapped(var from, var to) -> all.add(new ValueChange.Renamed(to, from));
        case ValueChange.Retired ignored -> {}
      }
    }
    return all;
  }

  /** Back to fewer values, as the schema was before: fails where a row holds one that goes. */
  static List<Statement> backward(
      SchemaObject.EnumType from, SchemaObject.EnumType to, PlanFacts facts) {
    List<Use> uses =
        Stream.concat(uses(from.name(), facts).stream(), gone(from.name(), facts).stream())
            .map(u -> new Use(u.table(), u.before(), u.before()))
            .toList();
    Set<Statement> unique = new LinkedHashSet<>(statements(from, to, List.of(), uses, facts));
    return List.copyOf(unique);
  }
}
