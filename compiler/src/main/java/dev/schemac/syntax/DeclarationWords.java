package dev.schemac.syntax;

import dev.schemac.grammar.SchemaLexer;

/** The words that a declaration begins with. */
final class DeclarationWords {
  private DeclarationWords() {}

  static boolean begins(int tokenType) {
    return switch (tokenType) {
      case SchemaLexer.NAMESPACE,
          SchemaLexer.ENUM,
          SchemaLexer.TYPE,
          SchemaLexer.DOMAIN,
          SchemaLexer.MIXIN,
          SchemaLexer.TABLE,
          SchemaLexer.SEQUENCE,
          SchemaLexer.EXTENSION,
          SchemaLexer.FUNCTION,
          SchemaLexer.PROCEDURE,
          SchemaLexer.CONSTRAINT,
          SchemaLexer.TRIGGER,
          SchemaLexer.MATERIALIZED,
          SchemaLexer.VIEW,
          SchemaLexer.POLICY,
          SchemaLexer.GRANT,
          SchemaLexer.REVOKE,
          SchemaLexer.NATIVE,
          SchemaLexer.RETIRE,
          SchemaLexer.EXTERNAL,
          SchemaLexer.ROLE ->
          true;
      default -> false;
    };
  }
}
