package dev.schemac.catalog.mysql;

import java.util.ArrayList;
import java.util.List;

/**
 * What {@code SHOW CREATE TABLE} prints, token by token. The server's version comments ({@code
 * /*!80023 INVISIBLE *}{@code /}) are read as if they were none.
 */
final class ShowText {
  enum Kind {
    NAME,
    STRING,
    WORD,
    SIGN,
    END
  }

  /**
   * One token.
   *
   * @param value of a name or a string without its quotes; else as printed
   */
  record Token(Kind kind, String value, int start, int end) {
    boolean is(String word) {
      return (kind == Kind.WORD || kind == Kind.SIGN) && value.equalsIgnoreCase(word);
    }
  }

  private final String text;
  private final List<Token> tokens;
  private int at;

  ShowText(String text) {
    this.text = text;
    this.tokens = new ShowLexer(text).all();
  }

  Token peek() {
    return tokens.get(at);
  }

  private Token peek(int ahead) {
    return tokens.get(Math.min(at + ahead, tokens.size() - 1));
  }

  Token next() {
    Token token = tokens.get(at);
    at = Math.min(at + 1, tokens.size() - 1);
    return token;
  }

  boolean isAtEnd() {
    return peek().kind() == Kind.END;
  }

  /** Whether these words and signs come next; they are taken then. */
  boolean accept(String... words) {
    boolean next = isNext(words);
    at += next ? words.length : 0;
    return next;
  }

  /** Whether these words and signs come next. */
  boolean isNext(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (!peek(i).is(words[i])) {
        return false;
      }
    }
    return true;
  }

  void expect(String sign) {
    if (!accept(sign)) {
      throw new ShowException(sign, rest());
    }
  }

  /** A name in backticks, or one that the server prints bare. */
  String name() {
    Token token = next();
    if (token.kind() != Kind.NAME && token.kind() != Kind.WORD) {
      throw new ShowException("a name", text.substring(token.start()));
    }
    return token.value();
  }

  String string() {
    Token token = next();
    if (token.kind() != Kind.STRING) {
      throw new ShowException("a string", text.substring(token.start()));
    }
    return token.value();
  }

  /** The next token's text as printed: a word, a number, a string with its quotes. */
  String raw() {
    Token token = next();
    return text.substring(token.start(), token.end());
  }

  /** Names in parentheses. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    expect("(");
    while (!accept(")")) {
      names.add(name());
      accept(",");
    }
    return names;
  }

  /** Balanced parentheses as printed, with them. */
  String parenthesized() {
    int start = peek().start();
    expect("(");
    skipToClosing();
    return text.substring(start, tokens.get(at - 1).end());
  }

  private void skipToClosing() {
    for (int depth = 1; depth > 0; ) {
      Token token = next();
      if (token.kind() == Kind.END) {
        throw new ShowException(")", "");
      }
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
    }
  }

  /** A value as printed: a literal, a call, or an expression in parentheses. */
  String value() {
    if (peek().is("(")) {
      return parenthesized();
    }
    int start = peek().start();
    if (peek().is("-")) {
      next();
    }
    int end = next().end();
    if (peek().kind() == Kind.STRING && peek().start() == end) {
      end = next().end();
    } else if (peek().is("(") && peek().start() == end) {
      end += parenthesized().length();
    }
    return text.substring(start, end);
  }

  boolean isAtElementEnd() {
    return peek().is(",") || peek().is(")") || isAtEnd();
  }

  /** What is left of an element that is not understood. */
  String skipElement() {
    int start = peek().start();
    int end = start;
    while (!isAtElementEnd()) {
      end = peek().end();
      if (next().is("(")) {
        skipToClosing();
        end = tokens.get(at - 1).end();
      }
    }
    return text.substring(start, end);
  }

  /** The beginning of what is not read yet, for messages. */
  String rest() {
    String left = text.substring(peek().start());
    return left.length() > 60 ? left.substring(0, 60) : left;
  }
}
