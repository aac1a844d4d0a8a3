package dev.schemac.syntax;

import dev.schemac.grammar.SchemaLexer;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Prints the tokens of one line: its own line breaks are kept, everything else is canonical. */
final class LinePrinter {
  private final TokenList tokens;
  private final Spacing spacing;
  private final BodyPrinter bodies;

  LinePrinter(TokenList tokens, Spacing spacing, BodyPrinter bodies) {
    this.tokens = tokens;
    this.spacing = spacing;
    this.bodies = bodies;
  }

  /**
   * Prints some tokens of a line.
   *
   * @param before the token in front of them, null where they begin the line
   * @param base the indentation of the line's first and closing lines
   * @param continuation where a line of their own begins outside of parentheses
   */
  void print(Page page, Token before, List<Token> list, int base, int continuation) {
    Token previous = before;
    for (int at = 0; at < list.size(); at++) {
      Token token = list.get(at);
      if (previous != null) {
        part(page, previous, token, continuation);
      }
      boolean breaks = at + 1 < list.size() && list.get(at + 1).getLine() > token.getLine();
      write(page, token, base, breaks);
      previous = token;
    }
  }

  /** On one line, without the comments between: for parts that have none. */
  String flat(List<Token> list) {
    StringBuilder text = new StringBuilder();
    Token previous = null;
    for (Token token : list) {
      if (previous != null && spacing.blank(previous, token)) {
        text.append(' ');
      }
      text.append(spacing.text(token));
      previous = token;
    }
    return text.toString();
  }

  /** The comments between two tokens, by the places of both in the list of all. */
  List<Token> commentsBetween(Token left, Token right) {
    List<Token> found = new ArrayList<>();
    for (int at = endIndex(left) + 1; at < right.getTokenIndex(); at++) {
      Token token = tokens.all().get(at);
      if (token.getChannel() != Token.DEFAULT_CHANNEL) {
        found.add(token);
      }
    }
    return found;
  }

  private static int endIndex(Token token) {
    return token instanceof BlockToken block
        ? block.close().orElse(block.open()).getTokenIndex()
        : token.getTokenIndex();
  }

  private void part(Page page, Token left, Token right, int continuation) {
    int column =
        page.broken(
            continuation, right.getType() == SchemaLexer.RP || right.getType() == SchemaLexer.RB);
    boolean must = false;
    int line = TokenList.endLine(tokens.source(), left);
    List<Token> comments = commentsBetween(left, right);
    for (Token comment : comments) {
      step(page, must || comment.getLine() > line, true, page.broken(continuation, false));
      Comments.write(page, comment);
      must = Comments.endsLine(comment);
      line = TokenList.endLine(tokens.source(), comment);
    }
    boolean block = right.getType() == SchemaLexer.BLOCK;
    boolean blank = !comments.isEmpty() || spacing.blank(left, right);
    step(page, must || (!block && right.getLine() > line), blank, column);
  }

  private static void step(Page page, boolean breaks, boolean blank, int column) {
    if (breaks) {
      page.newline(column);
    } else if (blank) {
      page.write(" ");
    }
  }

  private void write(Page page, Token token, int base, boolean breaks) {
    switch (token.getType()) {
      case SchemaLexer.LP, SchemaLexer.LB -> {
        page.write(token.getText());
        page.open(breaks);
      }
      case SchemaLexer.RP, SchemaLexer.RB -> {
        page.close();
        page.write(token.getText());
      }
      case SchemaLexer.RAW -> raw(page, token.getText(), base);
      case SchemaLexer.BLOCK -> bodies.block(page, (BlockToken) token, base);
      default -> page.write(spacing.text(token));
    }
  }

  /**
   * A raw block of several lines stands two deeper than its declaration, or than the line of the
   * {@code @dialect} that it belongs to. A verbatim one stays as it is.
   */
  private static void raw(Page page, String text, int base) {
    if (RawText.isVerbatim(text) || text.indexOf('\n') < 0) {
      page.write(text);
      return;
    }
    String fence = "\"".repeat(RawText.fence(text));
    String margin = " ".repeat(page.lineBegins('@') ? page.indent() : base);
    StringBuilder block = new StringBuilder(fence);
    for (String line : RawText.lines(text)) {
      block.append('\n').append(line.isEmpty() ? "" : margin + "  " + line);
    }
    page.write(block.append('\n').append(margin).append(fence).toString());
  }
}
