package dev.schemac.dialect.mysql;

import dev.schemac.model.Constraint;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;

/** Identities of a table's parts. */
final class Paths {
  private Paths() {}

  static ObjectPath column(QName table, String column) {
    return ObjectPath.column(table, column);
  }

  /** Where a new column stands, be it filled or not. */
  static ObjectPath place(QName table, String column) {
    return new ObjectPath(ObjectKind.TABLE, table, "place of ".concat(column));
  }

  static ObjectPath index(QName table, String name) {
    return new ObjectPath(ObjectKind.INDEX, table, name);
  }

  static ObjectPath constraint(QName table, Constraint constraint) {
    return new ObjectPath(constraint.kind(), table, constraint.name());
  }

  /** The charset that a table's columns inherit. */
  static ObjectPath charset(QName table) {
    return new ObjectPath(ObjectKind.TABLE, table, "charset");
  }

  /** The engine and the partitions that a table's rows are in. */
  static ObjectPath storage(QName table) {
    return new ObjectPath(ObjectKind.TABLE, table, "storage");
  }

  /** One value of an enum that is stored as a table. */
  static ObjectPath value(QName lookup, String value) {
    return new ObjectPath(ObjectKind.ENUM_VALUE, lookup, value);
  }
}
