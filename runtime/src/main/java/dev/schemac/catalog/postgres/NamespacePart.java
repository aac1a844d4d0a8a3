package dev.schemac.catalog.postgres;

import dev.schemac.model.SchemaObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Schemas other than the default one. {@code public} has an object only where its owner or comment
 * is not a fresh database's; so has the default one under another name.
 */
final class NamespacePart implements CatalogPart {
  private static final String QUERY =
      """
      select n.oid::bigint, n.nspname, pg_catalog.pg_get_userbyid(n.nspowner), d.description, n.nspowner::bigint
      from pg_catalog.pg_namespace n
      left join pg_catalog.pg_description d
        on d.objoid = n.oid and d.classoid = 'pg_catalog.pg_namespace'::regclass and d.objsubid = 0
      where
      """;

  private static final long BOOTSTRAP_SUPERUSER = 10;
  private static final long PG_DATABASE_OWNER = 6171;

  @Override
  public void read(ReadContext context) throws SQLException {
    context.each(
        QUERY + ReadContext.OWN_NAMESPACES + " order by n.nspname", row -> namespace(context, row));
  }

  private static void namespace(ReadContext context, ResultSet row) throws SQLException {
    if (context.leaveOutMember("pg_namespace", row.getLong(1))) {
      return;
    }
    String name = row.getString(2);
    String owner = row.getString(3);
    Optional<String> comment = Optional.ofNullable(row.getString(4));
    TreeMap<String, String> options = new TreeMap<>();
    if (name.equals(SchemaObject.Namespace.PUBLIC)) {
      // Made by initdb: owned by its superuser before 15, by pg_database_owner since.
      if (row.getLong(5) != (context.atLeast(15) ? PG_DATABASE_OWNER : BOOTSTRAP_SUPERUSER)) {
        options.put("owner", owner);
      }
      comment = comment.filter(c -> !c.equals("standard public schema"));
    } else {
      context.owner(options, owner);
    }
    boolean plain = options.isEmpty() && comment.isEmpty();
    boolean silent =
        name.equals(SchemaObject.Namespace.PUBLIC) || name.equals(context.defaultNamespace());
    if (!(silent && plain)) {
      context.add(new SchemaObject.Namespace(name, comment, options, false));
    }
  }
}
