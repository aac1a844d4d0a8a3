package dev.schemac.resolve;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts SQL text into pieces that join to the same text again: words, quoted names, strings,
 * comments, and what stands between them. No parser: enough to find names.
 */
final class SqlScanner {
  private final String text;
  private int at;

  private SqlScanner(String text) {
    this.text = text;
  }

  /** What a piece is. */
  enum Kind {
    WORD,
    /** In backticks or double quotes; {@link Piece#name} is without them. */
    QUOTED,
    STRING,
    COMMENT,
    OTHER
  }

  record Piece(Kind kind, String text) {
    /** The name that a word or a quoted name stands for. */
    String name() {
      if (kind != Kind.QUOTED) {
        return text;
      }
      String quote = text.substring(0, 1);
      return text.substring(1, Math.max(1, text.length() - 1)).replace(quote + quote, quote);
    }

    boolean isWord(String word) {
      return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }
  }

  static List<Piece> scan(String text) {
    SqlScanner scanner = new SqlScanner(text);
    List<Piece> pieces = new ArrayList<>();
    while (scanner.at < text.length()) {
      pieces.add(scanner.next());
    }
    return pieces;
  }

  private Piece next() {
    char c = text.charAt(at);
    if (c == '\'') {
      return piece(Kind.STRING, quoted(c));
    }
    if (c == '"' || c == '`') {
      return piece(Kind.QUOTED, quoted(c));
    }
    if (text.startsWith("--", at)) {
      return piece(Kind.COMMENT, until("\n"));
    }
    if (text.startsWith("/*", at)) {
      return piece(Kind.COMMENT, until("*/"));
    }
    if (Character.isLetter(c) || c == '_') {
      int end = at;
      while (end < text.length() && isNamePart(text.charAt(end))) {
        end++;
      }
      return piece(Kind.WORD, end);
    }
    if (Character.isDigit(c)) {
      int end = at;
      while (end < text.length() && isNamePart(text.charAt(end))) {
        end++;
      }
      return piece(Kind.OTHER, end);
    }
    return piece(Kind.OTHER, at + 1);
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }

  /** Behind the closing quote; a doubled one is part of the text. */
  private int quoted(char quote) {
    int end = at + 1;
    while (end < text.length()) {
      if (text.charAt(end) == quote) {
        boolean doubled = end + 1 < text.length() && text.charAt(end + 1) == quote;
        if (!doubled) {
          return end + 1;
        }
        end++;
      }
      end++;
    }
    return text.length();
  }

  private int until(String mark) {
    int end = text.indexOf(mark, at + 1);
    return end < 0 ? text.length() : end + mark.length();
  }

  private Piece piece(Kind kind, int end) {
    Piece piece = new Piece(kind, text.substring(at, end));
    at = end;
    return piece;
  }
}
