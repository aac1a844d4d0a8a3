package dev.schemac.resolve;

import dev.schemac.model.DataType;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The types that PostgreSQL, or a well-known extension of it, brings along, by canonical name
 * (PostgreSQL manual, "Data Types").
 */
final class PostgresTypes {

  /** Types that take no arguments. */
  private static final Set<String> PLAIN =
      Set.of(
          "smallint",
          "int",
          "bigint",
          "real",
          "double",
          "bool",
          "text",
          "bytea",
          "date",
          "uuid",
          "json",
          "jsonb",
          "jsonpath",
          "xml",
          "inet",
          "cidr",
          "macaddr",
          "macaddr8",
          "money",
          "point",
          "line",
          "lseg",
          "box",
          "path",
          "polygon",
          "circle",
          "tsvector",
          "tsquery",
          "int4range",
          "int8range",
          "numrange",
          "tsrange",
          "tstzrange",
          "daterange",
          "int4multirange",
          "int8multirange",
          "nummultirange",
          "tsmultirange",
          "tstzmultirange",
          "datemultirange",
          "oid",
          "name",
          "pg_lsn",
          "pg_snapshot",
          "txid_snapshot",
          "xid",
          "xid8",
          "cid",
          "tid",
          "regclass",
          "regproc",
          "regprocedure",
          "regtype",
          "regrole",
          "regnamespace",
          "regconfig",
          "regdictionary",
          "regoper",
          "regoperator",
          "regcollation",
          "refcursor",
          "aclitem",
          "record",
          // extensions
          "citext",
          "hstore",
          "ltree",
          "lquery",
          "ltxtquery",
          "cube",
          "seg",
          "isbn",
          "isbn13",
          "issn",
          "ismn",
          "ean13",
          "upc",
          "box2d",
          "box3d",
          "raster",
          "earth",
          "semver");

  /** Extension types whose arguments are literals of any kind. */
  private static final Set<String> FREE =
      Set.of("geometry", "geography", "vector", "halfvec", "sparsevec");

  private static final Set<String> INTERVAL_FIELDS =
      Set.of(
          "year",
          "month",
          "day",
          "hour",
          "minute",
          "second",
          "year to month",
          "day to hour",
          "day to minute",
          "day to second",
          "hour to minute",
          "hour to second",
          "minute to second");

  private PostgresTypes() {}

  static Set<String> names() {
    Set<String> names = new TreeSet<>(PLAIN);
    names.addAll(FREE);
    names.addAll(
        List.of(
            "decimal",
            "float",
            "char",
            "varchar",
            "bit",
            "varbit",
            "time",
            "timetz",
            "timestamp",
            "timestamptz",
            "interval"));
    return names;
  }

  static TypeLookup find(TypeSpelling written) {
    TypeLookup found = byName(written);
    if (found instanceof TypeLookup.Found && !written.modifiers().isEmpty()) {
      return new TypeLookup.Wrong(
          "PostgreSQL has no `"
              + written.name()
              + " "
              + String.join(" ", written.modifiers())
              + "`",
          "write a wider type with a check, or `mysql.…` for MySQL alone");
    }
    return found;
  }

  private static TypeLookup byName(TypeSpelling written) {
    String name = written.name();
    return switch (name) {
      case "decimal" -> decimal(written);
      case "float" -> floating(written);
      case "char", "bit" ->
          written.arguments().isEmpty()
              ? TypeLookup.found(name, "1")
              : TypeArguments.integers(name, written, 1, 1, 1, 10_485_760);
      case "varchar", "varbit" -> TypeArguments.integers(name, written, 0, 1, 1, 10_485_760);
      case "time", "timetz", "timestamp", "timestamptz" ->
          TypeArguments.integers(name, written, 0, 1, 0, 6);
      case "interval" -> interval(written);
      default -> plain(written);
    };
  }

  private static TypeLookup plain(TypeSpelling written) {
    if (PLAIN.contains(written.name())) {
      return TypeArguments.integers(written.name(), written, 0, 0, 0, 0);
    }
    return FREE.contains(written.name())
        ? TypeLookup.found(new DataType.Builtin(written.name(), written.arguments(), List.of()))
        : new TypeLookup.Unknown();
  }

  /** {@code interval('day to second', 3)}: the fields first, as a string. */
  private static TypeLookup interval(TypeSpelling written) {
    List<String> arguments = written.arguments();
    if (arguments.isEmpty() || !INTERVAL_FIELDS.contains(arguments.get(0))) {
      return TypeArguments.integers("interval", written, 0, 1, 0, 6);
    }
    boolean second = arguments.get(0).endsWith("second");
    List<String> rest = arguments.subList(1, arguments.size());
    var wrong = TypeArguments.wrong("interval", rest, 0, second ? 1 : 0, 0, 6);
    return wrong.orElseGet(
        () -> TypeLookup.found(new DataType.Builtin("interval", arguments, List.of())));
  }

  /** {@code numeric(10)} is {@code numeric(10, 0)}; without arguments it is unlimited. */
  private static TypeLookup decimal(TypeSpelling written) {
    List<String> arguments = written.arguments();
    if (arguments.size() == 1) {
      return decimal(
          new TypeSpelling("decimal", List.of(arguments.get(0), "0"), written.modifiers()));
    }
    var wrong = TypeArguments.wrong("decimal", arguments, 0, 2, -1000, 1000);
    return wrong.orElseGet(
        () -> TypeLookup.found(new DataType.Builtin("numeric", arguments, List.of())));
  }

  /** {@code float} is {@code double}; {@code float(1)} to {@code float(24)} are {@code real}. */
  private static TypeLookup floating(TypeSpelling written) {
    var wrong = TypeArguments.wrong("float", written.arguments(), 0, 1, 1, 53);
    boolean single =
        wrong.isEmpty()
            && !written.arguments().isEmpty()
            && Integer.parseInt(written.arguments().get(0)) <= 24;
    return wrong.orElseGet(() -> TypeLookup.found(single ? "real" : "double"));
  }
}
