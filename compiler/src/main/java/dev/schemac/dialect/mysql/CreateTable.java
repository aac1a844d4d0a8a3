package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.Index;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.Table;
import dev.schemac.plan.Effect;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table with everything but its foreign keys, which come in steps of their own behind all tables
 * that they refer to.
 */
final class CreateTable {
  private CreateTable() {}

  static Lowered lower(Situation s, Table table) {
    Optional<Lowered> refusal = refusal(s, table);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    List<Step> steps = new ArrayList<>();
    Draft create =
        Draft.of("CreateTable", "create table ".concat(table.name().toString()))
            .run(new Statement.Create(partitionedLater(s, table) ? unpartitioned(table) : table))
            .effect(Effect.catalogueOnly(Effect.Transaction.NONE))
            .provides(CreateObject.takenOver(s, table.path()))
            .provides(FreedNames.ofChecks(s, table))
            .undo(Undo.losing("all rows of the table", new Statement.Drop(table)));
    if (partitionedLater(s, table)) {
      TableAction by =
          new TableAction.ChangePartitions(
              new TableAction.PartitionAction.By(table.partitioning().orElseThrow()));
      create.run(new Statement.AlterTable(table.name(), List.of(by), Cost.COPY.mode()));
    }
    if (!table.rows().isEmpty()) {
      create.run(LookupRows.insert(table, table.rows())).provides(LookupRows.values(table));
    }
    steps.add(create.step());
    List<ObjectPath> previous = List.of();
    for (Constraint.ForeignKey key : ImplicitIndexes.byName(table)) {
      // The server's indexes for them stand in the order in which they come.
      steps.add(AddForeignKey.toEmptyTable(s, table, key, previous));
      previous = List.of(Paths.constraint(table.name(), key));
    }
    return Lowered.of(steps);
  }

  private static Table unpartitioned(Table table) {
    return table.withPartitioning(Optional.empty());
  }

  private static boolean partitionedLater(Situation s, Table table) {
    return table.partitioning().isPresent()
        && !s.capabilities().partitionsBesideCalls()
        && table.columns().stream().anyMatch(Defaults::isExpression);
  }

  private static Optional<Lowered> refusal(Situation s, Table table) {
    for (Constraint constraint : table.constraints()) {
      Optional<Lowered> refusal = ConstraintPatterns.refusal(s, table, constraint);
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    for (Column column : table.columns()) {
      Optional<Lowered> refusal = AddColumn.refusal(s, column);
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    if (table.partitioning().filter(PartitionSql::isForeign).isPresent()) {
      return Optional.of(Refusals.notOnMySql("partitions `from … to`, write `less than`"));
    }
    for (Index index : table.indexes()) {
      Optional<Lowered> refusal = CreateIndex.refusal(index);
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }
}
