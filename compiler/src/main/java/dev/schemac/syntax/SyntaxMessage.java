package dev.schemac.syntax;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Fix;
import dev.schemac.diagnostic.Span;
import dev.schemac.grammar.SchemaLexer;
import dev.schemac.grammar.SchemaParser;
import dev.schemac.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Says in the language's own words what is wrong at the first error of a line. */
final class SyntaxMessage {
  /** A line that goes wrong that soon was probably meant to continue the one above. */
  private static final int FEW = 4;

  private final SourceText source;
  private final List<Token> tokens;
  private final int place;

  SyntaxMessage(SourceText source, List<Token> tokens, int place) {
    this.source = source;
    this.tokens = tokens;
    this.place = place;
  }

  Diagnostic of(RecognitionException error, IntervalSet expected, SchemaParser parser) {
    int rule = error.getCtx() == null ? -1 : error.getCtx().getRuleContext().getRuleIndex();
    String wanted = Expectation.describe(expected, rule);
    Optional<Hint> hint = hint(rule);
    Diagnostic plain =
        place < tokens.size()
            ? Diagnostic.of(
                Code.SC1001, span(place), "unexpected " + shown(tokens.get(place)) + wanted)
            : Diagnostic.of(Code.SC1001, behind(), "the line ends too early" + wanted);
    return hint.map(found -> found.on(plain)).orElseGet(() -> suggest(plain, expected));
  }

  /** A word that was probably meant. */
  private Diagnostic suggest(Diagnostic plain, IntervalSet expected) {
    if (place >= tokens.size() || tokens.get(place).getType() != SchemaLexer.IDENT) {
      return plain;
    }
    String word = tokens.get(place).getText().toLowerCase(Locale.ROOT);
    return Similar.among(word, Expectation.words(expected))
        .map(
            meant ->
                plain
                    .withHelp("did you mean `" + meant + "`?")
                    .withFix(
                        new Fix(
                            "write `" + meant + "`", List.of(new Fix.Edit(span(place), meant)))))
        .orElse(plain);
  }

  /** A way out for what people bring along from SQL. */
  private record Hint(String help) {
    Diagnostic on(Diagnostic plain) {
      return plain.withHelp(help);
    }
  }

  private Optional<Hint> hint(int rule) {
    if (place >= tokens.size()) {
      return Optional.empty();
    }
    List<Hint> found = new ArrayList<>();
    boolean first = place == 0;
    switch (tokens.get(place).getText().toLowerCase(Locale.ROOT)) {
      case "references" ->
          found.add(
              new Hint("write the type as `ref table`, or a line `foreign key (a) -> t (x)`"));
      case "null" -> found.add(new Hint("a column may be NULL where its type ends in `?`"));
      case "auto_increment", "autoincrement" -> found.add(new Hint("write `identity`"));
      case "create" -> found.add(new Hint(first ? "leave out `create`" : "see `native`"));
      case "alter", "drop" -> {
        if (first) {
          found.add(
              new Hint("a file says what the database is; what goes is retired: `retire table t`"));
        }
      }
      default -> {}
    }
    int type = tokens.get(place).getType();
    boolean name = type == SchemaLexer.IDENT || type == SchemaLexer.QUOTED;
    if (found.isEmpty() && name && rule == SchemaParser.RULE_typeArgument) {
      found.add(
          new Hint("arguments of types are literals: `'" + tokens.get(place).getText() + "'`"));
    }
    if (found.isEmpty() && operator(type)) {
      found.add(new Hint("an expression stands in parentheses"));
    }
    if (found.isEmpty() && ContinuationWords.begins(tokens.get(0).getType()) && place < FEW) {
      found.add(new Hint("indent this line deeper if it continues the one above"));
    }
    if (found.isEmpty() && joinedByIndentation()) {
      found.add(new Hint("this line is indented deeper than the one above, so it continues it"));
    }
    return found.stream().findFirst();
  }

  private static boolean operator(int type) {
    return switch (type) {
      case SchemaLexer.PLUS,
          SchemaLexer.MINUS,
          SchemaLexer.STAR,
          SchemaLexer.SLASH,
          SchemaLexer.PERCENT,
          SchemaLexer.COMPARE,
          SchemaLexer.OPERATOR ->
          true;
      default -> false;
    };
  }

  /** Whether the error is at the second word of a continuation line. */
  private boolean joinedByIndentation() {
    for (int at = Math.max(1, place - 1); at <= place; at++) {
      if (tokens.get(at).getLine() > tokens.get(at - 1).getLine()
          && tokens.get(at - 1).getType() != SchemaLexer.RAW) {
        return true;
      }
    }
    return false;
  }

  private static String shown(Token token) {
    return switch (token.getType()) {
      case SchemaLexer.BLOCK -> "`{`";
      case SchemaLexer.RAW -> "raw block";
      default -> {
        String text = token.getText();
        yield "`" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "`";
      }
    };
  }

  private Span span(int at) {
    Token token = tokens.get(at);
    if (token instanceof BlockToken block) {
      return TokenList.span(source, block.open());
    }
    return TokenList.span(source, token);
  }

  /** Just behind the last token, one unit wide where the text goes on. */
  private Span behind() {
    Token last = tokens.get(tokens.size() - 1);
    int end = last.getStopIndex() + 1;
    int start = last.getStartIndex();
    int line = last.getLine();
    int column = last.getCharPositionInLine() + 1;
    for (int at = start; at < end; at++) {
      boolean newline = source.text().charAt(at) == '\n';
      line += newline ? 1 : 0;
      column = newline ? 1 : column + 1;
    }
    return new Span(source.name(), end, end, line, column);
  }
}
