package dev.schemac.dialect.postgres;

import dev.schemac.model.DataType;
import dev.schemac.model.Expression;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import java.util.Optional;
import java.util.Set;

/**
 * What the server does with a change of a column's type: the matrix of §3.5, taken from a sweep
 * over 84 types on 12 to 18.
 */
final class TypeChange {
  /** How much work it is. */
  enum Cost {
    /** Catalogue rows; plain indexes are kept. */
    IN_PLACE,
    /** The heap is kept, but read: indexes on the column are built anew, or checks proven. */
    INDEX_REBUILD,
    /** Table and indexes are written anew. */
    REWRITE
  }

  /** How a value gets from one type to the other. */
  enum Conversion {
    /** By itself, failing where a value does not fit. */
    ASSIGNMENT,
    /** With {@code USING CAST(… AS …)}. */
    CAST,
    /** By way of its text. */
    THROUGH_TEXT,
    /** Only with an expression of the author's. */
    NONE
  }

  private static final Set<String> INTEGERS = Set.of("smallint", "int", "bigint");
  private static final Set<String> NUMBERS =
      Set.of("smallint", "int", "bigint", "numeric", "real", "double");
  private static final Set<String> TEXTS =
      Set.of("varchar", "text", "char", "bpchar", "citext", "name");
  private static final Set<String> JSON_TARGETS =
      Set.of("bool", "smallint", "int", "bigint", "numeric", "real", "double");

  private TypeChange() {}

  static Cost cost(DataType from, DataType to, Schema before, Schema after) {
    DataType a = base(from, before);
    boolean domain = to instanceof DataType.Named && !to.equals(base(to, after));
    if (isConstrainedDomain(to, after)) {
      return Cost.REWRITE;
    }
    DataType b = domain ? base(to, after) : to;
    boolean leavesDomain = !from.equals(a) && !from.equals(to);
    if (leavesDomain && b instanceof DataType.Builtin x && !x.arguments().isEmpty()) {
      return Cost.REWRITE; // the server does not see how long a domain's values are
    }
    if (a.equals(b)) {
      return Cost.IN_PLACE;
    }
    return a instanceof DataType.Builtin x && b instanceof DataType.Builtin y
        ? cost(x, y)
        : Cost.REWRITE;
  }

  private static Cost cost(DataType.Builtin from, DataType.Builtin to) {
    String pair = String.join(" ", from.name(), to.name());
    return switch (pair) {
      case "varchar varchar", "varbit varbit" -> grows(from, to, 0);
      case "varchar text", "cidr inet", "xml text" -> Cost.IN_PLACE;
      case "text varchar", "xml varchar" -> to.arguments().isEmpty() ? Cost.IN_PLACE : Cost.REWRITE;
      case "numeric numeric" -> numeric(from, to);
      case "time time", "timetz timetz", "timestamp timestamp", "timestamptz timestamptz" ->
          grows(from, to, 6);
      case "interval interval" ->
          from.modifiers().equals(to.modifiers()) ? grows(from, to, 6) : Cost.REWRITE;
      case "text citext", "citext text", "varchar citext", "bit varbit" -> Cost.INDEX_REBUILD;
      case "citext varchar" -> to.arguments().isEmpty() ? Cost.INDEX_REBUILD : Cost.REWRITE;
      default -> Cost.REWRITE;
    };
  }

  private static Cost grows(DataType.Builtin from, DataType.Builtin to, int unlimited) {
    if (to.arguments().isEmpty()) {
      return Cost.IN_PLACE;
    }
    if (from.arguments().isEmpty() && unlimited == 0) {
      return Cost.REWRITE;
    }
    return length(from, unlimited) <= length(to, unlimited) ? Cost.IN_PLACE : Cost.REWRITE;
  }

  private static int length(DataType.Builtin type, int unlimited) {
    return type.arguments().isEmpty() ? unlimited : number(type.arguments().getFirst());
  }

  private static int number(String text) {
    return text.matches("-?\\d{1,9}") ? Integer.parseInt(text) : Integer.MAX_VALUE;
  }

  private static Cost numeric(DataType.Builtin from, DataType.Builtin to) {
    if (to.arguments().isEmpty()) {
      return Cost.IN_PLACE;
    }
    if (from.arguments().isEmpty()) {
      return Cost.REWRITE;
    }
    boolean sameScale = scale(from) == scale(to);
    return sameScale && length(from, 0) <= length(to, 0) ? Cost.IN_PLACE : Cost.REWRITE;
  }

  private static int scale(DataType.Builtin type) {
    return type.arguments().size() < 2 ? 0 : number(type.arguments().get(1));
  }

