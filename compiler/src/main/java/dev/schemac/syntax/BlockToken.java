package dev.schemac.syntax;

import dev.schemac.grammar.SchemaLexer;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** A whole {@code { … }} as one token of the line that it belongs to. */
@SuppressWarnings("serial")
final class BlockToken extends CommonToken {
  private static final long serialVersionUID = 1L;

  private final transient Token open;
  private final transient Optional<Token> close;
  private final transient List<Line> lines;

  BlockToken(Token open, Optional<Token> close, List<Line> lines) {
    super(open);
    setType(SchemaLexer.BLOCK);
    close.ifPresent(brace -> setStopIndex(brace.getStopIndex()));
    this.open = open;
    this.close = close;
    this.lines = lines;
  }

  Token open() {
    return open;
  }

  /** Empty where the brace is missing. */
  Optional<Token> close() {
    return close;
  }

  List<Line> lines() {
    return lines;
  }

  @Override
  public String getText() {
    return "{ … }";
  }
}
