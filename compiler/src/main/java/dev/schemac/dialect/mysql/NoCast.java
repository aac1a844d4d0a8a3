package dev.schemac.dialect.mysql;

import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.DataType;
import dev.schemac.model.Evolution;
import java.util.Set;

/**
 * Types between which MariaDB changes no column, not even an empty one (error 4078, measured on
 * 10.11 and 11.8): shapes, addresses, {@code uuid} and {@code vector} become and come from strings
 * alone.
 */
final class NoCast {
  static final Set<String> SHAPES =
      Set.of(
          "geometry",
          "point",
          "linestring",
          "polygon",
          "multipoint",
          "multilinestring",
          "multipolygon",
          "geometrycollection");

  private static final Set<String> OPAQUE = Set.of("uuid", "inet4", "inet6", "vector");

  private static final Set<String> NUMBERS_AND_TIMES =
      Set.of(
          "tinyint",
          "smallint",
          "mediumint",
          "int",
          "bigint",
          "decimal",
          "float",
          "double",
          "bit",
          "year",
          "date",
          "datetime",
          "timestamp",
          "time");

  private NoCast() {}

  /** Whether the column has to go and come back for its new type, where no word converts it. */
  static boolean stops(Situation s, Change.ModifyColumn modify) {
    boolean worded = modify.conversion().flatMap(Evolution.Conversion::using).isPresent();
    if (!s.capabilities().isMariaDb() || worded) {
      return false;
    }
    String from = family(modify.before().type());
    String to = family(modify.after().type());
    boolean widened =
        from.equals("inet4") && to.equals("inet6") && s.after().target().isMariaDbFrom(11, 8);
    return !from.isEmpty() && !to.isEmpty() && !from.equals(to) && !widened;
  }

  static boolean isShape(Column column) {
    return column.type() instanceof DataType.Builtin type && SHAPES.contains(type.name());
  }

  /** Empty for what every type is cast to and from. */
  private static String family(DataType type) {
    if (!(type instanceof DataType.Builtin builtin)) {
      return "";
    }
    String name = builtin.name();
    if (OPAQUE.contains(name)) {
      return name;
    }
    return SHAPES.contains(name) ? "shape" : NUMBERS_AND_TIMES.contains(name) ? "number" : "";
  }
}
