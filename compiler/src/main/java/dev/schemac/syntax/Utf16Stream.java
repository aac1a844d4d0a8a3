package dev.schemac.syntax;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.misc.Interval;

/** Characters for the lexer by UTF-16 unit, so that offsets are those of {@code Span}. */
final class Utf16Stream implements CharStream {
  private final String name;
  private final String text;
  private int at;

  Utf16Stream(String name, String text) {
    this.name = name;
    this.text = text;
  }

  @Override
  public String getText(Interval interval) {
    return text.substring(
        Math.max(0, interval.a), Math.max(interval.a, Math.min(text.length(), interval.b + 1)));
  }

  @Override
  public void consume() {
    at++;
  }

  @Override
  public int LA(int offset) {
    int where = at + (offset > 0 ? offset - 1 : offset);
    return where < 0 || where >= text.length() ? EOF : text.charAt(where);
  }

  @Override
  public int mark() {
    return -1;
  }

  @Override
  public void release(int marker) {
    // the whole text is at hand: nothing to release
  }

  @Override
  public int index() {
    return at;
  }

  @Override
  public void seek(int index) {
    at = Math.min(index, text.length());
  }

  @Override
  public int size() {
    return text.length();
  }

  @Override
  public String getSourceName() {
    return name;
  }
}
