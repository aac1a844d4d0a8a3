package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.Expression;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.Undo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A column converted by an expression that ALTER TYPE refuses, since it holds a subquery: in one
 * transaction a second column is filled, the first one dropped, and the second takes over the name
 * and all that hung on it. The column becomes the last one of the table.
 */
final class ConvertBySecondColumn {
  private ConvertBySecondColumn() {}

  static Lowered lower(Change.ModifyColumn change, Expression value, PlanFacts facts) {
    QName table = change.table();
    Column after = change.after();
    if (after.identity().isPresent() || change.before().identity().isPresent()) {
      return Refusal.of(
          change.path().toString().concat(": an identity column cannot be converted by a subquery"),
          "drop the identity first, in a migration of its own");
    }
    return Lowered.of(
        ChangeColumn.step(ConvertBySecondColumn.class, change, "convert")
            .run(statements(change, value, facts))
            .effect(Effects.exclusiveScan(table))
            .guards(ChangeType.guards(change, facts))
            .undo(
                new Undo.Impossible(
                    "the old values of "
                        .concat(after.name())
                        .concat(" cannot be computed from the new ones")))
            .removes(change.path())
            .provides(change.path())
            .releases(ChangeType.others(change, facts))
            .build());
  }

  private static List<Statement> statements(
      Change.ModifyColumn change, Expression value, PlanFacts facts) {
    QName table = change.table();
    Column after = change.after();
    String name = after.name();
    String future = Names.future(name);
    Column added = AddColumn.bare(after).withName(future).withOnUpdate(Optional.empty());
    List<Statement> all = new ArrayList<>();
    all.add(new Statement.LockTables(List.of(table), Effects.ACCESS_EXCLUSIVE));
    all.add(Alter.table(table, new TableAction.AddColumn(added, Optional.empty())));
    all.addAll(AddColumn.belongings(table, added, facts));
    all.addAll(
        RowUpdate.of(
            table, List.of(new Statement.Assignment(future, value)), Optional.empty(), facts));
    for (SchemaObject.Sequence s : facts.context().after().all(SchemaObject.Sequence.class)) {
      if (s.ownedBy().equals(Optional.of(change.path()))) {
        all.add(
            new Statement.AlterObject(
                s, ChangeSequence.ownedBy(s, Optional.of(ObjectPath.column(table, future)))));
      }
    }
    all.add(Alter.table(table, new TableAction.DropColumn(name)));
    all.add(Alter.table(table, new TableAction.RenameColumn(future, name)));
    List<TableAction> actions = new ArrayList<>();
    after.defaultValue().ifPresent(d -> actions.add(new TableAction.SetDefault(name, d)));
    if (!after.nullable() && !change.before().nullable()) {
      actions.add(new TableAction.SetNotNull(name));
    }
    if (!actions.isEmpty()) {
      all.add(Alter.table(table, actions));
    }
    facts
        .tableAfter(table)
        .ifPresent(t -> all.addAll(ChangeGenerated.hanging(table, name, t, facts)));
    return all;
  }
}
