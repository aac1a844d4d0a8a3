package dev.schemac.cli.project;

import dev.schemac.cli.toml.TomlTable;
import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** One table of {@code schemac.toml}; remembers which keys were asked for, so that others show. */
final class ConfigTable {
  private final String file;
  private final String text;
  private final String path;
  private final TomlTable table;
  private final List<Diagnostic> diagnostics;
  private final Set<String> known = new LinkedHashSet<>();

  private ConfigTable(
      String file, String text, String path, TomlTable table, List<Diagnostic> diagnostics) {
    this.file = file;
    this.text = text;
    this.path = path;
    this.table = table;
    this.diagnostics = diagnostics;
  }

  static ConfigTable root(String file, String text, TomlTable table, List<Diagnostic> diagnostics) {
    return new ConfigTable(file, text, "", table, diagnostics);
  }

  /** A table below this one; an empty one where it is absent or no table. */
  ConfigTable table(String key) {
    Object value = value(key);
    if (value != null && !(value instanceof TomlTable)) {
      reportValue(key, "`" + path + key + "` must be a table", "write `[" + path + key + "]`");
    }
    TomlTable below = value instanceof TomlTable t ? t : new TomlTable();
    return new ConfigTable(file, text, path + key + ".", below, diagnostics);
  }

  Optional<String> string(String key) {
    Object value = value(key);
    if (value != null && !(value instanceof String)) {
      reportValue(key, "`" + path + key + "` must be a text", "put it in quotes");
    }
    return value instanceof String s ? Optional.of(s) : Optional.empty();
  }

  List<String> strings(String key) {
    Object value = value(key);
    List<String> strings = new ArrayList<>();
    boolean wrong = value != null && !(value instanceof List<?>);
    if (value instanceof List<?> list) {
      for (Object element : list) {
        wrong |= !(element instanceof String);
        strings.add(element.toString());
      }
    }
    if (wrong) {
      reportValue(key, "`" + path + key + "` must be a list of texts", "write `[\"…\", \"…\"]`");
    }
    return wrong ? List.of() : strings;
  }

  OptionalLong integer(String key) {
    Object value = value(key);
    if (value instanceof Long number && number >= 0) {
      return OptionalLong.of(number);
    }
    if (value != null) {
      reportValue(key, "`" + path + key + "` must be a whole number", "write digits alone");
    }
    return OptionalLong.empty();
  }

  /** One of a few words. */
  <T> T choice(String key, Map<String, T> choices, T otherwise) {
    Optional<String> word = string(key);
    if (word.isPresent() && !choices.containsKey(word.get())) {
      String all = String.join("`, `", new TreeSet<>(choices.keySet()));
      reportValue(key, "`" + word.get() + "` is no `" + path + key + "`", "one of `" + all + "`");
    }
    return word.map(w -> choices.getOrDefault(w, otherwise)).orElse(otherwise);
  }

  Set<String> keys() {
    return new TreeSet<>(table.keys());
  }

  /** A diagnostic for each key that nobody asked for. */
  void reportUnknownKeys() {
    for (String key : keys()) {
      if (!known.contains(key)) {
        Optional<String> near = Suggestion.nearest(key, known);
        reportKey(key, "unknown key `" + path + key + "`", near);
      }
    }
  }

  void reportKey(String key, String message, Optional<String> suggestion) {
    Diagnostic diagnostic = Diagnostic.of(Code.SC6002, keySpan(key), message);
    diagnostics.add(
        suggestion.map(s -> diagnostic.withHelp("did you mean `" + s + "`?")).orElse(diagnostic));
  }

  void reportValue(String key, String message, String help) {
    diagnostics.add(Diagnostic.of(Code.SC6002, keySpan(key), message).withHelp(help));
  }

  private Object value(String key) {
    known.add(key);
    return table.entry(key).map(TomlTable.Entry::value).orElse(null);
  }

  private Span keySpan(String key) {
    return table
        .entry(key)
        .map(entry -> span(file, text, entry.start(), entry.end()))
        .orElse(Span.ofFile(file));
  }

  static Span span(String file, String text, int start, int end) {
    int line = 1;
    int lineStart = 0;
    for (int i = text.indexOf('\n'); i >= 0 && i < start; i = text.indexOf('\n', i + 1)) {
      line++;
      lineStart = i + 1;
    }
    return new Span(file, start, Math.min(end, text.length()), line, start - lineStart + 1);
  }
}
