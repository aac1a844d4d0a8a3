package dev.schemac.resolve.expression;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Span;
import dev.schemac.model.Target;

/** What a target has not: SC2016 where another target of the project has it, else SC2010. */
final class Availability {
  private Availability() {}

  static Diagnostic missing(ExpressionScope scope, Span span, String what) {
    String server = scope.target().serverName();
    return severalDialects(scope)
        ? Diagnostic.of(Code.SC2016, span, "`" + what + "` cannot be translated to " + server)
        : Diagnostic.of(Code.SC2010, span, "`" + what + "` is not available on " + server);
  }

  /** Whether a note about all dialects is due: with the first one's model only, so once. */
  static boolean speaks(ExpressionScope scope) {
    return severalDialects(scope)
        && scope.allTargets().get(0).dialect() == scope.target().dialect();
  }

  static boolean severalDialects(ExpressionScope scope) {
    return scope.allTargets().stream().map(Target::dialect).distinct().count() > 1;
  }
}
