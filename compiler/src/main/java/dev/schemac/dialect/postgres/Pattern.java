package dev.schemac.dialect.postgres;

import dev.schemac.diff.Change;
import dev.schemac.plan.Lowered;

/** How one kind of change is done; a class per entry of the catalogue. */
@FunctionalInterface
interface Pattern<C extends Change> {
  Lowered lower(C change, PlanFacts facts);
}
