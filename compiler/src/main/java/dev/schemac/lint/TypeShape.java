package dev.schemac.lint;

import dev.schemac.model.Column;
import dev.schemac.model.DataType;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;

/** What a column's type can hold, without regard to how the server calls it. */
sealed interface TypeShape {
  int UNLIMITED = Integer.MAX_VALUE;

  /**
   * Strings.
   *
   * @param bytes the limit in bytes where the type has one of its own (MySQL's {@code text} family)
   */
  record Text(int characters, long bytes) implements TypeShape {}

  record Bytes(long length) implements TypeShape {}

  record Whole(BigInteger least, BigInteger greatest) implements TypeShape {}

  /** {@code precision} is {@link #UNLIMITED} for PostgreSQL's bare {@code numeric}. */
  record Decimal(int precision, int scale) implements TypeShape {}

  /** {@code bits} of the mantissa. */
  record Floating(int bits) implements TypeShape {}

  record Bool() implements TypeShape {}

  record Labels(List<String> values) implements TypeShape {}

  record LabelSet(List<String> values) implements TypeShape {}

  record Date() implements TypeShape {}

  record Time(int precision) implements TypeShape {}

  record Timestamp(int precision, boolean zone) implements TypeShape {}

  record Json() implements TypeShape {}

  record Uuid() implements TypeShape {}

  record ArrayOf(TypeShape element) implements TypeShape {}

  /** Anything else, comparable only with itself. */
  record Other(String name, List<String> arguments) implements TypeShape {}

  static TypeShape of(Schema schema, Column column) {
    return of(schema, column.type(), column);
  }

  private static TypeShape of(Schema schema, DataType type, Column column) {
    return switch (type) {
      case DataType.InlineEnum(var values) -> new Labels(values);
      case DataType.InlineSet(var values) -> new LabelSet(values);
      case DataType.Array(var element) -> new ArrayOf(of(schema, element, column));
      case DataType.Named named -> named(schema, named, column);
      case DataType.Builtin builtin ->
          schema.target().isPostgres() ? postgres(builtin) : mySql(builtin, column);
    };
  }

  private static TypeShape named(Schema schema, DataType.Named named, Column column) {
    var type = schema.object(ObjectPath.of(ObjectKind.ENUM, named.name()));
    if (type.isPresent() && type.get() instanceof SchemaObject.EnumType labels) {
      return new Labels(labels.values());
    }
    var domain = schema.object(ObjectPath.of(ObjectKind.DOMAIN, named.name()));
    if (domain.isPresent() && domain.get() instanceof SchemaObject.Domain over) {
      return of(schema, over.type(), column);
    }
    return named.name().name().equals("citext")
        ? new Text(UNLIMITED, UNLIMITED)
        : new Other(named.name().toString(), List.of());
  }

  /** PostgreSQL manual, chapter "Data Types". */
  private static TypeShape postgres(DataType.Builtin type) {
    return switch (type.name()) {
      case "smallint", "smallserial" -> signed(16);
      case "int", "integer", "serial" -> signed(32);
      case "bigint", "bigserial" -> signed(64);
      case "numeric", "decimal" ->
          type.arguments().isEmpty()
              ? new Decimal(UNLIMITED, UNLIMITED)
              : new Decimal(argument(type, 0, 0), argument(type, 1, 0));
      case "real" -> new Floating(24);
      case "double", "double precision", "float" -> new Floating(53);
      case "bool", "boolean" -> new Bool();
      case "char" -> text(argument(type, 0, 1));
      case "varchar", "bpchar" -> text(argument(type, 0, UNLIMITED));
      case "text", "citext" -> text(UNLIMITED);
      case "name" -> text(63);
      case "bytea" -> new Bytes(UNLIMITED);
      case "date" -> new Date();
      case "time", "timetz" -> new Time(argument(type, 0, 6));
      case "timestamp" -> new Timestamp(argument(type, 0, 6), false);
      case "timestamptz" -> new Timestamp(argument(type, 0, 6), true);
      case "json", "jsonb" -> new Json();
      case "uuid" -> new Uuid();
      default -> new Other(type.name(), type.arguments());
    };
  }

  /** MySQL manual, chapter "Data Types". */
  private static TypeShape mySql(DataType.Builtin type, Column column) {
    boolean unsigned = type.modifiers().contains("unsigned");
    return switch (type.name()) {
      case "bool", "boolean", "tinyint" -> whole(8, unsigned);
      case "smallint" -> whole(16, unsigned);
      case "mediumint" -> whole(24, unsigned);
      case "int", "integer" -> whole(32, unsigned);
      case "bigint", "serial" -> whole(64, unsigned || type.name().equals("serial"));
      case "decimal", "numeric" -> new Decimal(argument(type, 0, 10), argument(type, 1, 0));
      case "float", "real" -> new Floating(24);
      case "double", "double precision" -> new Floating(53);
      case "char", "varchar" -> limited(argument(type, 0, 1), column);
      case "tinytext" -> new Text(255, 255);
      case "text" -> new Text(65_535, 65_535);
      case "mediumtext" -> new Text(16_777_215, 16_777_215);
      case "longtext" -> text(UNLIMITED);
      case "binary", "varbinary" -> new Bytes(argument(type, 0, 1));
      case "tinyblob" -> new Bytes(255);
      case "blob" -> new Bytes(65_535);
      case "mediumblob" -> new Bytes(16_777_215);
      case "longblob" -> new Bytes(UNLIMITED);
      case "date" -> new Date();
      case "time" -> new Time(argument(type, 0, 0));
      case "datetime" -> new Timestamp(argument(type, 0, 0), false);
      case "timestamp" -> new Timestamp(argument(type, 0, 0), true);
      case "json" -> new Json();
      default -> new Other(type.name(), type.arguments());
    };
  }

  private static Text text(int characters) {
    return new Text(characters, UNLIMITED);
  }

  private static Text limited(int characters, Column column) {
    String charset = column.options().getOrDefault("charset", "utf8mb4");
    boolean single = Set.of("ascii", "latin1", "binary").contains(charset);
    return new Text(characters, (single ? 1L : 4L) * characters);
  }

  private static Whole signed(int bits) {
    return whole(bits, false);
  }

  private static Whole whole(int bits, boolean unsigned) {
    BigInteger two = BigInteger.TWO;
    return unsigned
        ? new Whole(BigInteger.ZERO, two.pow(bits).subtract(BigInteger.ONE))
        : new Whole(two.pow(bits - 1).negate(), two.pow(bits - 1).subtract(BigInteger.ONE));
  }

  private static int argument(DataType.Builtin type, int index, int otherwise) {
    if (type.arguments().size() <= index) {
      return otherwise;
    }
    try {
      return Integer.parseInt(type.arguments().get(index).strip());
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }
}
