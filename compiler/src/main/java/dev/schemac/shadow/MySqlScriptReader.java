package dev.schemac.shadow;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts as {@code mysql} does, with its {@code DELIMITER}; bodies of routines, triggers and events
 * end with their last {@code END} also where no delimiter says so, as in the files of tools that
 * are no client.
 */
final class MySqlScriptReader extends ScriptReader {
  private static final Pattern DELIMITER =
      Pattern.compile("(?i)delimiter[ \\t]+(\\S+)[ \\t]*(?:\\r?\\n|$)");
  private static final Pattern CLIENT =
      Pattern.compile("(?i)(?:source|system|tee|notee|pager|nopager|edit)\\s|\\\\[.!TtPnue]");
  private static final Pattern COMPOUND = Pattern.compile("-- schemac: compound[ \\t]*\\r?\\n");
  private static final Pattern COMPOUND_END =
      Pattern.compile("^-- schemac: end compound[ \\t]*\\r?$", Pattern.MULTILINE);
  private static final Set<String> INNER = Set.of("IF", "LOOP", "REPEAT", "WHILE");

  private String delimiter = ";";
  private String last = "";
  private int blocks;

  MySqlScriptReader(String text) {
    super(text);
  }

  @Override
  void step() {
    char c = text.charAt(at);
    if (first < 0 && atLineStart() && clientCommand()) {
      return;
    }
    if (isNext(delimiter) && (blocks == 0 || !delimiter.equals(";"))) {
      finish(at, at + delimiter.length());
    } else if (Character.isWhitespace(c)) {
      at++;
    } else if (c == '#' || isDashComment()) {
      lineComment();
    } else if (isNext("/*")) {
      comment();
    } else if (c == '\'' || c == '"') {
      quoted(c, true);
    } else if (c == '`') {
      quoted('`', false);
    } else if (isWordPart(c)) {
      count(word());
    } else {
      begin();
      at++;
    }
  }

  @Override
  boolean endsHere() {
    return isNext(delimiter);
  }

  private boolean atLineStart() {
    return text.substring(text.lastIndexOf('\n', at - 1) + 1, at).isBlank();
  }

  private boolean isDashComment() {
    return isNext("--") && (at + 2 >= text.length() || text.charAt(at + 2) <= ' ');
  }

  /** One that the server runs is part of a statement. */
  private void comment() {
    if (isNext("/*!") || isNext("/*M!") || isNext("/*+")) {
      begin();
    }
    int end = text.indexOf("*/", at + 2);
    at = end < 0 ? text.length() : end + 2;
  }

  private boolean clientCommand() {
    Matcher delimiterLine = DELIMITER.matcher(text).region(at, text.length());
    if (delimiterLine.lookingAt()) {
      delimiter = delimiterLine.group(1);
      at = delimiterLine.end();
      return true;
    }
    Matcher compound = COMPOUND.matcher(text).region(at, text.length());
    if (compound.lookingAt()) {
      at = compound.end();
      marked();
      return true;
    }
    if (CLIENT.matcher(text).region(at, text.length()).lookingAt()) {
      clientLine();
      return true;
    }
    return false;
  }

  /** Between schemac's own marks stands one statement. */
  private void marked() {
    Matcher close = COMPOUND_END.matcher(text);
    int end = close.find(at) ? close.start() : text.length();
    first = at;
    String sql = text.substring(at, end).stripTrailing();
    finish(at + sql.length() - (sql.endsWith(";") ? 1 : 0), end);
  }

  private void count(String word) {
    String before = last;
    last = word;
    if (!creates("FUNCTION", "PROCEDURE", "TRIGGER", "EVENT")) {
      return;
    }
    boolean closing = before.equals("END");
    switch (word) {
      case "BEGIN" -> blocks++;
      case "CASE" -> blocks += blocks > 0 && !closing ? 1 : 0;
      case "END" -> blocks -= blocks > 0 && !INNER.contains(following()) ? 1 : 0;
      default -> {}
    }
  }

  /** The word behind this place. */
  private String following() {
    int from = at;
    while (from < text.length() && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    int to = from;
    while (to < text.length() && isWordPart(text.charAt(to))) {
      to++;
    }
    return text.substring(from, to).toUpperCase(java.util.Locale.ROOT);
  }

  @Override
  void afterStatement() {
    blocks = 0;
    last = "";
  }
}
