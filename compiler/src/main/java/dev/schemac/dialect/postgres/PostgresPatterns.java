package dev.schemac.dialect.postgres;

import dev.schemac.diff.Change;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.PatternCatalogue;
import dev.schemac.plan.PlanContext;
import dev.schemac.plan.Step;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** A pattern for every kind of change on PostgreSQL; the server's version comes with the plan. */
public final class PostgresPatterns implements PatternCatalogue {
  private record Known(PlanContext context, PlanFacts facts) {}

  private final AtomicReference<Known> last = new AtomicReference<>();

  @Override
  public Lowered lower(Change change, PlanContext context) {
    PlanFacts facts = facts(context);
    Lowered placed =
        PersistenceOrder.within(
            change, PartitionOrder.within(change, lower(change, facts), facts), facts);
    return FreedNames.within(change, ChangedOwners.within(change, placed, facts), facts);
  }

  @Override
  public PlanContext completed(PlanContext context) {
    return ForgottenChecks.completed(ChangedOwners.completed(context));
  }

  @Override
  public List<Step> settled(List<Step> ordered, PlanContext context) {
    return TouchedBeside.completed(ordered, context);
  }

  private static Lowered lower(Change change, PlanFacts facts) {
    return switch (change) {
      case Change.AddObject c -> CreateObject.lower(c, facts);
      case Change.DropObject c -> DropObject.lower(c, facts);
      case Change.RenameObject c -> RenameObject.lower(c, facts);
      case Change.ModifyObject c -> ModifyObject.lower(c, facts);
      case Change.ModifyTable c -> ModifyTable.lower(c, facts);
      case Change.AddColumn c -> AddColumn.lower(c, facts);
      case Change.DropColumn c -> DropColumn.lower(c, facts);
      case Change.RenameColumn c -> RenameColumn.lower(c, facts);
      case Change.ModifyColumn c -> ChangeColumn.lower(c, facts);
      case Change.AddConstraint c -> AddConstraint.lower(c, facts);
      case Change.DropConstraint c -> DropConstraint.lower(c, facts);
      case Change.RenameConstraint c -> RenameConstraint.lower(c, facts);
      case Change.ModifyConstraint c -> ModifyConstraint.lower(c, facts);
      case Change.AddIndex c -> ChangeIndex.add(c, facts);
      case Change.DropIndex c -> ChangeIndex.drop(c, facts);
      case Change.RenameIndex c -> ChangeIndex.rename(c, facts);
      case Change.ModifyIndex c -> ChangeIndex.modify(c, facts);
    };
  }

  /** What concerns the whole plan is found once for all its changes. */
  private PlanFacts facts(PlanContext context) {
    Known known = last.get();
    if (known != null && known.context() == context) {
      return known.facts();
    }
    PlanFacts facts = new PlanFacts(context);
    last.set(new Known(context, facts));
    return facts;
  }
}
