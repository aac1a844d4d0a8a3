package dev.schemac.resolve;

import dev.schemac.model.ObjectPath;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the objects that are made of text lean on, as far as the words of the whole schema tell. A
 * model from a file and one from a server get it by the same rule, so that it makes no difference
 * between them.
 */
final class Dependencies {
  private Dependencies() {}

  /** The schema with what every object depends on; whatever was known before is forgotten. */
  static Schema complete(Schema schema) {
    DependencyGraph graph = DependencyGraph.of(schema);
    List<SchemaObject> objects = new ArrayList<>();
    for (SchemaObject object : schema.objects()) {
      objects.add(with(object, graph.of(object.path())));
    }
    return Schema.of(schema.target(), objects);
  }

  private static SchemaObject with(SchemaObject object, Set<ObjectPath> dependsOn) {
    return switch (object) {
      case SchemaObject.View o ->
          new SchemaObject.View(
              o.name(),
              o.materialized(),
              o.columns(),
              o.query(),
              o.indexes(),
              o.columnComments(),
              dependsOn,
              o.comment(),
              o.options(),
              o.external());
      case SchemaObject.Routine o ->
          new SchemaObject.Routine(
              o.kind(),
              o.name(),
              o.definition(),
              dependsOn,
              o.comment(),
              o.external(),
              o.options());
      case SchemaObject.Trigger o ->
          new SchemaObject.Trigger(
              o.table(), o.name(), o.definition(), dependsOn, o.comment(), o.options());
      case SchemaObject.Policy o ->
          new SchemaObject.Policy(o.table(), o.name(), o.definition(), dependsOn, o.comment());
      case SchemaObject.Grant o ->
          new SchemaObject.Grant(o.on(), o.definition(), o.inverse(), dependsOn);
      case SchemaObject.NativeObject o ->
          new SchemaObject.NativeObject(
              o.nativeKind(), o.name(), o.create(), o.drop(), dependsOn, o.comment(), o.options());
      case SchemaObject other -> other;
    };
  }
}
