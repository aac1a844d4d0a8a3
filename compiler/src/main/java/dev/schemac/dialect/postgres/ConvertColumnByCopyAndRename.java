package dev.schemac.dialect.postgres;

import dev.schemac.diff.Change;
import dev.schemac.plan.Lowered;

/** Stand-in. */
final class ConvertColumnByCopyAndRename {
  private ConvertColumnByCopyAndRename() {}

  static boolean concerns(Change.ModifyColumn change, PlanFacts facts) {
    return false;
  }

  static Lowered lower(Change.ModifyColumn change, PlanFacts facts) {
    throw new IllegalStateException();
  }
}
