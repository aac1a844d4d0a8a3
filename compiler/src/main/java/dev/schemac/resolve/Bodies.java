package dev.schemac.resolve;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Span;
import dev.schemac.syntax.Attribute;
import dev.schemac.syntax.Declaration.Body;
import java.util.List;
import java.util.Optional;

/** Picks the body for the target. */
final class Bodies {
  private Bodies() {}

  /**
   * The target's own body, else the one for all. A declaration whose bodies are all for the other
   * dialect does not exist on the target; one without any body is reported.
   */
  static Optional<Body> of(
      ResolveContext context, List<Body> bodies, Span place, List<Attribute> attributes) {
    Optional<Body> found = find(context, bodies);
    boolean elsewhere =
        !bodies.isEmpty() || context.optionReader.isForOtherDialectAlone(attributes);
    if (found.isEmpty() && !elsewhere) {
      context.report.say(
          Code.SC2007, place, "this declaration has no body", "write `= \"\"\"…\"\"\"` behind it");
    }
    return found;
  }

  static Optional<Body> find(ResolveContext context, List<Body> bodies) {
    for (Body body : bodies) {
      if (body.dialect().isPresent() && body.dialect().get() == context.target.dialect()) {
        return Optional.of(body);
      }
    }
    return bodies.stream().filter(b -> b.dialect().isEmpty()).findFirst();
  }
}
