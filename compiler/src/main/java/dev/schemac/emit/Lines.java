package dev.schemac.emit;

import dev.schemac.model.Dialect;
import dev.schemac.model.Options;
import dev.schemac.model.QName;
import dev.schemac.model.StorageParameters;
import dev.schemac.source.EscapedText;
import dev.schemac.sql.RawBlock;
import dev.schemac.sql.SourceQuoting;
import dev.schemac.sql.SourceWords;
import dev.schemac.sql.SqlWriter;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
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

  /**
   * {@code /// } lines above a declaration; a text that lines would not carry to the last blank is
   * one line in the server's notation, {@code /// E'…'}.
   */
  static String doc(Optional<String> comment, String indent) {
    return comment.map(text -> docLines(text, indent)).orElse("");
  }

  private static String docLines(String text, String indent) {
    String[] lines = text.split("\n", -1);
    boolean plain = text.indexOf('\r') < 0 && !text.startsWith("E'");
    for (String line : lines) {
      plain &= line.stripTrailing().equals(line);
    }
    if (!plain) {
      return indent + "/// " + EscapedText.write(text) + "\n";
    }
    StringBuilder out = new StringBuilder();
    for (String line : lines) {
      out.append((indent + "/// " + line).stripTrailing()).append("\n");
    }
    return out.toString();
  }

  /** {@code @postgres(fillfactor = '70', unlogged)} with a blank in front, or nothing. */
  static String attribute(Dialect dialect, SortedMap<String, String> options) {
    if (options.isEmpty()) {
      return "";
    }
    StringJoiner list = new StringJoiner(", ", " @" + dialect.label() + "(", ")");
    Iterator<Map.Entry<String, String>> parameters = StorageParameters.of(options).iterator();
    for (Map.Entry<String, String> option : options.entrySet()) {
      boolean parameter = dialect == Dialect.POSTGRES && StorageParameters.is(option.getKey());
      if (!option.getKey().equals(StorageParameters.ORDER)) {
        list.add(option(parameter ? parameters.next() : option));
      }
    }
    return list.toString();
  }

  private static String option(Map.Entry<String, String> option) {
    String key = key(option.getKey());
    boolean bare = Options.isFlag(option.getKey()) && option.getValue().equals("true");
    return bare ? key : key + " = " + string(onOneLine(option.getValue()));
  }

  /** A string ends on its line: a text of several is in the server's notation. */
  private static String onOneLine(String value) {
    boolean plain = value.indexOf('\n') < 0 && value.indexOf('\r') < 0 && !value.startsWith("E'");
    return plain ? value : EscapedText.write(value);
  }

  private static String key(String key) {
    return List.of(key.split("\\.")).stream().map(Lines::name).collect(Collectors.joining("."));
  }

  /** A raw block: on lines of its own where the text survives that, else verbatim. */
  static String raw(String text) {
    return isLaidOut(text) ? laidOut(text) : RawBlock.verbatim(text);
  }

  /** The same for a body that counts to the last character. */
  static String exact(String body) {
    boolean framed = body.length() > 2 && body.startsWith("\n") && body.endsWith("\n");
    String text = framed ? body.substring(1, body.length() - 1) : "";
    return framed && isLaidOut(text) ? laidOut(text) : RawBlock.verbatim(body);
  }

  private static String laidOut(String text) {
    String fence = RawBlock.fence(text);
    String body =
        text.lines()
            .map(line -> line.isEmpty() ? "\n" : "  " + line + "\n")
            .collect(Collectors.joining());
    return fence + "\n" + body + "  " + fence;
  }

  /** Whether indenting the text and taking the indentation away again changes nothing. */
  private static boolean isLaidOut(String text) {
    if (text.isBlank() || text.indexOf('\r') >= 0 || !text.stripTrailing().equals(text)) {
      return false;
    }
    boolean flush = false;
    String[] lines = text.split("\n", -1);
    for (String line : lines) {
      if (line.isBlank() && !line.isEmpty()) {
        return false;
      }
      flush |= !line.isEmpty() && line.stripLeading().equals(line);
    }
    return flush && !lines[0].isBlank();
  }
}
