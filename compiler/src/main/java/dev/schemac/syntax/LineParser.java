package dev.schemac.syntax;

import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.grammar.SchemaLexer;
import dev.schemac.grammar.SchemaParser;
import dev.schemac.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * Parses one line at a time. A line with an error costs one diagnostic, and what stands before the
 * error is still used, so that a column with a bad clause is no unknown column elsewhere.
 */
final class LineParser {
  /** A longer line is not tried again with full context: an error in it stays linear. */
  private static final int LONG_LINE = 2_000;

  private static final int SALVAGE_ATTEMPTS = 8;

  private final SourceText source;
  private final List<Diagnostic> diagnostics;
  private final FirstError errors = new FirstError();
  private final SchemaParser parser;
  private final Map<Line, ParserRuleContext> parsed;

  /** {@code parsed} takes what became of each line; null where nobody asks. */
  LineParser(SourceText source, List<Diagnostic> diagnostics, Map<Line, ParserRuleContext> parsed) {
    this.parsed = parsed;
    this.source = source;
    this.diagnostics = diagnostics;
    this.parser = new SchemaParser(null);
    parser.removeErrorListeners();
    parser.setErrorHandler(errors);
  }

  /** The line by one of the grammar's entry rules; empty where nothing of it can be used. */
  <T extends ParserRuleContext> Optional<T> parse(Line line, Function<SchemaParser, T> rule) {
    if (line.state() == Line.State.UNPARSABLE) {
      return Optional.empty();
    }
    Optional<Diagnostic> nesting = Nesting.check(source, line);
    if (nesting.isPresent()) {
      report(line, nesting.get());
      return Optional.empty();
    }
    Attempt<T> first = attempt(line.tokens(), rule);
    if (first.result().isPresent()) {
      if (parsed != null) {
        parsed.put(line, first.result().get());
      }
      return first.result();
    }
    report(line, first.error().orElseThrow());
    return salvage(line, first.place(), rule);
  }

  private void report(Line line, Diagnostic diagnostic) {
    if (line.state() == Line.State.SOUND) {
      diagnostics.add(diagnostic);
    }
  }

  private record Attempt<T>(Optional<T> result, Optional<Diagnostic> error, int place) {}

  private <T> Attempt<T> attempt(List<Token> tokens, Function<SchemaParser, T> rule) {
    Optional<T> quick = run(tokens, rule, PredictionMode.SLL);
    if (quick.isEmpty() && tokens.size() < LONG_LINE) {
      quick = run(tokens, rule, PredictionMode.LL);
    }
    return quick.isPresent()
        ? new Attempt<>(quick, Optional.empty(), tokens.size())
        : new Attempt<>(quick, Optional.of(failure.diagnostic()), failure.place());
  }

  private record Failure(Diagnostic diagnostic, int place) {}

  private Failure failure;

  private <T> Optional<T> run(
      List<Token> tokens, Function<SchemaParser, T> rule, PredictionMode mode) {
    LineTokens input = new LineTokens(tokens);
    parser.setTokenStream(input);
    parser.getInterpreter().setPredictionMode(mode);
    try {
      return Optional.of(rule.apply(parser));
    } catch (ParseCancellationException stop) {
      RecognitionException error = (RecognitionException) stop.getCause();
      Token offending = error.getOffendingToken();
      int place = tokens.indexOf(offending);
      failure =
          new Failure(
              new SyntaxMessage(source, tokens, place < 0 ? tokens.size() : place)
                  .of(error, errors.expected(parser, error), parser),
              place < 0 ? tokens.size() : place);
      return Optional.empty();
    }
  }

  /** What stands before the error, with the block where there is one, as if it were all. */
  private <T> Optional<T> salvage(Line line, int place, Function<SchemaParser, T> rule) {
    List<Token> block =
        line.tokens().stream().skip(place).filter(t -> t.getType() == SchemaLexer.BLOCK).toList();
    int end = place;
    for (int attempt = 0; attempt < SALVAGE_ATTEMPTS && end > 0; attempt++) {
      List<Token> kept = new ArrayList<>(line.tokens().subList(0, end));
      if (!block.isEmpty()) {
        kept.add(block.get(0));
      }
      Optional<T> result = run(kept, rule, PredictionMode.SLL);
      if (result.isPresent()) {
        return result;
      }
      end = Math.min(end - 1, outside(line.tokens(), end - 1));
    }
    return Optional.empty();
  }

  /** The last place not behind {@code from} that no parenthesis encloses. */
  private static int outside(List<Token> tokens, int from) {
    int depth = 0;
    int found = 0;
    for (int at = 0; at <= from; at++) {
      int type = tokens.get(at).getType();
      if (depth == 0) {
        found = at;
      }
      if (type == SchemaLexer.LP || type == SchemaLexer.LB) {
        depth++;
      } else if (type == SchemaLexer.RP || type == SchemaLexer.RB) {
        depth = Math.max(0, depth - 1);
      }
    }
    return found;
  }
}
