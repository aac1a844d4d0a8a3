package dev.schemac.resolve.expression;

import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.model.DataType;
import dev.schemac.model.Expression;
import java.util.List;
import java.util.Optional;

/**
 * An expression's normal form.
 *
 * @param type where it is known
 */
public record ResolvedExpression(
    Expression expression, Optional<DataType> type, List<Diagnostic> diagnostics) {
  public ResolvedExpression {
    diagnostics = List.copyOf(diagnostics);
  }
}
