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
import java.util.ArrayList;
import java.util.List;

/**
 * A foreign key goes, together with the index that the server made for it. Where this plan makes an
 * index that serves, that comes first: the server then drops its own by itself.
 */
final class DropForeignKey {
  private DropForeignKey() {}

  static Step step(Situation s, QName table, Constraint.ForeignKey key, Phase phase) {
    Table was = s.was(table);
    List<ObjectPath> made =
        s.after().table(table).isPresent() && s.atOnce(table).isEmpty()
            ? KeyCover.madeFor(s, table, key)
            : List.of();
    boolean ownIndex = !KeyCover.isServed(was, key) && made.isEmpty();
    List<TableAction> actions = new ArrayList<>();
    actions.add(new TableAction.DropConstraint(key));
    if (ownIndex) {
      actions.add(new TableAction.DropIndex(key.name()));
    }
    List<ObjectPath> served =
        KeyCover.keys(was).stream()
            .filter(k -> KeyCover.serves(k, key))
            .map(KeyCover.Key::path)
            .toList();
    return Draft.of(
            "DropForeignKey",
            String.join(" ", "drop foreign key", key.name(), "of", table.toString()))
        .phase(phase)
        .alter(table, Cost.METADATA, AddForeignKey.relatives(key), actions)
        .requires(made)
        .releases(served)
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
