package dev.schemac.catalog.postgres;

import dev.schemac.model.DataType;
import dev.schemac.model.QName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Types as the catalogue has them → the model's types. */
final class TypeText {
  /** Joins that give what {@link #of} needs, for a type whose oid is {@code OID}. */
  static final String JOINS =
      """
      join pg_catalog.pg_type ty on ty.oid = OID
      left join pg_catalog.pg_type el on el.typarray = ty.oid
      join pg_catalog.pg_namespace tn on tn.oid = coalesce(el.typnamespace, ty.typnamespace)
      """;

  /** The columns that belong to {@link #JOINS}; {@code MOD} is the type modifier. */
  static final String COLUMNS =
      "tn.nspname, coalesce(el.typname, ty.typname), el.oid is not null,"
          + " pg_catalog.format_type(coalesce(el.oid, ty.oid), MOD)";

  private static final Map<String, String> CANONICAL =
      Map.of(
          "int2", "smallint",
          "int4", "int",
          "int8", "bigint",
          "float4", "real",
          "float8", "double",
          "bpchar", "char");

  /** Without a length these are other types than the ones that the plain words mean. */
  private static final Set<String> NEED_LENGTH = Set.of("bpchar", "bit");

  /** Types of the server that the language has under their own names. */
  private static final Pattern INTERVAL =
      Pattern.compile("interval(?: ([a-z ]+?))? ?(?:\\((\\d)\\))?");

  private static final Pattern ARGUMENTS = Pattern.compile(".*?\\(([^()]*)\\).*");

  private TypeText() {}

  /** The columns at {@code first} and the three behind it. */
  static DataType of(ReadContext context, java.sql.ResultSet row, int first)
      throws java.sql.SQLException {
    DataType element =
        of(context, row.getString(first), row.getString(first + 1), row.getString(first + 3));
    return row.getBoolean(first + 2) ? new DataType.Array(element) : element;
  }

  private static DataType of(ReadContext context, String namespace, String name, String text) {
    if (name.equals("interval") && namespace.equals("pg_catalog")) {
      return interval(text);
    }
    List<String> arguments = arguments(text);
    if (!namespace.equals("pg_catalog")) {
      QName qualified = context.name(namespace, name);
      return arguments.isEmpty()
          ? new DataType.Named(qualified)
          : new DataType.Builtin(qualified.toString(), arguments, List.of());
    }
    boolean internal = name.equals("char") || NEED_LENGTH.contains(name) && arguments.isEmpty();
    return internal
        ? new DataType.Named(new QName("pg_catalog", name))
        : new DataType.Builtin(CANONICAL.getOrDefault(name, name), arguments, List.of());
  }

  /** {@code interval day to second(3)} has its fields as a first argument. */
  private static DataType interval(String text) {
    Matcher m = INTERVAL.matcher(text);
    List<String> arguments = new ArrayList<>();
    if (m.matches()) {
      if (m.group(1) != null) {
        arguments.add(m.group(1));
      }
      if (m.group(2) != null) {
        arguments.add(m.group(2));
      }
    }
    return new DataType.Builtin("interval", arguments, List.of());
  }

  private static List<String> arguments(String text) {
    Matcher m = ARGUMENTS.matcher(text.endsWith("\"") ? "" : text);
    List<String> found = new ArrayList<>();
    if (m.matches()) {
      for (String part : m.group(1).split(",")) {
        String bare = part.strip();
        found.add(bare.replace("'", ""));
      }
    }
    return found;
  }
}
