package dev.schemac.emit;

import dev.schemac.model.DataType.Builtin;
import dev.schemac.model.Dialect;
import dev.schemac.sql.SourceTypes;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Options of sequences and identities in the language: {@code as int start 10 cycle}. */
final class SequenceWords {
  private static final List<String> ORDER =
      List.of("as", "start", "increment", "min", "max", "cache", "cycle", "sequence");

  private SequenceWords() {}

  /** Each with a blank in front. */
  static String of(SortedMap<String, String> options, Dialect dialect) {
    StringBuilder out = new StringBuilder();
    for (String key : ORDER) {
      String value = options.get(key);
      if (value != null) {
        out.append(' ').append(key).append(value(key, value, dialect));
      }
    }
    return out.toString();
  }

  /** The options that stand behind {@code @postgres}. */
  static SortedMap<String, String> others(SortedMap<String, String> options) {
    TreeMap<String, String> others = new TreeMap<>(options);
    others.keySet().removeAll(ORDER);
    return others;
  }

  private static String value(String key, String value, Dialect dialect) {
    return switch (key) {
      case "cycle" -> "";
      case "as" -> " " + SourceTypes.of(dialect).text(type(value));
      default -> " " + value;
    };
  }

  /** A type of MariaDB's may have no sign. */
  private static Builtin type(String written) {
    int blank = written.indexOf(' ');
    return blank < 0
        ? Builtin.of(written)
        : new Builtin(
            written.substring(0, blank), List.of(), List.of(written.substring(blank + 1)));
  }
}
