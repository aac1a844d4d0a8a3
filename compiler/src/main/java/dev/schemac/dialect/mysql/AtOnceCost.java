package dev.schemac.dialect.mysql;

import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.Index;
import dev.schemac.model.Table;
import java.util.List;
import java.util.Optional;

/** The dearest of what one statement does. */
final class AtOnceCost {
  private final Situation s;
  private final AtOnce all;
  private final TableCost tables;

  AtOnceCost(Situation s, AtOnce all) {
    this.s = s;
    this.all = all;
    this.tables = new TableCost(s.capabilities());
  }

  Cost cost() {
    Cost cost = all.moved().isEmpty() ? Cost.INSTANT : tables.move(all.was(), all.is());
    if (!all.remade().isEmpty()) {
      cost = cost.or(remade());
    }
    if (all.target().isMariaDb() && renamesKeyed()) {
      cost = cost.or(Cost.BUILD);
    }
    if (all.renamesPartitionKey() || proves()) {
      cost = Cost.COPY;
    }
    for (Index index : all.madeIndexes()) {
      cost = cost.or(made(index));
    }
    if (all.changes().stream().anyMatch(AtOnceCost::isOfVirtual)
        && !all.changes().stream().allMatch(AtOnceCost::isBesideVirtual)) {
      cost = Cost.COPY;
    }
    boolean moved =
        all.madeIndexes().stream()
            .anyMatch(
                i -> TableCost.isFunctional(i.parts()) && all.was().index(i.name()).isPresent());
    if (moved) {
      cost = Cost.COPY; // its hidden column goes and comes (error 1846, measured)
    }
    for (Change change : all.changes()) {
      cost = cost.or(of(change));
    }
    if (makesVirtualWithKey()) {
      cost = cost.or(Cost.BUILD_SHARED);
    }
    boolean stored = all.changes().stream().anyMatch(AtOnceCost::isOfStored);
    boolean free = s.capabilities().isMariaDb() && cost == Cost.METADATA;
    if (stored && cost != Cost.INSTANT && !free) {
      cost = cost.or(tables.rebuild(all.is())); // columns come and go in place by a rebuild alone
    }
    if (s.capabilities().isMariaDb() && cost != Cost.INSTANT && cost != Cost.METADATA) {
      cost = pushesVirtual() ? Cost.COPY : cost; // they get other numbers (error 1846, measured)
    }
    cost = all.movedChecks().isEmpty() && all.filled().isEmpty() ? cost : Cost.COPY;
    boolean innoDb = TableTraits.isInnoDb(all.was()) && TableTraits.isInnoDb(all.is());
    return innoDb ? cost : Cost.COPY;
  }

  /**
   * Whether a column of a key gets another name beside a property of the table: MariaDB builds the
   * key anew then (error 1846, measured).
   */
  private boolean renamesKeyed() {
    return all.changes().stream().anyMatch(Change.ModifyTable.class::isInstance)
        && all.is().columns().stream()
            .map(Column::name)
            .anyMatch(c -> all.isRenamed(c) && ColumnCost.isIndexed(all.is(), c));
  }

  /** Whether a stored column comes or goes in front of a virtual one. */
  private boolean pushesVirtual() {
    return all.changes().stream()
        .filter(AtOnceCost::isOfStored)
        .map(c -> c.path().member())
        .anyMatch(
            c ->
                TableCost.standsBeforeVirtual(all.was(), c)
                    || TableCost.standsBeforeVirtual(all.is(), c));
  }

  /** Whether a virtual column comes together with a key over it (error 1846, measured). */
  private boolean makesVirtualWithKey() {
    List<String> keyed =
        KeyCover.keys(all.is()).stream().flatMap(k -> ColumnUse.ofKey(k.parts()).stream()).toList();
    return all.changes().stream()
        .anyMatch(
            c ->
                c instanceof Change.AddColumn(var table, var column, var ignored)
                    && TableCost.isVirtual(column)
                    && keyed.contains(column.name()));
  }

  /** Virtual columns that come back beside other changes, and stored ones, are copied. */
  private Cost remade() {
    boolean copied =
        !all.renamedColumns().isEmpty()
            || all.remade().stream()
                .flatMap(name -> all.is().column(name).stream())
                .anyMatch(c -> !TableCost.isVirtual(c));
    return copied ? Cost.COPY : Cost.BUILD;
  }

  /** Whether an enforced check comes back, which every row has to meet again. */
  private boolean proves() {
    return all.was().constraints().stream()
        .anyMatch(
            c ->
                c instanceof Constraint.Check check
                    && check.enforcement() != Constraint.Enforcement.NOT_ENFORCED
                    && all.is().constraint(c.name()).isPresent()
                    && all.isReplaced(c));
  }

