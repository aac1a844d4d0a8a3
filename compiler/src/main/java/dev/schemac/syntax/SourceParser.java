package dev.schemac.syntax;

import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Span;
import dev.schemac.source.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Text → syntax tree. Never throws, whatever the text; safe to call from several threads. One bad
 * line is one diagnostic, and the declarations are what could be read.
 */
public final class SourceParser {
  private SourceParser() {}

  /** Codes {@code SC1001} … {@code SC1005} come from here. */
  public static SourceTree parse(SourceText source) {
    TokenList tokens = TokenList.of(source);
    List<Diagnostic> diagnostics = new ArrayList<>(tokens.diagnostics());
    Layout.Cut cut = Layout.cut(tokens);
    diagnostics.addAll(cut.diagnostics());
    DocComments docs = new DocComments(tokens);
    DeclarationBuilder builder =
        new DeclarationBuilder(
            new Nodes(tokens, diagnostics), new LineParser(source, diagnostics), docs);
    List<Declaration> declarations = new ArrayList<>();
    for (Line line : cut.lines()) {
      builder.declaration(line).ifPresent(declarations::add);
    }
    diagnostics.addAll(docs.unattached());
    diagnostics.sort(Comparator.comparing(Diagnostic::span, Comparator.<Span>naturalOrder()));
    return new SourceTree(source.name(), declarations, diagnostics);
  }
}
