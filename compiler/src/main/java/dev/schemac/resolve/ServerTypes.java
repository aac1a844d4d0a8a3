package dev.schemac.resolve;

import dev.schemac.model.Column;
import dev.schemac.model.DataType;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * PostgreSQL's types as a file means them: those of well-known extensions under their bare names,
 * the server's rarer ones behind {@code pg_catalog}, everybody else's declared as external.
 */
final class ServerTypes {
  private static final String SERVER = "pg_catalog";

  private final Schema schema;
  private final SortedSet<QName> foreign = new TreeSet<>();

  private ServerTypes(Schema schema) {
    this.schema = schema;
  }

  /** The schema with its types as a file has them. */
  static Schema of(Schema schema) {
    return schema.target().isPostgres() ? new ServerTypes(schema).all() : schema;
  }

  private Schema all() {
    List<SchemaObject> objects = new ArrayList<>();
    for (SchemaObject object : schema.objects()) {
      if (object instanceof Table table) {
        objects.add(table.withColumns(table.columns().stream().map(this::column).toList()));
      } else if (object instanceof SchemaObject.Domain d) {
        objects.add(
            new SchemaObject.Domain(
                d.name(),
                type(d.type()),
                d.notNull(),
                d.defaultValue(),
                d.collation(),
                d.checks(),
                d.comment(),
                d.options()));
      } else {
        objects.add(object);
      }
    }
    foreign.forEach(name -> objects.add(new SchemaObject.ExternalType(name)));
    return Schema.of(schema.target(), objects);
  }

  private Column column(Column column) {
    return column.withType(type(column.type()));
  }

  private DataType type(DataType type) {
    return switch (type) {
      case DataType.Array(var element) -> new DataType.Array(type(element));
      case DataType.Named named -> named(named);
      case DataType.Builtin builtin -> builtin(builtin);
      case DataType.InlineEnum same -> same;
      case DataType.InlineSet same -> same;
    };
  }

  private DataType named(DataType.Named type) {
    QName name = type.name();
    if (name.namespace().equals(SERVER) || isDeclared(schema, name)) {
      return type;
    }
    if (!name.hasNamespace() && lookUp(name.name()).isPresent()) {
      return lookUp(name.name()).orElseThrow();
    }
    foreign.add(name);
    return type;
  }

  private DataType builtin(DataType.Builtin type) {
    int dot = type.name().indexOf('.');
    if (dot > 0) {
      foreign.add(new QName(type.name().substring(0, dot), type.name().substring(dot + 1)));
      return type;
    }
    return type.arguments().isEmpty() && lookUp(type.name()).isEmpty()
        ? new DataType.Named(new QName(SERVER, type.name()))
        : type;
  }

  private static Optional<DataType> lookUp(String name) {
    TypeSpelling spelling =
        new TypeSpelling(TypeSpelling.canonicalName(name), List.of(), List.of());
    return PostgresTypes.find(spelling) instanceof TypeLookup.Found found
        ? Optional.of(found.type())
        : Optional.empty();
  }

  /** Whether a type of that name is the schema's own: a table's row is one too. */
  static boolean isDeclared(Schema schema, QName name) {
    for (ObjectKind kind :
        List.of(
            ObjectKind.ENUM,
            ObjectKind.DOMAIN,
            ObjectKind.TYPE,
            ObjectKind.TABLE,
            ObjectKind.VIEW,
            ObjectKind.MATERIALIZED_VIEW)) {
      if (schema.object(ObjectPath.of(kind, name)).isPresent()) {
        return true;
      }
    }
    return schema.object(new ObjectPath(ObjectKind.NATIVE, name, "type")).isPresent();
  }
}
