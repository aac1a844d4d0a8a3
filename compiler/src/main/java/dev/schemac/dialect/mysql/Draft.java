package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.plan.Effect;
import dev.schemac.plan.Guard;
import dev.schemac.plan.Phase;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A step in the making. MySQL commits before and after every DDL statement, so no step shares a
 * transaction. What statements show by themselves (made, needed, removed objects) the planner adds.
 */
final class Draft {
  private final String pattern;
  private final String title;
  private Phase phase = Phase.EXPAND;
  private final List<Statement> statements = new ArrayList<>();
  private Effect effect = Effect.catalogueOnly(Effect.Transaction.NONE);
  private final List<Guard> guards = new ArrayList<>();
  private Undo undo = new Undo.Nothing("nothing was changed");
  private final Set<ObjectPath> provides = new LinkedHashSet<>();
  private final Set<ObjectPath> requires = new LinkedHashSet<>();
  private final Set<ObjectPath> removes = new LinkedHashSet<>();
  private final Set<ObjectPath> releases = new LinkedHashSet<>();

  private Draft(String pattern, String title) {
    this.pattern = pattern;
    this.title = title;
  }

  static Draft of(String pattern, String title) {
    return new Draft(pattern, title);
  }

  Draft phase(Phase when) {
    this.phase = when;
    return this;
  }

  Draft run(Statement... more) {
    statements.addAll(List.of(more));
    return this;
  }

  Draft run(Collection<? extends Statement> more) {
    statements.addAll(more);
    return this;
  }

  /** One ALTER TABLE and what it costs. */
  Draft alter(QName table, Cost cost, TableAction... actions) {
    return alter(table, cost, List.of(), List.of(actions));
  }

  Draft alter(QName table, Cost cost, List<QName> relatives, List<TableAction> actions) {
    statements.add(new Statement.AlterTable(table, actions, cost.mode()));
    effect = cost.effect(table, relatives);
    return this;
  }

  Draft effect(Effect other) {
    this.effect = other;
    return this;
  }

  Draft guard(Guard... more) {
    guards.addAll(List.of(more));
    return this;
  }

  Draft guard(Collection<Guard> more) {
    guards.addAll(more);
    return this;
  }

  Draft undo(Undo how) {
    this.undo = how;
    return this;
  }

  /** An exact inverse: one ALTER TABLE. */
  Draft undoBy(QName table, Cost cost, TableAction... actions) {
    return undo(Undo.exactly(new Statement.AlterTable(table, List.of(actions), cost.mode())));
  }

  Draft undoBy(QName table, Cost cost, List<TableAction> actions) {
    return undo(Undo.exactly(new Statement.AlterTable(table, actions, cost.mode())));
  }

  Draft provides(Collection<ObjectPath> paths) {
    provides.addAll(paths);
    return this;
  }

  Draft requires(Collection<ObjectPath> paths) {
    requires.addAll(paths);
    return this;
  }

  Draft removes(Collection<ObjectPath> paths) {
    removes.addAll(paths);
    return this;
  }

  Draft releases(Collection<ObjectPath> paths) {
    releases.addAll(paths);
    return this;
  }

  /** The step changes a thing in place: users of the old form go before it, of the new behind. */
  Draft alters(ObjectPath path) {
    provides.add(path);
    removes.add(path);
    return this;
  }

  Step step() {
    return new Step(
        title,
        pattern,
        phase,
        statements,
        effect,
        guards,
        undo,
        provides,
        requires,
        removes,
        releases);
  }
}
