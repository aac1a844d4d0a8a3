package dev.schemac.dialect.mysql;

import dev.schemac.ddl.OnlineMode;
import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.model.Constraint;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.plan.Effect;
import dev.schemac.plan.Effect.Lock;
import dev.schemac.plan.PlanContext;
import dev.schemac.plan.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the statements of a step lock beside what its pattern names (measured): views that read the
 * table, tables at the other end of its foreign keys where keys or names change, views themselves.
 * Each waits for whoever uses it, for a moment. MariaDB takes none of these but the view itself:
 * its InnoDB locks the tables whose foreign keys refer to the table, and waits for their writers.
 */
final class TouchedBeside {
  private final LiveNames live;
  private final LockedBeside locked;
  private final Capabilities capabilities;

  private TouchedBeside(PlanContext context) {
    this.live = new LiveNames(context.before());
    this.locked = new LockedBeside(live, context.before(), context.after());
    this.capabilities = new Capabilities(context.after().target());
  }

  static List<Step> completed(List<Step> ordered, PlanContext context) {
    TouchedBeside beside = new TouchedBeside(context);
    List<Step> steps = new ArrayList<>();
    for (Step step : ordered) {
      steps.add(step.with(beside.effect(step)));
    }
    return steps;
  }

  private Effect effect(Step step) {
    List<QName> touched = new ArrayList<>();
    Map<QName, Lock> more = new LinkedHashMap<>();
    for (Statement statement : step.statements()) {
      if (capabilities.isMariaDb()) {
        touchOnMariaDb(statement, touched);
      } else {
        touch(statement, touched);
        if (statement instanceof Statement.LockTables(var tables, var mode)) {
          locked.of(tables).forEach(l -> more.put(l.table(), l));
        }
      }
      live.run(statement);
    }
    for (QName each : touched) {
      more.put(each, capabilities.isMariaDb() ? lockOfMariaDb(each) : Cost.momentary(each));
    }
    Effect effect = step.effect();
    effect.locks().stream().filter(l -> isWhole(l)).forEach(l -> more.remove(l.table()));
    List<Lock> locks = new ArrayList<>(effect.locks());
    locks.addAll(more.values());
    return new Effect(locks, effect.scans(), effect.rewrites(), effect.transaction());
  }

  private Lock lockOfMariaDb(QName name) {
    return live.isTable(name) ? Cost.tableLock(name) : Cost.momentary(name);
  }

  private static boolean isWhole(Lock lock) {
    return lock.blocks() == Effect.Blocks.EVERYBODY;
  }

  private void touchOnMariaDb(Statement statement, List<QName> touched) {
    if (statement instanceof Statement.AlterTable(var table, var actions, var mode)) {
      if (!actions.stream().allMatch(TouchedBeside::passesBy)) {
        touched.addAll(live.children(table));
      }
    } else if (statement instanceof Statement.CreateIndex(var table, var i, var build, var mode)) {
      touched.addAll(live.children(table));
    } else if (statement instanceof Statement.DropIndex(var table, var i, var build, var mode)) {
      touched.addAll(live.children(table));
    } else if (statement instanceof Statement.RenameIndex(var table, var i, var to, var mode)) {
      touched.addAll(live.children(table));
    } else if (statement instanceof Statement.Rename(Table table, var to)) {
      touched.addAll(live.children(table.name()));
    } else if (statement instanceof Statement.RenameTables(var names, var locked)) {
      names.forEach(n -> touched.addAll(live.children(n.table())));
    } else if (statement instanceof Statement.Rename(SchemaObject.View view, var to)) {
      touched.add(view.name());
    } else if (statement instanceof Statement.Drop(SchemaObject.View view)) {
      touched.add(view.name());
    } else if (statement instanceof Statement.Replace(SchemaObject.View view)) {
      touched.add(view.name());
    }
  }

  /** What InnoDB does not hear of. */
  private static boolean passesBy(TableAction action) {
    return action instanceof TableAction.DropConstraint(Constraint.Check check)
        || action instanceof TableAction.SetDefault
        || action instanceof TableAction.DropDefault;
  }

