package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.model.DataType;
import dev.schemac.model.Evolution.ValueChange;
import dev.schemac.model.Expression;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.SchemaObject;
import dev.schemac.plan.Phase;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rows move from one value of a native enum to another that the enum has got: both stay, so the
 * type need not be replaced. The new value was committed before.
 */
final class RemapEnumValues {
  private RemapEnumValues() {}

  static List<Step> steps(SchemaObject.EnumType type, List<ValueChange> values, PlanFacts facts) {
    List<ValueChange> remapped =
        values.stream().filter(ValueChange.Remapped.class::isInstance).toList();
    List<Step> steps = new ArrayList<>();
    if (remapped.isEmpty()) {
      return steps;
    }
    for (EnumReplacement.Use use : EnumReplacement.uses(type.name(), facts)) {
      steps.add(step(type, use, remapped, facts));
    }
    return steps;
  }

  private static Step step(
      SchemaObject.EnumType type,
      EnumReplacement.Use use,
      List<ValueChange> values,
      PlanFacts facts) {
    String column = use.after().name();
    Expression old = new Expression.ColumnRef(column);
    List<Statement.Assignment> assignments =
        List.of(
            new Statement.Assignment(
                column,
                new Expression.Cast(EnumReplacement.mapped(use, values), use.after().type())));
    Optional<Expression> affected =
        use.after().type() instanceof DataType.Array
            ? Optional.of(overlaps(old, values))
            : ValueMapping.affected(values, old);
    List<Statement> update =
        facts.online()
            ? List.of(BackfillKey.backfill(use.table(), column, assignments, affected, facts))
            : RowUpdate.of(use.table(), assignments, affected, facts);
    return StepBuilder.step(
            RemapEnumValues.class, "rewrite values of", column, "of", use.table().toString())
        .phase(facts.online() ? Phase.BACKFILL : Phase.EXPAND)
        .run(update)
        .effect(facts.online() ? Effects.backfill(use.table()) : Effects.update(use.table()))
        .undo(Undo.losing("which rows held the new value before", back(use, values, facts)))
        .requires(ObjectPath.of(ObjectKind.ENUM, type.name()))
        .build();
  }

  /** The new value goes with the way back, so no row may hold it any more. */
  private static Statement[] back(
      EnumReplacement.Use use, List<ValueChange> values, PlanFacts facts) {
    List<ValueChange> inverse =
        values.stream()
            .map(ValueChange.Remapped.class::cast)
            .<ValueChange>map(v -> new ValueChange.Remapped(v.to(), v.from()))
            .toList();
    Expression value =
        new Expression.Cast(EnumReplacement.mapped(use, inverse), use.after().type());
    Expression old = new Expression.ColumnRef(use.after().name());
    List<Statement> update =
        RowUpdate.of(
            use.table(),
            List.of(new Statement.Assignment(use.after().name(), value)),
            use.after().type() instanceof DataType.Array
                ? Optional.of(overlaps(old, inverse))
                : ValueMapping.affected(inverse, old),
            facts);
    return update.toArray(Statement[]::new);
  }

  private static Expression overlaps(Expression old, List<ValueChange> values) {
    DataType texts = new DataType.Array(DataType.Builtin.of("text"));
    List<Expression> from =
        values.stream().<Expression>map(v -> new Expression.StringLiteral(v.from())).toList();
    return new Expression.Binary(
        "&&",
        new Expression.Cast(old, texts),
        new Expression.Cast(new Expression.ArrayLiteral(from), texts));
  }
}
