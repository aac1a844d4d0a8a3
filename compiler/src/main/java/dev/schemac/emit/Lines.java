package dev.schemac.emit;

import dev.schemac.model.Dialect;
import dev.schemac.model.QName;
import dev.schemac.sql.SourceQuoting;
import dev.schemac.sql.SourceWords;
import dev.schemac.sql.SqlWriter;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** Pieces that every declaration of the canonical text is made of. */
final class Lines {
  private Lines() {}

  static String name(QName name) {
    return new SqlWriter(SourceQuoting.INSTANCE).name(name).text();
  }

  static String name(String name) {
    return SourceQuoting.INSTANCE.identifier(name);
  }

  /**
   * The name of a constraint or an index: a built-in type's name needs backticks too. One without a
   * name has none.
   */
  static String keyName(String name) {
    if (name.isEmpty()) {
      return "";
    }
    return SourceWords.isType(name) ? "`" + name + "`" : name(name);
  }

  static String names(List<String> names) {
    return names.stream().map(Lines::name).collect(Collectors.joining(", ", "(", ")"));
  }

  static String string(String value) {
    return SourceQuoting.INSTANCE.string(value);
  }

  /** A label of an enum: bare where it is a plain word. */
  static String label(String label) {
    return name(label).equals(label) ? label : string(label);
  }

  /** {@code /// } lines above a declaration. */
  static String doc(Optional<String> comment, String indent) {
    return comment
        .map(
            text ->
                text.lines()
                    .map(line -> (indent + "/// " + line).stripTrailing() + "\n")
                    .collect(Collectors.joining()))
        .map(lines -> lines.isEmpty() ? indent + "///\n" : lines)
        .orElse("");
  }

  /** {@code @postgres(fillfactor = '70', unlogged)} with a blank in front, or nothing. */
  static String attribute(Dialect dialect, SortedMap<String, String> options) {
    if (options.isEmpty()) {
      return "";
    }
    StringJoiner list = new StringJoiner(", ", " @" + dialect.label() + "(", ")");
    options.forEach(
        (key, value) ->
            list.add(value.equals("true") ? key(key) : key(key) + " = " + string(value)));
    return list.toString();
  }

  private static String key(String key) {
    return List.of(key.split("\\.")).stream().map(Lines::name).collect(Collectors.joining("."));
  }

  /** A raw block on lines of its own. */
  static String raw(String text) {
    String fence = "\"".repeat(Math.max(3, longestRun(text) + 1));
    String body =
        text.lines()
            .map(line -> line.isBlank() ? "\n" : "  " + line + "\n")
            .collect(Collectors.joining());
    return fence + "\n" + body + "  " + fence;
  }

  private static int longestRun(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '"' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