  private Cost of(Change change) {
    return switch (change) {
      case Change.ModifyTable(var before, var after) -> table(before, after);
      case Change.AddColumn(var table, var column, var ignored) ->
          tables
              .addColumn(all.is(), column, inFront(column.name()))
              .or(tables.addColumn(all.was(), column))
              .or(tables.pushingHidden(all.was()))
              .or(tables.pushing(all.was(), column, inFront(column.name())));
      case Change.DropColumn(var table, var column, var ignored) ->
          tables.dropColumn(all.was(), column);
      case Change.RenameColumn(var table, var from, var to) -> Cost.METADATA;
      case Change.ModifyColumn modify ->
          all.remade().contains(modify.after().name())
              ? Cost.COPY
              : new ColumnCost(s.capabilities())
                  .of(all.was(), all.is(), modify.before(), modify.after());
      case Change.AddConstraint(var table, var c) -> constraint(c);
      case Change.DropConstraint(var table, var c) -> dropped(c);
      case Change.RenameConstraint(var table, var c, var now) -> constraint(now);
      case Change.ModifyConstraint(var table, var c, var now) -> constraint(now);
      case Change.AddIndex(var table, var index) -> tables.addIndex(all.was(), index);
      case Change.DropIndex(var table, var index) ->
          tables.dropKey(all.was(), index.unique(), index.parts());
      case Change.RenameIndex(var table, var before, var after) -> Cost.METADATA;
      case Change.ModifyIndex(var table, var before, var after) ->
          tables
              .addIndex(all.was(), after)
              .or(tables.dropKey(all.was(), before.unique(), before.parts()));
      case Change.AddObject ignored -> Cost.INSTANT;
      case Change.DropObject ignored -> Cost.INSTANT;
      case Change.RenameObject ignored -> Cost.INSTANT;
      case Change.ModifyObject ignored -> Cost.INSTANT;
    };
  }

  /** An index that is made, if only to stand behind others. */
  private Cost made(Index index) {
    Cost cost = tables.addIndex(all.is(), index);
    return all.was()
        .index(index.name())
        .map(old -> cost.or(tables.dropKey(all.was(), old.unique(), old.parts())))
        .orElse(cost);
  }

  /** What a new column comes behind, where columns that were there stand behind it. */
  private Optional<String> inFront(String column) {
    List<String> names = all.is().columns().stream().map(Column::name).toList();
    boolean last =
        names.subList(names.indexOf(column) + 1, names.size()).stream()
            .allMatch(name -> all.was().column(name).isEmpty());
    return last ? Optional.empty() : Optional.of(ColumnOrder.after(all.is(), column));
  }

  private Cost dropped(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey ignored -> Cost.COPY;
      case Constraint.Unique key -> tables.dropKey(all.was(), true, key.parts());
      case Constraint.Check ignored -> Cost.METADATA;
      case Constraint.ForeignKey ignored -> Cost.METADATA;
      case Constraint.Exclusion ignored -> Cost.COPY;
    };
  }

  private static boolean isOfStored(Change change) {
    return (change instanceof Change.AddColumn || change instanceof Change.DropColumn)
        && !isOfVirtual(change);
  }

  private static boolean isOfVirtual(Change change) {
    boolean added =
        change instanceof Change.AddColumn(var t, var column, var w) && TableCost.isVirtual(column);
    boolean gone =
        change instanceof Change.DropColumn(var t, var column, var w)
            && TableCost.isVirtual(column);
    return added || gone || isOfFunctional(change);
  }

  /** A functional key has a hidden virtual column. */
  private static boolean isOfFunctional(Change change) {
    boolean added =
        change instanceof Change.AddIndex(var t, var index)
            && TableCost.isFunctional(index.parts());
    boolean gone =
        change instanceof Change.DropIndex(var t, var index)
            && TableCost.isFunctional(index.parts());
    return added || gone;
  }

  /** Virtual columns come and go in place beside keys alone (error 1846, measured). */
  private static boolean isBesideVirtual(Change change) {
    return isOfVirtual(change)
        || change instanceof Change.AddIndex
        || change instanceof Change.DropIndex;
  }

  private static Cost table(Table before, Table after) {
    boolean light =
        !AlterPartitions.differ(before, after) && before.options().equals(after.options());
    return light ? Cost.METADATA : Cost.COPY;
  }

  private Cost constraint(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey ignored -> tables.changePrimaryKey(all.is());
      case Constraint.Unique key -> tables.addUnique(all.is(), key.parts());
      case Constraint.Check ignored -> Cost.COPY;
      case Constraint.ForeignKey ignored -> Cost.COPY;
      case Constraint.Exclusion ignored -> Cost.COPY;
    };
  }
}
