package dev.schemac.resolve;

import dev.schemac.model.DataType;
import dev.schemac.model.Options;
import dev.schemac.model.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The types that MySQL brings along, by canonical name (MySQL manual, "Data Types"). */
final class MySqlTypes {
  private static final Set<String> INTEGERS =
      Set.of("tinyint", "smallint", "mediumint", "int", "bigint");
  private static final Set<String> PLAIN =
      Set.of(
          "tinytext",
          "mediumtext",
          "longtext",
          "tinyblob",
          "mediumblob",
          "longblob",
          "date",
          "json",
          "geometry",
          "point",
          "linestring",
          "polygon",
          "multipoint",
          "multilinestring",
          "multipolygon",
          "geometrycollection");

  private static final Set<String> MARIADB = Set.of("uuid", "inet4", "inet6");

  private MySqlTypes() {}

  static Set<String> names() {
    Set<String> names = new TreeSet<>(PLAIN);
    names.addAll(INTEGERS);
    names.addAll(
        List.of(
            "bool",
            "year",
            "decimal",
            "float",
            "real",
            "double",
            "bit",
            "char",
            "varchar",
            "nchar",
            "nvarchar",
            "binary",
            "varbinary",
            "text",
            "blob",
            "time",
            "datetime",
            "timestamp",
            "vector"));
    return names;
  }

  /** The type on one of the servers that speak the dialect. */
  static TypeLookup find(TypeSpelling written, Target target) {
    String name = written.name();
    if (target.isMariaDb() && MARIADB.contains(name)) {
      return TypeArguments.integers(name, written, 0, 0, 0, 0);
    }
    if (target.isMariaDb() && INTEGERS.contains(name) && isUnusualWidth(written)) {
      return find(written) instanceof TypeLookup.Found
          ? signed(name, written.arguments(), written)
          : find(written);
    }
    boolean absent = name.equals("vector") && target.isMariaDb() && !target.isMariaDbFrom(11, 7);
    return absent ? new TypeLookup.Unknown() : find(written);
  }

  /** MariaDB keeps a display width, and shows one of its own where none was given. */
  private static boolean isUnusualWidth(TypeSpelling written) {
    boolean unsigned = !written.modifiers().isEmpty();
    String usual =
        switch (written.name()) {
          case "tinyint" -> unsigned ? "3" : "4";
          case "smallint" -> unsigned ? "5" : "6";
          case "mediumint" -> unsigned ? "8" : "9";
          case "bigint" -> "20";
          default -> unsigned ? "10" : "11";
        };
    return written.arguments().size() == 1 && !written.arguments().getFirst().equals(usual);
  }

  /** What MySQL has. */
  static TypeLookup find(TypeSpelling written) {
    String name = written.name();
    if (INTEGERS.contains(name)) {
      return integer(written);
    }
    return switch (name) {
      case "decimal" -> decimal(written);
      case "float", "double", "real" -> floating(written);
      case "nchar" -> national("char", written);
      case "nvarchar" -> national("varchar", written);
      default -> signless(written);
    };
  }

  private static TypeLookup signless(TypeSpelling written) {
    if (!written.modifiers().isEmpty() && names().contains(written.name())) {
      return wrongModifier(written);
    }
    String name = written.name();
    return switch (name) {
      case "bool" -> TypeLookup.found("tinyint", "1");
      case "year" ->
          TypeArguments.wrong("year", written.arguments(), 0, 1, 4, 4)
              .orElseGet(() -> TypeLookup.found("year"));
      case "bit" -> sized(written, 64);
      case "char", "binary" -> sized(written, 255);
      case "varchar", "varbinary" -> TypeArguments.integers(name, written, 1, 1, 0, 65_535);
      case "text", "blob" -> TypeArguments.integers(name, written, 0, 0, 0, 0);
      case "vector" -> TypeArguments.integers(name, written, 0, 1, 1, 16_383);
      case "time", "datetime", "timestamp" -> temporal(name, written.arguments());
      default ->
          PLAIN.contains(name)
              ? TypeArguments.integers(name, written, 0, 0, 0, 0)
              : new TypeLookup.Unknown();
    };
  }

