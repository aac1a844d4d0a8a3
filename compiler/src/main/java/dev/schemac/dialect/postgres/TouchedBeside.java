package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.plan.Effect;
import dev.schemac.plan.Effect.Lock;
import dev.schemac.plan.PlanContext;
import dev.schemac.plan.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * What the statements of a step touch beside what its pattern names (measured): the partitions and
 * heirs of a table, views that go for a while, what a new materialized view reads, and the tables
 * at the other end of a foreign key. The steps come in the order in which they run, so that each
 * sees the tables that are there.
 */
final class TouchedBeside {
  private final LiveTables live;
  private final Schema after;

  private TouchedBeside(PlanContext context) {
    this.live = new LiveTables(context.before());
    this.after = context.after();
  }

  static List<Step> completed(List<Step> ordered, PlanContext context) {
    TouchedBeside beside = new TouchedBeside(context);
    List<Step> steps = new ArrayList<>();
    for (Step step : ordered) {
      steps.add(step.with(beside.effect(step)));
      step.statements().forEach(beside.live::run);
    }
    return steps;
  }

  private Effect effect(Step step) {
    EffectSum sum = new EffectSum(step.effect());
    for (Statement statement : step.statements()) {
      switch (statement) {
        case Statement.AlterTable(var table, var actions, var ignored) ->
            alter(table, actions, sum);
        case Statement.CreateIndex(var table, var index, var build, var mode) -> index(table, sum);
        case Statement.DropIndex(var table, var index, var build, var mode) -> index(table, sum);
        case Statement.Drop(SchemaObject.View view) -> sum.lock(exclusive(view.name()));
        case Statement.Create(SchemaObject.View view) when view.materialized() -> fill(view, sum);
        case Statement.CommentOn(var path, var ignored) -> comment(path, sum);
        case Statement.Update(var table, var assignments, var ignored) ->
            referring(table, assignments, sum);
        case Statement.Backfill backfill ->
            referring(backfill.table().name(), backfill.assignments(), sum);
        case Statement.Delete(var table, var ignored) -> referred(table, sum);
        case Statement.Create ignored -> {}
        case Statement.Drop ignored -> {}
        case Statement.Replace ignored -> {}
        case Statement.Rename ignored -> {}
        case Statement.RenameIndex ignored -> {}
        case Statement.AddEnumValue ignored -> {}
        case Statement.RenameEnumValue ignored -> {}
        case Statement.AlterObject ignored -> {}
        case Statement.Insert ignored -> {}
        case Statement.CreateRowTrigger ignored -> {}
        case Statement.DropRowTrigger ignored -> {}
        case Statement.Copying ignored -> {}
        case Statement.LockTables ignored -> {}
        case Statement.UnlockTables ignored -> {}
        case Statement.SetVariable ignored -> {}
        case Statement.Analyze ignored -> {}
        case Statement.UserSql ignored -> {}
      }
    }
    return sum.effect();
  }

  private void alter(QName table, List<TableAction> actions, EffectSum sum) {
    if (live.has(table) && !sum.isLocked(table)) {
      actions.forEach(a -> itself(table, a, sum));
    }
    if (actions.stream().anyMatch(a -> live.isHandedDown(table, a))) {
      heirs(table, sum);
    }
  }

  private static void itself(QName table, TableAction action, EffectSum sum) {
    switch (action) {
      case TableAction.SetIndexOptions ignored -> {} // the index alone
      case TableAction.SetOptions(var before, var after, var mark, var other)
          when !ModifyTable.isExclusive(before, after) ->
          sum.lock(unblocking(table));
      case TableAction ignored -> sum.lock(exclusive(table));
    }
  }

  private void index(QName table, EffectSum sum) {
    if (live.isPartitioned(table)) {
      heirs(table, sum);
    }
  }

  private void heirs(QName table, EffectSum sum) {
    live.heirs(table).forEach(heir -> sum.likewise(table, heir));
    if (live.isPartitioned(table)) {
      sum.holdsNoRows(table);
    }
  }

  /** A materialized view is filled at once. */
  private void fill(SchemaObject.View view, EffectSum sum) {
    ViewReads.tables(view, after).stream().filter(live::has).forEach(sum::read);
  }

  private static void comment(ObjectPath path, EffectSum sum) {
    boolean locks =
        path.kind() == ObjectKind.TABLE
            || path.kind() == ObjectKind.COLUMN
            || path.kind() == ObjectKind.VIEW
            || path.kind() == ObjectKind.MATERIALIZED_VIEW;
    if (locks) {
      sum.lock(unblocking(path.owner()));
    }
  }

  /** A new value of a foreign key is looked up, and its row held. */
  private void referring(QName table, List<Statement.Assignment> assignments, EffectSum sum) {
    List<String> written = assignments.stream().map(Statement.Assignment::column).toList();
    for (LiveTables.Key key : live.keys()) {
      if (key.table().equals(table) && key.key().columns().stream().anyMatch(written::contains)) {
        sum.lock(rowShare(key.key().referencedTable()));
      }
    }
  }

  /** Rows that refer to a row that goes are looked for. */
  private void referred(QName table, EffectSum sum) {
    for (LiveTables.Key key : live.keys()) {
      if (key.key().referencedTable().equals(table)) {
        sum.lock(rowShare(key.table()));
        if (!hasIndex(key)) {
          sum.read(key.table());
        }
      }
    }
  }

  private boolean hasIndex(LiveTables.Key key) {
    String first = key.key().columns().getFirst();
    return after.table(key.table()).filter(t -> IndexedColumns.leads(t, first)).isPresent();
  }

  private static Lock unblocking(QName table) {
    return new Lock(
        table, Effects.SHARE_UPDATE_EXCLUSIVE, Effect.Blocks.NOBODY, Effect.Held.MOMENT);
  }

  private static Lock rowShare(QName table) {
    return new Lock(table, Effects.ROW_SHARE, Effect.Blocks.NOBODY, Effect.Held.MOMENT);
  }

  private static Lock exclusive(QName table) {
    return new Lock(table, Effects.ACCESS_EXCLUSIVE, Effect.Blocks.EVERYBODY, Effect.Held.MOMENT);
  }
}
