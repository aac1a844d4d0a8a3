package dev.schemac.dialect.mysql;

import dev.schemac.model.Constraint.Action;
import dev.schemac.model.Constraint.ForeignKey;
import dev.schemac.model.Table;
import java.util.Set;

/** Foreign keys that change or delete rows by themselves, which no trigger and no log sees. */
final class Cascades {
  private static final Set<Action> HARMLESS = Set.of(Action.NO_ACTION, Action.RESTRICT);

  private Cascades() {}

  static boolean writes(ForeignKey key) {
    return !HARMLESS.contains(key.onDelete()) || !HARMLESS.contains(key.onUpdate());
  }

  static boolean writeTo(Table table) {
    return table.foreignKeys().stream().anyMatch(Cascades::writes);
  }
}
