package dev.schemac.dialect.mysql;

import dev.schemac.plan.Guard;
import dev.schemac.plan.Step;
import java.util.List;

/** A step with other guards. */
final class Guarded {
  private Guarded() {}

  static Step with(Step step, List<Guard> guards) {
    return new Step(
        step.title(),
        step.pattern(),
        step.phase(),
        step.statements(),
        step.effect(),
        guards,
        step.undo(),
        step.provides(),
        step.requires(),
        step.removes(),
        step.releases());
  }
}
