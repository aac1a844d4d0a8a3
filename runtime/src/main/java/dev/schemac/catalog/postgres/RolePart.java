package dev.schemac.catalog.postgres;

import dev.schemac.model.SchemaObject;
import java.sql.SQLException;

/** The roles that this database's objects name: as owners, in privileges and in policies. */
final class RolePart implements CatalogPart {
  private static final String QUERY =
      """
      select distinct r.rolname from pg_shdepend d join pg_roles r on r.oid = d.refobjid
      where d.refclassid = 'pg_authid'::regclass and r.rolname <> current_user
        and d.dbid = (select oid from pg_database where datname = current_database())
      order by 1
      """;

  @Override
  public void read(ReadContext context) throws SQLException {
    context.each(QUERY, row -> context.add(new SchemaObject.Role(row.getString(1))));
  }
}
