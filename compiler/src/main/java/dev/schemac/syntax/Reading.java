package dev.schemac.syntax;

import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Span;
import dev.schemac.source.SourceText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.ParserRuleContext;

/**
 * All that reading a text gives: the tree for everyone, tokens, lines and parse trees for the
 * formatter.
 */
record Reading(
    SourceTree tree,
    TokenList tokens,
    List<Line> lines,
    BitSet verbatim,
    Map<Line, ParserRuleContext> parsed) {

  /** {@code parsed} takes each line's parse tree, by identity; null where nobody asks. */
  static Reading of(SourceText source, Map<Line, ParserRuleContext> parsed) {
    TokenList tokens = TokenList.of(source);
    List<Diagnostic> diagnostics = new ArrayList<>(tokens.diagnostics());
    Layout.Cut cut = Layout.cut(tokens);
    diagnostics.addAll(cut.diagnostics());
    ReadLines read =
        parsed == null
            ? ReadLines.together(tokens, cut.lines())
            : ReadLines.of(tokens, cut.lines(), parsed);
    diagnostics.addAll(read.diagnostics());
    diagnostics.addAll(read.docs().unattached());
    diagnostics.sort(Comparator.comparing(Diagnostic::span, Comparator.<Span>naturalOrder()));
    SourceTree tree = new SourceTree(source.name(), read.declarations(), diagnostics);
    return new Reading(tree, tokens, cut.lines(), read.verbatim(), parsed);
  }
}
