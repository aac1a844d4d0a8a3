package dev.schemac.emit;

import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import java.util.Comparator;
import java.util.Optional;

/**
 * The order in which a reader wants to meet the objects of a namespace: types, tables with what
 * belongs to them behind each, views, routines, the rest.
 */
final class Homes {
  private final Schema schema;

  Homes(Schema schema) {
    this.schema = schema;
  }

  Comparator<SchemaObject> order() {
    return Comparator.comparingInt(this::group)
        .thenComparing(o -> of(o).orElse(QName.of("")))
        .thenComparingInt(Homes::rank)
        .thenComparing(SchemaObject::path);
  }

  /** The table or view that an object stands behind. */
  Optional<QName> of(SchemaObject object) {
    return switch (object) {
      case Table o -> Optional.of(o.name());
      case SchemaObject.View o -> Optional.of(o.name());
      case SchemaObject.Trigger o -> Optional.of(o.table());
      case SchemaObject.Policy o -> Optional.of(o.table());
      case SchemaObject.Grant o -> Optional.of(o.on()).filter(n -> isTable(n) || isView(n));
      case SchemaObject.Sequence o -> o.ownedBy().map(ObjectPath::owner);
      case SchemaObject.Namespace ignored -> Optional.empty();
      case SchemaObject.Extension ignored -> Optional.empty();
      case SchemaObject.Role ignored -> Optional.empty();
      case SchemaObject.EnumType ignored -> Optional.empty();
      case SchemaObject.Domain ignored -> Optional.empty();
      case SchemaObject.Routine ignored -> Optional.empty();
      case SchemaObject.ExternalType ignored -> Optional.empty();
      case SchemaObject.NativeObject ignored -> Optional.empty();
    };
  }

  private boolean isTable(QName name) {
    return schema.table(name).isPresent();
  }

  private boolean isView(QName name) {
    return schema.object(ObjectPath.of(ObjectKind.VIEW, name)).isPresent()
        || schema.object(ObjectPath.of(ObjectKind.MATERIALIZED_VIEW, name)).isPresent();
  }

  /**
   * Which part of a section an object stands in, smaller ones first; what belongs to a table comes
   * with the tables.
   */
  int group(SchemaObject object) {
    Optional<QName> home = of(object);
    if (home.isPresent()) {
      return isTable(home.get()) ? 20 : 30;
    }
    return rank(object);
  }

  private static int rank(SchemaObject object) {
    return switch (object) {
      case SchemaObject.Namespace ignored -> 0;
      case SchemaObject.Extension ignored -> 1;
      case SchemaObject.Role ignored -> 2;
      case SchemaObject.ExternalType ignored -> 3;
      case SchemaObject.EnumType ignored -> 4;
      case SchemaObject.Domain ignored -> 5;
      case SchemaObject.NativeObject o -> o.nativeKind().equals("type") ? 6 : 41;
      case SchemaObject.Sequence ignored -> 19;
      case Table ignored -> 18;
      case SchemaObject.View ignored -> 18;
      case SchemaObject.Routine ignored -> 40;
      case SchemaObject.Trigger ignored -> 42;
      case SchemaObject.Policy ignored -> 43;
      case SchemaObject.Grant ignored -> 44;
    };
  }
}
