package dev.schemac.syntax;

import dev.schemac.grammar.SchemaLexer;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Prints comments as they are; the further lines of one move with its first. */
final class Comments {
  private Comments() {}

  /** Whether nothing can stand behind it on its line. */
  static boolean endsLine(Token comment) {
    return comment.getType() != SchemaLexer.BLOCK_COMMENT;
  }

  /** In front of something on the same line. */
  static void before(Page page, List<Token> comments) {
    for (Token comment : comments) {
      write(page, comment);
      page.write(" ");
    }
  }

  /** Behind something, from a column on. */
  static void behind(Page page, List<Token> comments, int column) {
    for (int at = 0; at < comments.size(); at++) {
      if (at == 0) {
        page.padTo(Math.max(column, page.column() + 1));
      } else {
        page.write(" ");
      }
      write(page, comments.get(at));
    }
  }

  static void write(Page page, Token comment) {
    page.write(text(comment, page.column()));
  }

  private static String text(Token comment, int column) {
    String text = comment.getText().replace("\r\n", "\n").stripTrailing();
    int shift = column - comment.getCharPositionInLine();
    if (shift == 0 || text.indexOf('\n') < 0) {
      return text;
    }
    String[] lines = text.split("\n", -1);
    StringBuilder moved = new StringBuilder(lines[0]);
    for (int at = 1; at < lines.length; at++) {
      moved.append('\n').append(shifted(lines[at], shift));
    }
    return moved.toString();
  }

  private static String shifted(String line, int shift) {
    if (line.isBlank()) {
      return line;
    }
    int blanks = line.length() - line.stripLeading().length();
    return shift > 0 ? " ".repeat(shift) + line : line.substring(Math.min(blanks, -shift));
  }
}
