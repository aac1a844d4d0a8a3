package dev.schemac.dialect.mysql;

import dev.schemac.diff.Change;
import dev.schemac.model.Schema;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.PatternCatalogue;
import dev.schemac.plan.PlanContext;
import dev.schemac.plan.Step;
import java.util.List;
import java.util.Optional;

/**
 * MySQL's pattern for every kind of change. Every {@code ALTER TABLE} says the algorithm that was
 * measured for it, so that a server that would do more refuses; changes of different classes are
 * never merged into one statement.
 */
public final class MySqlPatterns implements PatternCatalogue {
  private final boolean copies;

  /** The newest situation: a planner asks for all changes of one context in a row. */
  private volatile Situation newest;

  public MySqlPatterns() {
    this(true);
  }

  private MySqlPatterns(boolean copies) {
    this.copies = copies;
  }

  /** For plans whose blocking steps another tool takes over: no table is copied by triggers. */
  public static MySqlPatterns handingOver() {
    return new MySqlPatterns(false);
  }

  @Override
  public PlanContext completed(PlanContext context) {
    return ImplicitIndexes.said(context);
  }

  @Override
  public List<Step> settled(List<Step> ordered, PlanContext context) {
    Schema before = situation(context).before();
    Schema after = context.after();
    List<Step> placed = TouchedBeside.completed(TriggerPlaces.of(ordered, before, after), context);
    List<Step> steps = AlwaysCopied.of(KeptHistory.of(placed, before, after), before, after);
    return new OnlineCopies(situation(context)).of(steps);
  }

  @Override
  public Lowered lower(Change change, PlanContext context) {
    Situation s = situation(context);
    Optional<CopyTables> copied = s.copied(change.path().owner()).filter(c -> c.makes(change));
    if (copied.isPresent()) {
      return copied.get().lower(change);
    }
    Optional<AtOnce> atOnce =
        AtOnce.isPart(change) ? s.atOnce(change.path().owner()) : Optional.empty();
    boolean together = atOnce.isPresent() && atOnce.get().changes().contains(change);
    if (together && atOnce.get().changes().getFirst() != change) {
      return Lowered.of(List.of());
    }
    return StorageOrder.of(
        s, together ? AlterTableAtOnce.lower(s, atOnce.get()) : alone(s, change));
  }

  /** The change with steps of its own. */
  static Lowered alone(Situation s, Change change) {
    if (CounterKey.isAbsorbed(s, change, change.path().owner())) {
      // A step of the column's own change makes it.
      return Lowered.of(List.of());
    }
    return switch (change) {
      case Change.AddObject(var object) -> CreateObject.lower(s, object);
      case Change.DropObject(var object, var retirement) -> DropObject.lower(s, object, retirement);
      case Change.RenameObject(var before, var after) -> RenameObject.lower(s, before, after);
      case Change.ModifyObject(var before, var after, var ignored) ->
          ReplaceObject.lower(s, before, after);
      case Change.ModifyTable(var before, var after) -> AlterTableOptions.lower(s, before, after);
      case Change.AddColumn add -> AddColumn.lower(s, add);
      case Change.DropColumn drop -> DropColumn.lower(s, drop);
      case Change.RenameColumn rename -> RenameColumn.lower(s, rename);
      case Change.ModifyColumn modify -> ModifyColumn.lower(s, modify);
      case Change.AddConstraint(var table, var constraint) ->
          ConstraintPatterns.add(s, table, constraint);
      case Change.DropConstraint(var table, var constraint) ->
          ConstraintPatterns.drop(s, change, table, constraint);
      case Change.RenameConstraint(var table, var before, var after) ->
          ConstraintPatterns.rename(s, table, before, after);
      case Change.ModifyConstraint(var table, var before, var after) ->
          ConstraintPatterns.modify(s, change, table, before, after);
      case Change.AddIndex(var table, var index) -> CreateIndex.lower(s, table, index);
      case Change.DropIndex(var table, var index) -> DropIndex.lower(s, change, table, index);
      case Change.RenameIndex(var table, var before, var after) ->
          RenameIndex.lower(s, table, before.name(), after.name());
      case Change.ModifyIndex(var table, var before, var after) ->
          ReplaceIndex.lower(s, change, table, before, after);
    };
  }

  private Situation situation(PlanContext context) {
    Situation known = newest;
    if (known == null || !known.isOf(context)) {
      known = new Situation(context, copies);
      newest = known;
    }
    return known;
  }
}
