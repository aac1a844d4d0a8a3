package dev.schemac.syntax;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Span;
import dev.schemac.grammar.SchemaLexer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/**
 * The layout rule: a line indented deeper than the declaration or member before it continues it,
 * any other line begins a new one; inside parentheses a line break is white space; in a body {@code
 * ,} and {@code ;} separate as well. Linear in the number of tokens.
 */
final class Layout {
  /** How deep braces may nest. */
  static final int MAX_BLOCKS = 20;

  private final TokenList tokens;
  private final Brackets brackets;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private Layout(TokenList tokens) {
    this.tokens = tokens;
    this.brackets = Brackets.of(tokens);
  }

  /** The declarations of a file, and what was wrong with its brackets. */
  record Cut(List<Line> lines, List<Diagnostic> diagnostics) {}

  static Cut cut(TokenList tokens) {
    Layout layout = new Layout(tokens);
    List<Line> lines = layout.lines(0, tokens.visible().size(), 0);
    return new Cut(lines, layout.diagnostics);
  }

  private List<Line> lines(int from, int to, int depth) {
    LineCutter cutter = new LineCutter(depth);
    for (int at = from; at < to; ) {
      at = cutter.take(at);
    }
    cutter.flush();
    return cutter.lines;
  }

  private Span span(int at) {
    return TokenList.span(tokens.source(), tokens.visible().get(at));
  }

  /** Collects the lines of one body, or of the file. */
  private final class LineCutter {
    private final int depth;
    private final List<Line> lines = new ArrayList<>();
    private List<Token> current = new ArrayList<>();
    private Line.State state = Line.State.SOUND;
    private int column;
    private boolean behindBlock;
    private boolean unclosed;

    LineCutter(int depth) {
      this.depth = depth;
    }

    /** Takes the token at a place with all that it encloses; the place behind. */
    int take(int at) {
      Token token = tokens.visible().get(at);
      if (tokens.firstOnLine().get(at) && begins(at, token)) {
        flush();
      }
      return switch (token.getType()) {
        case SchemaLexer.LP, SchemaLexer.LB -> parens(at);
        case SchemaLexer.LBRACE -> block(at);
        case SchemaLexer.RP, SchemaLexer.RB -> stray(at);
        case SchemaLexer.RBRACE -> strayBrace(at);
        case SchemaLexer.SEMI -> separator(at);
        // behind a parenthesis that is never closed a comma parts no members
        case SchemaLexer.COMMA -> depth > 0 && !unclosed ? separator(at) : plain(at);
        default -> plain(at);
      };
    }

    private boolean begins(int at, Token token) {
      boolean brace = token.getType() == SchemaLexer.LBRACE;
      return !brace && (behindBlock || tokens.columns()[at] <= column);
    }

    private int plain(int at) {
      add(at, tokens.visible().get(at));
      return at + 1;
    }

    private void add(int at, Token token) {
      if (current.isEmpty()) {
        column = tokens.columns()[at];
      }
      behindBlock = false;
      if (tokens.bad().get(at)) {
        spoil(Line.State.SPOILED);
      }
      current.add(token);
    }

    private int separator(int at) {
      flush();
      return at + 1;
    }

    private int parens(int at) {
      int close = brackets.partner(at);
      if (close == Brackets.NONE) {
        report(span(at), "`" + text(at) + "` is never closed");
        unclosed = true;
        return plain(at);
      }
      int deep = brackets.tooDeep(at, close);
      if (deep != Brackets.NONE) {
        tooDeep(span(deep), "nested more than " + Brackets.MAX_DEPTH + " deep");
      }
      for (int inner = at; inner <= close; inner++) {
        add(inner, tokens.visible().get(inner));
      }
      return close + 1;
    }

    private int stray(int at) {
      report(span(at), "`" + text(at) + "` closes nothing");
      return plain(at);
    }

    private int strayBrace(int at) {
      report(span(at), "`}` closes nothing");
      flush();
      return at + 1;
    }

    private int block(int at) {
      int end = brackets.partner(at);
      boolean open = brackets.endsWithoutBrace(at);
      if (open) {
        report(span(at), "`{` is never closed");
      }
      List<Line> inner = List.of();
      if (depth == MAX_BLOCKS) {
        tooDeep(span(at), "braces nested more than " + MAX_BLOCKS + " deep");
      } else {
        inner = lines(at + 1, end, depth + 1);
      }
      Optional<Token> close = open ? Optional.empty() : Optional.of(tokens.visible().get(end));
      add(at, new BlockToken(tokens.visible().get(at), close, inner));
      behindBlock = true;
      return open ? end : end + 1;
    }

    private String text(int at) {
      return tokens.visible().get(at).getText();
    }

    private void report(Span span, String message) {
      if (state == Line.State.SOUND) {
        diagnostics.add(Diagnostic.of(Code.SC1001, span, message));
      }
      spoil(Line.State.SPOILED);
    }

    private void tooDeep(Span span, String message) {
      if (state != Line.State.UNPARSABLE) {
        diagnostics.add(Diagnostic.of(Code.SC1004, span, message));
      }
      spoil(Line.State.UNPARSABLE);
    }

    private void spoil(Line.State worse) {
      state = worse.compareTo(state) > 0 ? worse : state;
    }

    void flush() {
      if (!current.isEmpty()) {
        lines.add(new Line(current, state));
        current = new ArrayList<>();
      }
      state = Line.State.SOUND;
      behindBlock = false;
      unclosed = false;
    }
  }
}
