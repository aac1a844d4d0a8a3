package dev.schemac.syntax;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Span;
import dev.schemac.grammar.SchemaLexer;
import dev.schemac.grammar.SchemaParser.GrantDeclContext;
import dev.schemac.grammar.SchemaParser.RetireDeclContext;
import dev.schemac.grammar.SchemaParser.RoutineWordContext;
import dev.schemac.syntax.Declaration.Header;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Headers in SQL's own words, which the grammar takes as they come: found apart by their words. */
final class HeaderWords {
  private final Nodes nodes;

  HeaderWords(Nodes nodes) {
    this.nodes = nodes;
  }

  /** {@code event trigger} and {@code et1}; the name with its signature. */
  record Named(String kind, QualifiedIdent name) {}

  /** Kind words and then a name; empty where one is missing. */
  Optional<Named> named(List<Token> tokens) {
    int end = tokens.size();
    int open = signature(tokens);
    int name = open - 1;
    if (name < 1) {
      return Optional.empty();
    }
    boolean qualified = name >= 3 && tokens.get(name - 1).getType() == SchemaLexer.DOT;
    int first = qualified ? name - 2 : name;
    String kind = SqlText.join(tokens.subList(0, first)).toLowerCase(Locale.ROOT);
    String signature = SqlText.join(tokens.subList(open, end));
    Token last = tokens.get(name);
    Ident ident = new Ident(Nodes.name(last) + signature, nodes.span(last, tokens.get(end - 1)));
    Optional<Ident> namespace =
        qualified ? Optional.of(nodes.ident(tokens.get(first))) : Optional.empty();
    return Optional.of(new Named(kind, new QualifiedIdent(namespace, ident)));
  }

  /** The place of the parenthesis that opens a signature at the end, else the end. */
  private static int signature(List<Token> tokens) {
    int depth = 0;
    for (int at = tokens.size() - 1; at >= 0; at--) {
      int type = tokens.get(at).getType();
      depth += type == SchemaLexer.RP ? 1 : type == SchemaLexer.LP ? -1 : 0;
      if (depth == 0) {
        return type == SchemaLexer.LP ? at : tokens.size();
      }
    }
    return tokens.size();
  }

  /** The table of {@code … on auth.users …}. */
  Optional<QualifiedIdent> behindOn(List<RoutineWordContext> list) {
    for (int at = 0; at + 1 < list.size(); at++) {
      if (is(list.get(at), SchemaLexer.ON)) {
        return Optional.of(qualified(list, at + 1));
      }
    }
    return Optional.empty();
  }

  private QualifiedIdent qualified(List<RoutineWordContext> list, int at) {
    Ident first = nodes.ident(list.get(at));
    boolean dotted = at + 2 < list.size() && is(list.get(at + 1), SchemaLexer.DOT);
    return dotted
        ? new QualifiedIdent(Optional.of(first), nodes.ident(list.get(at + 2)))
        : new QualifiedIdent(Optional.empty(), first);
  }

  private static boolean is(ParserRuleContext word, int type) {
    return word.getStart() == word.getStop() && word.getStart().getType() == type;
  }

  Optional<Declaration> grant(GrantDeclContext node, Header header) {
    List<RoutineWordContext> words = node.routineWord();
    boolean revoke = node.REVOKE() != null;
    int on = find(words, 0, SchemaLexer.ON);
    int to = find(words, on + 1, revoke ? SchemaLexer.FROM : SchemaLexer.TO);
    if (on < 1 || to < on + 2 || to == words.size() - 1) {
      String verb = revoke ? "revoke" : "grant";
      nodes.report(
          Code.SC1001,
          nodes.span(node.getStart()),
          "this " + verb + " is not complete",
          "write `" + verb + " select on TABLE " + (revoke ? "from" : "to") + " ROLE`");
      return Optional.empty();
    }
    return Optional.of(
        new Declaration.GrantDecl(
            header,
            revoke,
            nodes.text(words.subList(0, on)),
            nodes.text(words.subList(on + 1, to)),
            nodes.text(words.subList(to, words.size()))));
  }

  private static int find(List<RoutineWordContext> words, int from, int type) {
    for (int at = Math.max(0, from); at < words.size(); at++) {
      if (is(words.get(at), type)) {
        return at;
      }
    }
    return -1;
  }

  /** {@code retire trigger t on x}, {@code retire table t when empty}. */
  Optional<Declaration> retire(RetireDeclContext node, Header header) {
    ParserRuleContext first = node.retireWord(0);
    ParserRuleContext last = node.retireWord(node.retireWord().size() - 1);
    nodes.text(first.getStart(), last.getStop());
    List<Token> tokens = nodes.range(first.getStart(), last.getStop());
    int on = on(tokens);
    Optional<Named> named = named(tokens.subList(0, on));
    if (named.isEmpty()) {
      Span span = nodes.span(node.RETIRE().getSymbol());
      nodes.report(
          Code.SC1001, span, "`retire` needs a kind and a name", "write `retire table NAME`");
      return Optional.empty();
    }
    return Optional.of(
        new Declaration.RetireDecl(
            header,
            named.get().kind(),
            named.get().name(),
            table(tokens.subList(on, tokens.size())),
            node.EMPTY() != null
                ? Declaration.RetireCondition.WHEN_EMPTY
                : Declaration.RetireCondition.ALWAYS));
  }

  /** The place of a word {@code on} behind a kind and a name, else the end. */
  private static int on(List<Token> tokens) {
    for (int at = 2; at < tokens.size() - 1; at++) {
      if (tokens.get(at).getType() == SchemaLexer.ON) {
        return at;
      }
    }
    return tokens.size();
  }

  private Optional<QualifiedIdent> table(List<Token> tokens) {
    if (tokens.size() < 2) {
      return Optional.empty();
    }
    Ident last = nodes.ident(tokens.get(tokens.size() - 1));
    Optional<Ident> namespace =
        tokens.size() == 4 ? Optional.of(nodes.ident(tokens.get(1))) : Optional.empty();
    return Optional.of(new QualifiedIdent(namespace, last));
  }
}
