package dev.schemac.syntax;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Fix;
import dev.schemac.diagnostic.Span;
import dev.schemac.grammar.SchemaLexer;
import dev.schemac.source.SourceText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * What is wrong with single tokens. A bad token is turned into the good one that was meant, so that
 * the line around it is still read.
 */
final class LexicalErrors {
  private final SourceText source;
  private final List<Token> all;
  private final List<Token> visible;
  private final BitSet firstOnLine = new BitSet();
  private final BitSet bad = new BitSet();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final int[] columns;
  private int line = -1;
  private int lineColumn;
  private boolean pending;

  LexicalErrors(SourceText source, List<Token> all) {
    this.source = source;
    this.all = all;
    this.visible = new ArrayList<>(all.size());
    this.columns = new int[all.size()];
  }

  TokenList check() {
    int begun = -1;
    for (Token token : all) {
      if (token.getLine() != begun) {
        begun = token.getLine();
        lineColumn = token.getCharPositionInLine();
      }
      report(token).ifPresent(diagnostics::add);
      if (token.getChannel() == Token.DEFAULT_CHANNEL) {
        show(token);
      }
    }
    Indentation.check(source, visible, firstOnLine).ifPresent(diagnostics::add);
    return new TokenList(source, all, visible, firstOnLine, bad, columns, diagnostics);
  }

  private void show(Token token) {
    boolean first = token.getLine() > line;
    if (first) {
      firstOnLine.set(visible.size());
    }
    columns[visible.size()] = first ? lineColumn : token.getCharPositionInLine();
    if (pending) {
      bad.set(visible.size());
      pending = false;
    }
    line = TokenList.endLine(source, token);
    visible.add(token);
  }

  private Optional<Diagnostic> report(Token token) {
    Optional<Diagnostic> found = diagnose((CommonToken) token, TokenList.span(source, token));
    if (found.isPresent()) {
      boolean behind =
          token.getChannel() != Token.DEFAULT_CHANNEL
              && !visible.isEmpty()
              && line == token.getLine();
      if (behind) {
        bad.set(visible.size() - 1);
      } else {
        pending = true;
      }
    }
    return found;
  }

  private static Optional<Diagnostic> diagnose(CommonToken token, Span span) {
    String text = token.getText();
    return Optional.ofNullable(
        switch (token.getType()) {
          case SchemaLexer.BAD_STRING -> {
            token.setType(SchemaLexer.STRING);
            yield open(span, "the text is not closed on its line")
                .withHelp("close it with `'`; more lines stand in a raw block `\"\"\"…\"\"\"`");
          }
          case SchemaLexer.BAD_QUOTED, SchemaLexer.BAD_DOUBLE_QUOTED -> {
            token.setType(SchemaLexer.QUOTED);
            yield open(span, "the name is not closed on its line")
                .withHelp("names stand in backticks");
          }
          case SchemaLexer.OPEN_RAW -> {
            token.setType(SchemaLexer.RAW);
            int fence = fence(text);
            yield open(head(span, fence), "the raw block is never closed")
                .withHelp("close it with " + fence + " quotes");
          }
          case SchemaLexer.OPEN_COMMENT ->
              open(head(span, 2), "the comment is never closed").withHelp("close it with `*/`");
          case SchemaLexer.DOUBLE_QUOTED -> {
            token.setType(SchemaLexer.QUOTED);
            yield doubleQuoted(text, span);
          }
          case SchemaLexer.SQL_COMMENT ->
              Diagnostic.of(Code.SC1001, span, "`--` does not begin a comment here")
                  .withHelp("comments begin with `//`")
                  .withFix(fix("write `//`", span, "//" + text.substring(2)));
          case SchemaLexer.STRANGE_BLANK ->
              Diagnostic.of(
                      Code.SC1003,
                      span,
                      "this blank is the character U+"
                          + String.format(java.util.Locale.ROOT, "%04X", (int) text.charAt(0)))
                  .withHelp("replace it by an ordinary blank")
                  .withFix(fix("replace it by a blank", span, " "));
          case SchemaLexer.BAD_WORD -> {
            token.setType(SchemaLexer.QUOTED);
            token.setText("`" + text + "`");
            yield Diagnostic.of(Code.SC1003, span, "`" + text + "` is no bare name")
                .withHelp(
                    "a name with other than ASCII letters, digits and `_` stands in backticks")
                .withFix(fix("put it in backticks", span, "`" + text + "`"));
          }
          case SchemaLexer.ERROR_CHARACTER, SchemaLexer.ERROR_CHARACTERS ->
              Diagnostic.of(Code.SC1003, span, "unexpected " + characters(text));
          default -> null;
        });
  }

  private static Diagnostic open(Span span, String message) {
    return Diagnostic.of(Code.SC1002, span, message);
  }

  private static Diagnostic doubleQuoted(String text, Span span) {
    String inner = text.substring(1, text.length() - 1);
    return Diagnostic.of(Code.SC1001, span, "`\"` quotes nothing here")
        .withHelp("a name stands in backticks, a text in single quotes")
        .withFix(fix("make it a name", span, "`" + inner.replace("`", "``") + "`"))
        .withFix(fix("make it a text", span, "'" + inner.replace("'", "''") + "'"));
  }

  private static Fix fix(String title, Span span, String replacement) {
    return new Fix(title, List.of(new Fix.Edit(span, replacement)));
  }

  /** Printable characters as they are, others by number; never more than a few. */
  private static String characters(String text) {
    int first = text.codePointAt(0);
    boolean shown =
        first > ' '
            && Character.isDefined(first)
            && !Character.isISOControl(first)
            && !Character.isSurrogate((char) first)
            && first != 0xFFFD;
    String number = String.format(java.util.Locale.ROOT, "U+%04X", first);
    return "character " + (shown ? "`" + Character.toString(first) + "`" : number);
  }

  private static Span head(Span span, int length) {
    return new Span(span.file(), span.start(), span.start() + length, span.line(), span.column());
  }

  private static int fence(String text) {
    int quotes = 0;
    while (quotes < text.length() && text.charAt(quotes) == '"') {
      quotes++;
    }
    return quotes;
  }
}
