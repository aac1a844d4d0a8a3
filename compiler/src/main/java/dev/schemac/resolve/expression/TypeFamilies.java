package dev.schemac.resolve.expression;

import dev.schemac.model.DataType;
import dev.schemac.model.DataType.Builtin;
import dev.schemac.model.Target;
import dev.schemac.sql.FunctionTable.TypeFamily;
import java.util.Set;

/** Which family a data type belongs to, as far as operators tell types apart. */
final class TypeFamilies {
  private static final Set<TypeFamily> MOMENTS =
      Set.of(TypeFamily.DATE, TypeFamily.TIMESTAMP, TypeFamily.TIMESTAMPTZ);

  private TypeFamilies() {}

  /** {@code ANY} for what schemac does not know. */
  static TypeFamily of(DataType type, Target target) {
    return switch (type) {
      case Builtin builtin -> builtin(builtin, target);
      case DataType.Named ignored -> TypeFamily.ANY;
      case DataType.InlineEnum ignored -> TypeFamily.TEXT;
      case DataType.InlineSet ignored -> TypeFamily.TEXT;
      case DataType.Array ignored -> TypeFamily.ANY;
    };
  }

  private static TypeFamily builtin(Builtin type, Target target) {
    return switch (type.name()) {
      case "bool" -> TypeFamily.BOOL;
      case "tinyint" ->
          type.arguments().equals(java.util.List.of("1")) ? TypeFamily.BOOL : TypeFamily.INTEGER;
      case "smallint", "mediumint", "int", "bigint", "year" -> TypeFamily.INTEGER;
      case "numeric", "decimal" -> TypeFamily.DECIMAL;
      case "real", "float", "double" -> TypeFamily.FLOAT;
      case "varchar", "char", "text", "tinytext", "mediumtext", "longtext", "citext" ->
          TypeFamily.TEXT;
      case "bytea", "binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob" ->
          TypeFamily.BYTES;
      case "date" -> TypeFamily.DATE;
      case "time", "timetz" -> TypeFamily.TIME;
      case "datetime" -> TypeFamily.TIMESTAMP;
      case "timestamp" -> target.isMySql() ? TypeFamily.TIMESTAMPTZ : TypeFamily.TIMESTAMP;
      case "timestamptz" -> TypeFamily.TIMESTAMPTZ;
      case "interval" -> TypeFamily.INTERVAL;
      case "uuid" -> TypeFamily.UUID;
      case "json" -> TypeFamily.JSON;
      case "jsonb" -> TypeFamily.JSON;
      default -> TypeFamily.ANY;
    };
  }

  static boolean isNumber(TypeFamily family) {
    return family == TypeFamily.INTEGER
        || family == TypeFamily.DECIMAL
        || family == TypeFamily.FLOAT
        || family == TypeFamily.NUMBER;
  }

  static boolean isMoment(TypeFamily family) {
    return MOMENTS.contains(family) || family == TypeFamily.MOMENT;
  }

  /** Whether values of the two families can be compared without a cast on the target. */
  static boolean comparable(TypeFamily a, TypeFamily b, Target target) {
    if (a == b || a == TypeFamily.ANY || b == TypeFamily.ANY) {
      return true;
    }
    if (isNumber(a) && isNumber(b) || isMoment(a) && isMoment(b)) {
      return true;
    }
    return target.isMySql() && comparableOnMySql(a, b);
  }

  /**
   * MySQL compares nearly everything; what is surely a mistake is a number with a moment or text.
   */
  private static boolean comparableOnMySql(TypeFamily a, TypeFamily b) {
    boolean numeric = a == TypeFamily.BOOL && isNumber(b) || b == TypeFamily.BOOL && isNumber(a);
    boolean written = a == TypeFamily.TEXT && !isNumber(b) || b == TypeFamily.TEXT && !isNumber(a);
    boolean binary = a == TypeFamily.BYTES || b == TypeFamily.BYTES;
    return numeric || binary || written && a != TypeFamily.BOOL && b != TypeFamily.BOOL;
  }
}
