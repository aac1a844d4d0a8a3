package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.diff.Change;
import dev.schemac.model.Constraint;
import dev.schemac.model.Constraint.Enforcement;
import dev.schemac.model.QName;
import dev.schemac.model.WholeTable;
import dev.schemac.plan.Effect;
import dev.schemac.plan.Guard;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A constraint keeps its name and changes: only its comment, only its validation, or everything, in
 * which case it is dropped and added.
 */
final class ModifyConstraint {
  private ModifyConstraint() {}

  static Lowered lower(Change.ModifyConstraint change, PlanFacts facts) {
    Constraint before = change.before();
    Constraint after = change.after();
    if (same(withoutComment(before), withoutComment(after))) {
      return Lowered.of(comment(change.table(), before, after));
    }
    if (same(validated(before), withoutComment(after))) {
      return Lowered.of(validate(change.table(), before, after));
    }
    var was = PartitionKeys.before(change.table(), before, facts);
    var is = PartitionKeys.after(change.table(), after, facts);
    if (was.isPresent() && is.isPresent()) {
      boolean settings =
          was.get().parent().equals(is.get().parent()) && WholeTable.isPart(before, after);
      return Lowered.of(
          settings ? PartitionKeys.change(was.get(), is.get()) : PartitionKeys.adopt(is.get()));
    }
    if (was.isEmpty() && is.isEmpty() && WholeTable.isPart(before, after)) {
      return Lowered.of(settings(change, facts));
    }
    List<Step> steps = new ArrayList<>();
    steps.addAll(DropConstraint.steps(change.table(), before, facts));
    steps.addAll(AddConstraint.steps(change.table(), after, facts));
    return Lowered.of(steps);
  }

  /** Storage parameters of the index behind a key, and its comment. */
  private static Step settings(Change.ModifyConstraint change, PlanFacts facts) {
    Constraint before = change.before();
    Constraint after = change.after();
    QName table = change.table();
    List<Statement> all = new ArrayList<>();
    List<Statement> back = new ArrayList<>();
    all.add(
        Alter.table(
            table,
            new TableAction.SetIndexOptions(after.name(), before.options(), after.options())));
    back.add(
        Alter.table(
            table,
            new TableAction.SetIndexOptions(after.name(), after.options(), before.options())));
    if (!before.comment().equals(after.comment())) {
      all.add(new Statement.CommentOn(TableStatements.path(table, after), after.comment()));
      back.add(new Statement.CommentOn(TableStatements.path(table, before), before.comment()));
    }
    return StepBuilder.step(
            ModifyConstraint.class, "change settings of", after.kind().word(), after.name())
        .run(all)
        .effect(settingsEffect(before, after, table))
        .undo(back.toArray(Statement[]::new))
        .requires(TableStatements.path(table, after))
        .build();
  }

  /** Another tablespace is a copy of the index. */
  private static Effect settingsEffect(Constraint before, Constraint after, QName table) {
    boolean moves =
        !java.util.Objects.equals(
            before.options().get("tablespace"), after.options().get("tablespace"));
    return moves ? Effects.exclusiveScan(table) : Effects.none();
  }

  private static boolean same(Constraint a, Constraint b) {
    return a.equals(b);
  }

  private static Step comment(QName table, Constraint before, Constraint after) {
    return StepBuilder.step(ModifyConstraint.class, "comment on", after.kind().word(), after.name())
        .run(new Statement.CommentOn(TableStatements.path(table, after), after.comment()))
        .effect(Effects.none())
        .undo(new Statement.CommentOn(TableStatements.path(table, before), before.comment()))
        .requires(TableStatements.path(table, after))
        .build();
  }

  /** NOT VALID becomes valid: the rows are read while everybody works on. */
  private static Step validate(QName table, Constraint before, Constraint after) {
    List<Statement> statements = new ArrayList<>();
    statements.add(Alter.table(table, new TableAction.ValidateConstraint(after.name())));
    if (!before.comment().equals(after.comment())) {
      statements.add(new Statement.CommentOn(TableStatements.path(table, after), after.comment()));
    }
    List<Guard> guards =
        switch (after) {
          case Constraint.Check check -> List.of(AddConstraint.AddCheck.violations(table, check));
          case Constraint.ForeignKey key -> List.of(AddForeignKey.orphans(table, key));
          case Constraint.PrimaryKey ignored -> List.of();
          case Constraint.Unique ignored -> List.of();
          case Constraint.Exclusion ignored -> List.of();
        };
    return StepBuilder.step(ModifyConstraint.class, "validate", after.kind().word(), after.name())
        .run(statements)
        .effect(
            after instanceof Constraint.ForeignKey key
                ? Effects.validatedForeignKey(table, key.referencedTable())
                : Effects.unblocking(table, true, Effect.Transaction.OWN))
        .guards(guards)
        .undo(
            Undo.exactly(
                Alter.table(table, Alter.drop(after)), Alter.table(table, Alter.add(before))))
        .requires(TableStatements.path(table, after))
        .build();
  }

  /** The constraint as it would be once validated, without comment. */
  private static Constraint validated(Constraint constraint) {
    return switch (withoutComment(constraint)) {
      case Constraint.Check c when c.enforcement() == Enforcement.NOT_VALID ->
          new Constraint.Check(
              c.name(), c.condition(), c.noInherit(), Enforcement.ENFORCED, c.comment());
      case Constraint.ForeignKey k when k.enforcement() == Enforcement.NOT_VALID ->
          AddForeignKey.withEnforcement(k, Enforcement.ENFORCED);
      case Constraint other -> other;
    };
  }

  static Constraint withoutComment(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey k ->
          new Constraint.PrimaryKey(
              k.name(), k.parts(), k.include(), k.deferral(), Optional.empty(), k.options());
      case Constraint.Unique k ->
          new Constraint.Unique(
              k.name(),
              k.parts(),
              k.include(),
              k.nullsNotDistinct(),
              k.deferral(),
              Optional.empty(),
              k.options());
      case Constraint.Check c ->
          new Constraint.Check(
              c.name(), c.condition(), c.noInherit(), c.enforcement(), Optional.empty());
      case Constraint.ForeignKey k ->
          new Constraint.ForeignKey(
              k.name(),
              k.columns(),
              k.referencedTable(),
              k.referencedColumns(),
              k.onDelete(),
              k.onUpdate(),
              k.setColumns(),
              k.matchFull(),
              k.period(),
              k.deferral(),
              k.enforcement(),
              Optional.empty());
      case Constraint.Exclusion e ->
          new Constraint.Exclusion(
              e.name(),
              e.method(),
              e.parts(),
              e.include(),
              e.predicate(),
              e.deferral(),
              Optional.empty(),
              e.options());
    };
  }
}
