package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.model.Evolution.ValueChange;
import dev.schemac.model.SchemaObject;
import dev.schemac.plan.Effect;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The values of a native enum change: new ones are added (EN-b), renamed ones renamed (EN-d), and
 * only what those two cannot do replaces the type (EN-3, §4.5).
 */
final class ChangeEnum {
  private ChangeEnum() {}

  static Lowered lower(
      SchemaObject.EnumType before,
      SchemaObject.EnumType after,
      List<ValueChange> values,
      PlanFacts facts) {
    List<Step> steps = new ArrayList<>();
    List<Step> last = new ArrayList<>();
    List<SchemaObject> temporaries = new ArrayList<>();
    if (isGrowth(before, after, values)) {
      steps.addAll(renames(before, after, values));
      addition(before, after, values, facts).ifPresent(steps::add);
      steps.addAll(RemapEnumValues.steps(after, values, facts));
    } else {
      List<ValueChange> settled = ValueMapping.settled(values, before.values());
      Lowered replaced = ReplaceEnum.lower(before, after, settled, facts);
      if (replaced.diagnostics().stream().anyMatch(d -> d.isError())) {
        return replaced;
      }
      steps.addAll(replaced.steps());
      if (!facts.online() && steps.size() > 1) {
        last.add(steps.removeLast()); // the old type goes when nothing is made of it any more
      }
      temporaries.addAll(replaced.temporaries());
    }
    if (!before.options().equals(after.options())) {
      steps.add(
          StepBuilder.step(ChangeEnum.class, "alter", after.path().toString())
              .run(new Statement.AlterObject(before, after))
              .undo(new Statement.AlterObject(after, before))
              .build());
    }
    steps.addAll(ModifyObject.comment(before, after));
    steps.addAll(last);
    return new Lowered(steps, List.of(), temporaries);
  }

  /** Whether nothing has to be removed, moved or rewritten. */
  static boolean isGrowth(
      SchemaObject.EnumType before, SchemaObject.EnumType after, List<ValueChange> values) {
    boolean rewrites = values.stream().anyMatch(ValueChange.Retired.class::isInstance);
    return !rewrites && isSubsequence(renamed(before, values), after.values());
  }

  private static boolean isSubsequence(List<String> part, List<String> whole) {
    int at = 0;
    for (String value : whole) {
      if (at < part.size() && part.get(at).equals(value)) {
        at++;
      }
    }
    return at == part.size();
  }

  /** The older values under their new labels. */
  static List<String> renamed(SchemaObject.EnumType before, List<ValueChange> values) {
    List<String> all = new ArrayList<>(before.values());
    for (ValueChange value : values) {
      if (value instanceof ValueChange.Renamed(var from, var to)) {
        all.replaceAll(v -> v.equals(from) ? to : v);
      }
    }
    return all;
  }

  private static List<Step> renames(
      SchemaObject.EnumType before, SchemaObject.EnumType after, List<ValueChange> values) {
    List<Step> steps = new ArrayList<>();
    for (ValueChange value : values) {
      if (value instanceof ValueChange.Renamed(var from, var to)) {
        steps.add(
            StepBuilder.step(
                    RenameEnumValue.class,
                    "rename value",
                    from,
                    "of",
                    after.name().toString(),
                    "to",
                    to)
                .run(new Statement.RenameEnumValue(after.name(), from, to))
                .undo(new Statement.RenameEnumValue(after.name(), to, from))
                .build());
      }
    }
    return steps;
  }

  /** In order, each behind the one before it; committed before anything uses them (55P04). */
  private static Optional<Step> addition(
      SchemaObject.EnumType before,
      SchemaObject.EnumType after,
      List<ValueChange> values,
      PlanFacts facts) {
    List<String> known = renamed(before, values);
    List<Statement> statements = new ArrayList<>();
    List<String> added = new ArrayList<>();
    for (int i = 0; i < after.values().size(); i++) {
      String value = after.values().get(i);
      if (!known.contains(value)) {
        added.add(value);
        statements.add(addValue(after, i, known));
      }
    }
    if (statements.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        StepBuilder.step(
                AddEnumValue.class, "add", String.join(", ", added), "to", after.name().toString())
            .run(statements)
            .effect(Effects.in(Effect.Transaction.OWN, Effects.none()))
            .undo(undo(before, after, values, facts))
            .build());
  }

  private static Statement addValue(SchemaObject.EnumType type, int position, List<String> known) {
    Optional<String> behind =
        position == 0 ? Optional.empty() : Optional.of(type.values().get(position - 1));
    Optional<String> first =
        position == 0 && !known.isEmpty() ? Optional.of(known.getFirst()) : Optional.empty();
    return new Statement.AddEnumValue(type.name(), type.values().get(position), first, behind);
  }

  /**
   * PostgreSQL cannot remove a value: the type is replaced by what it was, and what stands in the
   * way of its columns is away meanwhile.
   */
  private static Undo undo(
      SchemaObject.EnumType before,
      SchemaObject.EnumType after,
      List<ValueChange> values,
      PlanFacts facts) {
    SchemaObject.EnumType old =
        new SchemaObject.EnumType(
            after.name(), renamed(before, values), before.comment(), before.options());
    List<CopiedColumn> columns =
        EnumReplacement.uses(after.name(), facts).stream()
            .map(u -> CopiedColumn.same(u.table(), u.after()))
            .toList();
    ColumnDependants inTheWay = ColumnDependants.unchanged(columns, facts);
    List<Statement> all = new ArrayList<>(inTheWay.drop());
    all.addAll(EnumReplacement.backward(after, old, facts));
    all.addAll(inTheWay.create());
    return Undo.exactly(all.toArray(Statement[]::new));
  }

  /** {@code ALTER TYPE … ADD VALUE} in a transaction of its own (EN-b). */
  static final class AddEnumValue {
    private AddEnumValue() {}
  }

  /** {@code ALTER TYPE … RENAME VALUE} (EN-d): rows follow, since they hold no text. */
  static final class RenameEnumValue {
    private RenameEnumValue() {}
  }
}
