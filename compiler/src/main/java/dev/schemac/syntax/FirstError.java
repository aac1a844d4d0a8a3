package dev.schemac.syntax;

import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * Stops at a line's first error and remembers what could have stood there: also what an optional
 * part or a repetition that was passed by would have taken.
 */
final class FirstError extends DefaultErrorStrategy {
  private int place = -1;
  private int[] states = new int[16];
  private int count;

  @Override
  public void reset(Parser recognizer) {
    super.reset(recognizer);
    place = -1;
    count = 0;
  }

  @Override
  public void sync(Parser recognizer) {
    int now = recognizer.getInputStream().index();
    if (now != place) {
      place = now;
      count = 0;
    }
    if (count < states.length) {
      states[count++] = recognizer.getState();
    }
  }

  @Override
  public void recover(Parser recognizer, RecognitionException error) {
    for (ParserRuleContext at = recognizer.getContext(); at != null; at = at.getParent()) {
      at.exception = error;
    }
    throw new ParseCancellationException(error);
  }

  @Override
  public Token recoverInline(Parser recognizer) {
    InputMismatchException error = new InputMismatchException(recognizer);
    recover(recognizer, error);
    throw error;
  }

  /** The token types that could have stood at the place of the error. */
  IntervalSet expected(Parser recognizer, RecognitionException error) {
    IntervalSet expected = new IntervalSet();
    if (place == recognizer.getInputStream().index()) {
      for (int at = 0; at < count; at++) {
        expected.addAll(recognizer.getATN().nextTokens(recognizer.getATN().states.get(states[at])));
      }
    }
    if (error instanceof InputMismatchException) {
      expected.addAll(error.getExpectedTokens());
    }
    return expected;
  }
}
