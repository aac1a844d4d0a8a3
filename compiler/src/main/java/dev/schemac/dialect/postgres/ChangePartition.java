package dev.schemac.dialect.postgres;

import dev.schemac.ddl.TableAction;
import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.Generated;
import dev.schemac.model.NotNull;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.PartitionOf;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.Table;
import dev.schemac.model.WholeTable;
import dev.schemac.plan.Effect;
import dev.schemac.plan.Effect.Blocks;
import dev.schemac.plan.Effect.Held;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.Step;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A table is attached as a partition, detached, gets another bound, or other words on its parent's
 * columns.
 */
final class ChangePartition {
  private ChangePartition() {}

  /**
   * Nothing for a table that neither was nor is a partition: its columns are changes themselves.
   */
  static Lowered lower(Change.ModifyTable change, PlanFacts facts) {
    Table before = change.before();
    Table after = change.after();
    if (before.partitionOf().isEmpty() && after.partitionOf().isEmpty()) {
      return Lowered.of();
    }
    if (before.partitionOf().equals(after.partitionOf()) && !renamesNotNull(before, after, facts)) {
      return columns(before, after, facts);
    }
    List<Lowered> all = new ArrayList<>();
    if (before.partitionOf().isPresent()) {
      all.add(Lowered.of(detach(before, facts)));
    }
    if (after.partitionOf().isPresent()) {
      boolean stays = parent(before).equals(parent(after));
      if (stays) {
        all.add(columns(before, after, facts));
      }
      all.add(Lowered.of(attach(after, facts)));
    }
    return Lowered.all(all);
  }

  /** The server renames no NOT NULL that comes from a parent. */
  private static boolean renamesNotNull(Table before, Table after, PlanFacts facts) {
    return after.partitionOf().isPresent()
        && facts.can().namedNotNull()
        && Stream.of(before, after)
            .flatMap(t -> t.columns().stream())
            .map(Column::name)
            .anyMatch(name -> !notNullName(before, name).equals(notNullName(after, name)));
  }

  private static Optional<String> notNullName(Table table, String column) {
    return table.column(column).flatMap(Column::notNullName);
  }

  private static Optional<QName> parent(Table table) {
    return table.partitionOf().map(PartitionOf::parent);
  }

  /** The parent waits for running statements, then everybody waits for a moment. */
  private static Step detach(Table partition, PlanFacts facts) {
    QName parent = partition.partitionOf().orElseThrow().parent();
    Table whole = facts.tableBefore(partition.name()).orElse(partition);
    boolean goes = PartitionOrder.leaves(partition, facts);
    return StepBuilder.step(
            ChangePartition.class,
            "detach partition",
            partition.name().toString(),
            "from",
            parent.toString())
        .run(PartitionStatements.detach(partition))
        .effect(Effects.exclusive(parent, partition.name()))
        .undo(PartitionStatements.attach(partition))
        .releases(goes ? facts.newestPaths(TableStatements.provided(whole)) : Set.of())
        .releases(ObjectPath.table(parent))
        .provides(place(partition))
        .requires(comesBack(partition, facts))
        .build();
  }

  /** One that is attached to the same table again goes once that has its shape. */
  private static List<ObjectPath> comesBack(Table before, PlanFacts facts) {
    return PartitionOrder.leaves(before, facts)
        ? List.of()
        : PartitionOrder.shapes(before, facts).stream()
            .filter(p -> !p.owner().equals(before.name()))
            .toList();
  }

  /** Its rows are read under ACCESS EXCLUSIVE on it alone; the parent's users go on. */
  private static Step attach(Table partition, PlanFacts facts) {
    QName parent = partition.partitionOf().orElseThrow().parent();
    Table whole = facts.tableAfter(partition.name()).orElse(partition);
    return StepBuilder.step(
            ChangePartition.class,
            "attach partition",
            partition.name().toString(),
            "to",
            parent.toString())
        .run(PartitionStatements.attach(partition))
        .effect(attaching(partition.name(), parent, facts))
        .undo(PartitionStatements.detach(partition))
        .requires(ownedPaths(whole, facts))
        .requires(ObjectPath.table(parent))
        .requires(moving(partition, facts))
        .requires(PartitionOrder.shapes(partition, facts))
        .provides(makingRoom(partition, facts))
        .build();
  }

