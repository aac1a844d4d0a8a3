package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject.Trigger;
import dev.schemac.model.Table;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives every trigger that an ordered plan makes its place beside those that are there at that
 * moment: triggers go and come back around changes of what they read, so that the one which the
 * model names may not be there yet.
 */
final class TriggerPlaces {
  private final Schema target;
  private final List<Trigger> there = new ArrayList<>();

  private TriggerPlaces(Schema from, Schema target) {
    this.target = target;
    for (Trigger trigger : from.all(Trigger.class)) {
      if (there.stream().noneMatch(t -> TriggerRow.isBeside(t, trigger))) {
        there.addAll(TriggerRow.row(trigger, from));
      }
    }
  }

  /**
   * The same steps, there and back.
   *
   * @param before under the new names of tables
   */
  static List<Step> of(List<Step> steps, Schema before, Schema after) {
    if (before.all(Trigger.class).isEmpty() && after.all(Trigger.class).isEmpty()) {
      return steps;
    }
    TriggerPlaces up = new TriggerPlaces(before, after);
    List<List<Statement>> there = steps.stream().map(s -> up.placed(s.statements())).toList();
    TriggerPlaces down = new TriggerPlaces(after, before);
    List<Undo> back = steps.reversed().stream().map(s -> down.placed(s.undo())).toList().reversed();
    List<Step> all = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      all.add(steps.get(i).with(there.get(i), back.get(i)));
    }
    return all;
  }

  private Undo placed(Undo undo) {
    return switch (undo) {
      case Undo.Statements(var statements, var loses) ->
          new Undo.Statements(placed(statements), loses);
      case Undo.Nothing ignored -> undo;
      case Undo.Impossible ignored -> undo;
    };
  }

  private List<Statement> placed(List<Statement> statements) {
    List<Statement> all = new ArrayList<>();
    for (Statement statement : statements) {
      if (statement instanceof Statement.Create(Trigger trigger)) {
        all.add(new Statement.Create(created(trigger)));
      } else {
        if (statement instanceof Statement.Drop(Trigger gone)) {
          there.removeIf(t -> t.name().equals(gone.name()) && t.table().equals(gone.table()));
        } else if (statement instanceof Statement.Drop(Table table)) {
          there.removeIf(t -> t.table().equals(table.name()));
        }
        all.add(statement);
      }
    }
    return all;
  }

  private Trigger created(Trigger trigger) {
    List<Trigger> row = TriggerRow.row(trigger, target);
    int at = row.stream().map(Trigger::name).toList().indexOf(trigger.name());
    for (int i = at - 1; i >= 0; i--) {
      int place = placeOf(row.get(i));
      if (place >= 0) {
        there.add(place + 1, trigger);
        return TriggerRow.following(trigger, row.get(i).name());
      }
    }
    for (int i = at + 1; i < row.size() && at >= 0; i++) {
      int place = placeOf(row.get(i));
      if (place >= 0) {
        there.add(place, trigger);
        return TriggerRow.preceding(trigger, row.get(i).name());
      }
    }
    there.add(trigger);
    return TriggerRow.alone(trigger);
  }

  private int placeOf(Trigger trigger) {
    for (int i = 0; i < there.size(); i++) {
      Trigger other = there.get(i);
      if (other.name().equals(trigger.name()) && TriggerRow.isBeside(other, trigger)) {
        return i;
      }
    }
    return -1;
  }
}
