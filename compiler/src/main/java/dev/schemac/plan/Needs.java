package dev.schemac.plan;

import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.DataType;
import dev.schemac.model.Expression;
import dev.schemac.model.Index;
import dev.schemac.model.KeyPart;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.RoutineName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.sql.PostgresGrant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * What an object, a column or a key leans on in the schema that it is part of: it can be made only
 * once these exist, and they can go only once it is gone.
 */
final class Needs {
  private static final List<ObjectKind> TYPES =
      List.of(ObjectKind.ENUM, ObjectKind.DOMAIN, ObjectKind.TYPE);

  private final Schema schema;
  private Map<String, List<ObjectPath>> routinesByName;
  private Map<QName, List<Table>> partitionsOf;
  private NativeNames natives;
  private Map<QName, List<ObjectPath>> multiranges;

  Needs(Schema schema) {
    this.schema = schema;
  }

  Set<ObjectPath> of(SchemaObject object) {
    Set<ObjectPath> found = new LinkedHashSet<>();
    switch (object) {
      case Table o -> table(o, found);
      case SchemaObject.Domain o -> {
        type(o.type(), found);
        o.collation().ifPresent(c -> natives().named(c, found));
        o.defaultValue().ifPresent(e -> expression(e, found));
        o.checks().forEach(c -> expression(c.condition(), found));
      }
      // A sequence's owner comes later, since its column's default needs the sequence.
      case SchemaObject.Sequence ignored -> {}
      case SchemaObject.View o -> reads(o.dependsOn(), found);
      case SchemaObject.Routine o -> reads(o.dependsOn(), found);
      case SchemaObject.Trigger o -> {
        relation(o.table(), found);
        reads(Set.of(ObjectPath.table(o.table())), found);
        found.addAll(o.dependsOn());
      }
      case SchemaObject.Policy o -> {
        relation(o.table(), found);
        reads(Set.of(ObjectPath.table(o.table())), found);
        reads(o.dependsOn(), found);
      }
      case SchemaObject.Grant o -> {
        relation(o.on(), found);
        if (o.definition().contains(" ON SCHEMA ")) {
          found.add(ObjectPath.of(ObjectKind.NAMESPACE, o.on()));
        }
        found.addAll(o.dependsOn());
        PostgresGrant.columns(o.definition()).forEach(c -> found.add(ObjectPath.column(o.on(), c)));
        PostgresGrant.by(o.definition()).ifPresent(by -> passedOn(o, by, found));
      }
      case SchemaObject.NativeObject o -> reads(o.dependsOn(), found);
      case SchemaObject.Namespace ignored -> {}
      case SchemaObject.Extension ignored -> {}
      case SchemaObject.Role ignored -> {}
      case SchemaObject.EnumType ignored -> {}
      case SchemaObject.ExternalType ignored -> {}
    }
    String namespace = object.path().owner().namespace();
    if (!namespace.isEmpty() || schema.object(SchemaObject.Namespace.DEFAULT).isPresent()) {
      found.add(ObjectPath.of(ObjectKind.NAMESPACE, QName.of(namespace)));
    }
    found.remove(object.path());
    return found;
  }

  /** Who passes a privilege on must have been given it, and reach the object's schema. */
  private void passedOn(SchemaObject.Grant grant, String by, Set<ObjectPath> found) {
    for (SchemaObject.Grant other : schema.all(SchemaObject.Grant.class)) {
      boolean given =
          other.on().equals(grant.on())
              && other.definition().contains(" WITH GRANT OPTION")
              && PostgresGrant.granteeOf(other.definition()).equals(by);
      boolean reached =
          other.on().equals(QName.of(grant.on().namespace()))
              && other.definition().contains(" ON SCHEMA ");
      if (given || reached) {
        found.add(other.path());
      }
    }
  }

  /** Without its foreign keys, which are steps of their own. */
  private void table(Table table, Set<ObjectPath> found) {
    table.partitionOf().ifPresent(p -> found.add(ObjectPath.table(p.parent())));
    table.parents().forEach(p -> found.add(ObjectPath.table(p)));
    table.type().ifPresent(t -> type(new DataType.Named(t), found));
    accessMethod(table.options()).ifPresent(found::add);
    table.partitioning().ifPresent(p -> p.operands().forEach(o -> expression(o, found)));
    table.columns().forEach(c -> found.addAll(of(c)));
    for (Constraint constraint : table.constraints()) {
      if (constraint instanceof Constraint.Check check) {
        expression(check.condition(), found);
      }
    }
    for (Index index : table.indexes()) {
      index.predicate().ifPresent(p -> expression(p, found));
      accessMethod(index.method()).ifPresent(found::add);
    }
  }