  private static TypeLookup sized(TypeSpelling written, long most) {
    return written.arguments().isEmpty()
        ? TypeLookup.found(written.name(), "1")
        : TypeArguments.integers(written.name(), written, 1, 1, 0, most);
  }

  /** No fraction is the server's default, which it does not print. */
  static TypeLookup temporal(String name, List<String> arguments) {
    return TypeArguments.wrong(name, arguments, 0, 1, 0, 6)
        .orElseGet(
            () ->
                arguments.isEmpty() || arguments.get(0).equals("0")
                    ? TypeLookup.found(name)
                    : TypeLookup.found(name, arguments.get(0)));
  }

  /**
   * Display widths mean nothing and are not printed since 8.0.19, except {@code tinyint(1)}, which
   * is {@code bool}, and under {@code zerofill}.
   */
  private static TypeLookup integer(TypeSpelling written) {
    Optional<TypeLookup> wrong =
        TypeArguments.wrong(written.name(), written.arguments(), 0, 1, 1, 255);
    Optional<List<String>> modifiers = modifiers(written);
    if (wrong.isPresent() || modifiers.isEmpty()) {
      return wrong.orElseGet(() -> wrongModifier(written));
    }
    boolean kept =
        modifiers.get().contains("zerofill")
            || written.name().equals("tinyint")
                && written.arguments().equals(List.of("1"))
                && modifiers.get().isEmpty();
    return TypeLookup.found(
        new DataType.Builtin(
            written.name(), kept ? written.arguments() : List.of(), modifiers.get()));
  }

  private static TypeLookup decimal(TypeSpelling written) {
    List<String> arguments = new ArrayList<>(written.arguments());
    if (arguments.isEmpty()) {
      arguments.add("10");
    }
    if (arguments.size() == 1) {
      arguments.add("0");
    }
    return TypeArguments.wrong("decimal", arguments, 2, 2, 0, 65)
        .orElseGet(() -> signed("decimal", arguments, written));
  }

  private static TypeLookup floating(TypeSpelling written) {
    List<String> arguments = written.arguments();
    String name = written.name().equals("real") ? "double" : written.name();
    if (name.equals("float") && arguments.size() == 1) {
      return TypeArguments.wrong("float", arguments, 1, 1, 0, 53)
          .orElseGet(
              () ->
                  signed(
                      Integer.parseInt(arguments.get(0)) <= 24 ? "float" : "double",
                      List.of(),
                      written));
    }
    return TypeArguments.wrong(name, arguments, 0, 2, 0, 255)
        .orElseGet(() -> signed(name, arguments, written));
  }

  private static TypeLookup signed(String name, List<String> arguments, TypeSpelling written) {
    return modifiers(written)
        .map(m -> TypeLookup.found(new DataType.Builtin(name, arguments, m)))
        .orElseGet(() -> wrongModifier(written));
  }

  /**
   * In canonical order; {@code zerofill} implies {@code unsigned}. Empty when a word is unknown.
   */
  private static Optional<List<String>> modifiers(TypeSpelling written) {
    if (!Set.of("unsigned", "zerofill").containsAll(written.modifiers())) {
      return Optional.empty();
    }
    if (written.modifiers().contains("zerofill")) {
      return Optional.of(List.of("unsigned", "zerofill"));
    }
    return Optional.of(written.modifiers().isEmpty() ? List.of() : List.of("unsigned"));
  }

  private static TypeLookup wrongModifier(TypeSpelling written) {
    String words = String.join(" ", written.modifiers());
    return new TypeLookup.Wrong(
        "`" + words + "` does not belong to `" + written.name() + "`", "leave `" + words + "` out");
  }

  /** {@code nchar} is {@code char} in utf8mb3 (MySQL manual, "The National Character Set"). */
  private static TypeLookup national(String name, TypeSpelling written) {
    TypeLookup found = find(new TypeSpelling(name, written.arguments(), written.modifiers()));
    if (found instanceof TypeLookup.Found(var type, var ignored)) {
      var options = new java.util.TreeMap<>(Options.none());
      options.put("charset", "utf8mb3");
      return new TypeLookup.Found(type, options);
    }
    return found;
  }
}