  private void touch(Statement statement, List<QName> touched) {
    switch (statement) {
      case Statement.AlterTable(var table, var actions, var mode) -> {
        touched.addAll(live.readers(table));
        if (mode == OnlineMode.COPY_SHARED) {
          touched.addAll(live.children(table));
        }
        actions.forEach(a -> alter(table, a, touched));
      }
      case Statement.CreateIndex(var table, var index, var build, var mode) ->
          touched.addAll(live.readers(table));
      case Statement.DropIndex(var table, var index, var build, var mode) -> {
        touched.addAll(live.readers(table));
        touched.addAll(live.children(table));
      }
      case Statement.RenameIndex(var table, var from, var to, var mode) -> {
        touched.addAll(live.readers(table));
        touched.addAll(live.children(table));
      }
      case Statement.Rename(var object, var to) -> {
        QName name = object.path().owner();
        touched.add(name);
        touched.addAll(live.readers(name));
        touched.addAll(live.children(name));
        touched.addAll(live.parents(name));
      }
      case Statement.Drop(Table table) -> {
        touched.addAll(live.readers(table.name()));
        touched.addAll(live.parents(table.name()));
      }
      case Statement.Drop(SchemaObject.View view) -> view(view, touched);
      case Statement.Replace(SchemaObject.View view) -> view(view, touched);
      case Statement.AlterObject(SchemaObject.Namespace before, var after)
          when capabilities.locksTablesOfDatabase() ->
          touched.addAll(live.tablesOf(before.name()));
      case Statement.Create(SchemaObject.Namespace database)
          when database.isDefault() && capabilities.locksTablesOfDatabase() ->
          touched.addAll(live.tablesOf(database.name()));
      case Statement.Drop ignored -> {}
      case Statement.Replace ignored -> {}
      case Statement.Create ignored -> {}
      case Statement.AlterObject ignored -> {}
      case Statement.AddEnumValue ignored -> {}
      case Statement.RenameEnumValue ignored -> {}
      case Statement.CommentOn ignored -> {}
      case Statement.Insert ignored -> {}
      case Statement.Update ignored -> {}
      case Statement.Delete ignored -> {}
      case Statement.Backfill ignored -> {}
      case Statement.CreateRowTrigger ignored -> {}
      case Statement.DropRowTrigger ignored -> {}
      case Statement.CopyRows ignored -> {}
      case Statement.CopyCounter ignored -> {}
      case Statement.CreateMirrorTriggers ignored -> {}
      case Statement.DropMirrorTriggers ignored -> {}
      case Statement.ReturnRows ignored -> {}
      case Statement.RenameTables(var names, var locked) -> {
        for (Statement.NewName each : names) {
          touched.addAll(live.readers(each.table()));
          touched.addAll(live.children(each.table()));
          touched.addAll(live.parents(each.table()));
        }
      }
      case Statement.LockTables ignored -> {}
      case Statement.UnlockTables ignored -> {}
      case Statement.SetVariable ignored -> {}
      case Statement.Analyze ignored -> {}
      case Statement.UserSql ignored -> {}
    }
  }

  private void view(SchemaObject.View view, List<QName> touched) {
    touched.add(view.name());
    touched.addAll(live.readers(view.name()));
  }

  private void alter(QName table, TableAction action, List<QName> touched) {
    boolean foreignKey =
        action instanceof TableAction.AddConstraint(Constraint.ForeignKey key)
            || action instanceof TableAction.DropConstraint(Constraint.ForeignKey other);
    boolean names =
        action instanceof TableAction.RenameColumn
            || action instanceof TableAction.RenameIndex
            || action instanceof TableAction.DropIndex
            || action instanceof TableAction.DropConstraint(Constraint.Check check)
            || action instanceof TableAction.DropConstraint(Constraint.Unique unique)
            || action instanceof TableAction.DropConstraint(Constraint.PrimaryKey primary);
    if (foreignKey || names) {
      touched.addAll(live.children(table));
    }
    if (foreignKey) {
      touched.addAll(live.parents(table));
    }
  }
}
