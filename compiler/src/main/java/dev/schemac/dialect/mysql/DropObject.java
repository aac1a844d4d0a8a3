package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement;
import dev.schemac.model.Evolution;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.Phase;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.List;
import java.util.Optional;

/** A whole object disappears, once no old client reads it. */
final class DropObject {
  private DropObject() {}

  static Lowered lower(
      Situation s, SchemaObject object, Optional<Evolution.Retirement> retirement) {
    return switch (object) {
      case Table table -> DropTable.lower(s, table, retirement);
      case SchemaObject.Namespace o ->
          o.isDefault()
              ? Lowered.of(List.of())
              : Lowered.of(step(s, o, "drop database ".concat(o.name()), Phase.CONTRACT));
      case SchemaObject.View o ->
          Lowered.of(step(s, o, "drop view ".concat(o.name().toString()), Phase.CONTRACT));
      case SchemaObject.Routine o ->
          Lowered.of(step(s, o, "drop ".concat(o.path().toString()), Phase.CONTRACT));
      case SchemaObject.Trigger o ->
          Lowered.of(step(s, o, "drop ".concat(o.path().toString()), Phase.EXPAND));
      case SchemaObject.Grant o -> Lowered.of(step(s, o, o.inverse(), Phase.CONTRACT));
      case SchemaObject.NativeObject o ->
          Lowered.of(
              step(
                  s,
                  o,
                  String.join(" ", "drop", o.nativeKind(), o.name().toString()),
                  Phase.CONTRACT));
      case SchemaObject.Extension ignored -> Refusals.notOnMySql("extensions");
      case SchemaObject.Role ignored -> Refusals.notOnMySql("roles in a schema");
      case SchemaObject.EnumType ignored -> Refusals.notOnMySql("enum types of their own");
      case SchemaObject.Domain ignored -> Refusals.notOnMySql("domains");
      case SchemaObject.Sequence o ->
          Lowered.of(step(s, o, "drop sequence ".concat(o.name().toString()), Phase.CONTRACT));
      case SchemaObject.Policy ignored -> Refusals.notOnMySql("policies");
      case SchemaObject.ExternalType ignored -> Refusals.notOnMySql("types of their own");
    };
  }

  static Step step(Situation s, SchemaObject object, String title, Phase phase) {
    return Draft.of("DropObject", title)
        .phase(phase)
        .run(new Statement.Drop(object))
        .releases(TriggerRow.leansOn(object))
        .effect(CreateObject.effect(object))
        .undo(Undo.exactly(new Statement.Create(object)))
        .step();
  }
}
