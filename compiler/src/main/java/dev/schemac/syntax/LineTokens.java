package dev.schemac.syntax;

import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;

/** One line's tokens as the parser reads them, closed by an end token. */
final class LineTokens implements TokenStream {
  private final List<Token> tokens;
  private final Token end;
  private int at;

  LineTokens(List<Token> tokens) {
    this.tokens = tokens;
    this.end = end(tokens.get(tokens.size() - 1));
  }

  private static Token end(Token last) {
    CommonToken end = new CommonToken(last);
    end.setType(Token.EOF);
    end.setStartIndex(last.getStopIndex() + 1);
    end.setStopIndex(last.getStopIndex());
    end.setText("");
    return end;
  }

  @Override
  public Token LT(int k) {
    int where = at + (k > 0 ? k - 1 : k);
    if (where < 0) {
      return null;
    }
    return where < tokens.size() ? tokens.get(where) : end;
  }

  @Override
  public Token get(int index) {
    return index < tokens.size() ? tokens.get(index) : end;
  }

  @Override
  public int LA(int k) {
    Token token = LT(k);
    return token == null ? Token.INVALID_TYPE : token.getType();
  }

  @Override
  public void consume() {
    if (at >= tokens.size()) {
      throw new IllegalStateException("cannot consume the end");
    }
    at++;
  }

  @Override
  public int mark() {
    return -1;
  }

  @Override
  public void release(int marker) {
    // the whole line is at hand: nothing to release
  }

  @Override
  public int index() {
    return at;
  }

  @Override
  public void seek(int index) {
    at = index;
  }

  @Override
  public int size() {
    return tokens.size() + 1;
  }

  @Override
  public String getSourceName() {
    return "";
  }

  @Override
  public TokenSource getTokenSource() {
    return null;
  }

  @Override
  public String getText(Interval interval) {
    return "";
  }

  @Override
  public String getText() {
    return "";
  }

  @Override
  public String getText(RuleContext context) {
    return "";
  }

  @Override
  public String getText(Token start, Token stop) {
    return "";
  }
}
