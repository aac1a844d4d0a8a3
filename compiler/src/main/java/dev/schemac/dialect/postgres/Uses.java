package dev.schemac.dialect.postgres;

import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.DataType;
import dev.schemac.model.Expression;
import dev.schemac.model.Index;
import dev.schemac.model.KeyPart;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.plan.RangeTypes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an object of a schema needs to exist, as far as the schema declares it. */
final class Uses {
  private final Schema schema;
  private final Map<String, List<ObjectPath>> routines = new HashMap<>();
  private final Map<QName, ObjectPath> types = new HashMap<>();
  private final List<ObjectPath> extensions = new ArrayList<>();

  /** Native objects by their names: collations, configurations, access methods. */
  private final Map<QName, ObjectPath> natives = new HashMap<>();

  private final Map<String, List<ObjectPath>> operators = new HashMap<>();
  private final List<SchemaObject.NativeObject> operatorClasses = new ArrayList<>();

  Uses(Schema schema) {
    this.schema = schema;
    for (SchemaObject object : schema.objects()) {
      switch (object) {
        case SchemaObject.Routine r -> routine(Signature.plainName(r.name()), r.path());
        case SchemaObject.NativeObject n -> {
          if (n.nativeKind().equals("type") || n.nativeKind().equals("foreign table")) {
            types.put(n.name(), n.path());
          }
          RangeTypes.multirange(n).ifPresent(m -> types.put(m, n.path()));
          natives.put(n.name(), n.path());
          if (n.nativeKind().equals("operator class")) {
            operatorClasses.add(n);
          } else if (n.nativeKind().equals("operator")) {
            operators
                .computeIfAbsent(Signature.plainName(n.name()).name(), o -> new ArrayList<>())
                .add(n.path());
          }
          routine(Signature.plainName(n.name()), n.path());
        }
        case SchemaObject.EnumType e -> types.put(e.name(), e.path());
        case SchemaObject.Domain d -> types.put(d.name(), d.path());
        case SchemaObject.Extension e -> extensions.add(e.path());
        case Table t -> types.put(t.name(), t.path());
        case SchemaObject.Namespace ignored -> {}
        case SchemaObject.Role ignored -> {}
        case SchemaObject.Sequence ignored -> {}
        case SchemaObject.View ignored -> {}
        case SchemaObject.Trigger ignored -> {}
        case SchemaObject.Policy ignored -> {}
        case SchemaObject.Grant ignored -> {}
        case SchemaObject.ExternalType ignored -> {}
      }
    }
  }

  private void routine(QName name, ObjectPath path) {
    routines
        .computeIfAbsent(name.name().toLowerCase(java.util.Locale.ROOT), n -> new ArrayList<>())
        .add(path);
  }

  Schema schema() {
    return schema;
  }

  /** Extensions may bring any type, function or method that nothing else declares. */
  List<ObjectPath> extensions() {
    return extensions;
  }

  Set<ObjectPath> namespace(QName name) {
    return name.hasNamespace()
        ? Set.of(ObjectPath.of(ObjectKind.NAMESPACE, QName.of(name.namespace())))
        : Set.of();
  }

  Set<ObjectPath> type(DataType type) {
    return switch (type) {
      case DataType.Builtin ignored -> new LinkedHashSet<>(extensions);
      case DataType.Named(var name) -> {
        ObjectPath path = types.get(name);
        yield path == null ? new LinkedHashSet<>(extensions) : Set.of(path);
      }
      case DataType.Array(var element) -> type(element);
      case DataType.InlineEnum ignored -> Set.of();
      case DataType.InlineSet ignored -> Set.of();
    };
  }

