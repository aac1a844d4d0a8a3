package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.model.Constraint;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import dev.schemac.plan.Phase;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.List;

/** A foreign key goes; the index that the server made for it is a change of its own. */
final class DropForeignKey {
  private DropForeignKey() {}

  static Step step(Situation s, QName table, Constraint.ForeignKey key, Phase phase) {
    Table was = s.was(table);
    List<ObjectPath> served =
        KeyCover.keys(was).stream()
            .filter(k -> KeyCover.serves(k, key))
            .map(KeyCover.Key::path)
            .toList();
    return Draft.of(
            "DropForeignKey",
            String.join(" ", "drop foreign key", key.name(), "of", table.toString()))
        .phase(phase)
        .alter(
            table,
            Cost.METADATA,
            AddForeignKey.relatives(s, key),
            List.of(new TableAction.DropConstraint(key)))
        // Under its newest name it comes back before that is undone.
        .requires(List.of(ObjectPath.table(key.referencedTable())))
        .releases(served)
        .releases(
            s.tableBefore(key.referencedTable())
                .map(t -> KeyCover.referable(t, key))
                .orElse(List.of()))
        .releases(OldNames.of(s, table, key.columns()))
        .releases(OldNames.of(s, key.referencedTable(), key.referencedColumns()))
        .undo(
            Undo.exactly(
                new Statement.AlterTable(
                    table,
                    List.of(new TableAction.AddConstraint(OldNames.constraint(s, table, key))),
                    Cost.COPY.mode())))
        .step();
  }
}
