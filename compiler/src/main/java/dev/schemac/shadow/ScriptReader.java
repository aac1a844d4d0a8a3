package dev.schemac.shadow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What both dialects share when a text is cut: a place, words, comments and quoted texts. */
abstract class ScriptReader {
  final String text;
  final List<SqlScript.Statement> statements = new ArrayList<>();
  final List<SqlScript.ClientLine> clientLines = new ArrayList<>();

  /** Where the reader is. */
  int at;

  /** Where the statement's first word is; -1 between statements. */
  int first = -1;

  /** The statement's words outside of quotes, in upper case, as far as they matter. */
  final List<String> words = new ArrayList<>();

  ScriptReader(String text) {
    this.text = text;
  }

  final SqlScript read() {
    while (at < text.length()) {
      step();
    }
    finish(at, at);
    return new SqlScript(statements, clientLines);
  }

  /** Takes whatever stands at this place. */
  abstract void step();

  final boolean isNext(String wanted) {
    return text.startsWith(wanted, at);
  }

  final void begin() {
    if (first < 0) {
      first = at;
    }
  }

  /** Ends the statement before {@code end}, and goes on at {@code next}. */
  final void finish(int end, int next) {
    if (first >= 0) {
      String sql = text.substring(first, end).stripTrailing();
      if (!sql.isEmpty()) {
        statements.add(new SqlScript.Statement(sql, first, false));
      }
    }
    first = -1;
    words.clear();
    at = next;
    afterStatement();
  }

  void afterStatement() {}

  final void lineComment() {
    int end = text.indexOf('\n', at);
    at = end < 0 ? text.length() : end + 1;
  }

  /** From an opening quote to its closing one; a doubled one stands for itself. */
  final void quoted(char quote, boolean backslashes) {
    begin();
    at++;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\\' && backslashes) {
        at += 2;
      } else if (c != quote) {
        at++;
      } else if (isNext("" + quote + quote)) {
        at += 2;
      } else {
        at++;
        return;
      }
    }
    at = text.length();
  }

  /** The word at this place. */
  final String word() {
    begin();
    int from = at;
    do {
      at++;
    } while (at < text.length() && isWordPart(text.charAt(at)) && !endsHere());
    String word = text.substring(from, at).toUpperCase(Locale.ROOT);
    words.add(word);
    return word;
  }

  /** Whether what ends a statement stands here, though it could be part of a word. */
  boolean endsHere() {
    return false;
  }

  static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }

  final String restOfLine() {
    int end = text.indexOf('\n', at);
    return text.substring(at, end < 0 ? text.length() : end).strip();
  }

  final void clientLine() {
    clientLines.add(new SqlScript.ClientLine(restOfLine(), at));
    lineComment();
  }

  /** Whether the statement begins with these words; {@code OR REPLACE} and the like are skipped. */
  final boolean creates(String... kinds) {
    if (words.isEmpty() || !words.getFirst().equals("CREATE")) {
      return false;
    }
    for (String word : words.subList(1, words.size())) {
      if (List.of(kinds).contains(word)) {
        return true;
      }
      if (List.of("TABLE", "VIEW", "INDEX", "BEGIN", "AS").contains(word)) {
        return false;
      }
    }
    return false;
  }
}
