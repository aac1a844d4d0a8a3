package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.model.Constraint;
import dev.schemac.model.Constraint.Enforcement;
import dev.schemac.model.Expression;
import dev.schemac.model.Index;
import dev.schemac.model.KeyPart;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import dev.schemac.plan.Effect;
import dev.schemac.plan.Phase;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What hangs on a column that is being copied (§4.3, step 3): built again on the new column while
 * everybody works on, put in the old one's place by the swap, and dropped with it.
 */
final class CarryOver {
  private final CopiedColumn column;
  private final PlanFacts facts;
  private final QName table;
  private final List<Index> indexes = new ArrayList<>();
  private final List<Constraint.Unique> keys = new ArrayList<>();
  private final List<Constraint.PrimaryKey> primary = new ArrayList<>();
  private final List<Constraint.Check> checks = new ArrayList<>();
  private final List<Constraint.ForeignKey> foreignKeys = new ArrayList<>();

  CarryOver(CopiedColumn column, PlanFacts facts) {
    this.column = column;
    this.facts = facts;
    this.table = column.table();
    Table after = facts.tableAfter(table).orElseThrow();
    for (Index index : after.indexes()) {
      if (Hanging.on(index, column.name()) && facts.isKept(TableStatements.path(table, index))) {
        indexes.add(index);
      }
    }
    for (Constraint constraint : after.constraints()) {
      if (Hanging.on(constraint, column.name())
          && facts.isKept(TableStatements.path(table, constraint))) {
        sort(constraint);
      }
    }
  }

  private void sort(Constraint constraint) {
    switch (constraint) {
      case Constraint.Unique key -> keys.add(key);
      case Constraint.Check check -> checks.add(check);
      case Constraint.PrimaryKey key -> primary.add(key);
      case Constraint.ForeignKey key -> {
        if (facts.keyGroups().of(column.path()).isEmpty()) {
          foreignKeys.add(key); // those of a group are carried over with all their columns
        }
      }
      case Constraint.Exclusion ignored -> {} // not copied this way
    }
  }

  /** The steps before the swap. */
  List<Step> before() {
    List<Step> steps = new ArrayList<>();
    if (!column.after().nullable()) {
      steps.addAll(AddNotNullByValidatedCheck.steps(table, column.future()));
    }
    checks.forEach(c -> steps.addAll(check(c)));
    for (Index index : indexes) {
      steps.addAll(CreateIndexConcurrently.steps(table, future(index), List.of(), facts));
    }
    for (Constraint.Unique key : keys) {
      Index built = AddKeyUsingIndex.index(future(key));
      steps.addAll(CreateIndexConcurrently.steps(table, built, List.of(), facts));
    }
    for (Constraint.PrimaryKey key : primary) {
      Index built = AddKeyUsingIndex.index(future(key));
      steps.addAll(CreateIndexConcurrently.steps(table, built, List.of(), facts));
    }
    foreignKeys.forEach(k -> steps.addAll(foreignKey(k)));
    return steps;
  }

  private List<Step> check(Constraint.Check check) {
    Constraint.Check future =
        new Constraint.Check(
            Names.future(check.name()),
            column.over(check.condition(), column.future()),
            check.noInherit(),
            Enforcement.NOT_VALID,
            Optional.empty());
    return notValid(future, check.enforcement(), Effects.exclusive(table));
  }

  private List<Step> foreignKey(Constraint.ForeignKey key) {
    Constraint.ForeignKey future =
        AddForeignKey.withEnforcement(over(key, column.future()), Enforcement.NOT_VALID)
            .withName(Names.future(key.name()));
    return notValid(
        future, key.enforcement(), Effects.shareRowExclusive(key.referencedTable(), table));
  }

  private List<Step> notValid(Constraint future, Enforcement wanted, Effect effect) {
    List<Step> steps = new ArrayList<>();
    List<Statement> add = new ArrayList<>();
    if (future instanceof Constraint.ForeignKey key) {
      add.add(
          new Statement.LockTables(
              key.referencedTable().equals(table)
                  ? List.of(table)
                  : List.of(key.referencedTable(), table),
              Effects.SHARE_ROW_EXCLUSIVE));
    }
    add.add(Alter.table(table, Alter.add(future)));
    steps.add(
        step("carry over", future.kind().word(), future.name())
            .run(add)
            .effect(Effects.in(Effect.Transaction.OWN, effect))
            .undo(Alter.table(table, Alter.drop(future)))
            .build());
    if (wanted == Enforcement.ENFORCED) {
      steps.add(
          step("validate", future.kind().word(), future.name())
              .run(Alter.table(table, new TableAction.ValidateConstraint(future.name())))
              .effect(validating(future))
              .undo(new Undo.Nothing("validation leaves nothing behind but the constraint itself"))
              .build());
    }
    return steps;
  }

