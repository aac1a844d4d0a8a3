package dev.schemac.sql;

import dev.schemac.model.QName;
import java.util.List;
import java.util.function.Consumer;

/**
 * Builds one SQL text by phrase, identifier, literal and list. Nothing else in schemac quotes.
 *
 * <p>A writer separates what is written by single blanks where needed; it is used once and then
 * asked for its text.
 */
public final class SqlWriter {
  private final StringBuilder out = new StringBuilder();
  private final Quoting quoting;

  public SqlWriter(Quoting quoting) {
    this.quoting = quoting;
  }

  /** Keywords and punctuation, verbatim: never anything that came from a user. */
  public SqlWriter phrase(String keywords) {
    return word(keywords);
  }

  /** An identifier, quoted as the dialect needs it. */
  public SqlWriter identifier(String name) {
    return word(quoting.identifier(name));
  }

  /** A qualified name. */
  public SqlWriter name(QName name) {
    String local = quoting.identifier(name.name());
    return word(name.hasNamespace() ? quoting.identifier(name.namespace()) + "." + local : local);
  }

  /** A string literal. */
  public SqlWriter string(String value) {
    return word(quoting.string(value));
  }

  public SqlWriter number(long value) {
    return word(Long.toString(value));
  }

  /**
   * Text that is SQL already, of the user's own writing (a view's query, a body, a native
   * statement), verbatim.
   */
  public SqlWriter raw(String sql) {
    return word(sql);
  }

  /** {@code (a, b)} with each element written by {@code element}. */
  public <T> SqlWriter parenthesized(List<T> elements, Consumer<T> element) {
    word("(");
    return commaList(elements, element).close(")");
  }

  /** {@code a, b} with each element written by {@code element}. */
  public <T> SqlWriter commaList(List<T> elements, Consumer<T> element) {
    for (int i = 0; i < elements.size(); i++) {
      if (i > 0) {
        out.append(", ");
      }
      element.accept(elements.get(i));
    }
    return this;
  }

  /**
   * Punctuation that clings to what stands before it: {@code )}, {@code ,}, {@code ;}, {@code ::}.
   */
  public SqlWriter close(String punctuation) {
    out.append(punctuation);
    return this;
  }

  /** Punctuation that clings to both sides: a dot, an opening parenthesis of a call. */
  public SqlWriter glue(String punctuation) {
    out.append(punctuation).append('\u0000');
    return this;
  }

  /** A line break followed by {@code indent} blanks. */
  public SqlWriter line(int indent) {
    out.append('\n').append(" ".repeat(indent));
    return this;
  }

  /** What was written. */
  public String text() {
    return out.toString().replace("\u0000", "");
  }

  public Quoting quoting() {
    return quoting;
  }

  private SqlWriter word(String text) {
    if (!out.isEmpty() && needsBlank(out.charAt(out.length() - 1))) {
      out.append(' ');
    }
    if (!out.isEmpty() && out.charAt(out.length() - 1) == '\u0000') {
      out.setLength(out.length() - 1);
    }
    out.append(text);
    return this;
  }

  private static boolean needsBlank(char last) {
    return last != ' ' && last != '\n' && last != '(' && last != '\u0000';
  }
}
