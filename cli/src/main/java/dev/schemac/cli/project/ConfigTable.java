package dev.schemac.cli.project;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Span;
import dev.schemac.source.LineIndex;
import dev.schemac.source.SourceText;
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
  private final TomlEntries table;
  private final List<Diagnostic> diagnostics;
  private final Set<String> known = new LinkedHashSet<>();

  private ConfigTable(
      String file, String text, String path, TomlEntries table, List<Diagnostic> diagnostics) {
    this.file = file;
    this.text = text;
    this.path = path;
    this.table = table;
    this.diagnostics = diagnostics;
  }

  static ConfigTable root(
      String file, String text, TomlEntries table, List<Diagnostic> diagnostics) {
    return new ConfigTable(file, text, "", table, diagnostics);
  }

  /** A table below this one; an empty one where it is absent or no table. */
  ConfigTable table(String key) {
    Object value = value(key);
    if (value != null && !(value instanceof TomlEntries)) {
      reportValue(key, "`" + path + key + "` must be a table", "write `[" + path + key + "]`");
    }
    TomlEntries below =
        value instanceof TomlEntries t ? t : new TomlEntries(text, Optional.empty());
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
    Span value =
        table.entry(key).map(e -> span(e.valueStart(), e.valueEnd())).orElse(Span.ofFile(file));
    diagnostics.add(Diagnostic.of(Code.SC6002, value, message).withHelp(help));
  }

  /** Like {@link #reportValue}, at one text of a list. */
  void reportElement(String key, String element, String message, String help) {
    TomlEntries.Entry entry = table.entry(key).orElseThrow();
    int at = text.indexOf(element, entry.valueStart());
    boolean found = at >= 0 && at < entry.valueEnd();
    Span place = found ? span(at, at + element.length()) : keySpan(key);
    diagnostics.add(Diagnostic.of(Code.SC6002, place, message).withHelp(help));
  }

  private Object value(String key) {
    known.add(key);
    return table.entry(key).map(TomlEntries.Entry::value).orElse(null);
  }

  private Span keySpan(String key) {
    return table
        .entry(key)
        .map(entry -> span(entry.start(), entry.end()))
        .orElse(Span.ofFile(file));
  }

  private Span span(int start, int end) {
    return span(file, text, start, end);
  }

  static Span span(String file, String text, int start, int end) {
    SourceText source = new SourceText(file, text);
    return new LineIndex(source).span(start, Math.min(end, text.length()));
  }
}
