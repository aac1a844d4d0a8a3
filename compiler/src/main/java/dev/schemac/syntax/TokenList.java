package dev.schemac.syntax;

import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Span;
import dev.schemac.grammar.SchemaLexer;
import dev.schemac.source.SourceText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * A text's tokens: all of them with comments, and the visible ones that the parser sees.
 *
 * @param all in order, comments included; a token's index is its place here
 * @param visible without comments
 * @param firstOnLine places in {@code visible} with nothing but comments before them on their line
 * @param columns by place in {@code visible}: for the first on a line where that line begins, be it
 *     with a comment; else where the token stands
 * @param bad places in {@code visible} beside which something was reported
 */
record TokenList(
    SourceText source,
    List<Token> all,
    List<Token> visible,
    BitSet firstOnLine,
    BitSet bad,
    int[] columns,
    List<Diagnostic> diagnostics) {

  /** Never throws, whatever the text. */
  static TokenList of(SourceText source) {
    SchemaLexer lexer = new SchemaLexer(new Utf16Stream(source.name(), source.text()));
    lexer.removeErrorListeners();
    List<Token> all = new ArrayList<>(source.text().length() / 5 + 16);
    for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
      ((CommonToken) token).setTokenIndex(all.size());
      all.add(token);
    }
    return new LexicalErrors(source, all).check();
  }

  static Span span(SourceText source, Token token) {
    return new Span(
        source.name(),
        token.getStartIndex(),
        token.getStopIndex() + 1,
        token.getLine(),
        token.getCharPositionInLine() + 1);
  }

  /** The line on which a token ends; only raw blocks, comments and blocks span several. */
  static int endLine(SourceText source, Token token) {
    int lines = token.getLine();
    if (mayspan(token.getType())) {
      for (int at = token.getStartIndex(); at <= token.getStopIndex(); at++) {
        lines += source.text().charAt(at) == '\n' ? 1 : 0;
      }
    }
    return lines;
  }

  private static boolean mayspan(int type) {
    return switch (type) {
      case SchemaLexer.RAW,
          SchemaLexer.OPEN_RAW,
          SchemaLexer.BLOCK_COMMENT,
          SchemaLexer.OPEN_COMMENT,
          SchemaLexer.BLOCK ->
          true;
      default -> false;
    };
  }
}
