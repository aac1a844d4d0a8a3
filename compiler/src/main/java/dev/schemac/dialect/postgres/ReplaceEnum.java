package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.diff.Change;
import dev.schemac.model.DataType;
import dev.schemac.model.Evolution.ValueChange;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.plan.Effect;
import dev.schemac.plan.Guard;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A native enum loses, moves or merges values (§4.5): in one transaction a new type takes over the
 * name and every column of the old one is converted. The rows are rewritten by the conversion, not
 * by an update before it. DROP TYPE at the end, without CASCADE, proves that nothing was forgotten.
 */
final class ReplaceEnum {
  private ReplaceEnum() {}

  static Lowered lower(
      SchemaObject.EnumType before,
      SchemaObject.EnumType after,
      List<ValueChange> values,
      PlanFacts facts) {
    if (facts.online() && ReplaceEnumByCopyAndRename.isPossible(after, facts)) {
      return ReplaceEnumByCopyAndRename.lower(before, after, values, facts);
    }
    List<EnumReplacement.Use> uses = EnumReplacement.uses(after.name(), facts);
    Set<QName> tables = new LinkedHashSet<>();
    Set<ObjectPath> columns = new LinkedHashSet<>();
    uses.forEach(
        u -> {
          tables.add(u.table());
          columns.add(ObjectPath.column(u.table(), u.after().name()));
        });
    boolean lossless = ValueMapping.isLossless(values);
    Statement[] inverse =
        EnumReplacement.statements(
                after, before, EnumReplacement.inverse(values), reversed(uses), facts)
            .toArray(Statement[]::new);
    List<Statement> statements = EnumReplacement.statements(before, after, values, uses, facts);
    boolean part = EnumReplacement.isPart(before, facts);
    SchemaObject.EnumType former = EnumReplacement.former(before);
    List<Step> steps = new ArrayList<>();
    steps.add(
        StepBuilder.step(ReplaceEnum.class, "replace enum", after.name().toString())
            .run(part ? statements.subList(0, statements.size() - 1) : statements)
            .effect(effect(tables))
            .guards(guards(values, uses, facts))
            .undo(
                lossless
                    ? Undo.exactly(inverse)
                    : Undo.losing("which rows held the values that were merged", inverse))
            .removes(columns)
            .removes(after.path())
            .provides(columns)
            .provides(after.path())
            .build());
    if (part) {
      steps.add(
          StepBuilder.step(ReplaceEnum.class, "drop the former enum", after.name().toString())
              .run(new Statement.Drop(former))
              .undo(new Undo.Nothing("the step before has made it"))
              .build());
    }
    return Lowered.of(steps);
  }

  private static List<EnumReplacement.Use> reversed(List<EnumReplacement.Use> uses) {
    return uses.stream()
        .map(u -> new EnumReplacement.Use(u.table(), u.after(), u.before()))
        .toList();
  }

  private static Effect effect(Set<QName> tables) {
    List<Effect.Lock> locks = new ArrayList<>();
    tables.forEach(t -> locks.addAll(Effects.exclusiveRewrite(t).locks()));
    return new Effect(locks, List.copyOf(tables), List.copyOf(tables), Effect.Transaction.SHARED);
  }

  static List<Guard> guards(
      List<ValueChange> values, List<EnumReplacement.Use> uses, PlanFacts facts) {
    List<Guard> guards = new ArrayList<>();
    for (ValueChange value : values) {
      if (value instanceof ValueChange.Retired(var from, var to) && to.isEmpty()) {
        uses.forEach(
            u ->
                guards.add(
                    ValueMapping.unused(
                        u.table(), u.after().name(), from, u.before().type(), facts)));
      }
    }
    return guards;
  }

  /**
   * Whether the column's type is an enum that is replaced, which sets the default along with it.
   */
  static boolean replaces(DataType type, PlanFacts facts) {
    DataType element = type instanceof DataType.Array(var inner) ? inner : type;
    return element instanceof DataType.Named(var name)
        && facts.changesOf(ObjectPath.of(ObjectKind.ENUM, name)).stream()
            .anyMatch(ReplaceEnum::replaces);
  }

  private static boolean replaces(Change change) {
    return change instanceof Change.ModifyObject(var before, var after, var values)
        && before instanceof SchemaObject.EnumType old
        && after instanceof SchemaObject.EnumType now
        && !ChangeEnum.isGrowth(old, now, values);
  }

  /** Whether the column's type is an enum that changes: its columns are converted along with it. */
  static boolean handles(DataType type, PlanFacts facts) {
    DataType element = type instanceof DataType.Array(var inner) ? inner : type;
    return element instanceof DataType.Named(var name)
        && facts.isChanged(ObjectPath.of(ObjectKind.ENUM, name));
  }
}
