package dev.schemac.sql;

import dev.schemac.model.DataType;
import dev.schemac.model.DataType.Builtin;
import dev.schemac.model.Dialect;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Data types as SQL of one dialect. */
public final class TypeWriter {
  private static final Set<String> MYSQL_INTEGERS =
      Set.of("tinyint", "smallint", "mediumint", "int", "bigint", "bit");
  private static final Set<String> MYSQL_BINARY =
      Set.of("binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob");

  private final Dialect dialect;
  private final Quoting quoting;

  private TypeWriter(Dialect dialect, Quoting quoting) {
    this.dialect = dialect;
    this.quoting = quoting;
  }

  public static TypeWriter of(Dialect dialect) {
    return switch (dialect) {
      case POSTGRES -> new TypeWriter(dialect, PostgresQuoting.INSTANCE);
      case MYSQL -> new TypeWriter(dialect, MySqlQuoting.INSTANCE);
    };
  }

  /** The type as it stands behind a column's name. */
  public String column(DataType type) {
    return switch (type) {
      case Builtin builtin -> builtin(builtin);
      case DataType.Named(var name) -> new SqlWriter(quoting).name(name).text();
      case DataType.InlineEnum(var values) -> "enum(" + strings(values) + ")";
      case DataType.InlineSet(var values) -> "set(" + strings(values) + ")";
      case DataType.Array(var element) -> column(element) + "[]";
    };
  }

  /**
   * The type as it stands in a cast. MySQL casts to a few types of its own only (manual, "Cast
   * Functions and Operators").
   */
  public String cast(DataType type) {
    if (dialect == Dialect.POSTGRES) {
      return column(type);
    }
    return switch (type) {
      case Builtin builtin -> mysqlCast(builtin);
      case DataType.Array(var element) -> cast(element) + " array";
      case DataType.Named ignored -> "char";
      case DataType.InlineEnum ignored -> "char";
      case DataType.InlineSet ignored -> "char";
    };
  }

  private String builtin(Builtin type) {
    String name = dialect == Dialect.POSTGRES ? postgresName(type.name()) : type.name();
    if (name.equals("interval") && dialect == Dialect.POSTGRES) {
      return interval(type.arguments());
    }
    String words = type.modifiers().isEmpty() ? "" : " " + String.join(" ", type.modifiers());
    return name + arguments(type.arguments()) + words;
  }

  private static String postgresName(String canonical) {
    return switch (canonical) {
      case "int" -> "integer";
      case "bool" -> "boolean";
      case "double" -> "double precision";
      default -> canonical;
    };
  }

  /** The fields stand behind the word, the precision behind the last of them. */
  private static String interval(List<String> arguments) {
    boolean fields = !arguments.isEmpty() && Character.isLetter(arguments.get(0).charAt(0));
    return fields
        ? "interval " + arguments.get(0) + arguments(arguments.subList(1, arguments.size()))
        : "interval" + arguments(arguments);
  }

  private static String mysqlCast(Builtin type) {
    String name = type.name();
    String arguments = arguments(type.arguments());
    if (MYSQL_INTEGERS.contains(name)) {
      return type.modifiers().contains("unsigned") ? "unsigned" : "signed";
    }
    if (MYSQL_BINARY.contains(name)) {
      return name.endsWith("blob") ? "binary" : "binary" + arguments;
    }
    return switch (name) {
      case "char", "varchar" -> "char" + arguments;
      case "tinytext", "text", "mediumtext", "longtext" -> "char";
      case "timestamp", "datetime" -> "datetime" + arguments;
      default -> name + arguments;
    };
  }

  private static String arguments(List<String> arguments) {
    return arguments.isEmpty() ? "" : "(" + String.join(",", arguments) + ")";
  }

  private String strings(List<String> values) {
    return values.stream().map(quoting::string).collect(Collectors.joining(","));
  }
}
