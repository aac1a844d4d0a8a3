package dev.schemac.catalog.postgres;

import dev.schemac.model.SchemaObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Triggers of tables, views and foreign tables; those of partitions that follow their parent's. */
final class TriggerPart implements CatalogPart {
  /** The server always qualifies the table's name, which the default namespace must not have. */
  private static final String QUERY =
      """
      select t.oid::bigint, n.nspname, c.relname, t.tgname, t.tgenabled,
        obj_description(t.oid, 'pg_trigger'),
        overlay(d.def placing ' ON ' || c.oid::regclass from strpos(d.def, q.name)
          for length(q.name)), c.oid::bigint
      from pg_trigger t join pg_class c on c.oid = t.tgrelid
        join pg_namespace n on n.oid = c.relnamespace
        cross join lateral (select pg_get_triggerdef(t.oid) as def) d
        cross join lateral (select ' ON ' || quote_ident(n.nspname) || '.' || quote_ident(c.relname)
          as name) q
      where not t.tgisinternal and t.tgparentid = 0 and
      """;

  /** Those that nobody made: a partition's, a foreign key's. */
  private static final String SWITCHED =
      """
      select n.nspname, t.tgname, t.tgenabled, case when t.tgisinternal then k.conname end,
        c.oid::bigint, c.relname
      from pg_trigger t join pg_class c on c.oid = t.tgrelid
        join pg_namespace n on n.oid = c.relnamespace
        left join pg_trigger parent on parent.oid = t.tgparentid
        left join pg_constraint k on k.oid = t.tgconstraint
      where (t.tgisinternal and t.tgenabled <> 'O'
        or not t.tgisinternal and t.tgenabled <> parent.tgenabled) and
      """;

  private static final Map<String, String> ENABLED =
      Map.of("D", "disabled", "R", "replica", "A", "always");

  @Override
  public void read(ReadContext context) throws SQLException {
    context.each(
        QUERY + ReadContext.OWN_NAMESPACES + " order by 2, 3, 4", row -> take(context, row));
    context.each(
        SWITCHED + ReadContext.OWN_NAMESPACES + " order by 1, 2", row -> switched(context, row));
  }

  /** A partition's trigger that is not switched as its parent's is, or one behind a key. */
  private static void switched(ReadContext context, ResultSet row) throws SQLException {
    if (context.extensionOf("pg_class", row.getLong(5)).isPresent()) {
      return;
    }
    String enabled = ENABLED.getOrDefault(row.getString(3), "enabled");
    String table = context.name(row.getString(1), row.getString(6)).toString();
    context.unsupported(
        "trigger " + row.getString(2) + " of " + table,
        row.getString(4) == null
            ? "it is " + enabled + ", its parent's is not"
            : "it keeps constraint " + row.getString(4) + " and is " + enabled);
  }

  private static void take(ReadContext context, ResultSet row) throws SQLException {
    if (context.leaveOutMember("pg_trigger", row.getLong(1))
        || context.extensionOf("pg_class", row.getLong(8)).isPresent()
        || dev.schemac.catalog.ToolTables.tool(row.getString(2), row.getString(3)).isPresent()) {
      return;
    }
    TreeMap<String, String> options = new TreeMap<>();
    String enabled = ENABLED.get(row.getString(5));
    if (enabled != null) {
      options.put("enabled", enabled);
    }
    context.add(
        new SchemaObject.Trigger(
            context.name(row.getString(2), row.getString(3)),
            row.getString(4),
            row.getString(7),
            Set.of(),
            Optional.ofNullable(row.getString(6)),
            options));
  }
}
