package dev.schemac.syntax;

import dev.schemac.diagnostic.Diagnostic;
import java.util.List;

/**
 * One file's syntax tree.
 *
 * @param diagnostics what could not be read; the declarations are what could
 */
public record SourceTree(
    String file, List<Declaration> declarations, List<Diagnostic> diagnostics) {
  public SourceTree {
    declarations = List.copyOf(declarations);
    diagnostics = List.copyOf(diagnostics);
  }
}