  static Conversion conversion(DataType from, DataType to, Schema before, Schema after) {
    DataType a = base(from, before);
    DataType b = base(to, after);
    if (a.equals(b) || isText(b)) {
      return Conversion.ASSIGNMENT;
    }
    if (isText(a)) {
      return Conversion.CAST;
    }
    if (isEnum(a, before)) {
      return isEnum(b, after) ? Conversion.THROUGH_TEXT : Conversion.NONE;
    }
    if (a instanceof DataType.Array(var x) && b instanceof DataType.Array(var y)) {
      return array(x, y, before, after);
    }
    return a instanceof DataType.Builtin x && b instanceof DataType.Builtin y
        ? conversion(x, y)
        : Conversion.NONE;
  }

  private static Conversion array(DataType x, DataType y, Schema before, Schema after) {
    return switch (conversion(x, y, before, after)) {
      case ASSIGNMENT -> Conversion.ASSIGNMENT;
      case CAST -> Conversion.CAST;
      case THROUGH_TEXT -> Conversion.THROUGH_TEXT;
      case NONE -> Conversion.NONE;
    };
  }

  private static Conversion conversion(DataType.Builtin from, DataType.Builtin to) {
    String a = from.name();
    String b = to.name();
    boolean assignment =
        a.equals(b)
            || NUMBERS.contains(a) && NUMBERS.contains(b)
            || a.equals("money") && b.equals("numeric")
            || NUMBERS.contains(a) && b.equals("money") && !a.equals("real") && !a.equals("double")
            || assignmentPairs().contains(String.join(" ", a, b));
    if (assignment) {
      return Conversion.ASSIGNMENT;
    }
    boolean cast =
        a.equals("int") && b.equals("bool")
            || a.equals("bool") && b.equals("int")
            || a.equals("jsonb") && JSON_TARGETS.contains(b);
    return cast ? Conversion.CAST : Conversion.NONE;
  }

  private static Set<String> assignmentPairs() {
    return Set.of(
        "date timestamp",
        "date timestamptz",
        "timestamp date",
        "timestamp time",
        "timestamp timestamptz",
        "timestamptz date",
        "timestamptz time",
        "timestamptz timestamp",
        "timestamptz timetz",
        "time interval",
        "time timetz",
        "timetz time",
        "interval time",
        "json jsonb",
        "jsonb json",
        "inet cidr",
        "cidr inet",
        "bit varbit",
        "varbit bit",
        "macaddr macaddr8",
        "macaddr8 macaddr",
        "int oid",
        "bigint oid",
        "oid int",
        "oid bigint");
  }

  /** The value converted; the column alone where the server converts by itself. */
  static Optional<Expression> using(Expression value, DataType from, DataType to, Conversion how) {
    return switch (how) {
      case ASSIGNMENT -> Optional.empty();
      case CAST -> Optional.of(new Expression.Cast(value, to));
      case THROUGH_TEXT ->
          Optional.of(new Expression.Cast(new Expression.Cast(value, text(from)), to));
      case NONE -> Optional.empty();
    };
  }

  private static DataType text(DataType like) {
    DataType text = DataType.Builtin.of("text");
    return like instanceof DataType.Array ? new DataType.Array(text) : text;
  }

  static boolean isText(DataType type) {
    return type instanceof DataType.Builtin b && TEXTS.contains(b.name());
  }

  static boolean isInteger(DataType type) {
    return type instanceof DataType.Builtin b && INTEGERS.contains(b.name());
  }

  static boolean isEnum(DataType type, Schema schema) {
    return type instanceof DataType.Named(var name)
        && schema.object(ObjectPath.of(ObjectKind.ENUM, name)).isPresent();
  }

  /** The type below a domain. */
  static DataType base(DataType type, Schema schema) {
    return domain(type, schema).map(d -> base(d.type(), schema)).orElse(type);
  }

  static boolean isConstrainedDomain(DataType type, Schema schema) {
    return domain(type, schema)
        .filter(d -> d.notNull() || !d.checks().isEmpty() || isConstrainedDomain(d.type(), schema))
        .isPresent();
  }

  private static Optional<SchemaObject.Domain> domain(DataType type, Schema schema) {
    return type instanceof DataType.Named(var name)
        ? schema.object(ObjectPath.of(ObjectKind.DOMAIN, name)).map(SchemaObject.Domain.class::cast)
        : Optional.empty();
  }

  /** Whether two operand types stay comparable in a foreign key without being re-made. */
  static boolean sameFamily(DataType a, DataType b) {
    return a.equals(b) || isInteger(a) && isInteger(b) || isText(a) && isText(b);
  }
}
