package dev.schemac.diff;

import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.DataType;
import dev.schemac.model.Generated;
import dev.schemac.model.Index;
import dev.schemac.model.KeyPart;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.PartitionOf;
import dev.schemac.model.Partitioning;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.model.TableNames;
import dev.schemac.model.TriggerStates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A schema with names carried through everything that refers to them: what is left of the
 * differences after that is a change of its own. Text that the server itself does not follow
 * through a rename (a view's query, a routine's body, anything textual on MySQL) stays as it is.
 */
final class RenamedSchema {
  private final Renames renames;
  private final RenamedExpression outside;
  private final boolean postgres;

  private RenamedSchema(Renames renames, boolean postgres) {
    this.renames = renames;
    this.outside = RenamedExpression.outsideTables(renames);
    this.postgres = postgres;
  }

  static Schema of(Schema schema, Renames renames) {
    if (renames.isEmpty()) {
      return schema;
    }
    RenamedSchema renamed =
        new RenamedSchema(renames.inPartitions(schema), schema.target().isPostgres());
    List<SchemaObject> objects = new ArrayList<>();
    schema.objects().forEach(o -> objects.add(renamed.object(o)));
    return Schema.of(schema.target(), objects);
  }

  private SchemaObject object(SchemaObject object) {
    ObjectPath path = renames.path(object.path());
    return switch (object) {
      case Table o -> table(o);
      case SchemaObject.Namespace o ->
          new SchemaObject.Namespace(path.owner().name(), o.comment(), o.options(), o.external());
      case SchemaObject.Extension o -> o;
      case SchemaObject.Role o -> o;
      case SchemaObject.EnumType o ->
          new SchemaObject.EnumType(path.owner(), o.values(), o.comment(), o.options());
      case SchemaObject.Domain o -> domain(o, path.owner());
      case SchemaObject.Sequence o ->
          new SchemaObject.Sequence(
              path.owner(), o.options(), o.ownedBy().map(renames::path), o.comment());
      case SchemaObject.View o ->
          new SchemaObject.View(
              path.owner(),
              o.materialized(),
              o.columns(),
              o.query(),
              o.indexes(),
              o.columnComments(),
              paths(o.dependsOn()),
              o.comment(),
              o.options(),
              o.external());
      case SchemaObject.Routine o ->
          new SchemaObject.Routine(
              o.kind(),
              path.owner(),
              o.definition(),
              paths(o.dependsOn()),
              o.comment(),
              o.external(),
              o.options());
      case SchemaObject.Trigger o ->
          new SchemaObject.Trigger(
              path.owner(),
              path.member(),
              text(o.definition(), o.path(), path),
              paths(o.dependsOn()),
              o.comment(),
              options(o));
      case SchemaObject.Policy o ->
          new SchemaObject.Policy(
              path.owner(),
              path.member(),
              text(o.definition(), o.path(), path),
              paths(o.dependsOn()),
              o.comment());
      case SchemaObject.Grant o ->
          new SchemaObject.Grant(
              path.owner(),
              text(o.definition(), o.path(), path),
              text(o.inverse(), o.path(), path),
              paths(o.dependsOn()));
      case SchemaObject.ExternalType o -> o;
      case SchemaObject.NativeObject o ->
          new SchemaObject.NativeObject(
              o.nativeKind(),
              path.owner(),
              o.create(),
              o.drop(),
              paths(o.dependsOn()),
              o.comment(),
              o.options());
    };
  }

  private Table table(Table table) {
    QName name = renames.object(ObjectKind.TABLE, table.name());
    RenamedExpression inside = new RenamedExpression(renames, table.name(), name, labels(table));
    List<Column> columns = table.columns().stream().map(c -> column(c, inside)).toList();
    return new Table(
        name,
        columns,
        table.constraints().stream().map(c -> constraint(c, inside)).toList(),
        table.indexes().stream().map(i -> index(i, inside)).toList(),
        table.partitioning().map(p -> partitioning(p, inside)),
        table.rows(),
        table.comment(),
        options(table),
        table.external(),
        table.partitionOf().map(p -> new PartitionOf(renames.relation(p.parent()), p.bound())));
  }

  private SortedMap<String, String> options(SchemaObject.Trigger trigger) {
    TreeMap<String, String> options = new TreeMap<>(trigger.options());
    options.replaceAll(
        (key, value) ->
            TriggerStates.isOfPartitions(key)
                ? TableNames.write(TableNames.read(value).stream().map(renames::relation).toList())
                : value);
    return options;
  }

  private SortedMap<String, String> options(Table table) {
    if (table.parents().isEmpty()) {
      return table.options();
    }
    TreeMap<String, String> options = new TreeMap<>(table.options());
    options.put(
        Table.INHERITS, TableNames.write(table.parents().stream().map(renames::relation).toList()));
    return options;
  }

