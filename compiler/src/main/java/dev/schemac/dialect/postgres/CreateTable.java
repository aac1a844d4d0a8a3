package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.Expression;
import dev.schemac.model.InheritedNotNull;
import dev.schemac.model.NotNull;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.Table;
import dev.schemac.model.WholeTable;
import dev.schemac.plan.Effect;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.PartitionKeyTypes;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table with columns, keys, checks, indexes and rows (TBL-1): nobody waits, since nobody knows it
 * yet. Foreign keys come as steps of their own, so that tables may refer to each other.
 */
final class CreateTable {
  private static final Optional<Expression> NO_DEFAULT = Optional.of(new Expression.NullLiteral());

  private CreateTable() {}

  static Lowered lower(Table table, PlanFacts facts) {
    List<Step> steps = new ArrayList<>();
    Table first =
        withoutParentsDefaults(
            withoutParentsNotNull(
                TakenNotNullNames.spelledOut(LateConstraints.without(table, facts), facts), facts),
            facts);
    steps.add(create(first, facts));
    LateConstraints.step(table, facts).ifPresent(steps::add);
    for (Constraint.ForeignKey key : table.foreignKeys()) {
      steps.addAll(AddForeignKey.toNewTable(table.name(), key, facts));
    }
    return Lowered.of(steps);
  }

  /** A column of its own without a default would get that of its parent's column. */
  private static Table withoutParentsDefaults(Table table, PlanFacts facts) {
    List<Table> parents =
        table.parents().stream().flatMap(p -> facts.tableAfter(p).stream()).toList();
    return parents.isEmpty()
        ? table
        : table.withColumns(
            table.columns().stream()
                .map(c -> hasDefault(parents, c, facts) ? c.withDefault(NO_DEFAULT) : c)
                .toList());
  }

  /** What is NOT NULL for a parent's sake alone is so by itself, under the parent's name. */
  private static Table withoutParentsNotNull(Table table, PlanFacts facts) {
    if (table.parents().isEmpty() || !facts.can().namedNotNull()) {
      return table;
    }
    Schema after = facts.context().after();
    return table.withColumns(
        table.columns().stream()
            .map(
                c ->
                    !NotNull.isOwn(c) && InheritedNotNull.isParents(after, table, c)
                        ? c.withNullable(true)
                        : c)
            .toList());
  }

  private static boolean hasDefault(List<Table> parents, Column column, PlanFacts facts) {
    return column.defaultValue().isEmpty()
        && column.generated().isEmpty()
        && column.identity().isEmpty()
        && parents.stream()
            .map(p -> WholeTable.of(facts.context().after(), p))
            .flatMap(p -> p.column(column.name()).stream())
            .anyMatch(c -> c.defaultValue().isPresent());
  }

  private static Step create(Table table, PlanFacts facts) {
    return StepBuilder.step(CreateTable.class, "create table", table.name().toString())
        .run(statements(table, facts))
        .effect(effect(table, facts))
        .undo(Undo.losing("the rows written since", undo(table, facts).toArray(Statement[]::new)))
        .provides(TableStatements.provided(table))
        .provides(TableStatements.columns(facts.context().after(), table))
        .provides(facts.leavingName(table.path()))
        .provides(ChangePartition.makingRoom(table, facts))
        .requires(ChangePartition.moving(table, facts))
        .requires(joins(table, facts) ? PartitionOrder.shapes(table, facts) : List.of())
        .requires(PartitionOrder.shapesForMarks(table, facts))
        .requires(PartitionOrder.shapesOfParents(table, facts))
        .provides(IdentitySequence.taken(table.name(), table.columns(), facts))
        .requires(facts.after().table(table))
        .requires(handedDown(table, facts))
        .build();
  }

  /** What the columns need that a partition has from its parents, where it is made beside them. */
  private static Set<ObjectPath> handedDown(Table table, PlanFacts facts) {
    Table whole = WholeTable.of(facts.context().after(), table);
    return table.partitionOf().isPresent()
        ? facts.after().table(whole.withConstraints(List.of()).withIndexes(List.of()))
        : Set.of();
  }

  private static boolean parentExisted(Table table, PlanFacts facts) {
    return table
        .partitionOf()
        .filter(p -> facts.existed(p.parent()) && !facts.isDropped(ObjectPath.table(p.parent())))
        .isPresent();
  }

  /** Online, a partition of a table in use is made beside it and attached. */
  private static List<Statement> statements(Table table, PlanFacts facts) {
    Schema after = table.partitionOf().isPresent() ? facts.arriving() : facts.context().after();
    return facts.online() && parentExisted(table, facts)
        ? PartitionStatements.createAndAttach(table, after)
        : PartitionStatements.create(table, after);
  }

  /** Whether it is made beside its parent, which was there. */
  private static boolean joins(Table table, PlanFacts facts) {
    return parentExisted(table, facts)
        && (facts.online() || PartitionStatements.standsAlone(table, facts.arriving()));
  }

  private static Effect effect(Table table, PlanFacts facts) {
    if (!parentExisted(table, facts)) {
      return inheriting(table);
    }
    QName parent = table.partitionOf().orElseThrow().parent();
    return joins(table, facts)
        ? ChangePartition.attaching(table.name(), parent, facts)
        : beside(parent, facts);
  }

  /** Rows of the default partition could belong into the new one: it is read. */
  private static Effect beside(QName parent, PlanFacts facts) {
    Effect itself = Effects.exclusive(parent);
    return ChangePartition.defaultOf(facts.renamed(), parent)
        .map(
            other -> {
              List<Effect.Lock> locks = new ArrayList<>(Effects.exclusiveScan(parent).locks());
              locks.addAll(Effects.exclusiveScan(other).locks());
              return new Effect(locks, List.of(other), List.of(), itself.transaction());
            })
        .orElse(itself);
  }

  private static Effect inheriting(Table table) {
    List<Effect.Lock> locks = new ArrayList<>();
    table
        .parents()
        .forEach(
            p -> locks.addAll(Effects.unblocking(p, false, Effect.Transaction.SHARED).locks()));
    return new Effect(locks, List.of(), List.of(), Effect.Transaction.SHARED);
  }

  /** Whether a foreign key of the older schema refers to the table that it joins. */
  private static boolean isReferenced(Table partition, PlanFacts facts) {
    if (!parentExisted(partition, facts)) {
      return false;
    }
    QName root = PartitionKeyTypes.root(partition.name(), facts.context().after()).name();
    Set<QName> above = new HashSet<>(List.of(root, partition.partitionOf().orElseThrow().parent()));
    return facts.renamed().tables().stream()
        .flatMap(t -> t.foreignKeys().stream())
        .anyMatch(k -> above.contains(k.referencedTable()));
  }

  private static List<Statement> undo(Table table, PlanFacts facts) {
    List<Statement> all = new ArrayList<>();
    if (isReferenced(table, facts)) {
      all.add(PartitionStatements.detach(table));
    }
    all.add(new Statement.Drop(table));
    all.addAll(DropTable.triggerFunctions(table));
    return all;
  }

  static Lowered lower(Change.AddObject change, PlanFacts facts) {
    return lower((Table) change.object(), facts);
  }
}
