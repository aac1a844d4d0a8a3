package dev.schemac.dialect.postgres;

import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The tables whose rows a view shows, through other views too. */
final class ViewReads {
  private final Schema schema;
  private final Set<QName> tables = new LinkedHashSet<>();
  private final Set<QName> seen = new LinkedHashSet<>();

  private ViewReads(Schema schema) {
    this.schema = schema;
  }

  static Set<QName> tables(SchemaObject.View view, Schema schema) {
    ViewReads reads = new ViewReads(schema);
    reads.follow(view);
    return reads.tables;
  }

  private void follow(SchemaObject.View view) {
    for (ObjectPath path : view.dependsOn()) {
      if (!seen.add(path.owner())) {
        continue;
      }
      if (schema.table(path.owner()).isPresent()) {
        tables.add(path.owner());
      }
      for (ObjectKind kind : List.of(ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW)) {
        schema
            .object(ObjectPath.of(kind, path.owner()))
            .ifPresent(o -> follow((SchemaObject.View) o));
      }
    }
  }
}
