package dev.schemac.syntax;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.grammar.SchemaLexer;
import dev.schemac.source.SourceText;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/**
 * Keeps the recursive parser from lines that nest too deeply without parentheses: chains of prefix
 * operators, {@code case} in {@code case}, parentheses that are never closed.
 */
final class Nesting {
  /** How deep an expression's tree may be; every walker of the tree recurses that deep. */
  static final int MAX_TREE = 600;

  private static final int MAX_PREFIXES = 100;

  private Nesting() {}

  static Optional<Diagnostic> check(SourceText source, Line line) {
    int parens = 0;
    int cases = 0;
    int prefixes = 0;
    for (Token token : line.tokens()) {
      switch (token.getType()) {
        case SchemaLexer.LP, SchemaLexer.LB -> parens++;
        case SchemaLexer.RP, SchemaLexer.RB -> parens--;
        case SchemaLexer.CASE -> cases++;
        case SchemaLexer.END -> cases--;
        default -> {}
      }
      prefixes = prefix(token.getType()) ? prefixes + 1 : 0;
      if (parens > Brackets.MAX_DEPTH || cases > MAX_PREFIXES || prefixes > MAX_PREFIXES) {
        return Optional.of(tooDeep(source, token));
      }
    }
    return Optional.empty();
  }

  static Diagnostic tooDeep(SourceText source, Token token) {
    return Diagnostic.of(
            Code.SC1004, TokenList.span(source, token), "this expression is nested too deeply")
        .withHelp("split it, or write a function for it");
  }

  private static boolean prefix(int type) {
    return switch (type) {
      case SchemaLexer.NOT,
          SchemaLexer.MINUS,
          SchemaLexer.PLUS,
          SchemaLexer.TILDE,
          SchemaLexer.BANG,
          SchemaLexer.OPERATOR ->
          true;
      default -> false;
    };
  }
}
