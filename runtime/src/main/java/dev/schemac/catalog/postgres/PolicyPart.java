package dev.schemac.catalog.postgres;

import dev.schemac.catalog.ToolTables;
import dev.schemac.model.SchemaObject;
import dev.schemac.sql.PostgresQuoting;
import dev.schemac.sql.ResentText;
import dev.schemac.sql.SqlWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Row-level security policies. */
final class PolicyPart implements CatalogPart {
  private static final String QUERY =
      """
      select p.oid::bigint, n.nspname, c.relname, p.polname, p.polpermissive, p.polcmd,
        case when p.polroles <> array[0::oid] then array_to_string(array(
          select quote_ident(r.rolname) from pg_roles r where r.oid = any (p.polroles)
          union all select 'PUBLIC' where 0 = any (p.polroles) order by 1), ', ') end,
        pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid),
        obj_description(p.oid, 'pg_policy'), p.oid::bigint, c.oid::bigint
      from pg_policy p join pg_class c on c.oid = p.polrelid
        join pg_namespace n on n.oid = c.relnamespace
      where
      """;

  private static final Map<String, String> COMMANDS =
      Map.of("r", "SELECT", "a", "INSERT", "w", "UPDATE", "d", "DELETE");

  @Override
  public void read(ReadContext context) throws SQLException {
    context.each(
        QUERY + ReadContext.OWN_NAMESPACES + " order by 2, 3, 4", row -> take(context, row));
  }

  private static void take(ReadContext context, ResultSet row) throws SQLException {
    context.dealt("pg_policy", row.getLong(11));
    if (context.extensionOf("pg_class", row.getLong(12)).isPresent()
        || ToolTables.tool(row.getString(2), row.getString(3)).isPresent()) {
      return;
    }
    var table = context.name(row.getString(2), row.getString(3));
    SqlWriter sql = new SqlWriter(PostgresQuoting.INSTANCE).phrase("CREATE POLICY");
    sql.identifier(row.getString(4)).phrase("ON").name(table);
    if (!row.getBoolean(5)) {
      sql.phrase("AS RESTRICTIVE");
    }
    String command = COMMANDS.get(row.getString(6));
    if (command != null) {
      sql.phrase("FOR").phrase(command);
    }
    if (row.getString(7) != null) {
      sql.phrase("TO").raw(row.getString(7));
    }
    if (row.getString(8) != null) {
      sql.phrase("USING (").raw(ResentText.of(row.getString(8))).close(")");
    }
    if (row.getString(9) != null) {
      sql.phrase("WITH CHECK (").raw(ResentText.of(row.getString(9))).close(")");
    }
    context.add(
        new SchemaObject.Policy(
            table, row.getString(4), sql.text(), Set.of(), Optional.ofNullable(row.getString(10))));
  }
}
