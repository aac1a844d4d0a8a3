package dev.schemac.dialect.mysql;

import dev.schemac.diff.Change;
import dev.schemac.plan.Lowered;

/** Online conversions with a second column. */
final class KeepBothColumns {
  private KeepBothColumns() {}

  static boolean isWorthIt(Situation s, Change.ModifyColumn modify) {
    return false;
  }

  static Lowered lower(Situation s, Change.ModifyColumn modify) {
    throw new IllegalArgumentException(modify.toString());
  }
}
