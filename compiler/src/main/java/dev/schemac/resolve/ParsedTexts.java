package dev.schemac.resolve;

import dev.schemac.source.SourceText;
import dev.schemac.syntax.Declaration;
import dev.schemac.syntax.Expr;
import dev.schemac.syntax.Member;
import dev.schemac.syntax.SourceParser;
import dev.schemac.syntax.SourceTree;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Expressions of a whole schema as syntax, each text parsed once: {@code now()} and {@code 0} stand
 * in every other table. May be asked from several threads.
 */
final class ParsedTexts {
  private final Map<String, Optional<Expr>> parsed = new ConcurrentHashMap<>();
  private final Map<Pair, Boolean> agreeing = new ConcurrentHashMap<>();

  /** Empty where the parser does not understand the text. */
  Optional<Expr> of(String text) {
    return parsed.computeIfAbsent(text, ParsedTexts::parse);
  }

  /** Whether PostgreSQL prints the second text as the first; each pair is compared once. */
  boolean agree(String printed, String sent) {
    return agreeing.computeIfAbsent(new Pair(printed, sent), p -> p.agree());
  }

  private record Pair(String printed, String sent) {
    boolean agree() {
      return ServerTokens.agree(printed, sent);
    }
  }

  /** By way of a check, the one place where any expression may stand. */
  private static Optional<Expr> parse(String text) {
    SourceTree tree =
        SourceParser.parse(new SourceText("", "table t {\n  check c (" + text + ")\n}\n"));
    boolean sound =
        tree.diagnostics().isEmpty()
            && tree.declarations().size() == 1
            && tree.declarations().get(0) instanceof Declaration.TableDecl table
            && table.members().size() == 1
            && table.members().get(0) instanceof Member.CheckDecl;
    if (!sound) {
      return Optional.empty();
    }
    Declaration.TableDecl table = (Declaration.TableDecl) tree.declarations().get(0);
    return Optional.of(((Member.CheckDecl) table.members().get(0)).condition());
  }
}
