package dev.schemac.resolve;

import dev.schemac.model.DataType;
import dev.schemac.model.Options;
import dev.schemac.model.Target;
import dev.schemac.resolve.ResolveOptions.UuidStorage;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The types that mean the same in both dialects, and what they are in each. */
final class PortableTypes {
  static final Set<String> NAMES =
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

  private PortableTypes() {}

  static boolean contains(TypeSpelling written) {
    return NAMES.contains(written.name()) && written.modifiers().isEmpty();
  }

  static TypeLookup postgres(TypeSpelling written) {
    return switch (written.name()) {
      case "bytes" ->
          TypeArguments.wrong("bytes", written.arguments(), 0, 1, 1, 65_535)
              .orElseGet(() -> TypeLookup.found("bytea"));
      case "json" -> none(written, TypeLookup.found("jsonb"));
      default -> PostgresTypes.find(written);
    };
  }

  static TypeLookup mysql(TypeSpelling written, UuidStorage uuids, Target target) {
    return switch (written.name()) {
      case "smallint", "int", "bigint", "bool" -> none(written, MySqlTypes.find(written));
      case "decimal" ->
          TypeArguments.wrong("decimal", written.arguments(), 1, 2, 0, 65)
              .orElseGet(() -> MySqlTypes.find(written));
      case "real" -> none(written, TypeLookup.found("float"));
      case "double" -> none(written, TypeLookup.found("double"));
      case "text" -> none(written, TypeLookup.found("longtext"));
      case "bytes" -> bytes(written);
      case "time" -> temporal("time", written);
      case "timestamp" -> temporal("datetime", written);
      case "timestamptz" -> temporal("timestamp", written);
      case "uuid" -> none(written, uuid(uuids, target));
      default -> MySqlTypes.find(written, target);
    };
  }

  private static TypeLookup none(TypeSpelling written, TypeLookup found) {
    return TypeArguments.wrong(written.name(), written.arguments(), 0, 0, 0, 0).orElse(found);
  }

  private static TypeLookup bytes(TypeSpelling written) {
    return written.arguments().isEmpty()
        ? TypeLookup.found("longblob")
        : TypeArguments.wrong("bytes", written.arguments(), 1, 1, 1, 65_535)
            .orElseGet(() -> TypeLookup.found("varbinary", written.arguments().get(0)));
  }

  /** Microseconds, as PostgreSQL has them. */
  private static TypeLookup temporal(String name, TypeSpelling written) {
    List<String> arguments = written.arguments().isEmpty() ? List.of("6") : written.arguments();
    return MySqlTypes.temporal(name, arguments);
  }

  /** MariaDB has a type of that name. */
  private static TypeLookup uuid(UuidStorage uuids, Target target) {
    if (target.isMariaDb()) {
      return TypeLookup.found("uuid");
    }
    return switch (uuids) {
      case BINARY16 -> TypeLookup.found("binary", "16");
      case CHAR36 -> new TypeLookup.Found(DataType.Builtin.of("char", "36"), ascii());
    };
  }

  private static SortedMap<String, String> ascii() {
    SortedMap<String, String> options = new TreeMap<>(Options.none());
    options.put("charset", "ascii");
    return options;
  }
}
