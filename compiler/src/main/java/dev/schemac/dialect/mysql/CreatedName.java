package dev.schemac.dialect.mysql;

import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;

/** Tables and views under another name. */
final class CreatedName {
  private CreatedName() {}

  static ObjectPath of(SchemaObject object, QName name) {
    return ObjectPath.of(object.path().kind(), name);
  }

  /** The object under the name; only relations can be renamed in place. */
  static SchemaObject withName(SchemaObject object, QName name) {
    if (object instanceof Table table) {
      return table.withName(name);
    }
    if (object instanceof SchemaObject.View v) {
      return new SchemaObject.View(
          name,
          v.materialized(),
          v.columns(),
          v.query(),
          v.indexes(),
          v.columnComments(),
          v.dependsOn(),
          v.comment(),
          v.options(),
          v.external());
    }
    throw new IllegalArgumentException("not renamed in place: ".concat(object.path().toString()));
  }
}
