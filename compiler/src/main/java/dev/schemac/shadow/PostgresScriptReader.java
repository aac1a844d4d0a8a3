package dev.schemac.shadow;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts as {@code psql} does: dollar quotes, nested comments, rules, {@code BEGIN ATOMIC}, COPY. */
final class PostgresScriptReader extends ScriptReader {
  private static final Pattern DOLLAR_QUOTE =
      Pattern.compile("\\$(?:[\\p{L}_][\\p{L}\\p{N}_]*)?\\$");
  private static final Pattern END_OF_ROWS = Pattern.compile("^\\\\\\.\\r?$", Pattern.MULTILINE);

  private int parentheses;
  private int blocks;

  PostgresScriptReader(String text) {
    super(text);
  }

  @Override
  void step() {
    char c = text.charAt(at);
    if (Character.isWhitespace(c)) {
      at++;
    } else if (isNext("--")) {
      lineComment();
    } else if (isNext("/*")) {
      comment();
    } else if (c == '\\') {
      clientLine();
    } else if (c == ';' && parentheses == 0 && blocks == 0) {
      end();
    } else if (c == '$' && dollarQuoted()) {
      begin();
    } else if (c == '\'') {
      quoted('\'', isEscapeString());
    } else if (c == '"') {
      quoted('"', false);
    } else if (isWordPart(c)) {
      count(word());
    } else {
      begin();
      parentheses += c == '(' ? 1 : c == ')' && parentheses > 0 ? -1 : 0;
      at++;
    }
  }

  private boolean isEscapeString() {
    return at > 0
        && (text.charAt(at - 1) == 'e' || text.charAt(at - 1) == 'E')
        && (at < 2 || !isWordPart(text.charAt(at - 2)));
  }

  private void comment() {
    int depth = 0;
    do {
      depth += isNext("/*") ? 1 : isNext("*/") ? -1 : 0;
      at += isNext("/*") || isNext("*/") ? 2 : 1;
    } while (depth > 0 && at < text.length());
  }

  private boolean dollarQuoted() {
    Matcher quote = DOLLAR_QUOTE.matcher(text).region(at, text.length());
    if (!quote.lookingAt()) {
      return isIn(false);
    }
    begin();
    int close = text.indexOf(quote.group(), quote.end());
    at = close < 0 ? text.length() : close + quote.group().length();
    return true;
  }

  /** A dollar alone is a character like others. */
  private boolean isIn(boolean quoted) {
    begin();
    at++;
    return !quoted;
  }

  /** The body of a routine in SQL may hold statements of its own. */
  private void count(String word) {
    if (parentheses > 0 || !creates("FUNCTION", "PROCEDURE")) {
      return;
    }
    switch (word) {
      case "BEGIN" -> blocks++;
      case "CASE" -> blocks += blocks > 0 ? 1 : 0;
      case "END" -> blocks -= blocks > 0 ? 1 : 0;
      default -> {}
    }
  }

  private void end() {
    boolean rows =
        !words.isEmpty()
            && words.getFirst().equals("COPY")
            && words.contains("FROM")
            && words.contains("STDIN");
    int end = at;
    if (!rows) {
      finish(end, end + 1);
      return;
    }
    statements.add(new SqlScript.Statement(text.substring(first, end), first, true));
    first = -1;
    Matcher close = END_OF_ROWS.matcher(text);
    finish(end, close.find(end) ? close.end() : text.length());
  }

  @Override
  void afterStatement() {
    parentheses = 0;
    blocks = 0;
  }
}
