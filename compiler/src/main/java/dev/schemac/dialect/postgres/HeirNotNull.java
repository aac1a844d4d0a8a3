package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.InheritedNotNull;
import dev.schemac.model.NotNull;
import dev.schemac.model.Schema;
import dev.schemac.model.Table;
import dev.schemac.model.WholeTable;
import dev.schemac.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * From PostgreSQL 18 on a NOT NULL is inherited as a constraint: an heir has its parents', one of
 * its own, or one that is both, under one name.
 */
final class HeirNotNull {
  /**
   * A column's constraint in one version of its table.
   *
   * @param own whether the table would have it without parents
   * @param handed whether parents hand one down
   */
  private record State(Table table, Column column, boolean own, boolean handed, String name) {
    boolean notNull() {
      return !column.nullable();
    }
  }

  private HeirNotNull() {}

  /** The steps where parents hand a NOT NULL down, before or after; nothing elsewhere. */
  static Optional<List<Step>> steps(Change.ModifyColumn change, PlanFacts facts) {
    if (!facts.can().namedNotNull()) {
      return Optional.empty();
    }
    Optional<State> was =
        state(facts.renamed(), change)
            .or(() -> facts.renamed().table(change.table()).map(t -> absent(t, change)));
    Optional<State> is = state(facts.context().after(), change);
    boolean concerned = was.isPresent() && is.isPresent() && (was.get().handed || is.get().handed);
    return concerned ? Optional.of(steps(change, was.get(), is.get(), facts)) : Optional.empty();
  }

  /** Whether another table's step makes the change for the whole family. */
  static boolean isMadeElsewhere(Change.ModifyColumn change, PlanFacts facts) {
    return facts.can().namedNotNull()
        && state(facts.context().after(), change).filter(s -> s.handed).isPresent()
        && new NotNullFamily(change.table(), change.after().name(), facts).differs(change.table());
  }

  private static State absent(Table table, Change.ModifyColumn change) {
    return new State(table, change.before().withNullable(true), false, false, "");
  }

  private static Optional<State> state(Schema schema, Change.ModifyColumn change) {
    String name = change.after().name();
    Optional<Table> table = schema.table(change.table()).filter(t -> t.partitionOf().isEmpty());
    return table.flatMap(
        t ->
            t.column(name)
                .or(() -> Optional.ofNullable(WholeTable.inherited(schema, t).get(name)))
                .map(c -> state(schema, t, c)));
  }

  private static State state(Schema schema, Table table, Column column) {
    boolean handed = InheritedNotNull.isParents(schema, table, column);
    boolean own = !column.nullable() && (!handed || NotNull.isOwn(column));
    return new State(table, column, own, handed, InheritedNotNull.name(schema, table, column));
  }

  private static List<Step> steps(
      Change.ModifyColumn change, State was, State is, PlanFacts facts) {
    boolean sameParents = was.table.parents().equals(is.table.parents());
    if (!is.handed) {
      boolean stays = sameParents ? was.own : was.notNull();
      return ChangeNullability.plain(between(change, stays, was.name, is.column), facts);
    }
    List<Step> steps = new ArrayList<>();
    boolean there = was.notNull() || sameParents;
    if (!there) {
      steps.addAll(ChangeNullability.plain(between(change, false, is.name, is.column), facts));
    }
    NotNullFamily family = new NotNullFamily(change.table(), change.after().name(), facts);
    if (family.leads(change.table())) {
      steps.add(step(change, family));
    }
    Optional<String> comment = was.own ? NotNull.comment(was.column) : Optional.empty();
    ChangeNotNull.comment(change, comment).ifPresent(steps::add);
    return steps;
  }

  /** From what the parents' changes leave of the constraint to what the table says itself. */
  private static Change.ModifyColumn between(
      Change.ModifyColumn change, boolean there, String name, Column is) {
    Column before =
        NotNull.withOwn(change.before(), false)
            .withNullable(!there)
            .withNotNullName(there ? Optional.of(name) : Optional.empty());
    Column after = change.after().withNullable(is.nullable()).withNotNullName(is.notNullName());
    return new Change.ModifyColumn(
        change.table(), before, NotNull.withOwn(after, false), change.conversion(), List.of());
  }

  /** The step that makes all of a family's tables right. */
  static Step step(Change.ModifyColumn change, NotNullFamily family) {
    return ChangeColumn.step(HeirNotNull.class, change, "change whose is not null of")
        .run(family.forward())
        .effect(family.effect())
        .undo(family.backward().toArray(Statement[]::new))
        .requires(family.requires(change.table()))
        .build();
  }
}
