package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.model.Index;
import dev.schemac.model.QName;
import dev.schemac.plan.Effect;
import dev.schemac.plan.Guard;
import dev.schemac.plan.Step;
import java.util.List;

/**
 * An index built without blocking writers (IX-1), outside a transaction. A build that failed before
 * leaves an invalid index of the same name, which costs writes and can even reject them (§4.7); it
 * is dropped first.
 */
final class CreateIndexConcurrently {
  private CreateIndexConcurrently() {}

  static List<Step> steps(QName table, Index index, List<Guard> guards, PlanFacts facts) {
    return List.of(
        StepBuilder.step(
                CreateIndexConcurrently.class, "create index", index.name(), "concurrently")
            .run(
                new Statement.UserSql(InvalidIndex.setAside(table, index.name())),
                new Statement.UserSql(InvalidIndex.drop(table, index.name())),
                Alter.createIndexConcurrently(table, index))
            .effect(Effects.unblocking(table, true, Effect.Transaction.NONE))
            .guards(guards)
            .undo(Alter.dropIndexConcurrently(table, index))
            .requires(facts.after().index(table, index))
            .provides(TableStatements.path(table, index))
            .build());
  }
}
