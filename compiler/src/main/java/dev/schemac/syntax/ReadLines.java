package dev.schemac.syntax;

import dev.schemac.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.ParserRuleContext;

/**
 * What consecutive outermost lines of a text give. No line has to know of another, so a large text
 * is read in ranges at the same time.
 *
 * @param verbatim tokens whose spacing the tree keeps, by index
 * @param docs which comments belong to these lines
 */
record ReadLines(
    List<Declaration> declarations,
    List<Diagnostic> diagnostics,
    BitSet verbatim,
    DocComments docs) {

  /** Fewer are read sooner than they are handed out. */
  private static final int RANGE = 250;

  /** One after the other; {@code parsed} takes each line's parse tree, null where nobody asks. */
  static ReadLines of(TokenList tokens, List<Line> lines, Map<Line, ParserRuleContext> parsed) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    DocComments docs = new DocComments(tokens);
    Nodes nodes = new Nodes(tokens, diagnostics);
    DeclarationBuilder builder =
        new DeclarationBuilder(nodes, new LineParser(tokens.source(), diagnostics, parsed), docs);
    List<Declaration> declarations = new ArrayList<>();
    for (Line line : lines) {
      builder.declaration(line).ifPresent(declarations::add);
    }
    return new ReadLines(declarations, diagnostics, nodes.verbatim(), docs);
  }

  /** In ranges at the same time; the result is that of {@link #of}. */
  static ReadLines together(TokenList tokens, List<Line> lines) {
    int ranges = (lines.size() + RANGE - 1) / RANGE;
    if (ranges < 2) {
      return of(tokens, lines, null);
    }
    List<ReadLines> read =
        IntStream.range(0, ranges)
            .parallel()
            .mapToObj(i -> lines.subList(i * RANGE, Math.min(lines.size(), (i + 1) * RANGE)))
            .map(range -> of(tokens, range, null))
            .toList();
    ReadLines all = of(tokens, List.of(), null);
    read.forEach(all::add);
    return all;
  }

  private void add(ReadLines next) {
    declarations.addAll(next.declarations);
    diagnostics.addAll(next.diagnostics);
    verbatim.or(next.verbatim);
    docs.add(next.docs);
  }
}
