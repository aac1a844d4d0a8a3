package dev.schemac.catalog.mysql;

import dev.schemac.model.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A column's type in the model's spelling. */
final class ShowType {
  private ShowType() {}

  static DataType read(ShowText show) {
    String name = show.next().value().toLowerCase(Locale.ROOT);
    if (name.equals("enum")) {
      return new DataType.InlineEnum(labels(show));
    }
    if (name.equals("set")) {
      return new DataType.InlineSet(labels(show));
    }
    List<String> arguments = arguments(show);
    if (show.accept("precision")) {
      name = "double";
    }
    List<String> modifiers = new ArrayList<>();
    for (String modifier : List.of("unsigned", "zerofill")) {
      if (show.accept(modifier)) {
        modifiers.add(modifier);
      }
    }
    return builtin(name, arguments, modifiers);
  }

  private static List<String> labels(ShowText show) {
    List<String> labels = new ArrayList<>();
    show.expect("(");
    while (!show.accept(")")) {
      labels.add(show.string());
      show.accept(",");
    }
    return labels;
  }

  private static List<String> arguments(ShowText show) {
    List<String> arguments = new ArrayList<>();
    if (show.accept("(")) {
      while (!show.accept(")")) {
        arguments.add(show.next().value());
        show.accept(",");
      }
    }
    return arguments;
  }

  private static DataType builtin(String name, List<String> arguments, List<String> modifiers) {
    return switch (name) {
      case "tinyint", "smallint", "mediumint", "int", "bigint" ->
          new DataType.Builtin(name, width(name, arguments, modifiers), modifiers);
      case "year" -> new DataType.Builtin("year", List.of(), modifiers);
      case "geomcollection" -> new DataType.Builtin("geometrycollection", List.of(), modifiers);
      default -> new DataType.Builtin(name, arguments, modifiers);
    };
  }

  /**
   * Servers before 8.0.19 print a display width that nobody gave; it means something under {@code
   * zerofill} and in {@code tinyint(1)} alone.
   */
  private static List<String> width(String name, List<String> arguments, List<String> modifiers) {
    boolean bool = name.equals("tinyint") && arguments.equals(List.of("1")) && modifiers.isEmpty();
    return bool || modifiers.contains("zerofill") ? arguments : List.of();
  }
}