  /** Sequences, routines and types; columns are the caller's. */
  Set<ObjectPath> expression(Expression expression) {
    Set<ObjectPath> found = new LinkedHashSet<>();
    ColumnReferences.walk(
        expression,
        e -> {
          switch (e) {
            case Expression.SequenceRef(var sequence) ->
                found.add(ObjectPath.of(ObjectKind.SEQUENCE, sequence));
            case Expression.Call call ->
                found.addAll(routines.getOrDefault(localName(call.function()), List.of()));
            case Expression.Cast(var ignored, var type) -> found.addAll(type(type));
            case Expression.Binary(var operator, var left, var right) ->
                found.addAll(operators.getOrDefault(operator, List.of()));
            case Expression.StringLiteral(var text) -> named(text).ifPresent(found::add);
            case Expression.Collate(var ignored, var collation) ->
                named(collation).ifPresent(found::add);
            case Expression.Sql(var text) ->
                routines.forEach(
                    (name, paths) -> {
                      if (ColumnReferences.mentions(text, name)) {
                        found.addAll(paths);
                      }
                    });
            case Expression ignored -> {}
          }
        });
    return found;
  }

  /** A native object whose name a text is, as in {@code 'shop.german'::regconfig}. */
  Optional<ObjectPath> named(String text) {
    String bare = text.replace("\"", "");
    int dot = bare.indexOf('.');
    QName name =
        dot < 0 ? QName.of(bare) : new QName(bare.substring(0, dot), bare.substring(dot + 1));
    return Optional.ofNullable(natives.get(name));
  }

  /** A key may stand on a class that is its type's default and that nobody names. */
  private Set<ObjectPath> operatorClasses(QName table) {
    Set<ObjectPath> found = new LinkedHashSet<>();
    for (SchemaObject.NativeObject each : operatorClasses) {
      if (!each.dependsOn().contains(ObjectPath.table(table))) {
        found.add(each.path());
      }
    }
    return found;
  }

  private static String localName(String function) {
    return function.substring(function.lastIndexOf('.') + 1).toLowerCase(java.util.Locale.ROOT);
  }

  /** Columns of the table that the expression reads. */
  Set<ObjectPath> columns(QName table, Expression expression) {
    Set<ObjectPath> found = new LinkedHashSet<>();
    Optional<Table> known = schema.table(table);
    ColumnReferences.walk(
        expression,
        e -> {
          switch (e) {
            case Expression.ColumnRef(var name) -> found.add(ObjectPath.column(table, name));
            case Expression.Sql(var text) ->
                known.ifPresent(
                    t ->
                        t.columns().stream()
                            .filter(c -> ColumnReferences.mentions(text, c.name()))
                            .forEach(c -> found.add(ObjectPath.column(table, c.name()))));
            case Expression ignored -> {}
          }
        });
    return found;
  }

  Set<ObjectPath> column(QName table, Column column) {
    Set<ObjectPath> found = new LinkedHashSet<>(type(column.type()));
    column.collation().flatMap(this::named).ifPresent(found::add);
    column.defaultValue().ifPresent(d -> found.addAll(expression(d)));
    column.onUpdate().ifPresent(d -> found.addAll(expression(d)));
    column.generated().ifPresent(g -> found.addAll(over(table, g.expression())));
    return found;
  }

  private Set<ObjectPath> over(QName table, Expression expression) {
    Set<ObjectPath> found = new LinkedHashSet<>(columns(table, expression));
    found.addAll(expression(expression));
    return found;
  }

  private Set<ObjectPath> parts(QName table, List<KeyPart> parts, List<String> include) {
    Set<ObjectPath> found = new LinkedHashSet<>();
    for (KeyPart part : parts) {
      found.addAll(over(table, part.expression()));
      part.collation().flatMap(this::named).ifPresent(found::add);
    }
    found.addAll(operatorClasses(table));
    include.forEach(c -> found.add(ObjectPath.column(table, c)));
    return found;
  }

