package dev.schemac.golden;

import java.util.ArrayList;
import java.util.List;

/**
 * A schema that is drawn and written as source text. Small and mutable on purpose: {@link
 * RandomPair} draws one and changes it.
 */
final class RandomSchema {
  final List<RandomEnum> enums = new ArrayList<>();
  final List<RandomTable> tables = new ArrayList<>();
  final List<String> retirements = new ArrayList<>();

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
          + (defaultValue.isEmpty() ? "" : " default " + defaultValue)
          + clauses
          + evolution
          + "\n";
    }
  }

  /** An index, a unique constraint or a check over columns. */
  static final class RandomKey {
    String kind;
    String name;
    String was = "";
    final List<RandomColumn> columns = new ArrayList<>();

    String source() {
      List<String> names = columns.stream().map(c -> c.name).toList();
      String operands = kind.equals("check") ? names.get(0) + " >= 0" : String.join(", ", names);
      return "  " + kind + " " + name + was + " (" + operands + ")\n";
    }
  }

  static final class RandomTable {
    String name;
    String was = "";
    String comment = "";
    final List<RandomColumn> columns = new ArrayList<>();
    final List<RandomKey> keys = new ArrayList<>();
    final List<String> retirements = new ArrayList<>();

    String source() {
      StringBuilder text = new StringBuilder();
      if (!comment.isEmpty()) {
        text.append("/// ").append(comment).append('\n');
      }
      text.append("table ").append(name).append(was).append(" {\n");
      columns.forEach(c -> text.append(c.source()));
      keys.forEach(k -> text.append(k.source()));
      retirements.forEach(r -> text.append("  retire ").append(r).append('\n'));
      return text.append("}\n").toString();
    }
  }

  String source() {
    StringBuilder text = new StringBuilder();
    enums.forEach(e -> text.append(e.source()).append('\n'));
    tables.forEach(t -> text.append(t.source()).append('\n'));
    retirements.forEach(r -> text.append(r).append('\n'));
    return text.toString();
  }
}
