package dev.schemac.dialect.postgres;

import dev.schemac.diff.Change;
import dev.schemac.model.Constraint;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import dev.schemac.plan.Effect;
import dev.schemac.plan.Effect.Blocks;
import dev.schemac.plan.Effect.Held;
import dev.schemac.plan.Effect.Lock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the server does with a change of type where checks, indexes and keys hang on the column. */
final class TypeWork {
  private TypeWork() {}

  /** The cost where no expression converts the values. */
  static TypeChange.Cost cost(Change.ModifyColumn change, PlanFacts facts) {
    TypeChange.Cost cost =
        TypeChange.cost(
            change.before().type(),
            change.after().type(),
            facts.context().before(),
            facts.context().after());
    return cost == TypeChange.Cost.IN_PLACE && isRead(change, facts)
        ? TypeChange.Cost.INDEX_REBUILD
        : cost;
  }

  static Effect effect(Change.ModifyColumn change, boolean converted, PlanFacts facts) {
    QName table = change.table();
    return switch (converted ? TypeChange.Cost.REWRITE : cost(change, facts)) {
      case IN_PLACE -> withKeys(change, Effects.exclusive(table), false, facts);
      case INDEX_REBUILD -> withKeys(change, Effects.exclusiveScan(table), false, facts);
      case REWRITE -> withKeys(change, Effects.exclusiveRewrite(table), true, facts);
    };
  }

  /**
   * A check is proven anew whatever the types are, and so are an index over an expression and a
   * partial one built; a plain index only where the order changes.
   */
  private static boolean isRead(Change.ModifyColumn change, PlanFacts facts) {
    Optional<Table> table = facts.tableAfter(change.table());
    String column = change.after().name();
    boolean ordered = !change.before().collation().equals(change.after().collation());
    return table.isPresent()
        && (checks(table.get(), facts).anyMatch(c -> Hanging.on(c, column))
            || table.get().indexes().stream()
                .filter(i -> facts.isKept(TableStatements.path(change.table(), i)))
                .anyMatch(i -> Hanging.inExpression(i, column) || ordered && Hanging.on(i, column))
            || ordered && keys(table.get(), facts).anyMatch(c -> Hanging.on(c, column)));
  }

  private static Stream<Constraint> kept(Table table, PlanFacts facts) {
    return table.constraints().stream()
        .filter(c -> facts.isKept(TableStatements.path(table.name(), c)));
  }

  private static Stream<Constraint> checks(Table table, PlanFacts facts) {
    return kept(table, facts)
        .filter(
            c ->
                c instanceof Constraint.Check check
                    && check.enforcement() == Constraint.Enforcement.ENFORCED);
  }

  private static Stream<Constraint> keys(Table table, PlanFacts facts) {
    return kept(table, facts)
        .filter(c -> !(c instanceof Constraint.Check) && !(c instanceof Constraint.ForeignKey));
  }

  /** The server makes foreign keys of the column anew, and proves them where values change. */
  private static Effect withKeys(
      Change.ModifyColumn change, Effect effect, boolean proven, PlanFacts facts) {
    Set<QName> others = others(change, facts);
    List<Lock> locks = new ArrayList<>(effect.locks());
    Set<QName> scans = new LinkedHashSet<>(effect.scans());
    for (QName other : others) {
      locks.add(
          new Lock(
              other,
              Effects.ACCESS_EXCLUSIVE,
              Blocks.EVERYBODY,
              proven ? Held.WORK : locks.getFirst().held()));
      if (proven) {
        scans.add(other);
      }
    }
    return new Effect(locks, List.copyOf(scans), effect.rewrites(), effect.transaction());
  }

  /** Tables at the other end of keys that stay while the type changes. */
  private static Set<QName> others(Change.ModifyColumn change, PlanFacts facts) {
    Set<QName> found = new LinkedHashSet<>();
    if (!TypeChange.sameFamily(change.before().type(), change.after().type())) {
      return found; // they are dropped before and added behind
    }
    QName table = change.table();
    String column = change.after().name();
    ObjectPath path = ObjectPath.column(table, column);
    for (KeyGroup.Owned owned : facts.keysOn(path)) {
      if (facts.existed(owned.table()) && facts.isKept(owned.path())) {
        found.add(owned.isOn(path) ? owned.key().referencedTable() : owned.table());
      }
    }
    found.remove(table);
    return found;
  }
}
