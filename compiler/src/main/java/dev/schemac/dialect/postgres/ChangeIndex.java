package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.diff.Change;
import dev.schemac.model.Index;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import dev.schemac.model.WholeTable;
import dev.schemac.plan.Effect;
import dev.schemac.plan.Guard;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.Phase;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Indexes come, go, change and get another name (IX-a, IX-c, IX-g; online IX-1, IX-2, IX-3). */
final class ChangeIndex {
  private ChangeIndex() {}

  static Lowered add(Change.AddIndex change, PlanFacts facts) {
    return Lowered.of(create(change.table(), change.index(), facts));
  }

  private static List<Step> create(QName table, Index index, PlanFacts facts) {
    Optional<PartitionKeys.Part> part = PartitionKeys.after(table, index, facts);
    if (part.isPresent()) {
      return List.of(PartitionKeys.adopt(part.get()));
    }
    List<Step> steps = new ArrayList<>();
    if (facts.online() && !isPartitioned(table, facts)) {
      steps.addAll(CreateIndexConcurrently.steps(table, index, guards(table, index), facts));
      TableStatements.comment(TableStatements.path(table, index), index.comment())
          .ifPresent(c -> steps.add(comment(table, index, c)));
      List<Statement> marks = IndexMarks.of(table, index.name(), facts);
      if (!marks.isEmpty()) {
        steps.add(mark(table, index, marks));
      }
    } else {
      steps.add(createPlain(table, index, facts));
    }
    return steps;
  }

  private static Step mark(QName table, Index index, List<Statement> marks) {
    return StepBuilder.step(ChangeIndex.class, "mark index", index.name())
        .run(marks)
        .effect(Effects.none())
        .undo(new Undo.Nothing("the mark goes with the index"))
        .requires(TableStatements.path(table, index))
        .build();
  }

  private static Step comment(QName table, Index index, Statement comment) {
    return StepBuilder.step(ChangeIndex.class, "comment on index", index.name())
        .run(comment)
        .undo(new Undo.Nothing("the comment goes with the index"))
        .requires(TableStatements.path(table, index))
        .build();
  }

  static boolean isPartitioned(QName table, PlanFacts facts) {
    return facts.tableAfter(table).filter(t -> t.partitioning().isPresent()).isPresent();
  }

  private static Step createPlain(QName table, Index index, PlanFacts facts) {
    List<Statement> statements = new ArrayList<>();
    statements.add(Alter.createIndex(table, index));
    statements.addAll(IndexMarks.of(table, index.name(), facts));
    TableStatements.comment(TableStatements.path(table, index), index.comment())
        .ifPresent(statements::add);
    return StepBuilder.step(ChangeIndex.class, "create index", index.name(), "on", table.toString())
        .run(statements)
        .effect(Effects.indexBuild(table))
        .guards(guards(table, index))
        .undo(Alter.dropIndex(table, index))
        .requires(facts.after().index(table, index))
        .provides(TableStatements.path(table, index))
        .build();
  }

  private static List<Guard> guards(QName table, Index index) {
    return index.unique()
        ? List.of(
            AddConstraint.noDuplicates(
                table, index.parts(), index.predicate(), index.nullsNotDistinct()))
        : List.of();
  }

  static Lowered drop(Change.DropIndex change, PlanFacts facts) {
    return Lowered.of(drop(change.table(), change.index(), facts, Phase.CONTRACT));
  }

  private static Step drop(QName table, Index index, PlanFacts facts, Phase phase) {
    Optional<PartitionKeys.Part> part = PartitionKeys.before(table, index, facts);
    if (part.isPresent()) {
      return PartitionKeys.leave(part.get(), facts.isChanged(part.get().parent()), facts);
    }
    boolean concurrently = facts.online() && !isPartitioned(table, facts);
    List<Statement> inverse = new ArrayList<>();
    inverse.add(
        concurrently
            ? Alter.createIndexConcurrently(table, index)
            : Alter.createIndex(table, index));
    TableStatements.comment(TableStatements.path(table, index), index.comment())
        .ifPresent(inverse::add);
    Class<?> pattern = concurrently ? DropIndexConcurrently.class : ChangeIndex.class;
    return StepBuilder.step(pattern, "drop index", index.name(), "of", table.toString())
        .phase(phase)
        .run(
            concurrently
                ? Alter.dropIndexConcurrently(table, index)
                : Alter.dropIndex(table, index))
        .effect(
            concurrently
                ? Effects.unblocking(table, false, Effect.Transaction.NONE)
                : Effects.exclusive(table))
        .undo(inverse.toArray(Statement[]::new))
        .removes(TableStatements.path(table, index))
        .releases(uses(table, index, facts))
        .build();
  }

