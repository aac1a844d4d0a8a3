package dev.schemac.dialect.postgres;

import dev.schemac.diff.Change;
import dev.schemac.model.Constraint;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.PartitionOf;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.Table;
import dev.schemac.plan.PlanContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checks that are valid in a partition alone and shall not be. The server has no way to forget that
 * a check is valid, and takes one off its partitions only with the table's: so that goes and comes
 * back, and where it stays valid it is validated again.
 */
final class ForgottenChecks {
  private ForgottenChecks() {}

  static PlanContext completed(PlanContext context) {
    Set<ObjectPath> found = new LinkedHashSet<>();
    boolean any = context.changes().stream().anyMatch(c -> isOfPartition(c, context.after()));
    PlanFacts facts = any ? new PlanFacts(context) : null;
    for (Change change : context.changes()) {
      if (any
          && change instanceof Change.DropConstraint(var table, var check)
          && RepeatedCheck.becomesUnchecked(table, check, facts)) {
        found.add(TableStatements.path(owner(context.after(), table, check.name()), check));
      }
    }
    List<Change> changes = new ArrayList<>(context.changes());
    for (ObjectPath path : found) {
      again(path, context, changes);
    }
    return found.isEmpty() ? context : context.withChanges(changes);
  }

  private static boolean isOfPartition(Change change, Schema after) {
    return change instanceof Change.DropConstraint(var table, var constraint)
        && constraint instanceof Constraint.Check
        && after.table(table).flatMap(Table::partitionOf).isPresent();
  }

  /** The table that hands the check down. */
  private static QName owner(Schema schema, QName table, String check) {
    Optional<QName> parent =
        schema.table(table).flatMap(Table::partitionOf).map(PartitionOf::parent);
    boolean above =
        parent.isPresent()
            && (schema.table(parent.get()).flatMap(t -> t.constraint(check)).isPresent()
                || !owner(schema, parent.get(), check).equals(parent.get()));
    return above ? owner(schema, parent.get(), check) : table;
  }

  private static void again(ObjectPath path, PlanContext context, List<Change> changes) {
    Optional<Constraint> check =
        context.after().table(path.owner()).flatMap(t -> t.constraint(path.member()));
    Optional<Constraint> before =
        context.before().table(path.owner()).flatMap(t -> t.constraint(path.member()));
    boolean same =
        check.isPresent()
            && before
                .map(ModifyConstraint::withoutComment)
                .equals(check.map(ModifyConstraint::withoutComment));
    if (!same) {
      return; // it goes and comes by a change of its own
    }
    changes.removeIf(c -> c.path().equals(path));
    changes.add(new Change.DropConstraint(path.owner(), before.get()));
    changes.add(new Change.AddConstraint(path.owner(), check.get()));
    for (Table table : context.after().tables()) {
      Optional<Constraint> own = table.constraint(path.member());
      boolean kept =
          own.isPresent()
              && !table.name().equals(path.owner())
              && owner(context.after(), table.name(), path.member()).equals(path.owner())
              && context
                  .before()
                  .table(table.name())
                  .flatMap(t -> t.constraint(path.member()))
                  .equals(own);
      if (kept) {
        changes.add(new Change.AddConstraint(table.name(), own.get()));
      }
    }
  }

  /** What a partition's check waits for. */
  static ObjectPath handedDown(QName table, Constraint check, PlanFacts facts) {
    return TableStatements.path(owner(facts.context().after(), table, check.name()), check);
  }
}
