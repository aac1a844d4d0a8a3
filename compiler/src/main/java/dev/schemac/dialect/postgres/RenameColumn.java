package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.plan.Lowered;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A column gets another name (§3.4): indexes, constraints and view bodies follow by themselves. The
 * trigger behind {@code on update} names the column in its body and in its own name, so it is made
 * anew.
 */
final class RenameColumn {
  private RenameColumn() {}

  static Lowered lower(Change.RenameColumn change, PlanFacts facts) {
    QName table = change.table();
    Statement rename = Alter.table(table, new TableAction.RenameColumn(change.from(), change.to()));
    Statement back = Alter.table(table, new TableAction.RenameColumn(change.to(), change.from()));
    Optional<Column> before = facts.tableBefore(table).flatMap(t -> t.column(change.from()));
    List<Statement> forward = new ArrayList<>(List.of(rename));
    List<Statement> backward = new ArrayList<>(List.of(back));
    before
        .filter(c -> c.onUpdate().isPresent())
        .ifPresent(
            c -> {
              forward.addFirst(TableStatements.dropOnUpdate(table, change.from()));
              TableStatements.onUpdate(table, c.withName(change.to())).ifPresent(forward::add);
              backward.addFirst(TableStatements.dropOnUpdate(table, change.to()));
              TableStatements.onUpdate(table, c).ifPresent(backward::add);
            });
    before.ifPresent(
        c -> {
          IdentitySequence.rename(table, change.from(), table, change.to(), c)
              .ifPresent(forward::add);
          IdentitySequence.rename(table, change.to(), table, change.from(), c)
              .ifPresent(backward::add);
        });
    if (change.from().equals(facts.renamedColumns(table).keySet().iterator().next())) {
      for (QName partition : PartitionKeys.descendants(table, facts)) {
        if (!facts.isRenamed(partition)) {
          PartitionKeys.Renames parts = PartitionKeys.renames(partition, facts);
          forward.addAll(parts.forward());
          backward.addAll(0, parts.backward());
        }
      }
    }
    return Lowered.of(
        StepBuilder.step(
                RenameColumn.class,
                "rename column",
                change.from(),
                "of",
                table.toString(),
                "to",
                change.to())
            .run(forward)
            .effect(Effects.exclusive(table))
            .undo(backward.toArray(Statement[]::new))
            .requires(ObjectPath.table(table))
            .removes(ObjectPath.column(table, change.from()))
            .provides(ObjectPath.column(table, change.to()))
            .build());
  }
}
