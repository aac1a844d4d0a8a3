package dev.schemac.syntax;

import dev.schemac.grammar.SchemaLexer;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** SQL that is kept as text: tokens with single blanks, whatever stood between them. */
final class SqlText {
  private SqlText() {}

  static String join(List<Token> tokens) {
    StringBuilder text = new StringBuilder();
    Token before = null;
    for (Token token : tokens) {
      if (before != null && blank(before, token)) {
        text.append(' ');
      }
      text.append(token.getText());
      before = token;
    }
    return text.toString();
  }

  /** Whether a blank stands between two neighbours; as written where both ways are usual. */
  static boolean blank(Token before, Token token) {
    if (tight(before, token)) {
      return false;
    }
    return before.getType() == SchemaLexer.COMMA
        || token.getStartIndex() > before.getStopIndex() + 1;
  }

  /** Neighbours that no blank ever parts. */
  static boolean tight(Token before, Token token) {
    return switch (before.getType()) {
          case SchemaLexer.LP, SchemaLexer.LB, SchemaLexer.DOT, SchemaLexer.DOUBLE_COLON -> true;
          default -> false;
        }
        || switch (token.getType()) {
          case SchemaLexer.RP,
              SchemaLexer.RB,
              SchemaLexer.DOT,
              SchemaLexer.DOUBLE_COLON,
              SchemaLexer.COMMA ->
              true;
          default -> false;
        };
  }
}