  private static java.util.Set<ObjectPath> uses(QName table, Index index, PlanFacts facts) {
    QName old = facts.tableBefore(table).map(t -> t.name()).orElse(table);
    return facts.newestPaths(facts.before().index(old, index));
  }

  static Lowered modify(Change.ModifyIndex change, PlanFacts facts) {
    Index before = change.before();
    Index after = change.after();
    QName table = change.table();
    if (withoutComment(before).equals(withoutComment(after))) {
      ObjectPath path = TableStatements.path(table, after);
      return Lowered.of(
          StepBuilder.step(ChangeIndex.class, "comment on index", after.name())
              .run(new Statement.CommentOn(path, after.comment()))
              .effect(Effects.none())
              .undo(new Statement.CommentOn(path, before.comment()))
              .requires(path)
              .build());
    }
    Optional<PartitionKeys.Part> was = PartitionKeys.before(table, before, facts);
    Optional<PartitionKeys.Part> is = PartitionKeys.after(table, after, facts);
    if (was.isPresent() && is.isPresent()) {
      return Lowered.of(
          WholeTable.isPart(before, after)
              ? PartitionKeys.change(was.get(), is.get())
              : PartitionKeys.adopt(is.get()));
    }
    boolean part = was.isPresent() || is.isPresent();
    if (facts.online()
        && !part
        && !isPartitioned(table, facts)
        && !facts.context().entangled().contains(change.path())
        && !facts.usesAltered(table, before)) {
      return new Lowered(
          ReplaceIndexConcurrently.steps(table, before, after, facts),
          List.of(),
          List.of(ReplaceIndexConcurrently.between(table, before, facts)));
    }
    List<Step> steps = new ArrayList<>();
    steps.add(drop(table, before, facts, Phase.EXPAND));
    steps.addAll(create(table, after, facts));
    return Lowered.of(steps);
  }

  private static Index withoutComment(Index index) {
    return new Index(
        index.name(),
        index.unique(),
        index.method(),
        index.parts(),
        index.include(),
        index.predicate(),
        index.nullsNotDistinct(),
        Optional.empty(),
        index.options());
  }

  static Lowered rename(Change.RenameIndex change, PlanFacts facts) {
    String from = change.before().name();
    String to = change.after().name();
    QName table = change.table();
    return Lowered.of(
        StepBuilder.step(ChangeIndex.class, "rename index", from, "to", to)
            .run(Alter.renameIndex(table, from, to))
            .effect(Effects.none())
            .undo(Alter.renameIndex(table, to, from))
            .requires(ObjectPath.table(table))
            .removes(TableStatements.path(table, change.before()))
            .provides(TableStatements.path(table, change.after()))
            .build());
  }

  /** An index dropped without blocking anybody (IX-2), outside a transaction. */
  static final class DropIndexConcurrently {
    private DropIndexConcurrently() {}
  }

  /**
   * An index replaced without a moment without one (IX-3): the new one is built beside, the names
   * are swapped, the old one is dropped.
   */
  static final class ReplaceIndexConcurrently {
    private ReplaceIndexConcurrently() {}

    /** The table as it is between the swap and the contract: with the old index too. */
    static Table between(QName table, Index before, PlanFacts facts) {
      Table after = facts.context().after().table(table).orElseThrow();
      List<Index> indexes = new ArrayList<>(after.indexes());
      indexes.add(before.withName(Names.former(before.name())));
      return after.withIndexes(indexes);
    }

    static List<Step> steps(QName table, Index before, Index after, PlanFacts facts) {
      Index future = after.withName(Names.future(after.name()));
      Index former = before.withName(Names.former(before.name()));
      List<Step> steps = new ArrayList<>();
      steps.addAll(CreateIndexConcurrently.steps(table, future, guards(table, after), facts));
      List<Statement> swap = new ArrayList<>();
      swap.add(Alter.renameIndex(table, before.name(), former.name()));
      swap.add(Alter.renameIndex(table, future.name(), after.name()));
      swap.addAll(IndexMarks.of(table, after.name(), facts));
      TableStatements.comment(TableStatements.path(table, after), after.comment())
          .ifPresent(swap::add);
      List<Statement> back = new ArrayList<>();
      back.add(Alter.renameIndex(table, after.name(), future.name()));
      back.add(Alter.renameIndex(table, former.name(), before.name()));
      back.addAll(IndexMarks.before(table, before.name(), facts));
      ObjectPath path = TableStatements.path(table, after);
      steps.add(
          StepBuilder.step(ReplaceIndexConcurrently.class, "swap index", after.name())
              .run(swap)
              .undo(back.toArray(Statement[]::new))
              .requires(TableStatements.path(table, future))
              .provides(path, TableStatements.path(table, former))
              .build());
      steps.add(drop(table, former, facts, Phase.CONTRACT));
      return steps;
    }
  }
}
