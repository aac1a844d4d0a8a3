package dev.schemac.cli.toml;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;

/** A table: keys in file order, each with its value and its place. */
public final class TomlTable {

  /**
   * A value: {@link String}, {@link Long}, {@link Double}, {@link Boolean}, {@code List<Object>} or
   * {@link TomlTable}.
   *
   * @param start offset of the key
   * @param end offset behind the key
   * @param valueStart offset of the value
   * @param valueEnd offset behind the value
   */
  public record Entry(Object value, int start, int end, int valueStart, int valueEnd) {}

  private final LinkedHashMap<String, Entry> entries = new LinkedHashMap<>();

  /** Said by a header of its own or written inline, so that a second time is a mistake. */
  boolean closed;

  public Optional<Entry> entry(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  public Set<String> keys() {
    return entries.keySet();
  }

  boolean put(String key, Entry entry) {
    return entries.putIfAbsent(key, entry) == null;
  }
}
