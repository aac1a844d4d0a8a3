package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.model.Index;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An index is built in place; writers wait for functional, FULLTEXT and SPATIAL ones, and a unique
 * functional one is a copy.
 */
final class CreateIndex {
  private CreateIndex() {}

  static Lowered lower(Situation s, QName table, Index index) {
    Optional<Lowered> refusal = refusal(index);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (ImplicitIndexes.isBrought(s, table, index)) {
      return Lowered.of(List.of());
    }
    List<Step> steps = List.of(step(s, table, index));
    return new Lowered(
        steps, s.online() ? BlockingSteps.warnings(s, steps, table) : List.of(), List.of());
  }

  static Step step(Situation s, QName table, Index index) {
    TableCost costs = new TableCost(s.capabilities());
    Cost cost =
        costs.addIndex(until(s, table, index), index).or(withoutPrimaryKey(s, table, index));
    Draft draft =
        Draft.of(
                "CreateIndex",
                String.join(" ", "create index", index.name(), "of", table.toString()))
            .run(creating(s, table, index, cost))
            .effect(cost.effect(table, List.of()))
            .provides(
                KeptIndexes.goingBefore(s, table, Paths.index(table, index.name()), index.parts()))
            .undo(
                KeyUndo.dropping(
                    s,
                    table,
                    new TableAction.DropIndex(index.name()),
                    KeyCover.of(table, index),
                    index.unique()));
    if (index.unique() && Conditions.areCountable(index.parts())) {
      draft.guard(Conditions.noDuplicates(table, index.name(), index.parts()));
    }
    return draft.step();
  }

  /** Once the primary key is gone, the index may be what the rows are sorted by. */
  private static Cost withoutPrimaryKey(Situation s, QName table, Index index) {
    return s.was(table).primaryKey().isPresent() && s.is(table).primaryKey().isEmpty()
        ? new TableCost(s.capabilities()).addIndex(s.is(table), index)
        : Cost.INSTANT;
  }

  /** The table once the new functional keys are made that stand before this one. */
  private static Table until(Situation s, QName table, Index index) {
    Table was = s.was(table);
    List<Index> keys = new ArrayList<>(was.indexes());
    for (Index each : s.is(table).indexes()) {
      if (each.name().equals(index.name())) {
        break;
      }
      if (TableCost.isFunctional(each.parts()) && was.index(each.name()).isEmpty()) {
        keys.add(each);
      }
    }
    return was.withIndexes(keys);
  }

  private static Statement creating(Situation s, QName table, Index index, Cost cost) {
    List<TableAction> actions =
        KeptIndexes.beside(s, table, Paths.index(table, index.name()), index.parts());
    if (actions.isEmpty()) {
      return new Statement.CreateIndex(table, index, Statement.Build.PLAIN, cost.mode());
    }
    actions.addFirst(new TableAction.AddIndex(index));
    return new Statement.AlterTable(table, actions, cost.mode());
  }

  /** What of an index MySQL cannot keep. */
  static Optional<Lowered> refusal(Index index) {
    if (index.predicate().isPresent()) {
      return Optional.of(Refusals.notOnMySql("partial indexes"));
    }
    if (!index.include().isEmpty()) {
      return Optional.of(Refusals.notOnMySql("included columns"));
    }
    return index.nullsNotDistinct()
        ? Optional.of(Refusals.notOnMySql("nulls not distinct"))
        : Optional.empty();
  }
}
