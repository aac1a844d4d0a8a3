package dev.schemac.catalog.mysql;

import dev.schemac.model.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** A column's type in the model's spelling. */
final class ShowType {
  /** The display widths that servers before 8.0.19 print where nobody gave one. */
  private static final Set<String> USUAL =
      Set.of(
          "tinyint(4)",
          "tinyint(3) unsigned",
          "smallint(6)",
          "smallint(5) unsigned",
          "mediumint(9)",
          "mediumint(8) unsigned",
          "int(11)",
          "int(10) unsigned",
          "bigint(20)",
          "bigint(20) unsigned");

  private ShowType() {}

  /**
   * The type that comes next.
   *
   * @param gaps takes a display width that somebody gave and that means nothing
   */
  static DataType read(ShowText show, ShowFacts facts, Consumer<String> gaps) {
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
    return builtin(name, arguments, modifiers, facts.mariaDb(), gaps);
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

  private static DataType builtin(
      String name,
      List<String> arguments,
      List<String> modifiers,
      boolean mariaDb,
      Consumer<String> gaps) {
    return switch (name) {
      case "tinyint", "smallint", "mediumint", "int", "bigint" ->
          new DataType.Builtin(name, width(name, arguments, modifiers, mariaDb, gaps), modifiers);
      case "year" -> new DataType.Builtin("year", List.of(), modifiers);
      case "geomcollection" -> new DataType.Builtin("geometrycollection", List.of(), modifiers);
      default -> new DataType.Builtin(name, arguments, modifiers);
    };
  }

  /**
   * A width means something under {@code zerofill} and in {@code tinyint(1)} alone; MariaDB keeps
   * any other too.
   */
  private static List<String> width(
      String name,
      List<String> arguments,
      List<String> modifiers,
      boolean mariaDb,
      Consumer<String> gaps) {
    boolean bool = name.equals("tinyint") && arguments.equals(List.of("1")) && modifiers.isEmpty();
    if (bool || modifiers.contains("zerofill") || arguments.isEmpty()) {
      return arguments;
    }
    String written = name + "(" + arguments.getFirst() + ")";
    if (USUAL.contains(modifiers.isEmpty() ? written : written + " unsigned")) {
      return List.of();
    }
    if (!mariaDb) {
      gaps.accept(written);
    }
    return mariaDb ? arguments : List.of();
  }
}