  private static Set<ObjectPath> ownedPaths(Table whole, PlanFacts facts) {
    Set<ObjectPath> paths = new LinkedHashSet<>(TableStatements.provided(whole));
    whole.foreignKeys().forEach(k -> paths.add(TableStatements.path(whole.name(), k)));
    paths.removeIf(p -> !p.member().isEmpty() && !facts.isChanged(p));
    return paths;
  }

  /**
   * Partitions beside this one that are dropped: their rows may have been where its rows will be.
   */
  static List<ObjectPath> makingRoom(Table partition, PlanFacts facts) {
    return beside(partition, facts).stream().map(Table::path).filter(facts::isDropped).toList();
  }

  private static ObjectPath place(Table partition) {
    return PartitionOrder.place(partition.partitionOf().orElseThrow().parent(), partition.name());
  }

  /** The places of partitions beside this one that are detached, for good or for another bound. */
  static List<ObjectPath> moving(Table partition, PlanFacts facts) {
    return beside(partition, facts).stream()
        .filter(
            p ->
                facts.changesOf(p.path()).stream()
                    .anyMatch(
                        c ->
                            c instanceof Change.ModifyTable(var was, var is)
                                && !was.partitionOf().equals(is.partitionOf())))
        .map(ChangePartition::place)
        .toList();
  }

  private static List<Table> beside(Table partition, PlanFacts facts) {
    return partition.partitionOf().stream()
        .flatMap(p -> WholeTable.partitions(facts.renamed(), p.parent()).stream())
        .filter(p -> !p.name().equals(partition.name()))
        .toList();
  }

  /** The partition that takes what no other one does. */
  static Optional<QName> defaultOf(Schema schema, QName parent) {
    return WholeTable.partitions(schema, parent).stream()
        .filter(p -> p.partitionOf().orElseThrow().bound().equals("default"))
        .map(Table::name)
        .findFirst();
  }

  /** A default partition is read too: no row of it may belong into the new one. */
  static Effect attaching(QName partition, QName parent, PlanFacts facts) {
    List<Effect.Lock> locks = new ArrayList<>();
    List<QName> scans = new ArrayList<>(List.of(partition));
    locks.add(new Effect.Lock(parent, Effects.SHARE_UPDATE_EXCLUSIVE, Blocks.NOBODY, Held.MOMENT));
    locks.add(new Effect.Lock(partition, Effects.ACCESS_EXCLUSIVE, Blocks.EVERYBODY, Held.WORK));
    for (Table other : WholeTable.partitions(facts.context().before(), parent)) {
      if (other.partitionOf().orElseThrow().bound().equals("default")
          && !other.name().equals(partition)) {
        locks.add(
            new Effect.Lock(other.name(), Effects.ACCESS_EXCLUSIVE, Blocks.EVERYBODY, Held.WORK));
        scans.add(other.name());
      }
    }
    return new Effect(locks, scans, List.of(), Effect.Transaction.SHARED);
  }

  /** From what the partition's columns are to what they must be. */
  private static Lowered columns(Table before, Table after, PlanFacts facts) {
    List<Lowered> all = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    after.columns().forEach(c -> names.add(c.name()));
    before.columns().forEach(c -> names.add(c.name()));
    for (String name : names) {
      Optional<Column> was = column(facts.context().before(), before, name, facts);
      Optional<Column> is = facts.tableAfter(after.name()).flatMap(t -> t.column(name));
      boolean followsName =
          notNullName(before, name).isEmpty() && notNullName(after, name).isEmpty();
      if (was.isPresent() && is.isPresent()) {
        // The server renames a NOT NULL below a table with the table's.
        Column old = followsName ? was.get().withNotNullName(is.get().notNullName()) : was.get();
        all.add(column(after, withNotNullOfParent(after, old, facts), is.get(), facts));
      }
    }
    return Lowered.all(all);
  }

