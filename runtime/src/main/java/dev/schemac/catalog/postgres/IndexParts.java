package dev.schemac.catalog.postgres;

import dev.schemac.model.Expression;
import dev.schemac.model.KeyPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The operands of an index. {@code pg_get_indexdef} says for each what differs from the defaults of
 * its type (collation, operator class, order), by the server's own rules; the operand's own text is
 * known, so that only what stands behind it has to be looked at.
 */
final class IndexParts {
  private IndexParts() {}

  /**
   * The operands.
   *
   * @param count how many there are; columns beyond them are included ones
   * @param texts those that are expressions, at their places; empty where none is
   */
  static List<KeyPart> of(
      String definition,
      int count,
      List<String> texts,
      List<Integer> keys,
      Map<Integer, String> names) {
    List<KeyPart> parts = new ArrayList<>();
    int at = start(definition);
    for (int k = 0; k < count; k++) {
      boolean column = keys.get(k) != 0;
      int from = column ? behindName(definition, at) : at + texts.get(k).length();
      int comma = SqlList.next(definition, from, ',');
      int close = SqlList.next(definition, from, ')');
      int end = Math.min(comma, close);
      Expression expression =
          column
              ? new Expression.ColumnRef(names.get(keys.get(k)))
              : new Expression.Sql(texts.get(k));
      parts.add(part(expression, definition.substring(from, end).strip()));
      at = end + 2;
    }
    return parts;
  }

  private static int behindName(String definition, int at) {
    if (definition.charAt(at) == '"') {
      return SqlList.closing(definition, at) + 1;
    }
    int end = at;
    while (Character.isJavaIdentifierPart(definition.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Behind {@code USING method (}. */
  private static int start(String definition) {
    int using = 0;
    int at = 0;
    while (at < definition.length()) {
      char c = definition.charAt(at);
      if (c == '"') {
        at = SqlList.closing(definition, at);
      } else if (definition.startsWith(" USING ", at)) {
        using = at;
        break;
      }
      at++;
    }
    return SqlList.next(definition, using, '(') + 1;
  }

  /** {@code COLLATE "C" text_pattern_ops (siglen='32') DESC NULLS LAST}. */
  static KeyPart part(Expression expression, String suffix) {
    String rest = suffix;
    Optional<String> collation = Optional.empty();
    if (rest.startsWith("COLLATE ")) {
      int end = SqlList.next(rest, 8, ' ');
      collation = Optional.of(collation(rest.substring(8, end)));
      rest = rest.substring(end).strip();
    }
    Optional<Boolean> nullsFirst = Optional.empty();
    if (rest.endsWith("NULLS FIRST") || rest.endsWith("NULLS LAST")) {
      nullsFirst = Optional.of(rest.endsWith("FIRST"));
      rest = rest.substring(0, rest.lastIndexOf("NULLS")).strip();
    }
    boolean descending = rest.equals("DESC") || rest.endsWith(" DESC");
    if (descending) {
      rest = rest.substring(0, rest.length() - 4).strip();
    }
    return new KeyPart(
        expression,
        Optional.empty(),
        collation,
        rest.isEmpty() ? Optional.empty() : Optional.of(rest),
        descending ? KeyPart.Direction.DESC : KeyPart.Direction.ASC,
        nullsFirst,
        false,
        Optional.empty());
  }

  /** A bare name where it is one identifier; a qualified one keeps the server's quotes. */
  private static String collation(String text) {
    int dot = SqlList.next(text, 0, '.');
    return dot == text.length()
        ? bare(text)
        : quoted(text.substring(0, dot)) + "." + quoted(text.substring(dot + 1));
  }

  private static String bare(String name) {
    return name.startsWith("\"")
        ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
        : name;
  }

  private static String quoted(String name) {
    return name.startsWith("\"") ? name : '"' + name + '"';
  }
}
