package dev.schemac.catalog.postgres;

import dev.schemac.model.SchemaObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.TreeMap;

/** Extensions but {@code plpgsql}, which every database has. */
final class ExtensionPart implements CatalogPart {
  /** A schema that the extension made itself is no choice of the author's. */
  private static final String QUERY =
      """
      select e.extname, n.nspname, e.extversion, a.default_version,
        obj_description(e.oid, 'pg_extension'), a.comment,
        exists (select from pg_depend d where d.classid = 'pg_namespace'::regclass
          and d.objid = n.oid and d.deptype = 'e'), e.oid::bigint
      from pg_extension e join pg_namespace n on n.oid = e.extnamespace
        left join pg_available_extensions a on a.name = e.extname
      where e.extname <> 'plpgsql' order by e.extname
      """;

  @Override
  public void read(ReadContext context) throws SQLException {
    context.each(QUERY, row -> take(context, row));
  }

  private static void take(ReadContext context, ResultSet row) throws SQLException {
    context.dealt("pg_extension", row.getLong(8));
    TreeMap<String, String> options = new TreeMap<>();
    String namespace = row.getString(2);
    boolean chosen = !row.getBoolean(7) && !namespace.equals("pg_catalog");
    if (chosen && !namespace.equals(context.defaultNamespace())) {
      options.put("schema", namespace);
    }
    if (row.getString(4) != null && !row.getString(4).equals(row.getString(3))) {
      options.put("version", row.getString(3));
    }
    String usual = row.getString(6);
    Optional<String> comment = Optional.ofNullable(row.getString(5)).filter(c -> !c.equals(usual));
    context.add(new SchemaObject.Extension(row.getString(1), comment, options));
  }
}
