package dev.schemac.dialect.postgres;

import dev.schemac.model.Options;
import dev.schemac.model.SchemaObject;
import java.util.Optional;

/** {@code public}, which is there from the start and stays: it is altered, not made or dropped. */
final class PublicSchema {
  /** What it is in a new database. */
  static final SchemaObject.Namespace FRESH =
      new SchemaObject.Namespace(
          SchemaObject.Namespace.PUBLIC, Optional.empty(), Options.none(), false);

  static final String COMMENT = "standard public schema";

  /** Whose it is in a new database from version 15 on. */
  static final String OWNER = "pg_database_owner";

  private PublicSchema() {}

  static boolean is(SchemaObject object) {
    return object instanceof SchemaObject.Namespace n && is(n.name());
  }

  static boolean is(String namespace) {
    return namespace.equals(SchemaObject.Namespace.PUBLIC);
  }
}
