package dev.schemac.syntax;

import java.util.ArrayDeque;
import java.util.Deque;

/** Text being laid out: knows its column and the indentation of the line that it is on. */
final class Page {
  private record Paren(int content, int close) {}

  private final StringBuilder text = new StringBuilder();
  private final Deque<Paren> parens = new ArrayDeque<>();
  private int lineStart;
  private int indent;

  Page(int indent) {
    this.indent = indent;
    text.append(" ".repeat(indent));
  }

  Page write(String words) {
    text.append(words);
    int newline = text.lastIndexOf("\n");
    lineStart = newline + 1;
    return this;
  }

  /** Blanks before the line break go. */
  void newline(int to) {
    int end = text.length();
    while (end > lineStart && text.charAt(end - 1) == ' ') {
      end--;
    }
    text.setLength(end);
    text.append('\n');
    lineStart = text.length();
    indent = to;
    text.append(" ".repeat(to));
  }

  int column() {
    return text.length() - lineStart;
  }

  /** The indentation of the current line. */
  int indent() {
    return indent;
  }

  /** Whether this is the first thing on the current line. */
  boolean lineBegins(char first) {
    int at = lineStart + indent;
    return at < text.length() && text.charAt(at) == first;
  }

  void padTo(int column) {
    text.append(" ".repeat(Math.max(0, column - column())));
  }

  /** Behind an opening parenthesis; its content stands under its start or, if it breaks, deeper. */
  void open(boolean breaks) {
    parens.push(breaks ? new Paren(indent + 2, indent) : new Paren(column(), column()));
  }

  /** The column of a broken line inside parentheses, or the one given outside. */
  int broken(int outside, boolean closing) {
    if (parens.isEmpty()) {
      return outside;
    }
    return closing ? parens.peek().close() : parens.peek().content();
  }

  void close() {
    parens.poll();
  }

  boolean isMultiline() {
    return lineStart > 0;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
