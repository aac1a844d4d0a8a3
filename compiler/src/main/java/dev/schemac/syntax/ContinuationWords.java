package dev.schemac.syntax;

import dev.schemac.grammar.SchemaLexer;

/** The words that a clause begins with, when somebody gives it a line of its own. */
final class ContinuationWords {
  private ContinuationWords() {}

  static boolean begins(int tokenType) {
    return switch (tokenType) {
      case SchemaLexer.ON,
          SchemaLexer.USING,
          SchemaLexer.WHERE,
          SchemaLexer.DEFAULT,
          SchemaLexer.CHECK,
          SchemaLexer.COLLATE,
          SchemaLexer.INCLUDE,
          SchemaLexer.BACKFILL,
          SchemaLexer.WHEN,
          SchemaLexer.GENERATED,
          SchemaLexer.DEFERRABLE,
          SchemaLexer.REF,
          SchemaLexer.AS ->
          true;
      default -> false;
    };
  }
}
