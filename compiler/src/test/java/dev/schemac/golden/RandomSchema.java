package dev.schemac.golden;

import dev.schemac.model.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A schema that is drawn and written as source text. Small and mutable on purpose: {@link
 * RandomPair} draws one and changes it.
 */
final class RandomSchema {
  final List<RandomEnum> enums = new ArrayList<>();
  final List<RandomTable> tables = new ArrayList<>();
  final List<RandomObject> objects = new ArrayList<>();
  final List<String> retirements = new ArrayList<>();
  private final Dialect dialect;

  /** Where everything is; empty for the default one. */
  String namespace = "";

  RandomSchema(Dialect dialect) {
    this.dialect = dialect;
  }

  /** How the values of an enum are kept. */
  enum Storage {
    NATIVE(""),
    STRING(" as varchar(30)"),
    TABLE(" as table");

    final String words;

    Storage(String words) {
      this.words = words;
    }
  }

  static final class RandomEnum {
    String name;
    String was = "";
    Storage storage = Storage.NATIVE;

    /** Whether a column holds several values, which there is no other way to keep. */
    boolean listed;

    final List<String> values = new ArrayList<>();
    final List<String> words = new ArrayList<>();

    String source() {
      List<String> lines = new ArrayList<>(values);
      lines.addAll(words);
      return "enum " + name + was + storage.words + " { " + String.join(", ", lines) + " }\n";
    }
  }

  static final class RandomColumn {
    String name;
    String was = "";
    String type;
    boolean nullable;
    String defaultValue = "";
    String clauses = "";
    String evolution = "";
    String comment = "";

    /** The number that it is computed from; null where it is not computed. */
    RandomColumn base;

    int factor;
    boolean virtual;

    boolean isReference() {
      return type.startsWith("ref ");
    }

    boolean isNumber() {
      return type.equals("int") || type.equals("bigint") || type.equals("smallint");
    }

    /** Whether different sample rows hold different values, so that it may be unique. */
    boolean isDistinct() {
      return isNumber() || type.equals("uuid") || type.equals("date") || isRoomyText();
    }

    boolean isRoomyText() {
      return type.startsWith("varchar(");
    }

    String source() {
      String doc = comment.isEmpty() ? "" : "  /// " + comment + "\n";
      return doc
          + "  "
          + name
          + was
          + " "
          + type
          + (nullable ? "?" : "")
          + (base == null
              ? ""
              : " generated (" + base.name + " + " + factor + (virtual ? ") virtual" : ") stored"))
          + (defaultValue.isEmpty() ? "" : " default " + defaultValue)
          + clauses
          + evolution
          + "\n";
    }
  }

  /** An index, a unique constraint, a check or a foreign key over columns. */
  static final class RandomKey {
    String kind;
    String name;
    String was = "";
    final List<RandomColumn> columns = new ArrayList<>();

    /** What a foreign key leads to. */
    RandomTable target;

    final List<RandomColumn> targetColumns = new ArrayList<>();
    String words = "";

    /** What a partial index is not over where it is NULL. */
    RandomColumn filter;

    boolean uses(RandomColumn column) {
      return columns.contains(column) || targetColumns.contains(column);
    }

    String source() {
      String operands =
          switch (kind) {
            case "check" -> columns.getFirst().name + " >= 0";
            case "expression index" -> "(" + columns.getFirst().name + " + 1)";
            case "descending index" -> names(columns) + " desc";
            default -> names(columns);
          };
      String word = kind.endsWith(" index") && !kind.startsWith("unique") ? "index" : kind;
      String behind =
          target == null ? "" : " -> " + target.name + " (" + names(targetColumns) + ")";
      String where = filter == null ? "" : " where (" + filter.name + " is not null)";
      return "  " + word + " " + name + was + " (" + operands + ")" + behind + where + words + "\n";
    }

    private static String names(List<RandomColumn> columns) {
      return columns.stream().map(c -> c.name).collect(Collectors.joining(", "));
    }
  }

  static final class RandomTable {
    String name;
    String was = "";
    String comment = "";
    final List<RandomColumn> columns = new ArrayList<>();
    final List<RandomKey> keys = new ArrayList<>();
    final List<String> partitions = new ArrayList<>();
    String options = "";
    final List<String> retirements = new ArrayList<>();

    String source() {
      StringBuilder text = new StringBuilder();
      if (!comment.isEmpty()) {
        text.append("/// ").append(comment).append('\n');
      }
      text.append("table ").append(name).append(was).append(options).append(" {\n");
      columns.forEach(c -> text.append(c.source()));
      keys.forEach(k -> text.append(k.source()));
      if (!partitions.isEmpty()) {
        text.append("  partition by range (").append(columns.getFirst().name).append(") {\n");
        partitions.forEach(p -> text.append("    ").append(p).append('\n'));
        text.append("  }\n");
      }
      retirements.forEach(r -> text.append("  retire ").append(r).append('\n'));
      return text.append("}\n").toString();
    }
  }

  String source() {
    StringBuilder text = new StringBuilder();
    if (!namespace.isEmpty()) {
      text.append("namespace ").append(namespace).append("\n\n");
    }
    enums.forEach(e -> text.append(e.source()).append('\n'));
    tables.forEach(t -> text.append(t.source()).append('\n'));
    objects.forEach(o -> text.append(o.source(dialect)).append('\n'));
    retirements.forEach(r -> text.append(r).append('\n'));
    return text.toString();
  }
}