  private Effect validating(Constraint future) {
    return future instanceof Constraint.ForeignKey key
        ? Effects.validatedForeignKey(table, key.referencedTable())
        : Effects.unblocking(table, true, Effect.Transaction.OWN);
  }

  private StepBuilder step(String... words) {
    return StepBuilder.step(ConvertColumnByCopyAndRename.class, words);
  }

  /** Tables that the swap has to lock beside this one. */
  List<QName> referenced() {
    return foreignKeys.stream()
        .map(Constraint.ForeignKey::referencedTable)
        .filter(t -> !t.equals(table))
        .distinct()
        .toList();
  }

  /** A table has one primary key, and its columns cannot be nullable: it goes first. */
  List<Statement> dropPrimaryKey() {
    return primary.stream().<Statement>map(k -> Alter.table(table, Alter.drop(k))).toList();
  }

  /** The statements of the swap, behind the renames of the columns. */
  List<Statement> swap() {
    List<Statement> all = new ArrayList<>();
    for (Constraint.PrimaryKey key : primary) {
      all.add(
          Alter.table(
              table, new TableAction.AddConstraintUsingIndex(key, Names.future(key.name()))));
      all.addAll(IndexMarks.of(table, key.name(), facts));
      TableStatements.comment(TableStatements.path(table, key), key.comment()).ifPresent(all::add);
    }
    for (Constraint.Check check : checks) {
      all.add(Alter.table(table, Alter.drop(check)));
      all.add(Alter.table(table, rename(Names.future(check.name()), check.name())));
      comment(all, check);
    }
    for (Constraint.ForeignKey key : foreignKeys) {
      all.add(Alter.table(table, Alter.drop(key)));
      all.add(Alter.table(table, rename(Names.future(key.name()), key.name())));
      comment(all, key);
    }
    for (Constraint.Unique key : keys) {
      all.add(Alter.table(table, rename(key.name(), Names.former(key.name()))));
      all.add(
          Alter.table(
              table, new TableAction.AddConstraintUsingIndex(key, Names.future(key.name()))));
      comment(all, key);
    }
    for (Index index : indexes) {
      all.add(Alter.renameIndex(table, index.name(), Names.former(index.name())));
      all.add(Alter.renameIndex(table, Names.future(index.name()), index.name()));
      TableStatements.comment(TableStatements.path(table, index), index.comment())
          .ifPresent(all::add);
    }
    return all;
  }

  private void comment(List<Statement> all, Constraint constraint) {
    all.addAll(TableStatements.settings(table, constraint));
  }

  private static TableAction rename(String from, String to) {
    return new TableAction.RenameConstraint(from, to);
  }

  /** The way back, once the columns have their old names again. */
  List<Statement> unswap() {
    List<Statement> all = new ArrayList<>();
    for (Index index : indexes.reversed()) {
      all.add(Alter.renameIndex(table, index.name(), Names.future(index.name())));
      all.add(Alter.renameIndex(table, Names.former(index.name()), index.name()));
    }
    for (Constraint.Unique key : keys.reversed()) {
      Constraint.Unique future = future(key);
      all.add(Alter.table(table, Alter.drop(key)));
      all.add(Alter.table(table, rename(Names.former(key.name()), key.name())));
      all.add(Alter.createIndex(table, AddKeyUsingIndex.index(future)));
    }
    for (Constraint.PrimaryKey key : primary) {
      all.add(Alter.table(table, Alter.add(key)));
      all.addAll(IndexMarks.of(table, key.name(), facts));
      TableStatements.comment(TableStatements.path(table, key), key.comment()).ifPresent(all::add);
      all.add(Alter.createIndex(table, AddKeyUsingIndex.index(future(key))));
    }
    for (Constraint.ForeignKey key : foreignKeys.reversed()) {
      all.add(Alter.table(table, rename(key.name(), Names.future(key.name()))));
      all.add(Alter.table(table, Alter.add(key)));
      comment(all, key);
    }
    for (Constraint.Check check : checks.reversed()) {
      all.add(Alter.table(table, rename(check.name(), Names.future(check.name()))));
      all.add(Alter.table(table, Alter.add(check)));
      comment(all, check);
    }
    return all;
  }

