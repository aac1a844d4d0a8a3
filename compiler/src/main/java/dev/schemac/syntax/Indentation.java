package dev.schemac.syntax;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Span;
import dev.schemac.grammar.SchemaLexer;
import dev.schemac.source.SourceText;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/**
 * Tabs and blanks in one file: the layout rule compares columns, and a tab counts as one, so the
 * first line that mixes is an error. Lines inside parentheses are free.
 */
final class Indentation {
  private Indentation() {}

  static Optional<Diagnostic> check(SourceText source, List<Token> visible, BitSet firstOnLine) {
    int parens = 0;
    char used = 0;
    for (int at = 0; at < visible.size(); at++) {
      Token token = visible.get(at);
      if (parens == 0 && firstOnLine.get(at)) {
        String indent = indent(source.text(), token);
        char before = used;
        boolean mixed =
            indent.chars().anyMatch(c -> before != 0 ? c != before : c != indent.charAt(0));
        if (mixed) {
          return Optional.of(report(source, token, indent));
        }
        used = indent.isEmpty() ? used : indent.charAt(0);
      }
      parens = parens(parens, token.getType());
    }
    return Optional.empty();
  }

  private static int parens(int open, int type) {
    return switch (type) {
      case SchemaLexer.LP, SchemaLexer.LB -> open + 1;
      case SchemaLexer.RP, SchemaLexer.RB -> Math.max(0, open - 1);
      case SchemaLexer.LBRACE, SchemaLexer.RBRACE -> 0;
      default -> open;
    };
  }

  /** Blanks and tabs at the start of the token's line. */
  private static String indent(String text, Token token) {
    int start = token.getStartIndex() - token.getCharPositionInLine();
    int end = start;
    while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end++;
    }
    return text.substring(start, end);
  }

  private static Diagnostic report(SourceText source, Token token, String indent) {
    int start = token.getStartIndex() - token.getCharPositionInLine();
    Span span = new Span(source.name(), start, start + indent.length(), token.getLine(), 1);
    String message =
        indent.indexOf('\t') >= 0 && indent.indexOf(' ') >= 0
            ? "this line is indented with tabs and blanks"
            : indent.startsWith("\t")
                ? "this line is indented with tabs, the ones above with blanks"
                : "this line is indented with blanks, the ones above with tabs";
    return Diagnostic.of(Code.SC1005, span, message).withHelp("indent with blanks alone");
  }
}
