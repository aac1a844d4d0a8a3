package dev.schemac.dialect.postgres;

import dev.schemac.model.DataType;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a type's values are stored unless a column says otherwise. {@code SET STORAGE DEFAULT} exists
 * from PostgreSQL 16 on, so the word itself is written.
 */
final class ColumnStorage {
  private static final String KEY = "storage";
  private static final Set<String> MAIN = Set.of("numeric", "inet", "cidr");
  private static final Set<String> EXTENDED =
      Set.of(
          "char", "varchar", "text", "bytea", "json", "jsonb", "xml", "tsvector", "bit", "varbit");

  private ColumnStorage() {}

  /** The options with the type's own storage spelled out where the other side names one. */
  static SortedMap<String, String> spelledOut(
      SortedMap<String, String> options, SortedMap<String, String> other, DataType type) {
    if (options.containsKey(KEY) || !other.containsKey(KEY)) {
      return options;
    }
    SortedMap<String, String> spelled = new TreeMap<>(options);
    spelled.put(KEY, of(type));
    return spelled;
  }

  private static String of(DataType type) {
    return switch (type) {
      case DataType.Builtin builtin when MAIN.contains(builtin.name()) -> "main";
      case DataType.Builtin builtin when EXTENDED.contains(builtin.name()) -> "extended";
      case DataType.Builtin builtin -> builtin.name().endsWith("range") ? "extended" : "plain";
      case DataType.Array ignored -> "extended";
      case DataType.Named ignored -> "extended";
      case DataType.InlineEnum ignored -> "plain";
      case DataType.InlineSet ignored -> "plain";
    };
  }
}
