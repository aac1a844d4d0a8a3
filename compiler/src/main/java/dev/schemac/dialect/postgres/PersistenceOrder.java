package dev.schemac.dialect.postgres;

import dev.schemac.diff.Change;
import dev.schemac.model.Constraint;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import dev.schemac.plan.Lowered;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A logged table refers to logged ones alone: where a table becomes the other, foreign keys that
 * stand in the way are gone before, and those that need it come behind.
 */
final class PersistenceOrder {
  private static final String UNLOGGED = "unlogged";

  private PersistenceOrder() {}

  static Lowered within(Change change, Lowered lowered, PlanFacts facts) {
    Set<ObjectPath> gone = paths(leaving(change, facts), false, facts);
    Set<ObjectPath> there = paths(coming(change), true, facts);
    if (change instanceof Change.ModifyTable c && turns(c)) {
      boolean unlogged = c.after().options().containsKey(UNLOGGED);
      Set<ObjectPath> others = paths(kept(c.after(), facts), !unlogged, facts);
      others.remove(path(c.after().name()));
      (unlogged ? gone : there).addAll(others);
    }
    return gone.isEmpty() && there.isEmpty()
        ? lowered
        : new Lowered(
            lowered.steps().stream().map(s -> s.also(Set.of(), there).alsoReleasing(gone)).toList(),
            lowered.diagnostics(),
            lowered.temporaries());
  }

  /** What a table that becomes the other takes from those that go, and gives to those that come. */
  static Set<ObjectPath> turned(Table before, Table after) {
    return turns(new Change.ModifyTable(before, after)) ? Set.of(path(after.name())) : Set.of();
  }

  private static ObjectPath path(QName table) {
    return new ObjectPath(ObjectKind.TABLE, table, UNLOGGED);
  }

  private static boolean turns(Change.ModifyTable change) {
    return !Objects.equals(
        change.before().options().get(UNLOGGED), change.after().options().get(UNLOGGED));
  }

  private static boolean becomes(QName table, boolean unlogged, PlanFacts facts) {
    return facts.changesOf(ObjectPath.table(table)).stream()
        .anyMatch(
            c ->
                c instanceof Change.ModifyTable m
                    && turns(m)
                    && m.after().options().containsKey(UNLOGGED) == unlogged);
  }

  /** A foreign key and its table. */
  private record Link(QName table, Constraint.ForeignKey key) {}

  /**
   * The tables of foreign keys that have to turn first, or last: for keys that come, the one that
   * they refer to becomes logged; for keys that go, it becomes unlogged, or theirs logged.
   */
  private static Set<ObjectPath> paths(List<Link> links, boolean come, PlanFacts facts) {
    Set<ObjectPath> all = new LinkedHashSet<>();
    for (Link link : links) {
      if (!come && becomes(link.table, false, facts)) {
        all.add(path(link.table));
      }
      if (becomes(link.key.referencedTable(), !come, facts)) {
        all.add(path(link.key.referencedTable()));
      }
    }
    return all;
  }

  private static List<Link> leaving(Change change, PlanFacts facts) {
    if (change instanceof Change.DropColumn c) {
      String column = c.column().name();
      return of(facts.renamed().table(c.table()), k -> k.columns().contains(column));
    }
    if (change instanceof Change.DropObject(Table table, var ignored)) {
      return of(Optional.of(table), k -> true);
    }
    return change instanceof Change.ModifyConstraint c
        ? one(c.table(), c.before())
        : change instanceof Change.DropConstraint c ? one(c.table(), c.constraint()) : List.of();
  }

  private static List<Link> coming(Change change) {
    if (change instanceof Change.AddObject(Table table)) {
      return of(Optional.of(table), k -> true);
    }
    return change instanceof Change.ModifyConstraint c
        ? one(c.table(), c.after())
        : change instanceof Change.AddConstraint c ? one(c.table(), c.constraint()) : List.of();
  }

  private static List<Link> kept(Table after, PlanFacts facts) {
    return of(Optional.of(after), k -> facts.isKept(TableStatements.path(after.name(), k)));
  }

  private static List<Link> one(QName table, Constraint constraint) {
    return constraint instanceof Constraint.ForeignKey key
        ? List.of(new Link(table, key))
        : List.of();
  }

  private static List<Link> of(Optional<Table> table, Predicate<Constraint.ForeignKey> which) {
    return table.stream()
        .flatMap(t -> t.foreignKeys().stream().filter(which).map(k -> new Link(t.name(), k)))
        .toList();
  }
}
