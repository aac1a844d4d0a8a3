package dev.schemac.report;

import dev.schemac.plan.Effect;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;

/** What a step does to a live database, in the words of the plan's columns. */
final class StepText {
  private StepText() {}

  /**
   * Whom the step keeps waiting: {@code nothing}, {@code ms}, {@code writers}, {@code everybody}.
   */
  static String blocks(Step step) {
    String worst = "nothing";
    for (Effect.Lock lock : step.effect().locks()) {
      boolean working = lock.held() == Effect.Held.WORK;
      String one =
          switch (lock.blocks()) {
            case NOBODY -> "nothing";
            case WRITERS -> working ? "writers" : "ms";
            case EVERYBODY -> working ? "everybody" : "ms";
          };
      worst = weight(one) > weight(worst) ? one : worst;
    }
    return worst;
  }

  private static int weight(String blocks) {
    return switch (blocks) {
      case "ms" -> 1;
      case "writers" -> 2;
      case "everybody" -> 3;
      default -> 0;
    };
  }

  /** Whether readers or writers wait for as long as the step works. */
  static boolean isBlocking(Step step) {
    return weight(blocks(step)) > 1;
  }

  static String reads(Step step) {
    if (!step.effect().rewrites().isEmpty()) {
      return "rewrites table";
    }
    return step.effect().scans().isEmpty() ? "–" : "whole table";
  }

  static String undo(Step step) {
    return switch (step.undo()) {
      case Undo.Nothing ignored -> "not needed";
      case Undo.Statements(var ignored, var loses) -> loses.map(l -> "loses " + l).orElse("yes");
      case Undo.Impossible(var reason) -> "no: " + reason;
    };
  }
}