  /** Renamed values by the new name of the column whose native enum has them. */
  private Map<String, Map<String, String>> labels(Table table) {
    if (renames.values().isEmpty()) {
      return Map.of();
    }
    Map<String, Map<String, String>> found = new HashMap<>();
    QName name = renames.object(ObjectKind.TABLE, table.name());
    for (Column column : table.columns()) {
      if (column.type() instanceof DataType.Named(var type)) {
        Map<String, String> renamed = renames.values().get(renames.type(type));
        if (renamed != null) {
          found.put(renames.column(name, column.name()), renamed);
        }
      }
    }
    return found;
  }

  private static Column column(Column c, RenamedExpression inside) {
    String name = inside.column(c.name());
    Map<String, String> labels = inside.labels().getOrDefault(name, Map.of());
    return new Column(
        name,
        inside.type(c.type()),
        c.nullable(),
        c.notNullName(),
        inside.of(c.defaultValue()).map(v -> RenamedExpression.label(v, labels)),
        inside.of(c.onUpdate()),
        c.identity(),
        c.generated().map(g -> new Generated(inside.of(g.expression()), g.storage())),
        c.collation(),
        c.comment(),
        c.options());
  }

  private Constraint constraint(Constraint constraint, RenamedExpression inside) {
    return switch (constraint) {
      case Constraint.PrimaryKey k ->
          new Constraint.PrimaryKey(
              k.name(),
              parts(k.parts(), inside),
              names(k.include(), inside),
              k.deferral(),
              k.comment(),
              k.options());
      case Constraint.Unique k ->
          new Constraint.Unique(
              k.name(),
              parts(k.parts(), inside),
              names(k.include(), inside),
              k.nullsNotDistinct(),
              k.deferral(),
              k.comment(),
              k.options());
      case Constraint.Check k -> check(k, inside);
      case Constraint.ForeignKey k -> foreignKey(k, inside);
      case Constraint.Exclusion k ->
          new Constraint.Exclusion(
              k.name(),
              k.method(),
              parts(k.parts(), inside),
              names(k.include(), inside),
              inside.of(k.predicate()),
              k.deferral(),
              k.comment(),
              k.options());
    };
  }

  private static Constraint.Check check(Constraint.Check k, RenamedExpression inside) {
    return new Constraint.Check(
        k.name(), inside.of(k.condition()), k.noInherit(), k.enforcement(), k.comment());
  }

  private Constraint.ForeignKey foreignKey(Constraint.ForeignKey k, RenamedExpression inside) {
    QName referenced = renames.relation(k.referencedTable());
    return new Constraint.ForeignKey(
        k.name(),
        names(k.columns(), inside),
        referenced,
        k.referencedColumns().stream().map(c -> renames.column(referenced, c)).toList(),
        k.onDelete(),
        k.onUpdate(),
        names(k.setColumns(), inside),
        k.matchFull(),
        k.period(),
        k.deferral(),
        k.enforcement(),
        k.comment());
  }

  private static Index index(Index i, RenamedExpression inside) {
    return new Index(
        i.name(),
        i.unique(),
        i.method(),
        parts(i.parts(), inside),
        names(i.include(), inside),
        inside.of(i.predicate()),
        i.nullsNotDistinct(),
        i.comment(),
        i.options());
  }

  private static Partitioning partitioning(Partitioning p, RenamedExpression inside) {
    return new Partitioning(
        p.strategy(),
        inside.of(p.operands()),
        p.partitions(),
        p.count(),
        p.external(),
        p.subpartitioning());
  }

  private SchemaObject.Domain domain(SchemaObject.Domain d, QName name) {
    return new SchemaObject.Domain(
        name,
        outside.type(d.type()),
        d.notNull(),
        outside.of(d.defaultValue()),
        d.collation(),
        d.checks().stream().map(c -> check(c, outside)).toList(),
        d.comment(),
        d.options());
  }

  /** PostgreSQL keeps triggers, policies and privileges by identity, so their text follows. */
  private String text(String sql, ObjectPath old, ObjectPath now) {
    if (!postgres) {
      return sql;
    }
    Map<String, String> names = new LinkedHashMap<>(renames.columnsOf(now.owner()));
    if (!old.owner().equals(now.owner())) {
      names.put(old.owner().name(), now.owner().name());
      if (old.owner().hasNamespace() && now.owner().hasNamespace()) {
        names.put(old.owner().namespace(), now.owner().namespace());
      }
    }
    if (now.kind() != ObjectKind.GRANT && !old.member().equals(now.member())) {
      names.put(old.member(), now.member());
    }
    return SqlText.rename(sql, names);
  }

  private Set<ObjectPath> paths(Set<ObjectPath> paths) {
    Set<ObjectPath> renamed = new LinkedHashSet<>();
    paths.forEach(p -> renamed.add(renames.path(p)));
    return renamed;
  }

  private static List<KeyPart> parts(List<KeyPart> parts, RenamedExpression inside) {
    return parts.stream().map(inside::of).toList();
  }

  private static List<String> names(List<String> names, RenamedExpression inside) {
    return names.stream().map(inside::column).toList();
  }
}
