package dev.schemac.diff;

import dev.schemac.model.Options;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import java.util.SortedMap;

/** The options of objects of every kind. */
public final class ObjectOptions {
  private ObjectOptions() {}

  /** Its options; none where its kind has none. */
  public static SortedMap<String, String> of(SchemaObject object) {
    return switch (object) {
      case Table o -> o.options();
      case SchemaObject.Namespace o -> o.options();
      case SchemaObject.Extension o -> o.options();
      case SchemaObject.EnumType o -> o.options();
      case SchemaObject.Domain o -> o.options();
      case SchemaObject.Sequence o -> o.options();
      case SchemaObject.View o -> o.options();
      case SchemaObject.Routine o -> o.options();
      case SchemaObject.Trigger o -> o.options();
      case SchemaObject.NativeObject o -> o.options();
      case SchemaObject.Role ignored -> Options.none();
      case SchemaObject.Policy ignored -> Options.none();
      case SchemaObject.Grant ignored -> Options.none();
      case SchemaObject.ExternalType ignored -> Options.none();
    };
  }

  /** The same object with other options, where its kind has any. */
  static SchemaObject with(SchemaObject object, SortedMap<String, String> options) {
    return switch (object) {
      case Table o ->
          new Table(
              o.name(),
              o.columns(),
              o.constraints(),
              o.indexes(),
              o.partitioning(),
              o.rows(),
              o.comment(),
              options,
              o.external(),
              o.partitionOf());
      case SchemaObject.Namespace o ->
          new SchemaObject.Namespace(o.name(), o.comment(), options, o.external());
      case SchemaObject.Extension o -> new SchemaObject.Extension(o.name(), o.comment(), options);
      case SchemaObject.EnumType o ->
          new SchemaObject.EnumType(o.name(), o.values(), o.comment(), options);
      case SchemaObject.Domain o ->
          new SchemaObject.Domain(
              o.name(),
              o.type(),
              o.notNull(),
              o.defaultValue(),
              o.collation(),
              o.checks(),
              o.comment(),
              options);
      case SchemaObject.Sequence o ->
          new SchemaObject.Sequence(o.name(), options, o.ownedBy(), o.comment());
      case SchemaObject.View o ->
          new SchemaObject.View(
              o.name(),
              o.materialized(),
              o.columns(),
              o.query(),
              o.indexes(),
              o.columnComments(),
              o.dependsOn(),
              o.comment(),
              options,
              o.external());
      case SchemaObject.Routine o ->
          new SchemaObject.Routine(
              o.kind(),
              o.name(),
              o.definition(),
              o.dependsOn(),
              o.comment(),
              o.external(),
              options);
      case SchemaObject.Trigger o ->
          new SchemaObject.Trigger(
              o.table(), o.name(), o.definition(), o.dependsOn(), o.comment(), options);
      case SchemaObject.NativeObject o ->
          new SchemaObject.NativeObject(
              o.nativeKind(), o.name(), o.create(), o.drop(), o.dependsOn(), o.comment(), options);
      case SchemaObject.Role o -> o;
      case SchemaObject.Policy o -> o;
      case SchemaObject.Grant o -> o;
      case SchemaObject.ExternalType o -> o;
    };
  }
}
