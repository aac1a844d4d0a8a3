package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.model.Index;
import dev.schemac.model.QName;
import dev.schemac.plan.Undo;
import java.util.ArrayList;
import java.util.List;

/** Takes a new key back, and brings the indexes back whose place it took. */
final class KeyUndo {
  private KeyUndo() {}

  static Undo dropping(
      Situation s, QName table, TableAction drop, KeyCover.Key key, boolean unique) {
    TableCost costs = new TableCost(s.capabilities());
    Cost cost = costs.dropKey(s.is(table), unique, key.parts());
    List<TableAction> actions = new ArrayList<>();
    actions.add(drop);
    for (TableAction action : KeptIndexes.beside(s, table, key.path(), key.parts())) {
      if (action instanceof TableAction.DropIndex(var name)) {
        Index old = s.was(table).index(name).orElseThrow();
        actions.add(new TableAction.AddIndex(OldNames.index(s, table, old)));
        cost = cost.or(costs.addIndex(s.was(table), old));
      }
    }
    return Undo.exactly(new Statement.AlterTable(table, actions, cost.mode()));
  }
}
