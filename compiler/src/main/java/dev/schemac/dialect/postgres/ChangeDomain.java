package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.DataType;
import dev.schemac.model.Expression;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.plan.Effect;
import dev.schemac.plan.Effect.Blocks;
import dev.schemac.plan.Effect.Held;
import dev.schemac.plan.Effect.Lock;
import dev.schemac.plan.Guard;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.Step;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A domain's default, NOT NULL and checks change (DM-a, DM-d): the server reads every table with a
 * column of it while writers wait.
 */
final class ChangeDomain {
  private ChangeDomain() {}

  static Lowered lower(SchemaObject.Domain before, SchemaObject.Domain after, PlanFacts facts) {
    boolean otherType =
        !before.type().equals(after.type()) || !before.collation().equals(after.collation());
    boolean unproven =
        hasMore(before, after) && DomainContainers.hold(before.name(), facts.context().before());
    if (otherType || unproven || before.equals(after) || isReplaced(after.type(), facts)) {
      // Where nothing differs, its type is one that is made anew.
      return ReplaceType.lower(before, after, facts);
    }
    List<Step> steps = new ArrayList<>();
    if (differs(before, after)) {
      steps.add(
          StepBuilder.step(ChangeDomain.class, "alter", after.path().toString())
              .run(new Statement.AlterObject(before, after))
              .effect(effect(before, after, facts))
              .guards(guards(before, after, facts))
              .undo(new Statement.AlterObject(after, before))
              .build());
    }
    steps.addAll(ModifyObject.comment(before, after));
    return Lowered.of(steps);
  }

  private static boolean isReplaced(DataType type, PlanFacts facts) {
    return ModifyObject.replaces(type, facts) || ReplaceEnum.replaces(type, facts);
  }

  private static boolean differs(SchemaObject.Domain before, SchemaObject.Domain after) {
    return before.notNull() != after.notNull()
        || !before.defaultValue().equals(after.defaultValue())
        || !before.options().equals(after.options())
        || !before.checks().equals(after.checks());
  }

  /** Whether values must prove something that they did not have to before. */
  private static boolean hasMore(SchemaObject.Domain before, SchemaObject.Domain after) {
    return after.notNull() && !before.notNull() || !before.checks().containsAll(after.checks());
  }

  private static Effect effect(
      SchemaObject.Domain before, SchemaObject.Domain after, PlanFacts facts) {
    if (!hasMore(before, after)) {
      return Effects.none();
    }
    Set<QName> tables = new LinkedHashSet<>();
    columns(after.name(), facts).forEach(c -> tables.add(c.table()));
    return new Effect(
        tables.stream().map(t -> new Lock(t, Effects.SHARE, Blocks.WRITERS, Held.WORK)).toList(),
        List.copyOf(tables),
        List.of(),
        Effect.Transaction.SHARED);
  }

  private record Use(QName table, String column) {}

  private static List<Use> columns(QName domain, PlanFacts facts) {
    List<Use> found = new ArrayList<>();
    for (Table table : facts.context().after().tables()) {
      for (Column column : table.columns()) {
        if (column.type().equals(new DataType.Named(domain)) && facts.existed(table.name())) {
          found.add(new Use(table.name(), column.name()));
        }
      }
    }
    return found;
  }

  private static List<Guard> guards(
      SchemaObject.Domain before, SchemaObject.Domain after, PlanFacts facts) {
    List<Guard> guards = new ArrayList<>();
    for (Use use : columns(after.name(), facts)) {
      boolean existed =
          facts
              .tableBefore(use.table())
              .filter(
                  t ->
                      t.columns().stream()
                          .anyMatch(
                              c -> facts.newestColumn(use.table(), c.name()).equals(use.column())))
              .isPresent();
      if (!existed) {
        continue;
      }
      if (after.notNull() && !before.notNull()) {
        guards.add(AddConstraint.noNulls(use.table(), use.column()));
      }
      for (Constraint.Check check : after.checks()) {
        if (!before.checks().contains(check)
            && check.enforcement() == Constraint.Enforcement.ENFORCED) {
          guards.add(violation(use, check, after.type()));
        }
      }
    }
    return guards;
  }

  /** A literal becomes one of an enum's values beside the enum, not beside a domain over it. */
  private static Guard violation(Use use, Constraint.Check check, DataType type) {
    Expression column = new Expression.ColumnRef(use.column());
    Expression value =
        type instanceof DataType.Builtin ? column : new Expression.Cast(column, type);
    Expression over =
        ColumnReferences.replace(
            check.condition(),
            name -> name.equals("value") ? value : new Expression.ColumnRef(name));
    return new Guard(
        GuardIds.NO_VIOLATIONS,
        String.join("", use.column(), " of ", use.table().toString(), " violates ", check.name()),
        new Guard.Condition.NoRow(use.table(), Optional.of(new Expression.IsTruth(over, "false"))));
  }
}
