package dev.schemac.cli;

import dev.schemac.cli.project.TargetPlan;
import dev.schemac.plan.Phase;
import java.util.List;
import java.util.Optional;

/** Plans in the formats that {@code plan} offers. */
final class PlanRendering {
  private PlanRendering() {}

  static String render(
      String name, List<TargetPlan> plans, PlanCommand.Format format, Optional<Phase> phase) {
    return "";
  }
}
