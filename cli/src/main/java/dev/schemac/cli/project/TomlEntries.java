package dev.schemac.cli.project;

import dev.schemac.source.LineIndex;
import dev.schemac.source.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** A table of a TOML file with the places of its keys and values. */
record TomlEntries(String text, Optional<TomlTable> table) {

  /**
   * A value: {@link String}, {@link Long}, {@link Double}, {@link Boolean}, a date or a time,
   * {@code List<Object>} or {@link TomlEntries}.
   *
   * @param start offset of the key
   * @param end offset behind the key
   * @param valueStart offset of the value
   * @param valueEnd offset behind the value
   */
  record Entry(Object value, int start, int end, int valueStart, int valueEnd) {}

  Set<String> keys() {
    return table.map(TomlTable::keySet).orElse(Set.of());
  }

  Optional<Entry> entry(String key) {
    return table.flatMap(t -> Optional.ofNullable(t.get(List.of(key))).map(v -> entry(t, key, v)));
  }

  private Entry entry(TomlTable in, String key, Object value) {
    int start = offset(text, in.inputPositionOf(List.of(key)));
    int end = Math.min(start + key.length(), text.length());
    int equals = text.indexOf('=', end);
    int valueStart = equals < 0 ? end : skipBlanks(equals + 1);
    return new Entry(plain(value), start, end, valueStart, valueEnd(value, valueStart));
  }

  private Object plain(Object value) {
    return switch (value) {
      case TomlTable below -> new TomlEntries(text, Optional.of(below));
      case TomlArray array -> array.toList();
      default -> value;
    };
  }

  private int skipBlanks(int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  private int valueEnd(Object value, int start) {
    if (value instanceof TomlArray) {
      int close = text.indexOf(']', start);
      return close < 0 ? text.length() : close + 1;
    }
    int line = text.indexOf('\n', start);
    String rest = text.substring(start, line < 0 ? text.length() : line);
    int comment = value instanceof String ? rest.indexOf(" #") : rest.indexOf('#');
    return start + (comment < 0 ? rest : rest.substring(0, comment)).stripTrailing().length();
  }

  /** The offset of a position; the start of the text where there is none. */
  static int offset(String text, TomlPosition position) {
    if (position == null) {
      return 0;
    }
    int start = new LineIndex(new SourceText("", text)).start(position.line());
    return Math.min(start + position.column() - 1, text.length());
  }
}
