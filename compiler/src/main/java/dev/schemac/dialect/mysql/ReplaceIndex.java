package dev.schemac.dialect.mysql;

import dev.schemac.diff.Change;
import dev.schemac.model.Index;
import dev.schemac.model.QName;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.Step;
import java.util.List;
import java.util.Optional;

/** An index changes under its name: it goes before the columns change and comes back behind. */
final class ReplaceIndex {
  private ReplaceIndex() {}

  static Lowered lower(Situation s, Change change, QName table, Index before, Index after) {
    Optional<Lowered> refusal = CreateIndex.refusal(after);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    List<Step> steps =
        ForeignKeyDetour.around(
            s,
            change,
            table,
            Paths.index(table, before.name()),
            List.of(DropIndex.step(s, table, before), CreateIndex.step(s, table, after)));
    return new Lowered(
        steps, s.online() ? BlockingSteps.warnings(s, steps, table) : List.of(), List.of());
  }
}