  /** A NOT NULL that the parent gets comes to the partition under the parent's name. */
  private static Column withNotNullOfParent(Table partition, Column column, PlanFacts facts) {
    Optional<Table> parent = parent(partition).flatMap(facts::tableAfter);
    Optional<Column> above = parent.flatMap(t -> t.column(column.name()));
    boolean comes =
        facts.can().namedNotNull()
            && column.nullable()
            && above.filter(c -> !c.nullable() && NotNull.of(c).isEmpty()).isPresent();
    if (!comes) {
      return column;
    }
    String name = NotNull.name(parent.get().name().name(), above.get());
    String own = NotNull.name(partition.name().name(), column.withNotNullName(Optional.empty()));
    return column
        .withNullable(false)
        .withNotNullName(Optional.of(name).filter(n -> !n.equals(own)));
  }

  private static Optional<Column> column(Schema schema, Table table, String name, PlanFacts facts) {
    return facts
        .tableBefore(table.name())
        .or(() -> schema.table(table.name()))
        .flatMap(
            t ->
                t.columns().stream()
                    .filter(c -> facts.newestColumn(table.name(), c.name()).equals(name))
                    .findFirst())
        .map(c -> c.withName(name));
  }

  /** The type follows the parent's, and so does whether it is generated. */
  private static Lowered column(Table partition, Column was, Column is, PlanFacts facts) {
    Column old = was.withType(is.type()).withGenerated(inherited(partition, was, is, facts));
    if (old.equals(is)) {
      return Lowered.of();
    }
    if (!old.generated().equals(is.generated())) {
      return expression(partition.name(), old, is, facts);
    }
    return ChangeColumn.lower(
        new Change.ModifyColumn(partition.name(), old, is, Optional.empty(), List.of()), facts);
  }

  /** What the parent's own change has made of the partition's column. */
  private static Optional<Generated> inherited(
      Table partition, Column was, Column is, PlanFacts facts) {
    Optional<Table> parent = parent(partition).flatMap(facts::tableAfter);
    boolean changed =
        parent.map(Table::name).flatMap(facts::tableBefore).stream()
            .flatMap(t -> t.columns().stream())
            .filter(c -> facts.newestColumn(parent.get().name(), c.name()).equals(is.name()))
            .anyMatch(
                c ->
                    parent
                        .get()
                        .column(is.name())
                        .filter(p -> !p.generated().equals(c.generated()))
                        .isPresent());
    return changed ? parent.get().column(is.name()).flatMap(Column::generated) : was.generated();
  }

  /** A partition's column cannot be made anew, but be computed otherwise than its parent's. */
  static Lowered expression(QName table, Column was, Column is, PlanFacts facts) {
    boolean both =
        was.generated().isPresent()
            && is.generated()
                .map(Generated::storage)
                .equals(was.generated().map(Generated::storage));
    if (!both || !facts.can().setExpression()) {
      return Refusal.of(
          ObjectPath.column(table, is.name())
              .toString()
              .concat(" comes from a parent and cannot be generated otherwise"),
          "make another table below it, move the rows there, and drop this one");
    }
    return Lowered.of(
        StepBuilder.step(
                ChangePartition.class,
                "change how",
                is.name(),
                "of",
                table.toString(),
                "is generated")
            .run(
                Alter.table(
                    table,
                    new TableAction.SetExpression(is.name(), is.generated().get().expression())))
            .effect(Effects.exclusiveRewrite(table))
            .undo(
                Alter.table(
                    table,
                    new TableAction.SetExpression(is.name(), was.generated().get().expression())))
            .requires(ObjectPath.table(table))
            .build());
  }
}