  Set<ObjectPath> of(Column column) {
    Set<ObjectPath> found = new LinkedHashSet<>();
    type(column.type(), found);
    column.collation().ifPresent(c -> natives().named(c, found));
    column.defaultValue().ifPresent(e -> value(column, e, found));
    column.generated().ifPresent(g -> value(column, g.expression(), found));
    return found;
  }

  /** A value that becomes one of the column's type, by a cast that no word tells of. */
  private void value(Column column, Expression value, Set<ObjectPath> found) {
    expression(value, found);
    if (!(value instanceof Expression.StringLiteral)) {
      natives().castsTo(column.type(), found); // a text is read as the type, without a cast
    }
  }

  /** What an expression names but the columns of its row. */
  Set<ObjectPath> of(Expression expression) {
    Set<ObjectPath> found = new LinkedHashSet<>();
    expression(expression, found);
    return found;
  }

  /** The columns that a constraint stands on and, for a foreign key, the key that it refers to. */
  Set<ObjectPath> of(QName table, Constraint constraint) {
    Set<ObjectPath> found = new LinkedHashSet<>();
    switch (constraint) {
      case Constraint.PrimaryKey k -> parts(table, k.parts(), k.include(), found);
      case Constraint.Unique k -> parts(table, k.parts(), k.include(), found);
      case Constraint.Exclusion k -> parts(table, k.parts(), k.include(), found);
      case Constraint.Check k -> columns(table, k.condition(), found);
      case Constraint.ForeignKey k -> {
        columns(table, k.columns(), found);
        found.add(ObjectPath.table(k.referencedTable()));
        columns(k.referencedTable(), k.referencedColumns(), found);
        referencedKey(k, found);
        schema.table(k.referencedTable()).ifPresent(t -> values(t, found));
        partitions(k.referencedTable(), found);
      }
    }
    return found;
  }

  Set<ObjectPath> of(QName table, Index index) {
    Set<ObjectPath> found = new LinkedHashSet<>();
    parts(table, index.parts(), index.include(), found);
    index.predicate().ifPresent(p -> columns(table, p, found));
    accessMethod(index.method()).ifPresent(found::add);
    return found;
  }

  /** An access method of the schema's own. */
  Optional<ObjectPath> accessMethod(String name) {
    ObjectPath path = new ObjectPath(ObjectKind.NATIVE, QName.of(name), "access method");
    return schema.object(path).map(SchemaObject::path);
  }

  /** The one that keeps a table's rows. */
  Optional<ObjectPath> accessMethod(SortedMap<String, String> options) {
    return Optional.ofNullable(options.get("access_method")).flatMap(this::accessMethod);
  }

  /** A foreign key to a partitioned table is one to each of its partitions too. */
  private void partitions(QName table, Set<ObjectPath> found) {
    for (Table each : partitionsOf().getOrDefault(table, List.of())) {
      if (found.add(each.path())) {
        partitions(each.name(), found);
      }
    }
  }

  private Map<QName, List<Table>> partitionsOf() {
    if (partitionsOf == null) {
      partitionsOf = new HashMap<>();
      for (Table table : schema.tables()) {
        table
            .partitionOf()
            .ifPresent(
                p -> partitionsOf.computeIfAbsent(p.parent(), t -> new ArrayList<>()).add(table));
      }
    }
    return partitionsOf;
  }

  /** What a lookup table offers: such a value goes once nobody can hold it. */
  private static void values(Table lookup, Set<ObjectPath> found) {
    for (List<Expression> row : lookup.rows()) {
      if (row.getFirst() instanceof Expression.StringLiteral(var value)) {
        found.add(new ObjectPath(ObjectKind.ENUM_VALUE, lookup.name(), value));
      }
    }
  }

  private void referencedKey(Constraint.ForeignKey key, Set<ObjectPath> found) {
    schema
        .table(key.referencedTable())
        .ifPresent(
            t -> {
              for (Constraint c : t.constraints()) {
                if (covers(parts(c), key.referencedColumns())) {
                  found.add(new ObjectPath(c.kind(), t.name(), c.name()));
                }
              }
              for (Index i : t.indexes()) {
                if (i.unique() && covers(i.parts(), key.referencedColumns())) {
                  found.add(new ObjectPath(ObjectKind.INDEX, t.name(), i.name()));
                }
              }
            });
  }