  /** The old keys and indexes go after the deploy. */
  List<Step> contract() {
    List<Step> steps = new ArrayList<>();
    for (Index index : indexes) {
      Index former = former(index);
      steps.add(
          step("drop index", former.name())
              .phase(Phase.CONTRACT)
              .run(Alter.dropIndexConcurrently(table, former))
              .effect(Effects.unblocking(table, false, Effect.Transaction.NONE))
              .undo(again(former, index.comment()))
              .build());
    }
    for (Constraint.Unique key : keys) {
      Constraint former = former(key);
      List<Statement> back = new ArrayList<>(List.of(Alter.table(table, Alter.add(former))));
      back.addAll(TableStatements.settings(table, former.withComment(key.comment())));
      steps.add(
          step("drop unique", former.name())
              .phase(Phase.CONTRACT)
              .run(Alter.table(table, Alter.drop(former)))
              .effect(Effects.exclusive(table))
              .undo(back.toArray(Statement[]::new))
              .build());
    }
    return steps;
  }

  private Statement[] again(Index former, Optional<String> comment) {
    List<Statement> all = new ArrayList<>();
    all.add(Alter.createIndexConcurrently(table, former));
    TableStatements.comment(TableStatements.path(table, former), comment).ifPresent(all::add);
    return all.toArray(Statement[]::new);
  }

  /** Keys and indexes of the old column between the swap and the contract. */
  List<Constraint> formerKeys() {
    return keys.stream().map(this::former).toList();
  }

  List<Index> formerIndexes() {
    return indexes.stream().map(this::former).toList();
  }

  private Index future(Index index) {
    return over(index, column.future()).withName(Names.future(index.name()));
  }

  private Index former(Index index) {
    return over(index, column.former()).withName(Names.former(index.name()));
  }

  private Constraint.Unique future(Constraint.Unique key) {
    return over(key, column.future()).withName(Names.future(key.name()));
  }

  private Constraint.PrimaryKey future(Constraint.PrimaryKey key) {
    return new Constraint.PrimaryKey(
        Names.future(key.name()),
        parts(key.parts(), column.future()),
        names(key.include(), column.future()),
        key.deferral(),
        Optional.empty(),
        key.options());
  }

  private Constraint former(Constraint.Unique key) {
    return over(key, column.former()).withName(Names.former(key.name()));
  }

  private Index over(Index index, String name) {
    return new Index(
        index.name(),
        index.unique(),
        index.method(),
        parts(index.parts(), name),
        names(index.include(), name),
        index.predicate().map(p -> column.over(p, name)),
        index.nullsNotDistinct(),
        Optional.empty(),
        index.options());
  }

  private Constraint.Unique over(Constraint.Unique key, String name) {
    return new Constraint.Unique(
        key.name(),
        parts(key.parts(), name),
        names(key.include(), name),
        key.nullsNotDistinct(),
        key.deferral(),
        Optional.empty(),
        key.options());
  }

  private Constraint.ForeignKey over(Constraint.ForeignKey key, String name) {
    return new Constraint.ForeignKey(
        key.name(),
        names(key.columns(), name),
        key.referencedTable(),
        key.referencedColumns(),
        key.onDelete(),
        key.onUpdate(),
        names(key.setColumns(), name),
        key.matchFull(),
        key.period(),
        key.deferral(),
        key.enforcement(),
        Optional.empty());
  }

  private List<KeyPart> parts(List<KeyPart> parts, String name) {
    return parts.stream().map(p -> part(p, column.over(p.expression(), name))).toList();
  }

  private static KeyPart part(KeyPart part, Expression expression) {
    return new KeyPart(
        expression,
        part.prefixLength(),
        part.collation(),
        part.operatorClass(),
        part.direction(),
        part.nullsFirst(),
        part.withoutOverlaps(),
        part.operator());
  }

  private List<String> names(List<String> columns, String name) {
    return columns.stream().map(c -> c.equals(column.name()) ? name : c).toList();
  }
}
