package dev.schemac.cli.toml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** Strings, numbers, arrays and inline tables. */
final class TomlValues {
  private static final Pattern INTEGER = Pattern.compile("[+-]?(0|[1-9](_?[0-9])*)");
  private static final Pattern FLOAT =
      Pattern.compile("[+-]?(0|[1-9](_?[0-9])*)(\\.[0-9](_?[0-9])*)?([eE][+-]?[0-9](_?[0-9])*)?");
  private static final int DEEPEST = 50;

  private final TomlScanner in;
  private final TomlReader keys;
  private int depth;

  TomlValues(TomlScanner in, TomlReader keys) {
    this.in = in;
    this.keys = keys;
  }

  Object value() {
    return switch (in.peek()) {
      case '"', '\'' -> string();
      case '[' -> nested(this::array);
      case '{' -> nested(this::inlineTable);
      default -> word();
    };
  }

  private Object nested(java.util.function.Supplier<Object> read) {
    if (++depth > DEEPEST) {
      throw in.error("nested too deeply");
    }
    Object value = read.get();
    depth--;
    return value;
  }

  private Object array() {
    in.expect('[', "expected `[`");
    List<Object> elements = new ArrayList<>();
    in.skipBlankLines();
    while (!in.accept(']')) {
      elements.add(value());
      in.skipBlankLines();
      if (!in.accept(',') && in.peek() != ']') {
        throw in.error("expected `,` or `]`");
      }
      in.skipBlankLines();
    }
    return Collections.unmodifiableList(elements);
  }

  private Object inlineTable() {
    in.expect('{', "expected `{`");
    TomlTable table = new TomlTable();
    in.skipBlanks();
    while (!in.accept('}')) {
      keys.keyAndValue(table);
      in.skipBlanks();
      if (!in.accept(',') && in.peek() != '}') {
        throw in.error("expected `,` or `}`");
      }
      in.skipBlanks();
    }
    table.closed = true;
    return table;
  }

  private Object word() {
    int start = in.offset();
    String word = in.word();
    if (word.equals("true") || word.equals("false")) {
      return Boolean.valueOf(word);
    }
    try {
      if (INTEGER.matcher(word).matches()) {
        return Long.valueOf(word.replace("_", ""));
      }
      if (FLOAT.matcher(word).matches()) {
        return Double.valueOf(word.replace("_", ""));
      }
    } catch (NumberFormatException e) {
      throw new TomlException("the number is too large", start);
    }
    throw new TomlException(
        word.isEmpty() ? "expected a value" : "`" + word + "` is no value: a text needs quotes",
        start);
  }

  String string() {
    if (in.accept("\"\"\"")) {
      return multiLine("\"\"\"", true);
    }
    if (in.accept("'''")) {
      return multiLine("'''", false);
    }
    char quote = in.next();
    StringBuilder text = new StringBuilder();
    while (!in.accept(quote)) {
      if (in.atEnd() || in.peek() == '\n') {
        throw in.error("the text has no end in its line");
      }
      char c = in.next();
      text.append(c == '\\' && quote == '"' ? escaped() : String.valueOf(c));
    }
    return text.toString();
  }

  private String multiLine(String fence, boolean escapes) {
    in.accept('\r');
    in.accept('\n');
    StringBuilder text = new StringBuilder();
    while (!in.accept(fence)) {
      if (in.atEnd()) {
        throw in.error("the text has no end");
      }
      char c = in.next();
      text.append(c == '\\' && escapes ? escapedOrContinued() : String.valueOf(c));
    }
    while (in.accept(fence.charAt(0))) {
      text.append(fence.charAt(0));
    }
    return text.toString();
  }

  private String escapedOrContinued() {
    if (!Character.isWhitespace(in.peek())) {
      return escaped();
    }
    while (!in.atEnd() && Character.isWhitespace(in.peek())) {
      in.next();
    }
    return "";
  }

  private String escaped() {
    char c = in.next();
    return switch (c) {
      case 'n' -> "\n";
      case 't' -> "\t";
      case 'r' -> "\r";
      case 'b' -> "\b";
      case 'f' -> "\f";
      case '"', '\\' -> String.valueOf(c);
      case 'u' -> codePoint(4);
      case 'U' -> codePoint(8);
      default -> throw in.error("unknown escape `\\" + c + "`");
    };
  }

  private String codePoint(int digits) {
    int point = 0;
    for (int i = 0; i < digits; i++) {
      int digit = Character.digit(in.next(), 16);
      if (digit < 0) {
        throw in.error("expected " + digits + " hexadecimal digits");
      }
      point = (point << 4) | digit;
    }
    if (!Character.isValidCodePoint(point)) {
      throw in.error("there is no such character");
    }
    return Character.toString(point);
  }
}
