package dev.schemac.syntax;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Span;
import dev.schemac.grammar.SchemaLexer;
import dev.schemac.grammar.SchemaParser.IdentContext;
import dev.schemac.grammar.SchemaParser.QualifiedContext;
import dev.schemac.grammar.SchemaParser.QualifiedWasContext;
import dev.schemac.grammar.SchemaParser.WasContext;
import dev.schemac.model.Dialect;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** What all builders of the tree share: spans, names, texts, and where to report. */
final class Nodes {
  private final TokenList tokens;
  private final List<Diagnostic> diagnostics;
  private final BitSet verbatim = new BitSet();

  Nodes(TokenList tokens, List<Diagnostic> diagnostics) {
    this.tokens = tokens;
    this.diagnostics = diagnostics;
  }

  void report(Code code, Span span, String message, String help) {
    diagnostics.add(Diagnostic.of(code, span, message).withHelp(help));
  }

  void report(Diagnostic diagnostic) {
    diagnostics.add(diagnostic);
  }

  TokenList tokens() {
    return tokens;
  }

  Span span(Token token) {
    return TokenList.span(tokens.source(), token);
  }

  Span span(ParserRuleContext node) {
    return span(node.getStart(), node.getStop());
  }

  Span span(Token first, Token last) {
    int end = last == null ? first.getStopIndex() : last.getStopIndex();
    return new Span(
        tokens.source().name(),
        first.getStartIndex(),
        Math.max(first.getStartIndex(), end + 1),
        first.getLine(),
        first.getCharPositionInLine() + 1);
  }

  /** The span of a whole line. */
  Span span(Line line) {
    return span(line.first(), line.last());
  }

  Ident ident(ParserRuleContext node) {
    return ident(node.getStart());
  }

  Ident ident(Token token) {
    return new Ident(name(token), span(token));
  }

  Optional<Ident> optional(ParserRuleContext node) {
    return Optional.ofNullable(node).map(this::ident);
  }

  List<Ident> idents(List<? extends ParserRuleContext> nodes) {
    return nodes.stream().map(this::ident).toList();
  }

  Optional<Ident> was(WasContext node) {
    return Optional.ofNullable(node).map(found -> ident(found.ident()));
  }

  QualifiedIdent qualified(QualifiedContext node) {
    List<IdentContext> parts = node.ident();
    return parts.size() == 1
        ? new QualifiedIdent(Optional.empty(), ident(parts.get(0)))
        : new QualifiedIdent(Optional.of(ident(parts.get(0))), ident(parts.get(1)));
  }

  Optional<QualifiedIdent> was(QualifiedWasContext node) {
    return Optional.ofNullable(node).map(found -> qualified(found.qualified()));
  }

  /** A name without its backticks, a text without its quotes. */
  static String name(Token token) {
    String text = token.getText();
    return switch (token.getType()) {
      case SchemaLexer.QUOTED -> unquote(text, text.charAt(0));
      case SchemaLexer.STRING -> unquote(text, '\'');
      default -> text;
    };
  }

  /** Also for a text that is not closed, which was reported. */
  private static String unquote(String text, char quote) {
    boolean closed = text.length() > 1 && text.charAt(text.length() - 1) == quote;
    String inner = text.substring(1, closed ? text.length() - 1 : text.length());
    return inner.replace("" + quote + quote, "" + quote);
  }

  /** The visible tokens from one to another, both included. */
  List<Token> range(Token first, Token last) {
    List<Token> found = new ArrayList<>();
    for (int at = first.getTokenIndex(); at <= last.getTokenIndex(); at++) {
      Token token = tokens.all().get(at);
      if (token.getChannel() == Token.DEFAULT_CHANNEL) {
        found.add(token);
      }
    }
    return found;
  }

  /** The source text from one token to another with single blanks, as the tree keeps it. */
  String text(Token first, Token last) {
    verbatim.set(first.getTokenIndex(), last.getTokenIndex() + 1);
    return SqlText.join(range(first, last));
  }

  String text(ParserRuleContext node) {
    boolean empty =
        node.getStop() == null || node.getStop().getTokenIndex() < node.getStart().getTokenIndex();
    return empty ? "" : text(node.getStart(), node.getStop());
  }

  String text(List<? extends ParserRuleContext> nodes) {
    List<Token> found = new ArrayList<>();
    for (ParserRuleContext node : nodes) {
      verbatim.set(node.getStart().getTokenIndex(), node.getStop().getTokenIndex() + 1);
      found.addAll(range(node.getStart(), node.getStop()));
    }
    return SqlText.join(found);
  }

  /** Tokens whose spacing the tree keeps, by index; the formatter must not change it. */
  BitSet verbatim() {
    return verbatim;
  }

  /** Empty, and reported, where there is no such dialect. */
  Optional<Dialect> dialect(Token word) {
    String label = word.getText().substring(1).toLowerCase(Locale.ROOT);
    for (Dialect dialect : Dialect.values()) {
      if (dialect.label().equals(label)) {
        return Optional.of(dialect);
      }
    }
    report(
        Code.SC1001,
        span(word),
        "unknown dialect `" + word.getText() + "`",
        "write `@postgres` or `@mysql`");
    return Optional.empty();
  }
}