  private static List<KeyPart> parts(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey k -> k.parts();
      case Constraint.Unique k -> k.parts();
      case Constraint.Check ignored -> List.of();
      case Constraint.ForeignKey ignored -> List.of();
      case Constraint.Exclusion ignored -> List.of();
    };
  }

  private static boolean covers(List<KeyPart> parts, List<String> columns) {
    return parts.size() == columns.size()
        && parts.stream().allMatch(p -> p.columnName().filter(columns::contains).isPresent());
  }

  /** A table that is read means all its columns: a view's text does not always name them. */
  private void reads(Set<ObjectPath> paths, Set<ObjectPath> found) {
    for (ObjectPath path : paths) {
      found.add(path);
      if (path.kind() == ObjectKind.TYPE) {
        found.addAll(multiranges().getOrDefault(path.owner(), List.of()));
      }
      if (path.kind() == ObjectKind.TABLE) {
        schema
            .table(path.owner())
            .ifPresent(
                t -> t.columns().forEach(c -> found.add(ObjectPath.column(t.name(), c.name()))));
      }
    }
  }

  private void relation(QName name, Set<ObjectPath> found) {
    for (ObjectKind kind :
        List.of(ObjectKind.TABLE, ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW)) {
      ObjectPath path = ObjectPath.of(kind, name);
      if (schema.object(path).isPresent()) {
        found.add(path);
      }
    }
  }

  private void parts(
      QName table, List<KeyPart> parts, List<String> include, Set<ObjectPath> found) {
    for (KeyPart part : parts) {
      columns(table, part.expression(), found);
      part.collation().ifPresent(c -> natives().named(c, found));
    }
    columns(table, include, found);
  }

  private static void columns(QName table, List<String> names, Set<ObjectPath> found) {
    names.forEach(n -> found.add(ObjectPath.column(table, n)));
  }

  private void columns(QName table, Expression expression, Set<ObjectPath> found) {
    ExpressionNames names = ExpressionNames.of(expression);
    names.columns().forEach(c -> found.add(ObjectPath.column(table, c)));
    if (names.holdsText()) {
      // What schemac does not understand may name any column.
      schema.table(table).ifPresent(t -> textColumns(t, names, found));
    }
    expression(expression, found);
  }

  private static void textColumns(Table table, ExpressionNames names, Set<ObjectPath> found) {
    for (Column column : table.columns()) {
      if (names.texts().stream().anyMatch(t -> SqlWords.of(t).contains(column.name()))) {
        found.add(ObjectPath.column(table.name(), column.name()));
      }
    }
  }

  private void expression(Expression expression, Set<ObjectPath> found) {
    ExpressionNames names = ExpressionNames.of(expression);
    names.sequences().forEach(s -> found.add(ObjectPath.of(ObjectKind.SEQUENCE, s)));
    names.types().forEach(t -> type(t, found));
    routines(names, found);
    natives().of(expression, found);
  }

  /** A collation's name as a column has it. */
  static String collation(QName name) {
    return name.hasNamespace()
        ? String.join("", "\"", name.namespace(), "\".\"", name.name(), "\"")
        : name.name();
  }

  private NativeNames natives() {
    if (natives == null) {
      natives = new NativeNames(schema);
    }
    return natives;
  }

  private void routines(ExpressionNames names, Set<ObjectPath> found) {
    for (String function : names.functions()) {
      found.addAll(routinesByName().getOrDefault(function, List.of()));
    }
    for (String text : names.texts()) {
      for (String word : SqlWords.of(text)) {
        found.addAll(routinesByName().getOrDefault(word, List.of()));
      }
    }
  }

  private Map<String, List<ObjectPath>> routinesByName() {
    if (routinesByName == null) {
      routinesByName = new HashMap<>();
      for (SchemaObject.Routine routine : schema.all(SchemaObject.Routine.class)) {
        String local = routine.name().name();
        String name = RoutineName.bare(local);
        for (String written : List.of(name, routine.name().namespace() + "." + name)) {
          routinesByName.computeIfAbsent(written, n -> new ArrayList<>()).add(routine.path());
        }
      }
    }
    return routinesByName;
  }

  /** A range type brings its multirange along, under a name of its own. */
  private Map<QName, List<ObjectPath>> multiranges() {
    if (multiranges == null) {
      multiranges = new HashMap<>();
      for (SchemaObject.NativeObject each : schema.all(SchemaObject.NativeObject.class)) {
        RangeTypes.multirange(each)
            .ifPresent(
                name -> multiranges.computeIfAbsent(name, n -> new ArrayList<>()).add(each.path()));
      }
    }
    return multiranges;
  }

  private void type(DataType type, Set<ObjectPath> found) {
    switch (type) {
      case DataType.Named(var name) -> {
        ObjectPath own = new ObjectPath(ObjectKind.NATIVE, name, "type");
        if (schema.object(own).isPresent()) {
          found.add(own);
        }
        multiranges().getOrDefault(name, List.of()).forEach(found::add);
        // A relation's name is its row type's too.
        relation(name, found);
        for (ObjectKind kind : TYPES) {
          ObjectPath path = ObjectPath.of(kind, name);
          if (schema.object(path).isPresent()) {
            found.add(path);
          }
        }
      }
      case DataType.Array(var element) -> type(element, found);
      case DataType.Builtin ignored -> {}
      case DataType.InlineEnum ignored -> {}
      case DataType.InlineSet ignored -> {}
    }
  }
}
