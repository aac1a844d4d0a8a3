package dev.schemac.report;

import dev.schemac.plan.HandOver;
import dev.schemac.plan.HandOver.Offer;
import java.util.Optional;

/** What a tool takes over of a plan. */
final class HandOverText {
  private HandOverText() {}

  /** {@code instead of 7: gh-ost …}, or why not; empty where the step needs no tool. */
  static Optional<String> of(PlanReport.Planned planned, int index) {
    return planned
        .offer(planned.plan().steps().get(index))
        .map(
            offer ->
                switch (offer) {
                  case Offer.Command(var command) -> "instead of " + (index + 1) + ": " + command;
                  case Offer.Refused(var why) -> notFor(planned, index) + ": " + why;
                });
  }

  /** That no step needs the tool that was asked for. */
  static Optional<String> nothing(PlanReport.Planned planned) {
    return planned
        .handOver()
        .filter(h -> planned.plan().steps().stream().allMatch(s -> planned.offer(s).isEmpty()))
        .map(h -> "no step blocks or rewrites: there is nothing for " + h.tool());
  }

  private static String notFor(PlanReport.Planned planned, int index) {
    String tool = planned.handOver().map(HandOver::tool).orElseThrow();
    return tool + " is not for " + (index + 1);
  }
}
