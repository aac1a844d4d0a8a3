package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.model.DataType;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.Options;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.plan.CompositeTypes;
import dev.schemac.plan.CompositeTypes.Attribute;
import dev.schemac.sql.PostgresQuoting;
import dev.schemac.sql.SqlWriter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The cast from a composite type to its successor, which stands while columns are converted:
 * attributes keep their values by their names, in arrays and in other composite values too. Without
 * it a value would go by way of its text, which has as many parts as the old type.
 */
record CompositeCast(
    SchemaObject.NativeObject former,
    SchemaObject.NativeObject before,
    SchemaObject.NativeObject after,
    Schema schema) {
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?i)(?:smallint|integer|int|int[248]|bigint|real|float[48]?|double precision"
              + "|(?:numeric|decimal)(?:\\s*\\(.*\\))?)((?:\\[\\d*\\])*)");
  private static final Pattern STRING =
      Pattern.compile("(?i)(?:text|(?:varchar|character varying)(?:\\s*\\(.*\\))?)(?:\\[\\d*\\])*");
  private static final Pattern LAST_NAME =
      Pattern.compile("(?:.*\\.)?(\"(?:[^\"]|\"\")+\"|\\w+)(?:\\[\\d*\\])*", Pattern.DOTALL);

  /** Whether a column of the type is converted by such casts alone. */
  static boolean convert(DataType type, Schema schema) {
    return switch (type) {
      case DataType.Array(var element) -> convert(element, schema);
      case DataType.Named(var name) ->
          isComposite(new ObjectPath(ObjectKind.NATIVE, name, "type"), schema)
              || isComposite(ObjectPath.of(ObjectKind.DOMAIN, name), schema);
      case DataType.Builtin ignored -> false;
      case DataType.InlineEnum ignored -> false;
      case DataType.InlineSet ignored -> false;
    };
  }

  private static boolean isComposite(ObjectPath path, Schema schema) {
    Optional<SchemaObject> object = schema.object(path);
    return object.filter(CompositeTypes::is).isPresent()
        || object.orElse(null) instanceof SchemaObject.Domain d && convert(d.type(), schema);
  }

  List<Statement> create() {
    return List.of(new Statement.Create(function()), new Statement.Create(cast()));
  }

  List<Statement> drop() {
    return List.of(new Statement.Drop(cast()), new Statement.Drop(function()));
  }

  private SchemaObject.Routine function() {
    String type = name(former.name());
    SqlWriter sql =
        new SqlWriter(PostgresQuoting.INSTANCE)
            .phrase("CREATE FUNCTION")
            .name(former.name())
            .glue("(")
            .raw(type)
            .close(")")
            .phrase("RETURNS")
            .name(after.name())
            .phrase("LANGUAGE sql STRICT AS")
            .string("SELECT " + values());
    return new SchemaObject.Routine(
        ObjectKind.FUNCTION,
        former.name().withName(String.join("", former.name().name(), "(", type, ")")),
        sql.text(),
        Set.of(),
        Optional.empty(),
        false,
        Options.none());
  }

  private SchemaObject.NativeObject cast() {
    String types = String.join("", "(", name(former.name()), " AS ", name(after.name()), ")");
    SqlWriter create =
        new SqlWriter(PostgresQuoting.INSTANCE)
            .phrase("CREATE CAST")
            .raw(types)
            .phrase("WITH FUNCTION")
            .name(former.name())
            .glue("(")
            .name(former.name())
            .close(")")
            .phrase("AS ASSIGNMENT");
    return new SchemaObject.NativeObject(
        "cast",
        QName.of(types),
        create.text(),
        "DROP CAST ".concat(types),
        Set.of(),
        Optional.empty(),
        Options.none());
  }

  private String values() {
    return CompositeTypes.attributes(after).stream()
        .map(this::value)
        .collect(Collectors.joining(", "));
  }

  /** The old value, which becomes the new one by assignment: what is too long is not cut. */
  private String value(Attribute attribute) {
    Optional<Attribute> was =
        CompositeTypes.attributes(before).stream()
            .filter(a -> a.name().equals(attribute.name()))
            .findFirst();
    if (was.isEmpty()) {
      return "NULL::".concat(attribute.type());
    }
    String old =
        new SqlWriter(PostgresQuoting.INSTANCE)
            .phrase("($1)")
            .glue(".")
            .identifier(attribute.name())
            .text();
    return isAssigned(was.get().type(), attribute.type())
        ? old
        : String.join("", old, "::text::", attribute.type());
  }

  private boolean isAssigned(String from, String to) {
    Matcher a = NUMBER.matcher(from);
    Matcher b = NUMBER.matcher(to);
    boolean numbers = a.matches() && b.matches() && a.group(1).isEmpty() == b.group(1).isEmpty();
    return numbers || STRING.matcher(to).matches() || isSame(from, to);
  }

  /**
   * What is called the same and is the same, or leads to its successor by a cast; any other type of
   * this database may have been made anew.
   */
  private boolean isSame(String from, String to) {
    return from.equals(to) && (part(to).isEmpty() || isRow(to));
  }

  private boolean isRow(String type) {
    return part(type)
        .flatMap(schema::object)
        .filter(o -> o instanceof Table || isComposite(o.path(), schema))
        .isPresent();
  }

  /** What the type is made of that has the name. */
  private Optional<ObjectPath> part(String type) {
    Matcher last = LAST_NAME.matcher(type);
    return last.matches()
        ? after.dependsOn().stream()
            .filter(p -> p.owner().name().equals(CompositeTypes.unquoted(last.group(1))))
            .findFirst()
        : Optional.empty();
  }

  private static String name(QName name) {
    return new SqlWriter(PostgresQuoting.INSTANCE).name(name).text();
  }
}
