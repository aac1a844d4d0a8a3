package dev.schemac.dialect.mysql;

import dev.schemac.diff.Change;
import dev.schemac.diff.CheckOrder;
import dev.schemac.diff.ColumnMoves;
import dev.schemac.diff.KeyOrder;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.Evolution;
import dev.schemac.model.Expression;
import dev.schemac.model.ExpressionTree;
import dev.schemac.model.Index;
import dev.schemac.model.Partitioning;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import dev.schemac.model.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything about one table that one {@code ALTER TABLE} can do: what goes, what comes, what is
 * made anew because something that it reads does, what moves.
 *
 * @param was under the new names of columns
 * @param changes those that the statement makes
 * @param remade columns that go and come back, since the server does not change them in place
 * @param respelled checks that come anew, since the server spells them otherwise after it
 * @param filled columns that were made and filled before, by the name that they have until then
 */
record AtOnce(
    Table was,
    Table is,
    List<Change> changes,
    Set<String> remade,
    Map<String, String> renamedColumns,
    Map<String, String> renamedIndexes,
    Map<String, String> filled,
    Set<String> respelled,
    Target target) {

  /** What a replica may compute otherwise, so that no ALTER may (error 1674). */
  private static final Set<String> UNSAFE =
      Set.of(
          "uuid",
          "uuid_short",
          "rand",
          "random_bytes",
          "sys_guid",
          "user",
          "current_user",
          "session_user",
          "system_user",
          "sysdate");

  AtOnce {
    changes = List.copyOf(changes);
  }

  static AtOnce of(Situation s, QName table, List<Change> changes) {
    Map<String, String> indexes = new HashMap<>();
    for (Change change : changes) {
      if (change instanceof Change.RenameIndex(var ignored, var before, var after)) {
        indexes.put(before.name(), after.name());
      }
    }
    Table was = without(s.was(table), FreedNames.givenAway(s, table));
    Table is = s.is(table);
    if (AlterPartitions.isIncremental(was, is)) {
      // Single partitions come and go in steps of their own.
      is = is.withPartitioning(was.partitioning());
    }
    AtOnce all =
        new AtOnce(
            was,
            is,
            changes,
            remade(s, was, is, changes),
            s.renamedColumns(table),
            indexes,
            filled(s, table, changes),
            Set.of(),
            s.capabilities().target());
    if (s.capabilities().isMariaDb()) {
      return all;
    }
    boolean free = !s.online() || new AtOnceCost(s, all).cost() == Cost.COPY;
    return free ? all.withRespelled(SpelledAnew.of(was, is)) : all;
  }

  private static Table without(Table table, List<Constraint.Check> gone) {
    return table.withConstraints(
        table.constraints().stream().filter(c -> !gone.contains(c)).toList());
  }

  /** Whether the server would spell a check otherwise that stays. */
  static boolean spellsAnew(Situation s, QName table) {
    return !s.capabilities().isMariaDb() && !SpelledAnew.of(s.was(table), s.is(table)).isEmpty();
  }

  private AtOnce withRespelled(Set<String> checks) {
    return new AtOnce(
        was, is, changes, remade, renamedColumns, renamedIndexes, filled, checks, target);
  }

  /** Whether one statement may make the change of a table's part; foreign keys never. */
  static boolean isPart(Change change) {
    return switch (change) {
      case Change.ModifyTable ignored -> true;
      case Change.AddColumn ignored -> true;
      case Change.DropColumn ignored -> true;
      case Change.RenameColumn ignored -> true;
      case Change.ModifyColumn ignored -> true;
      case Change.AddConstraint(var ignored, var c) -> !(c instanceof Constraint.ForeignKey);
      case Change.DropConstraint(var ignored, var c) -> !(c instanceof Constraint.ForeignKey);
      case Change.RenameConstraint(var ignored, var c, var now) ->
          !(c instanceof Constraint.ForeignKey);
      case Change.ModifyConstraint(var ignored, var c, var now) ->
          !(c instanceof Constraint.ForeignKey);
      case Change.AddIndex ignored -> true;
      case Change.DropIndex ignored -> true;
      case Change.RenameIndex ignored -> true;
      case Change.ModifyIndex ignored -> true;
      case Change.AddObject ignored -> false;
      case Change.DropObject ignored -> false;
      case Change.RenameObject ignored -> false;
      case Change.ModifyObject ignored -> false;
    };
  }

  /** Whether words say how values come about, or a value must be kept by a way of its own. */
  static boolean needsSteps(Situation s, Change change) {
    return switch (change) {
      case Change.AddColumn(var table, var column, var words) ->
          words.flatMap(Evolution.Conversion::backfill).isPresent()
              || words.flatMap(Evolution.Conversion::using).isPresent()
              || AddColumn.refusal(s, column).isPresent()
              || isComputedPerRow(column) && !isFilledBefore(s, change);
      case Change.ModifyColumn modify ->
          modify.conversion().isPresent()
              || !modify.values().isEmpty()
              || AddColumn.refusal(s, modify.after()).isPresent()
              || SpatialKeys.areInTheWay(s, modify)
              || keepsComputed(s, modify) && !isFilledBefore(s, change);
      case Change.ModifyTable(var before, var after) -> !before.rows().equals(after.rows());
      case Change.AddConstraint(var table, var c) ->
          ConstraintPatterns.refusal(s, s.is(table), c).isPresent();
      case Change.ModifyConstraint(var table, var c, var now) ->
          ConstraintPatterns.refusal(s, s.is(table), now).isPresent();
      case Change.AddIndex(var table, var index) -> CreateIndex.refusal(index).isPresent();
      case Change.ModifyIndex(var table, var b, var now) -> CreateIndex.refusal(now).isPresent();
      case Change.DropColumn ignored -> false;
      case Change.RenameColumn ignored -> false;
      case Change.DropConstraint ignored -> false;
      case Change.RenameConstraint ignored -> false;
      case Change.DropIndex ignored -> false;
      case Change.RenameIndex ignored -> false;
      case Change.AddObject ignored -> true;
      case Change.DropObject ignored -> true;
      case Change.RenameObject ignored -> true;
      case Change.ModifyObject ignored -> true;
    };
  }

  /** A virtual column's values are nowhere until they are written down. */
  private static boolean keepsComputed(Situation s, Change.ModifyColumn modify) {
    return GeneratedColumns.becomesPlain(modify)
        && TableCost.isVirtual(modify.before())
        && !NoCast.stops(s, modify);
  }

  /**
   * Whether the values are written into a column of their own before, which the one statement then
   * puts into its place.
   */
  private static boolean isFilledBefore(Situation s, Change change) {
    boolean added =
        change instanceof Change.AddColumn(var table, var column, var ignored)
            && isComputedPerRow(column)
            && !column.nullable()
            && ColumnUse.columns(column.defaultValue().orElseThrow()).isEmpty();
    return added || change instanceof Change.ModifyColumn modify && keepsComputed(s, modify);
  }

  private static Map<String, String> filled(Situation s, QName table, List<Change> changes) {
    Map<String, String> filled = new LinkedHashMap<>();
    for (Change change : changes) {
      if (isFilledBefore(s, change)) {
        String name = change.path().member();
        filled.put(name, FreeName.of(s, table, name.concat("_new")));
      }
    }
    return filled;
  }

  private static boolean isUnsafe(Expression value) {
    return value instanceof Expression.Call call && UNSAFE.contains(call.function())
        || ExpressionTree.operands(value).stream().anyMatch(AtOnce::isUnsafe);
  }

  /**
   * Whether columns come in the statement that says such a default of others, which MySQL refuses
   * likewise.
   */
  boolean mixesUnsafe() {
    boolean adds =
        !remade.isEmpty()
            || changes.stream()
                .anyMatch(
                    c ->
                        c instanceof Change.AddColumn(var table, var column, var words)
                            && !filled.containsKey(column.name()));
    Set<String> said = new HashSet<>(filled.keySet());
    said.addAll(moved());
    for (Change change : changes) {
      if (change instanceof Change.ModifyColumn modify) {
        said.add(modify.after().name());
      }
    }
    return adds
        && !target.isMariaDb()
        && is.columns().stream()
            .filter(c -> said.contains(c.name()))
            .flatMap(c -> c.defaultValue().stream())
            .anyMatch(AtOnce::isUnsafe);
  }

  /** A default that differs from row to row cannot be part of an ALTER (error 1674). */
  private static boolean isComputedPerRow(Column column) {
    return column.generated().isEmpty()
        && Defaults.isExpression(column)
        && (!column.nullable() || isUnsafe(column.defaultValue().orElseThrow()));
  }

  /** Generated columns that change what they compute, and those that read a renamed column. */
  private static Set<String> remade(Situation s, Table was, Table is, List<Change> changes) {
    Set<String> remade = new LinkedHashSet<>();
    for (Change change : changes) {
      if (change instanceof Change.ModifyColumn modify
          && (GeneratedColumns.isRemade(modify)
              || GeneratedColumns.becomesGenerated(modify)
              || keepsComputed(s, modify)
              || NoCast.stops(s, modify))) {
        remade.add(modify.after().name());
      }
    }
    Set<String> named = new HashSet<>(s.renamedColumns(is.name()).keySet());
    boolean grows = true;
    while (grows) {
      named.addAll(remade);
      grows = false;
      for (Column column : is.columns()) {
        boolean reads =
            was.column(column.name()).filter(c -> c.generated().isPresent()).isPresent()
                && named.stream().anyMatch(n -> Interference.reads(column, n));
        grows = reads && remade.add(column.name()) || grows;
      }
    }
    return remade;
  }

  /** Whether the column goes, or came, in a step of its own. */
  boolean leaves(String column) {
    return changes.stream().noneMatch(c -> isAboutWhole(c, column));
  }

  private static boolean isAboutWhole(Change change, String column) {
    boolean drops =
        change instanceof Change.DropColumn(var t, var gone, var w) && gone.name().equals(column);
    boolean adds =
        change instanceof Change.AddColumn(var t, var added, var w) && added.name().equals(column);
    return drops || adds;
  }

  boolean isRenamed(String column) {
    return renamedColumns.containsKey(column);
  }

  /** Whether a column goes, if only to come back, that a generated one or a key reads. */
  boolean takesFromReaders() {
    return was.columns().stream()
        .filter(c -> remade.contains(c.name()) || is.column(c.name()).isEmpty())
        .anyMatch(
            c ->
                was.columns().stream().anyMatch(g -> Interference.reads(g, c.name()))
                    || was.indexes().stream()
                        .flatMap(i -> i.parts().stream())
                        .filter(p -> p.columnName().isEmpty())
                        .anyMatch(p -> ColumnUse.columns(p.expression()).contains(c.name())));
  }

  /** Columns that stay and stand elsewhere. */
  Set<String> moved() {
    return ColumnMoves.moved(was, is, remade);
  }

  /** The checks that stay and stand elsewhere, where the server keeps their order. */
  List<Constraint.Check> movedChecks() {
    if (!CheckOrder.isKept(target)) {
      return List.of();
    }
    Set<String> again = new HashSet<>();
    for (Constraint constraint : was.constraints()) {
      if (constraint instanceof Constraint.Check check
          && isTouched(ColumnUse.columns(check.condition()))) {
        again.add(check.name());
      }
    }
    return CheckOrder.moved(was, is, again);
  }

  /** The indexes that are dropped and made, or made alone, in the order of the server's list. */
  List<Index> madeIndexes() {
    Set<String> stays = new HashSet<>();
    List<Index> before = new ArrayList<>();
    for (Index index : was.indexes()) {
      String name = renamedIndexes.getOrDefault(index.name(), index.name());
      before.add(index.withName(name));
      boolean reads =
          index.parts().stream()
              .filter(p -> p.columnName().isEmpty())
              .anyMatch(p -> isTouched(ColumnUse.columns(p.expression())));
      if (is.indexes().contains(index.withName(name)) && !reads && !isOnRemade(index)) {
        stays.add(name);
      }
    }
    if (AlterTableOptions.remakesKeys(target, was, is)) {
      stays.clear();
    }
    return KeyOrder.behind(was.withIndexes(before), is, stays, target);
  }

  private boolean isOnRemade(Index index) {
    return ColumnUse.ofKey(index.parts()).stream().anyMatch(remade::contains)
        || ShortenedKeys.isOne(target, was, is, index);
  }

  /** Whether an expression reads a column that is renamed or made anew. */
  boolean isTouched(Set<String> columns) {
    return columns.stream().anyMatch(c -> isRenamed(c) || remade.contains(c));
  }

  /** Whether a primary key or a check goes, to come back different or not at all. */
  boolean isReplaced(Constraint constraint) {
    if (constraint instanceof Constraint.ForeignKey) {
      return false;
    }
    boolean same = is.constraint(constraint.name()).filter(constraint::equals).isPresent();
    boolean reads =
        constraint instanceof Constraint.Check check
            && isTouched(ColumnUse.columns(check.condition()));
    boolean keyed =
        constraint instanceof Constraint.PrimaryKey key
            && (ColumnUse.ofKey(key.parts()).stream().anyMatch(remade::contains)
                || AlterTableOptions.remakesKeys(target, was, is));
    return !same
        || reads
        || keyed
        || respelled.contains(constraint.name())
        || movedChecks().contains(constraint);
  }

  /** Whether the server would have to partition the table by a column under another name. */
  boolean renamesPartitionKey() {
    return keyOf(was).stream().anyMatch(this::isRenamed);
  }

  /** The columns that a table is partitioned by. */
  static Set<String> keyOf(Table table) {
    return table.partitioning().map(AtOnce::keyOf).orElse(Set.of());
  }

  private static Set<String> keyOf(Partitioning partitioning) {
    Set<String> columns = new HashSet<>();
    partitioning.operands().forEach(o -> columns.addAll(ColumnUse.columns(o)));
    partitioning.subpartitioning().ifPresent(p -> columns.addAll(keyOf(p)));
    return columns;
  }
}
