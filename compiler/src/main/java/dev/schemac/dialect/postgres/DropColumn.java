package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.Evolution.Retirement;
import dev.schemac.model.Expression;
import dev.schemac.model.KeyPart;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.plan.Guard;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.Phase;
import dev.schemac.plan.Undo;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A column goes (DROP-1). What hangs on it has gone before, by changes of its own. */
final class DropColumn {
  private DropColumn() {}

  static Lowered lower(Change.DropColumn change, PlanFacts facts) {
    QName table = change.table();
    Column column = change.column();
    if (column.isInherited()) {
      return Refusal.nothingToDo(change.path() + " goes where it is inherited from");
    }
    List<Statement> statements = new ArrayList<>();
    if (column.onUpdate().isPresent()) {
      statements.add(TableStatements.dropOnUpdate(table, column.name()));
    }
    statements.add(Alter.table(table, new TableAction.DropColumn(column.name())));
    boolean whenNull =
        change
            .retirement()
            .filter(r -> r.condition() == Retirement.Condition.WHEN_NULL)
            .isPresent();
    StepBuilder step =
        StepBuilder.step(DropColumn.class, "drop column", column.name(), "of", table.toString())
            .phase(Phase.CONTRACT)
            .run(statements)
            .effect(Effects.exclusive(table))
            .removes(ObjectPath.column(table, column.name()))
            .removes(InheritedDrops.below(table, column.name(), facts))
            .provides(IdentitySequence.freed(table, List.of(column)))
            .provides(InheritedDrops.above(table, column.name(), facts))
            .releases(uses(table, column, facts))
            .requires(ObjectPath.table(table))
            .requires(InheritedDrops.left(table, facts))
            .undo(undo(facts, table, column, whenNull));
    if (whenNull) {
      step.guard(
          new Guard(
              GuardIds.COLUMN_NULL,
              String.join("", column.name(), " of ", table.toString(), " still has values"),
              new Guard.Condition.NoRow(
                  table,
                  Optional.of(
                      new Expression.Unary(
                          "not",
                          new Expression.IsNull(new Expression.ColumnRef(column.name())))))));
    }
    return Lowered.of(step.build());
  }

  private static Set<ObjectPath> uses(QName table, Column column, PlanFacts facts) {
    QName old = facts.tableBefore(table).map(t -> t.name()).orElse(table);
    Set<ObjectPath> found = new LinkedHashSet<>();
    found.addAll(facts.newestPaths(facts.before().column(old, column)));
    for (SchemaObject.Sequence s : facts.context().before().all(SchemaObject.Sequence.class)) {
      if (s.ownedBy().equals(Optional.of(ObjectPath.column(old, column.name())))) {
        found.add(s.path());
      }
    }
    return found;
  }

  /** A NOT NULL column cannot come back empty where there are rows. */
  private static Undo undo(PlanFacts facts, QName table, Column column, boolean whenNull) {
    List<Statement> all = new ArrayList<>();
    all.addAll(added(table, column));
    all.addAll(AddColumn.belongings(table, column, facts));
    if (whenNull || column.generated().isPresent()) {
      return Undo.exactly(all.toArray(Statement[]::new));
    }
    return Undo.losing(
        "the values of "
            .concat(column.name())
            .concat(needsEmptyTable(column, facts.tableBefore(table))),
        all.toArray(Statement[]::new));
  }

  /** No row had the default of a column that may be empty. */
  private static List<Statement> added(QName table, Column column) {
    boolean later = column.nullable() && column.defaultValue().isPresent();
    Column first = later ? column.withDefault(Optional.empty()) : column;
    Statement add = Alter.table(table, new TableAction.AddColumn(first, Optional.empty()));
    return later
        ? List.of(
            add,
            Alter.table(
                table,
                new TableAction.SetDefault(column.name(), column.defaultValue().orElseThrow())))
        : List.of(add);
  }

  /**
   * What to add to the loss where the rows that are there get no value, or all the same one.
   *
   * @param table the one that the column was part of
   */
  static String needsEmptyTable(Column column, Optional<Table> table) {
    boolean fillable =
        column.nullable()
            || column.defaultValue().isPresent()
            || column.identity().isPresent()
            || column.generated().isPresent();
    if (!fillable) {
      return " (and it needs an empty table, being NOT NULL)";
    }
    boolean equal =
        !column.nullable()
            && column.defaultValue().filter(v -> !Volatility.isVolatile(v)).isPresent();
    return equal && table.filter(t -> isUnique(t, column.name())).isPresent()
        ? " (and it needs an empty table, since the default is no key)"
        : "";
  }

  private static boolean isUnique(Table table, String column) {
    return table.indexes().stream().anyMatch(i -> i.unique() && isAlone(i.parts(), column))
        || table.constraints().stream()
            .anyMatch(
                c ->
                    c instanceof Constraint.PrimaryKey key && isAlone(key.parts(), column)
                        || c instanceof Constraint.Unique u && isAlone(u.parts(), column));
  }

  private static boolean isAlone(List<KeyPart> parts, String column) {
    return parts.size() == 1 && parts.getFirst().columnName().filter(column::equals).isPresent();
  }
}
