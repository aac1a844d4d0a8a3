package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.Undo;
import java.util.List;

/** An index or a unique key gets another name, which costs nothing but a moment. */
final class RenameIndex {
  private RenameIndex() {}

  static Lowered lower(Situation s, QName table, String from, String to) {
    return lower(s, table, from, to, ObjectKind.INDEX);
  }

  static Lowered lower(Situation s, QName table, String from, String to, ObjectKind kind) {
    Cost cost = new TableCost(s.capabilities()).dropIndex(s.was(table));
    return Lowered.of(
        Draft.of("RenameIndex", String.join(" ", "rename index", from, "to", to))
            .run(new Statement.RenameIndex(table, from, to, cost.mode()))
            .effect(cost.effect(table, List.of()))
            .removes(List.of(new ObjectPath(kind, table, from)))
            .provides(List.of(new ObjectPath(kind, table, to)))
            .undo(Undo.exactly(new Statement.RenameIndex(table, to, from, cost.mode())))
            .step());
  }
}