  Set<ObjectPath> constraint(QName table, Constraint constraint) {
    Set<ObjectPath> found = new LinkedHashSet<>();
    found.add(ObjectPath.table(table));
    switch (constraint) {
      case Constraint.PrimaryKey key -> found.addAll(parts(table, key.parts(), key.include()));
      case Constraint.Unique key -> found.addAll(parts(table, key.parts(), key.include()));
      case Constraint.Check check -> found.addAll(over(table, check.condition()));
      case Constraint.ForeignKey key -> {
        key.columns().forEach(c -> found.add(ObjectPath.column(table, c)));
        found.add(ObjectPath.table(key.referencedTable()));
        key.referencedColumns()
            .forEach(c -> found.add(ObjectPath.column(key.referencedTable(), c)));
        found.addAll(keysOf(key));
      }
      case Constraint.Exclusion exclusion -> {
        found.addAll(parts(table, exclusion.parts(), exclusion.include()));
        exclusion.predicate().ifPresent(p -> found.addAll(over(table, p)));
        found.addAll(extensions);
      }
    }
    return found;
  }

  /** The keys of the referenced table that the foreign key may stand on. */
  private Set<ObjectPath> keysOf(Constraint.ForeignKey key) {
    Set<ObjectPath> found = new LinkedHashSet<>();
    QName table = key.referencedTable();
    Set<String> columns = Set.copyOf(key.referencedColumns());
    schema
        .table(table)
        .ifPresent(
            t -> {
              for (Constraint c : t.constraints()) {
                if (columns.equals(keyColumns(c))) {
                  found.add(new ObjectPath(c.kind(), table, c.name()));
                }
              }
              for (Index i : t.indexes()) {
                if (i.unique() && columns.equals(columnNames(i.parts()))) {
                  found.add(new ObjectPath(ObjectKind.INDEX, table, i.name()));
                }
              }
            });
    return found;
  }

  private static Set<String> keyColumns(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey key -> columnNames(key.parts());
      case Constraint.Unique key -> columnNames(key.parts());
      case Constraint.Check ignored -> Set.of();
      case Constraint.ForeignKey ignored -> Set.of();
      case Constraint.Exclusion ignored -> Set.of();
    };
  }

  private static Set<String> columnNames(List<KeyPart> parts) {
    Set<String> found = new LinkedHashSet<>();
    parts.forEach(p -> p.columnName().ifPresent(found::add));
    return found;
  }

  Set<ObjectPath> index(QName table, Index index) {
    Set<ObjectPath> found = new LinkedHashSet<>(parts(table, index.parts(), index.include()));
    found.add(ObjectPath.table(table));
    named(index.method()).ifPresent(found::add);
    index.predicate().ifPresent(p -> found.addAll(over(table, p)));
    found.addAll(extensions);
    return found;
  }

  /** Everything that CREATE TABLE needs: foreign keys are created later. */
  Set<ObjectPath> table(Table table) {
    Set<ObjectPath> found = new LinkedHashSet<>(namespace(table.name()));
    table.partitionOf().ifPresent(p -> found.add(ObjectPath.table(p.parent())));
    Optional.ofNullable(table.options().get("access_method"))
        .flatMap(this::named)
        .ifPresent(found::add);
    table.parents().forEach(p -> found.add(ObjectPath.table(p)));
    table.columns().forEach(c -> found.addAll(column(table.name(), c)));
    table.constraints().stream()
        .filter(c -> !(c instanceof Constraint.ForeignKey))
        .forEach(c -> found.addAll(constraint(table.name(), c)));
    table.indexes().forEach(i -> found.addAll(index(table.name(), i)));
    found.removeIf(p -> p.owner().equals(table.name()) && p.kind() != ObjectKind.FUNCTION);
    return found;
  }

  /** What a text depends on: tables with all their columns, and the rest as it is. */
  Set<ObjectPath> declared(Collection<ObjectPath> dependsOn) {
    Set<ObjectPath> found = new LinkedHashSet<>();
    for (ObjectPath path : dependsOn) {
      found.add(path);
      if (path.kind() == ObjectKind.TABLE) {
        schema
            .table(path.owner())
            .ifPresent(
                t -> t.columns().forEach(c -> found.add(ObjectPath.column(t.name(), c.name()))));
      }
    }
    return found;
  }
}
