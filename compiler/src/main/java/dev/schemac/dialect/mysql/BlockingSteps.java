package dev.schemac.dialect.mysql;

import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.model.QName;
import dev.schemac.plan.Effect;
import dev.schemac.plan.Step;
import java.util.List;

/** Says which steps of an online plan keep writers waiting while they work. */
final class BlockingSteps {
  private BlockingSteps() {}

  static List<Diagnostic> warnings(Situation s, List<Step> steps, QName table) {
    OnlineCopies copies = new OnlineCopies(s);
    return copies.of(steps).stream()
        .filter(BlockingSteps::blocks)
        .map(
            step ->
                Refusals.blocks(
                    String.join(
                        "", "`", step.title(), "` keeps writers of ", table.toString(), " waiting"),
                    copies
                        .obstacle(table)
                        .orElse("the server copies the table")
                        .concat(s.copiesTables() ? byTriggers(s, table) : "")
                        .concat("; run it in a quiet hour, or hand the change over")
                        .concat(" to gh-ost or pt-online-schema-change")))
        .toList();
  }

  /** Why a plan does not copy the table itself. */
  private static String byTriggers(Situation s, QName table) {
    return "; a plan copies no table that ".concat(s.copyObstacle(table));
  }

  static boolean blocks(Step step) {
    return step.effect().locks().stream()
        .anyMatch(lock -> lock.held() == Effect.Held.WORK && lock.blocks() != Effect.Blocks.NOBODY);
  }
}
