package dev.schemac.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/**
 * One thing in a body or at the top level: a comment on lines of its own, or a line of the language
 * with the comments beside it.
 *
 * @param line empty for a comment
 * @param before comments on the same line in front; for a comment the comment itself
 * @param behind comments on the same line behind
 * @param blankBefore whether a blank line parts it from what stands before it
 * @param firstLine where it begins in the source
 */
record Passage(
    Optional<Line> line,
    List<Token> before,
    List<Token> behind,
    boolean blankBefore,
    int firstLine) {

  /** What stands between a body's braces, or in the file; nothing is left out. */
  record Body(List<Token> head, List<Passage> passages) {}

  static Body of(TokenList tokens, Optional<BlockToken> block, List<Line> lines) {
    return new Collector(tokens, block).collect(lines);
  }

  boolean isComment() {
    return line.isEmpty();
  }

  /** The token that ends a line in the list of all tokens. */
  static int end(Line line) {
    return line.last() instanceof BlockToken block
        ? block.close().orElse(block.open()).getTokenIndex()
        : line.last().getTokenIndex();
  }

  private static final class Collector {
    private final TokenList tokens;
    private final Optional<BlockToken> block;
    private final List<Token> head = new ArrayList<>();
    private final List<Passage> found = new ArrayList<>();
    private int at;
    private int lastLine;

    Collector(TokenList tokens, Optional<BlockToken> block) {
      this.tokens = tokens;
      this.block = block;
      this.at = block.map(b -> b.open().getTokenIndex() + 1).orElse(0);
      this.lastLine = block.map(b -> b.open().getLine()).orElse(0);
    }

    Body collect(List<Line> lines) {
      for (Line line : lines) {
        List<Token> before = comments(line.first().getTokenIndex(), line.first().getLine());
        int end = end(line);
        int first = before.isEmpty() ? line.first().getLine() : before.get(0).getLine();
        add(Optional.of(line), before, first, tokens.all().get(end));
        at = end + 1;
      }
      int close =
          block.flatMap(BlockToken::close).map(Token::getTokenIndex).orElse(tokens.all().size());
      comments(close, -1);
      return new Body(head, found);
    }

    private void add(Optional<Line> line, List<Token> before, int first, Token last) {
      boolean blank = (block.isPresent() || !found.isEmpty()) && first > lastLine + 1;
      found.add(new Passage(line, before, new ArrayList<>(), blank, first));
      lastLine = TokenList.endLine(tokens.source(), last);
    }

    /** Sorts the comments up to a place; what remains stands in front on the line itself. */
    private List<Token> comments(int end, int line) {
      List<Token> before = new ArrayList<>();
      for (; at < end; at++) {
        Token token = tokens.all().get(at);
        if (token.getChannel() == Token.DEFAULT_CHANNEL) {
          before.forEach(this::behind);
          before.clear();
        } else if (TokenList.endLine(tokens.source(), token) == line) {
          before.add(token);
        } else if (token.getLine() == lastLine && (block.isPresent() || !found.isEmpty())) {
          before.forEach(this::behind);
          before.clear();
          behind(token);
        } else {
          before.forEach(this::alone);
          before.clear();
          alone(token);
        }
      }
      return before;
    }

    private void behind(Token comment) {
      (found.isEmpty() ? head : found.get(found.size() - 1).behind()).add(comment);
      lastLine = TokenList.endLine(tokens.source(), comment);
    }

    private void alone(Token comment) {
      add(Optional.empty(), List.of(comment), comment.getLine(), comment);
    }
  }
}
