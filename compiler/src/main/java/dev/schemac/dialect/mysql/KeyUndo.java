package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.model.Constraint;
import dev.schemac.model.QName;
import dev.schemac.plan.Undo;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes a new key back. Where the server had dropped its own index for it, the foreign key goes and
 * comes back, so that the server makes that index again.
 */
final class KeyUndo {
  private KeyUndo() {}

  static Undo dropping(
      Situation s, QName table, TableAction drop, KeyCover.Key key, boolean unique) {
    List<Constraint.ForeignKey> relieved = KeyCover.relievedBy(s, table, key);
    List<TableAction> actions = new ArrayList<>();
    relieved.forEach(f -> actions.add(new TableAction.DropConstraint(f)));
    actions.add(drop);
    List<Statement> statements = new ArrayList<>();
    statements.add(
        new Statement.AlterTable(
            table,
            actions,
            new TableCost(s.capabilities()).dropKey(s.is(table), unique, key.parts()).mode()));
    for (Constraint.ForeignKey foreign : relieved) {
      statements.add(
          new Statement.AlterTable(
              table, List.of(new TableAction.AddConstraint(foreign)), Cost.COPY.mode()));
    }
    return new Undo.Statements(statements, java.util.Optional.empty());
  }
}
