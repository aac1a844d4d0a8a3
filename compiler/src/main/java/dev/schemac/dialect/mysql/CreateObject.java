package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.plan.Effect;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.ArrayList;
import java.util.List;

/** A whole object appears. */
final class CreateObject {
  private CreateObject() {}

  static Lowered lower(Situation s, SchemaObject object) {
    return switch (object) {
      case Table table -> CreateTable.lower(s, table);
      case SchemaObject.Namespace o -> database(s, o);
      case SchemaObject.View o ->
          o.materialized()
              ? Refusals.notOnMySql("materialised views")
              : Lowered.of(step(s, o, "create view ".concat(o.name().toString())));
      case SchemaObject.Routine o -> Lowered.of(step(s, o, "create ".concat(o.path().toString())));
      case SchemaObject.Trigger o -> Lowered.of(step(s, o, "create ".concat(o.path().toString())));
      case SchemaObject.Grant o -> Lowered.of(step(s, o, o.definition()));
      case SchemaObject.NativeObject o ->
          Lowered.of(step(s, o, String.join(" ", "create", o.nativeKind(), o.name().toString())));
      case SchemaObject.Extension ignored -> Refusals.notOnMySql("extensions");
      case SchemaObject.Role ignored -> Refusals.notOnMySql("roles in a schema");
      case SchemaObject.EnumType ignored -> Refusals.notOnMySql("enum types of their own");
      case SchemaObject.Domain ignored -> Refusals.notOnMySql("domains");
      case SchemaObject.Sequence o ->
          s.capabilities().isMariaDb()
              ? Lowered.of(step(s, o, "create sequence ".concat(o.name().toString())))
              : Refusals.notOnMySql("sequences");
      case SchemaObject.Policy ignored -> Refusals.notOnMySql("policies");
      case SchemaObject.ExternalType ignored -> Refusals.notOnMySql("types of their own");
    };
  }

  private static Lowered database(Situation s, SchemaObject.Namespace namespace) {
    if (!namespace.isDefault()) {
      return Lowered.of(step(s, namespace, "create database ".concat(namespace.name())));
    }
    return Lowered.of(
        Draft.of("CreateObject", "set the defaults of the database")
            .run(new Statement.Create(namespace))
            .undo(new Undo.Nothing("a schema that says nothing of the database lets it be"))
            .step());
  }

  static Step step(Situation s, SchemaObject object, String title) {
    return Draft.of("CreateObject", title)
        .run(new Statement.Create(object))
        .requires(TriggerRow.leansOn(object))
        .provides(takenOver(s, object.path()))
        .provides(freedTriggers(s, object))
        .effect(effect(object))
        .undo(Undo.exactly(new Statement.Drop(object)))
        .step();
  }

  /** Tables and views share their names: one that takes another's comes once that is gone. */
  static List<ObjectPath> takenOver(Situation s, ObjectPath path) {
    List<ObjectPath> found = new ArrayList<>();
    for (ObjectKind kind : List.of(ObjectKind.TABLE, ObjectKind.VIEW)) {
      ObjectPath other = ObjectPath.of(kind, path.owner());
      boolean relation = path.kind() == ObjectKind.TABLE || path.kind() == ObjectKind.VIEW;
      if (relation && kind != path.kind() && s.before().object(other).isPresent()) {
        found.add(other);
      }
    }
    return found;
  }

  /** Triggers of a database share their names, whatever their tables (error 1359). */
  static List<ObjectPath> freedTriggers(Situation s, SchemaObject object) {
    List<ObjectPath> freed = new ArrayList<>();
    if (object instanceof SchemaObject.Trigger trigger) {
      for (SchemaObject.Trigger other : s.before().all(SchemaObject.Trigger.class)) {
        boolean taken =
            other.name().equals(trigger.name())
                && other.table().namespace().equals(trigger.table().namespace())
                && !other.table().equals(trigger.table());
        if (taken) {
          freed.add(other.path());
        }
      }
    }
    return freed;
  }

  /** A trigger waits for every transaction on its table; nothing else waits for anybody. */
  static Effect effect(SchemaObject object) {
    return object instanceof SchemaObject.Trigger trigger
        ? new Effect(
            List.of(Cost.momentary(trigger.table())), List.of(), List.of(), Effect.Transaction.NONE)
        : Effect.catalogueOnly(Effect.Transaction.NONE);
  }
}
