package dev.schemac.syntax;

import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * One declaration or member: the tokens that the layout rule puts together.
 *
 * @param tokens never empty; a {@code { … }} is one {@link BlockToken}
 * @param state whether something was reported already that makes further syntax errors noise
 */
record Line(List<Token> tokens, State state) {
  /** What is known about a line before it is parsed. */
  enum State {
    SOUND,
    /** An error was reported: parse what is there, report nothing more. */
    SPOILED,
    /** An error was reported that forbids parsing. */
    UNPARSABLE
  }

  Token first() {
    return tokens.get(0);
  }

  Token last() {
    return tokens.get(tokens.size() - 1);
  }
}
