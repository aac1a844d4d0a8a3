package dev.schemac.syntax;

import dev.schemac.grammar.SchemaLexer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** The type in a routine's parameter, which may have a mode, a name and a default around it. */
final class Parameters {
  private static final Set<String> MODES = Set.of("in", "inout", "variadic");

  /** Second words that make two words one type, so that the first is no name. */
  private static final Set<String> SECOND =
      Set.of("precision", "varying", "unsigned", "signed", "zerofill", "with", "without");

  private Parameters() {}

  /** Empty for {@code out} parameters, which are no part of the identity. */
  static Optional<String> type(List<Token> written) {
    List<Token> tokens = written.subList(0, end(written));
    if (tokens.size() > 1 && word(tokens.get(0)).equals("out")) {
      return Optional.empty();
    }
    if (tokens.size() > 1 && MODES.contains(word(tokens.get(0)))) {
      tokens = tokens.subList(1, tokens.size());
    }
    if (tokens.size() > 1 && named(tokens)) {
      tokens = tokens.subList(1, tokens.size());
    }
    return Optional.of(SqlText.join(tokens));
  }

  private static boolean named(List<Token> tokens) {
    String second = word(tokens.get(1));
    return Character.isLetter(second.charAt(0)) && !SECOND.contains(second)
        || second.charAt(0) == '_'
        || second.charAt(0) == '`';
  }

  /** Where the default begins. */
  private static int end(List<Token> tokens) {
    for (int at = 1; at < tokens.size(); at++) {
      int type = tokens.get(at).getType();
      if (type == SchemaLexer.DEFAULT || type == SchemaLexer.EQ) {
        return at;
      }
    }
    return tokens.size();
  }

  private static String word(Token token) {
    return token.getText().toLowerCase(Locale.ROOT);
  }
}
