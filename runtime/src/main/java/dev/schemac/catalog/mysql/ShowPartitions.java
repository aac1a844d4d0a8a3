package dev.schemac.catalog.mysql;

import dev.schemac.model.Expression;
import dev.schemac.model.Partitioning;
import dev.schemac.model.Partitioning.Partition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/** {@code PARTITION BY} with everything behind it. */
final class ShowPartitions {
  private final ShowText show;
  private final String engine;
  private final ShowGaps gaps;

  /**
   * @param engine the table's, which each partition repeats
   */
  ShowPartitions(ShowText show, String engine, ShowGaps gaps) {
    this.show = show;
    this.engine = engine;
    this.gaps = gaps;
  }

  /** {@code PARTITION BY} was taken. */
  Partitioning read() {
    Partitioning partitioning = spread();
    int count = show.accept("PARTITIONS") ? Integer.parseInt(show.name()) : 0;
    Optional<Partitioning> below = Optional.empty();
    if (show.accept("SUBPARTITION", "BY")) {
      Partitioning sub = spread();
      int each = show.accept("SUBPARTITIONS") ? Integer.parseInt(show.name()) : 0;
      below = Optional.of(with(sub, List.of(), each, Optional.empty()));
    }
    List<Partition> partitions = show.peek().is("(") ? partitions("PARTITION") : List.of();
    return with(partitioning, partitions, count, below);
  }

  private static Partitioning with(
      Partitioning p, List<Partition> partitions, int count, Optional<Partitioning> below) {
    return new Partitioning(p.strategy(), p.operands(), partitions, count, false, below);
  }

  /**
   * {@code LINEAR KEY ALGORITHM = 1 (id)}, {@code RANGE COLUMNS(a,b)}, {@code HASH (expression)}.
   */
  private Partitioning spread() {
    List<String> words = new ArrayList<>();
    while (!show.peek().is("(")) {
      String word = show.name().toLowerCase(Locale.ROOT);
      if (word.equals("algorithm")) {
        show.accept("=");
        word = "algorithm " + show.name();
      }
      words.add(word);
    }
    boolean columns = words.contains("key") || words.contains("columns");
    List<Expression> operands = new ArrayList<>();
    if (columns) {
      show.names().forEach(n -> operands.add(new Expression.ColumnRef(n)));
    } else {
      operands.add(new Expression.Sql(show.parenthesized()));
    }
    return new Partitioning(
        String.join(" ", words), operands, List.of(), 0, false, Optional.empty());
  }

  private List<Partition> partitions(String keyword) {
    List<Partition> partitions = new ArrayList<>();
    show.expect("(");
    while (!show.accept(")")) {
      show.expect(keyword);
      partitions.add(partition(keyword));
      show.accept(",");
    }
    return partitions;
  }

  private Partition partition(String keyword) {
    String name = show.name();
    String bound = show.accept("VALUES") ? bound() : show.accept("DEFAULT") ? "default" : "";
    TreeMap<String, String> options = new TreeMap<>();
    while (!show.isAtElementEnd() && !show.peek().is("(")) {
      option(keyword.toLowerCase(Locale.ROOT) + " " + name, options);
    }
    options.remove("engine", engine);
    List<Partition> below = show.peek().is("(") ? partitions("SUB".concat(keyword)) : List.of();
    return new Partition(name, bound, options, below);
  }

  /** {@code less than (10)}, {@code less than maxvalue}, {@code in (1, 2)}. */
  private String bound() {
    String words = show.accept("IN") ? "in" : "less than";
    if (words.equals("less than")) {
      show.expect("LESS");
      show.expect("THAN");
    }
    if (show.accept("MAXVALUE")) {
      return words + " maxvalue";
    }
    return words + " " + values();
  }

  /** Values in parentheses, or several tuples of them. */
  private String values() {
    List<String> values = new ArrayList<>();
    show.expect("(");
    while (!show.accept(")")) {
      values.add(show.peek().is("(") ? values() : value());
      show.accept(",");
    }
    return "(" + String.join(", ", values) + ")";
  }

  private String value() {
    boolean word = show.peek().kind() == ShowText.Kind.WORD;
    String text = show.value();
    return word && !text.startsWith("_") ? text.toLowerCase(Locale.ROOT) : text;
  }

  private void option(String part, TreeMap<String, String> options) {
    if (show.accept("DATA", "DIRECTORY")) {
      options.put("data_directory", optionValue());
    } else if (show.accept("INDEX", "DIRECTORY")) {
      options.put("index_directory", optionValue());
    } else if (show.peek().is("ENGINE")) {
      show.next();
      options.put("engine", optionValue().toLowerCase(Locale.ROOT));
    } else if (show.accept("COMMENT")) {
      options.put("comment", optionValue());
    } else if (show.accept("TABLESPACE")) {
      options.put("tablespace", optionValue());
    } else if (show.accept("MAX_ROWS")) {
      options.put("max_rows", optionValue());
    } else if (show.accept("MIN_ROWS")) {
      options.put("min_rows", optionValue());
    } else {
      gaps.add(part, show.skipElement());
    }
  }

  private String optionValue() {
    show.accept("=");
    return show.next().value();
  }
}
