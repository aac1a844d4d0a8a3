package dev.schemac.report;

import dev.schemac.plan.Effect;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.ArrayList;
import java.util.List;

/** What a step does to a live database, in the words of the plan's columns. */
final class StepText {
  private StepText() {}

  /** The heads of the columns of a table of steps. */
  static List<String> columns(PlanReport.Planned planned) {
    List<String> heads =
        new ArrayList<>(List.of("#", "phase", "step", "blocks", "reads", "cost", "undo"));
    if (planned.costs().isEmpty()) {
      heads.remove("cost");
    }
    return heads;
  }

  /** What stands in them for one step, counted from 0. */
  static List<String> cells(PlanReport.Planned planned, int index) {
    Step step = planned.plan().steps().get(index);
    List<String> cells = new ArrayList<>();
    cells.add(Integer.toString(index + 1));
    cells.add(step.phase().word());
    cells.add(step.title());
    cells.add(blocks(step));
    cells.add(reads(step));
    if (planned.costs().isPresent()) {
      cells.add(CostText.of(planned, step));
    }
    cells.add(undo(step));
    return cells;
  }

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
