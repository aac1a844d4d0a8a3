package dev.schemac.syntax;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Severity;
import dev.schemac.grammar.SchemaLexer;
import dev.schemac.source.EscapedText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.Token;

/** Which {@code ///} lines belong to which declaration or member. */
final class DocComments {
  private final TokenList tokens;
  private final BitSet attached = new BitSet();

  DocComments(TokenList tokens) {
    this.tokens = tokens;
  }

  /** The text of the lines above, and of the one behind on the same line. */
  Optional<String> of(Line line) {
    List<Token> found = above(line);
    behind(line).ifPresent(found::add);
    found.forEach(doc -> attached.set(doc.getTokenIndex()));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    String text = found.stream().map(DocComments::text).collect(Collectors.joining("\n"));
    return Optional.of(EscapedText.read(text).orElse(text));
  }

  /** Takes over what others found of the same text. */
  void add(DocComments others) {
    attached.or(others.attached);
  }

  /** Takes back {@link #of}: what the line says cannot be documented. */
  void refuse(Line line) {
    List<Token> found = above(line);
    behind(line).ifPresent(found::add);
    found.forEach(doc -> attached.clear(doc.getTokenIndex()));
  }

  private List<Token> above(Line line) {
    List<Token> found = new ArrayList<>();
    int at = line.first().getTokenIndex() - 1;
    while (at >= 0 && tokens.all().get(at).getChannel() != Token.DEFAULT_CHANNEL) {
      at--;
    }
    Token before = at < 0 ? null : tokens.all().get(at);
    boolean opens = before == null || before.getType() == SchemaLexer.LBRACE;
    int end = opens ? 0 : TokenList.endLine(tokens.source(), before);
    for (at++; at < line.first().getTokenIndex(); at++) {
      Token token = tokens.all().get(at);
      if (token.getType() == SchemaLexer.DOC && token.getLine() > end) {
        found.add(token);
      }
    }
    return found;
  }

  private Optional<Token> behind(Line line) {
    int last =
        line.last() instanceof BlockToken block
            ? block.close().orElse(block.open()).getTokenIndex()
            : line.last().getTokenIndex();
    Token end = tokens.all().get(last);
    int endLine = TokenList.endLine(tokens.source(), end);
    for (int at = last + 1; at < tokens.all().size(); at++) {
      Token token = tokens.all().get(at);
      if (token.getLine() != endLine) {
        return Optional.empty();
      }
      if (token.getType() == SchemaLexer.DOC) {
        return Optional.of(token);
      }
      boolean passed =
          token.getType() == SchemaLexer.COMMA
              || token.getType() == SchemaLexer.SEMI
              || token.getChannel() != Token.DEFAULT_CHANNEL;
      if (!passed) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static String text(Token token) {
    String text = token.getText().substring(3).stripTrailing();
    return text.startsWith(" ") ? text.substring(1) : text;
  }

  /** A warning for each {@code ///} that stands above or behind nothing. */
  List<Diagnostic> unattached() {
    return tokens.all().stream()
        .filter(t -> t.getType() == SchemaLexer.DOC && !attached.get(t.getTokenIndex()))
        .map(
            doc ->
                Diagnostic.of(
                        Code.SC1001,
                        TokenList.span(tokens.source(), doc),
                        "this comment documents nothing")
                    .withSeverity(Severity.WARNING)
                    .withHelp("`///` stands above or behind what it documents; else write `//`"))
        .toList();
  }
}
