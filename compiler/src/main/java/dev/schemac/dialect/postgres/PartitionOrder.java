package dev.schemac.dialect.postgres;

import dev.schemac.diff.Change;
import dev.schemac.model.Constraint;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.PartitionOf;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.Table;
import dev.schemac.model.WholeTable;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.Step;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which steps come before and after a partition is detached or attached. What leaves a table does
 * so in the shape that the table had, and what joins it needs the shape that it will have: so first
 * the detached ones go, then the table changes, then others join it.
 */
final class PartitionOrder {
  private PartitionOrder() {}

  /** What a partition leaves in its parent. */
  static ObjectPath place(QName parent, QName partition) {
    return new ObjectPath(ObjectKind.TABLE, parent, partition.toString());
  }

  /** A table's columns and keys as they will be. */
  static ObjectPath shape(QName table) {
    return new ObjectPath(ObjectKind.TABLE, table, "shape");
  }

  /** The shapes of a partition's parents, and its own where it is a table before. */
  static List<ObjectPath> shapes(Table partition, PlanFacts facts) {
    List<ObjectPath> all = new ArrayList<>();
    Optional<Table> above = Optional.of(partition);
    while (above.isPresent()) {
      all.add(shape(above.get().name()));
      above = above.get().partitionOf().flatMap(p -> facts.context().after().table(p.parent()));
    }
    return all;
  }

  /** The shapes of its parents, where a partition is marked by an index that comes from them. */
  static List<ObjectPath> shapesForMarks(Table partition, PlanFacts facts) {
    return IndexMarks.inherited(partition).isEmpty()
        ? List.of()
        : shapes(partition, facts).stream()
            .filter(p -> !p.owner().equals(partition.name()))
            .toList();
  }

  /** The steps of a change inside a table, put between the two. */
  static Lowered within(Change change, Lowered lowered, PlanFacts facts) {
    Optional<QName> table = tableOf(change);
    if (table.isEmpty()) {
      return lowered;
    }
    List<ObjectPath> heirs = goingHeirs(table.get(), facts);
    if (heirs.isEmpty()
        && facts.children(table.get()).isEmpty()
        && !facts.hasPartitions()
        && !isTyped(table.get(), facts)) {
      return lowered;
    }
    Set<ObjectPath> left = new LinkedHashSet<>();
    if (isTyped(table.get(), facts)) {
      left.add(TypedTables.freed(table.get()));
    }
    leavers(table.get(), facts.renamed(), facts, left);
    facts
        .renamed()
        .table(table.get())
        .filter(t -> leaves(t, facts))
        .ifPresent(t -> left.add(placeOf(t)));
    List<Step> steps = new ArrayList<>();
    List<ObjectPath> shape = isLate(change) ? List.of() : List.of(shape(table.get()));
    for (Step step : lowered.steps()) {
      steps.add(placed(step, left, shape, heirs));
    }
    return new Lowered(steps, lowered.diagnostics(), lowered.temporaries());
  }

  private static boolean isTyped(QName table, PlanFacts facts) {
    return Stream.of(facts.tableBefore(table), facts.tableAfter(table))
        .anyMatch(t -> t.flatMap(Table::type).isPresent());
  }

  /** The shapes of a table's parents. */
  static List<ObjectPath> shapesOfParents(Table heir, PlanFacts facts) {
    List<ObjectPath> all = new ArrayList<>();
    for (QName parent : heir.parents()) {
      all.add(shape(parent));
      facts.context().after().table(parent).ifPresent(t -> all.addAll(shapesOfParents(t, facts)));
    }
    return all;
  }

  /** Heirs that go, if only to be made anew: what their parent gets they would get too. */
  private static List<ObjectPath> goingHeirs(QName table, PlanFacts facts) {
    List<ObjectPath> found = new ArrayList<>();
    for (Table other : facts.heirsBefore()) {
      if (other.parents().contains(table)) {
        if (facts.isDropped(other.path())) {
          found.add(other.path());
        }
        found.addAll(goingHeirs(other.name(), facts));
      }
    }
    return found;
  }

  /** What is not valid comes once all partitions and heirs are there: see LateConstraints. */
  private static boolean isLate(Change change) {
    return change instanceof Change.AddConstraint c
        && c.constraint() instanceof Constraint.Check check
        && check.enforcement() == Constraint.Enforcement.NOT_VALID;
  }

  private static Step placed(
      Step step, Set<ObjectPath> left, List<ObjectPath> shape, List<ObjectPath> heirs) {
    return step.also(heirs, left).also(shape, List.of());
  }

  private static void leavers(QName table, Schema before, PlanFacts facts, Set<ObjectPath> found) {
    for (Table partition : WholeTable.partitions(before, table)) {
      if (leaves(partition, facts)) {
        found.add(placeOf(partition));
      } else {
        leavers(partition.name(), before, facts, found);
      }
    }
  }

  /** Whether a partition of the older schema goes on as something else. */
  static boolean leaves(Table before, PlanFacts facts) {
    Optional<Table> after = facts.context().after().table(before.name());
    return before.partitionOf().isPresent()
        && after.isPresent()
        && !parent(before).equals(parent(after.get()));
  }

  private static ObjectPath placeOf(Table partition) {
    return place(parent(partition).orElseThrow(), partition.name());
  }

  private static Optional<QName> parent(Table table) {
    return table.partitionOf().map(PartitionOf::parent);
  }

  private static Optional<QName> tableOf(Change change) {
    return switch (change) {
      case Change.AddColumn c -> Optional.of(c.table());
      case Change.DropColumn c -> Optional.of(c.table());
      case Change.ModifyColumn c -> Optional.of(c.table());
      case Change.AddConstraint c -> Optional.of(c.table());
      case Change.DropConstraint c -> Optional.of(c.table());
      case Change.RenameConstraint c -> Optional.of(c.table());
      case Change.ModifyConstraint c -> Optional.of(c.table());
      case Change.AddIndex c -> Optional.of(c.table());
      case Change.DropIndex c -> Optional.of(c.table());
      case Change.RenameIndex c -> Optional.of(c.table());
      case Change.ModifyIndex c -> Optional.of(c.table());
      case Change.RenameColumn ignored -> Optional.empty();
      case Change.AddObject ignored -> Optional.empty();
      case Change.DropObject ignored -> Optional.empty();
      case Change.RenameObject ignored -> Optional.empty();
      case Change.ModifyObject ignored -> Optional.empty();
      case Change.ModifyTable ignored -> Optional.empty();
    };
  }
}
