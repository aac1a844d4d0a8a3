package dev.schemac.catalog.mysql;

import dev.schemac.catalog.mysql.ShowText.Kind;
import dev.schemac.catalog.mysql.ShowText.Token;
import java.util.ArrayList;
import java.util.List;

/** Cuts what {@code SHOW CREATE TABLE} prints into tokens. */
final class ShowLexer {
  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  ShowLexer(String text) {
    this.text = text;
  }

  List<Token> all() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
      } else if (text.startsWith("/*!", at) || text.startsWith("/*M!", at)) {
        openComment();
      } else if (text.startsWith("*/", at)) {
        at += 2;
      } else if (c == '`') {
        name();
      } else if (c == '\'') {
        string();
      } else if (isWord(c)) {
        word();
      } else {
        tokens.add(new Token(Kind.SIGN, String.valueOf(c), at, ++at));
      }
    }
    tokens.add(new Token(Kind.END, "", at, at));
    return tokens;
  }

  /** {@code /*!80023}: the number is the version that understands what follows. */
  private void openComment() {
    at = text.indexOf('!', at) + 1;
    while (at < text.length() && Character.isDigit(text.charAt(at))) {
      at++;
    }
  }

  private void name() {
    int start = at;
    StringBuilder value = new StringBuilder();
    for (at++; at < text.length(); at++) {
      if (text.startsWith("``", at)) {
        at++;
      } else if (text.charAt(at) == '`' && !isInside(at)) {
        break;
      }
      value.append(text.charAt(at));
    }
    tokens.add(new Token(Kind.NAME, value.toString(), start, ++at));
  }

  /** MariaDB does not double those of a table's name in the one of its foreign key. */
  private boolean isInside(int quote) {
    return quote + 1 < text.length()
        && isWord(text.charAt(quote + 1))
        && text.charAt(quote + 1) != '.';
  }

  /** Quotes are doubled or escaped, by the place where the server prints them. */
  private void string() {
    int start = at;
    StringBuilder value = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '\'') {
        if (!text.startsWith("''", at)) {
          break;
        }
        at++;
      } else if (c == '\\' && at + 1 < text.length()) {
        c = escaped(text.charAt(++at));
      }
      value.append(c);
    }
    tokens.add(new Token(Kind.STRING, value.toString(), start, ++at));
  }

  private static char escaped(char c) {
    return switch (c) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'b' -> '\b';
      case '0' -> '\0';
      case 'Z' -> '\032';
      default -> c;
    };
  }

  private void word() {
    int start = at;
    while (at < text.length() && isWord(text.charAt(at))) {
      at++;
    }
    tokens.add(new Token(Kind.WORD, text.substring(start, at), start, at));
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '.' || c > 127;
  }
}
