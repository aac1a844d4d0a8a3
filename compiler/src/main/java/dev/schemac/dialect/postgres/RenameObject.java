package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.plan.Effect;
import dev.schemac.plan.Lowered;
import java.util.ArrayList;
import java.util.List;

/** A whole object gets another name or another namespace (TBL-6, TBL-7, EN-f, …). */
final class RenameObject {
  private RenameObject() {}

  static Lowered lower(Change.RenameObject change, PlanFacts facts) {
    SchemaObject after = change.after();
    SchemaObject before = onTableOf(change.before(), after);
    ObjectPath from = before.path();
    ObjectPath to = after.path();
    if (before instanceof SchemaObject.Extension || before instanceof SchemaObject.Grant) {
      return Refusal.of(
          String.join("", from.toString(), " cannot be renamed"),
          "retire it and declare the other one");
    }
    if (!from.owner().namespace().equals(to.owner().namespace())
        && to.owner().namespace().isEmpty()) {
      return Refusal.of(
          from.toString()
              .concat(
                  " cannot move to the connection's default namespace, whose name is not known"),
          "declare the namespace by its name, for example `namespace public`");
    }
    if (facts.followsNamespace(from.owner(), to.owner())) {
      return Refusal.nothingToDo(
          String.join("", from.toString(), " follows its namespace to ", to.name()));
    }
    List<Statement> forward = new ArrayList<>();
    List<Statement> backward = new ArrayList<>();
    forward.add(new Statement.Rename(before, name(after)));
    backward.add(new Statement.Rename(after, name(before)));
    if (before instanceof Table table) {
      PartitionKeys.Renames parts = PartitionKeys.renames(to.owner(), facts);
      forward.addAll(parts.forward());
      backward.addAll(0, parts.backward());
      triggers(table, to.owner(), forward, backward);
      for (Column c : table.columns()) {
        IdentitySequence.rename(table.name(), c.name(), to.owner(), c.name(), c)
            .ifPresent(forward::add);
        IdentitySequence.rename(to.owner(), c.name(), table.name(), c.name(), c)
            .ifPresent(backward::add);
      }
    }
    return Lowered.of(
        StepBuilder.step(RenameObject.class, "rename", from.toString(), "to", to.name())
            .run(forward)
            .effect(effect(before))
            .undo(backward.toArray(Statement[]::new))
            .requires(facts.after().namespace(to.owner()))
            .requires(from.member().isEmpty() ? List.of() : List.of(ObjectPath.table(to.owner())))
            .removes(from)
            .provides(to)
            .build());
  }

  /** A table is renamed before its triggers and policies are. */
  private static SchemaObject onTableOf(SchemaObject before, SchemaObject after) {
    QName table = after.path().owner();
    return switch (before) {
      case SchemaObject.Trigger t ->
          new SchemaObject.Trigger(
              table, t.name(), t.definition(), t.dependsOn(), t.comment(), t.options());
      case SchemaObject.Policy p ->
          new SchemaObject.Policy(table, p.name(), p.definition(), p.dependsOn(), p.comment());
      case SchemaObject other -> other;
    };
  }

  private static QName name(SchemaObject object) {
    ObjectPath path = object.path();
    return switch (object) {
      case SchemaObject.Trigger t -> path.owner().withName(t.name());
      case SchemaObject.Policy p -> path.owner().withName(p.name());
      case SchemaObject other -> other.path().owner();
    };
  }

  private static Effect effect(SchemaObject before) {
    return switch (before) {
      case Table table -> Effects.exclusive(table.name());
      case SchemaObject.View view -> Effects.exclusive(view.name());
      case SchemaObject.Trigger trigger -> Effects.exclusive(trigger.table());
      case SchemaObject.Policy policy -> Effects.exclusive(policy.table());
      case SchemaObject ignored -> Effects.none();
    };
  }

  /** Functions of the table's own triggers bear its name, so they are made anew. */
  private static void triggers(
      Table table, QName to, List<Statement> forward, List<Statement> backward) {
    for (Column column : table.columns()) {
      if (column.onUpdate().isPresent()) {
        forward.addFirst(TableStatements.dropOnUpdate(table.name(), column.name()));
        TableStatements.onUpdate(to, column).ifPresent(forward::add);
        backward.addFirst(TableStatements.dropOnUpdate(to, column.name()));
        TableStatements.onUpdate(table.name(), column).ifPresent(backward::add);
      }
    }
  }
}
