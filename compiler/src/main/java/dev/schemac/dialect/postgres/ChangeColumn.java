package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.Evolution;
import dev.schemac.model.Expression;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.plan.Effect;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * A column changes in anything but its name: one step for each of its properties that differ, in
 * the order in which the server accepts them.
 */
final class ChangeColumn {
  private ChangeColumn() {}

  static Lowered lower(Change.ModifyColumn change, PlanFacts facts) {
    return ChangeInheritedColumn.concerns(change, facts)
        ? ChangeInheritedColumn.lower(change, facts)
        : alone(change, facts);
  }

  /** Whatever stands above the table. */
  static Lowered alone(Change.ModifyColumn change, PlanFacts facts) {
    Column before = change.before();
    Column after = change.after();
    if (!before.generated().equals(after.generated())) {
      return ChangeGenerated.lower(change, facts);
    }
    boolean enumValues =
        before.type().equals(after.type()) && ReplaceEnum.handles(before.type(), facts);
    boolean type = ChangeType.concerns(change) && !enumValues;
    boolean defaultIsSet =
        type && !ChangeType.sameType(change)
            || enumValues && ReplaceEnum.replaces(before.type(), facts);
    Optional<KeyGroup> group = facts.keyGroups().of(change.path());
    if (type && group.isPresent()) {
      return ConvertKeyByCopyAndRename.lower(change, group.get(), facts);
    }
    if (type && ConvertColumnByCopyAndRename.concerns(change, facts)) {
      return ConvertColumnByCopyAndRename.lower(change, facts);
    }
    List<Step> steps = new ArrayList<>();
    List<Diagnostic> warnings = new ArrayList<>();
    steps.addAll(ChangeIdentity.removal(change));
    if (type) {
      Lowered converted = ChangeType.lower(change, facts);
      if (converted.diagnostics().stream().anyMatch(d -> d.isError())) {
        return converted;
      }
      steps.addAll(converted.steps());
      if (facts.online()) {
        ConvertColumnByCopyAndRename.warning(change, facts).ifPresent(warnings::add);
      }
    }
    if (!defaultIsSet) {
      steps.addAll(ChangeDefault.removal(change, facts));
    }
    steps.addAll(ChangeNullability.lower(change, facts));
    steps.addAll(ChangeIdentity.addition(change, facts));
    if (!defaultIsSet) {
      steps.addAll(ChangeDefault.setting(change, facts));
    }
    steps.addAll(onUpdate(change));
    steps.addAll(settings(change, facts));
    if (steps.isEmpty() && enumValues) {
      return Lowered.of(List.of()); // the replacement of the type converts its columns
    }
    return steps.isEmpty() ? same(change, facts) : new Lowered(steps, warnings, List.of());
  }

  private static Lowered same(Change.ModifyColumn change, PlanFacts facts) {
    return Refusal.nothingToDo(
        change
            .path()
            .toString()
            .concat(
                HeirNotNull.isMadeElsewhere(change, facts)
                    ? " changes in one step with the tables that its NOT NULL is shared with"
                    : " differs in nothing that PostgreSQL stores"));
  }

  private static List<Step> onUpdate(Change.ModifyColumn change) {
    QName table = change.table();
    Column before = change.before();
    Column after = change.after();
    if (before.onUpdate().equals(after.onUpdate())) {
      return List.of();
    }
    List<Statement> forward = new ArrayList<>();
    List<Statement> backward = new ArrayList<>();
    if (before.onUpdate().isPresent()) {
      forward.add(TableStatements.dropOnUpdate(table, before.name()));
    }
    TableStatements.onUpdate(table, after).ifPresent(forward::add);
    if (after.onUpdate().isPresent()) {
      backward.add(TableStatements.dropOnUpdate(table, after.name()));
    }
    TableStatements.onUpdate(table, before).ifPresent(backward::add);
    boolean drops = before.onUpdate().isPresent();
    return List.of(
        step(change, "change on update of")
            .run(forward)
            .effect(drops ? Effects.exclusive(table) : Effects.shareRowExclusive(table))
            .undo(backward.toArray(Statement[]::new))
            .build());
  }

  private static List<Step> settings(Change.ModifyColumn change, PlanFacts facts) {
    QName table = change.table();
    Column before = change.before();
    Column after = change.after();
    List<Step> steps = new ArrayList<>();
    SortedMap<String, String> old = IdentitySequence.settings(table, before);
    SortedMap<String, String> now = IdentitySequence.settings(table, after);
    if (old.containsKey(IdentitySequence.NAME) && after.identity().isPresent()) {
      // By now it bears its new name.
      old = IdentitySequence.settings(table, after.withOptions(before.options()));
    }
    if (!old.equals(now)) {
      SortedMap<String, String> was = ColumnStorage.spelledOut(old, now, before.type());
      SortedMap<String, String> will = ColumnStorage.spelledOut(now, old, after.type());
      steps.add(
          step(change, "change settings of")
              .run(ColumnSettings.statements(table, after.name(), was, will, facts))
              .effect(settingsEffect(table, was, will))
              .undo(
                  ColumnSettings.statements(table, after.name(), will, was, facts)
                      .toArray(Statement[]::new))
              .build());
    }
    if (!before.comment().equals(after.comment())) {
      ObjectPath path = change.path();
      steps.add(
          step(change, "comment on")
              .run(new Statement.CommentOn(path, after.comment()))
              .effect(Effects.unblocking(table, false, Effect.Transaction.SHARED))
              .undo(new Statement.CommentOn(path, before.comment()))
              .build());
    }
    return steps;
  }

  /** How values are stored is everybody's; what is known of them is the planner's alone. */
  private static Effect settingsEffect(
      QName table, SortedMap<String, String> before, SortedMap<String, String> after) {
    boolean stored =
        Stream.of("storage", "compression")
            .anyMatch(key -> !Objects.equals(before.get(key), after.get(key)));
    return stored
        ? Effects.exclusive(table)
        : Effects.unblocking(table, false, Effect.Transaction.SHARED);
  }

  static StepBuilder step(Change.ModifyColumn change, String what) {
    return step(ChangeColumn.class, change, what);
  }

  static StepBuilder step(Class<?> pattern, Change.ModifyColumn change, String what) {
    return StepBuilder.step(pattern, what, change.after().name(), "of", change.table().toString())
        .requires(ObjectPath.table(change.table()), change.path());
  }

  static Optional<Expression> backfill(Change.ModifyColumn change) {
    return change.conversion().flatMap(Evolution.Conversion::backfill);
  }
}
