package dev.schemac.sql;

import dev.schemac.model.DataType;
import dev.schemac.model.DataType.Builtin;
import dev.schemac.model.Dialect;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Data types in the language: by the portable name where it maps back exactly on the dialect, else
 * by the server's own, with the dialect in front where a portable type has that name.
 */
public final class SourceTypes {
  private static final Pattern NUMBER = Pattern.compile("-?\\d+");

  private static final Set<String> PORTABLE =
      Set.of(
          "smallint",
          "int",
          "bigint",
          "decimal",
          "real",
          "double",
          "bool",
          "char",
          "varchar",
          "text",
          "bytes",
          "date",
          "time",
          "timestamp",
          "timestamptz",
          "uuid",
          "json");

  private final Dialect dialect;

  private SourceTypes(Dialect dialect) {
    this.dialect = dialect;
  }

  public static SourceTypes of(Dialect dialect) {
    return new SourceTypes(dialect);
  }

  /** The type's text. */
  public String text(DataType type) {
    return switch (type) {
      case Builtin builtin -> builtin(builtin);
      case DataType.Named(var name) -> new SqlWriter(SourceQuoting.INSTANCE).name(name).text();
      case DataType.InlineEnum(var values) -> "enum(" + labels(values) + ")";
      case DataType.InlineSet(var values) -> "set(" + labels(values) + ")";
      case DataType.Array(var element) -> text(element) + "[]";
    };
  }

  private static String labels(List<String> values) {
    return values.stream().map(SourceQuoting.INSTANCE::string).collect(Collectors.joining(", "));
  }

  private String builtin(Builtin type) {
    Optional<Builtin> portable = dialect == Dialect.POSTGRES ? fromPostgres(type) : fromMySql(type);
    String words = type.modifiers().isEmpty() ? "" : " " + String.join(" ", type.modifiers());
    return portable
        .map(p -> p.name() + arguments(p) + words)
        .orElseGet(() -> own(type.name()) + arguments(type) + words);
  }

  private String own(String name) {
    return PORTABLE.contains(name) ? dialect.label() + "." + name : name;
  }

  private static String arguments(Builtin type) {
    return type.arguments().isEmpty()
        ? ""
        : type.arguments().stream()
            .map(SourceTypes::argument)
            .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String argument(String argument) {
    return NUMBER.matcher(argument).matches() ? argument : SourceQuoting.INSTANCE.string(argument);
  }

  private static Optional<Builtin> fromPostgres(Builtin type) {
    return switch (type.name()) {
      case "numeric" -> renamed(type, "decimal");
      case "bytea" -> renamed(type, "bytes");
      case "jsonb" -> renamed(type, "json");
      case "json" -> Optional.empty();
      default -> PORTABLE.contains(type.name()) ? Optional.of(type) : Optional.empty();
    };
  }

  private static Optional<Builtin> fromMySql(Builtin type) {
    List<String> arguments = type.arguments();
    return switch (type.name()) {
      case "tinyint" ->
          arguments.equals(List.of("1")) && type.modifiers().isEmpty()
              ? Optional.of(Builtin.of("bool"))
              : Optional.empty();
      case "smallint", "int", "bigint", "double", "date", "json", "uuid" ->
          arguments.isEmpty() ? Optional.of(type) : Optional.empty();
      case "decimal", "char", "varchar" -> Optional.of(type);
      case "float" ->
          arguments.isEmpty() && type.modifiers().isEmpty()
              ? renamed(type, "real")
              : Optional.empty();
      case "longtext" -> renamed(type, "text");
      case "longblob" -> renamed(type, "bytes");
      case "varbinary" -> renamed(type, "bytes");
      case "time" -> Optional.of(fraction("time", arguments));
      case "datetime" -> Optional.of(fraction("timestamp", arguments));
      case "timestamp" -> Optional.of(fraction("timestamptz", arguments));
      default -> Optional.empty();
    };
  }

  /** The portable types have microseconds unless told otherwise, MySQL's own have whole seconds. */
  private static Builtin fraction(String portable, List<String> arguments) {
    if (arguments.equals(List.of("6"))) {
      return Builtin.of(portable);
    }
    return Builtin.of(portable, arguments.isEmpty() ? "0" : arguments.get(0));
  }

  private static Optional<Builtin> renamed(Builtin type, String name) {
    return Optional.of(new Builtin(name, type.arguments(), type.modifiers()));
  }
}
