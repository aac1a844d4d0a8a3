package dev.schemac.catalog.postgres;

import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.TableNames;
import dev.schemac.model.TriggerStates;
import dev.schemac.sql.ResentText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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

  /** Those behind a foreign key or a deferrable key. */
  private static final String SWITCHED =
      """
      select n.nspname, t.tgname, t.tgenabled, k.conname, c.oid::bigint, c.relname
      from pg_trigger t join pg_class c on c.oid = t.tgrelid
        join pg_namespace n on n.oid = c.relnamespace
        join pg_constraint k on k.oid = t.tgconstraint
      where t.tgisinternal and t.tgenabled <> 'O' and k.contype <> 't' and
      """;

  /** Those of partitions that are not what the trigger is that they come from. */
  private static final String OF_PARTITIONS =
      """
      with recursive below (oid, root) as (
        select oid, oid from pg_trigger where tgparentid = 0 and not tgisinternal
        union all
        select t.oid, b.root from pg_trigger t join below b on t.tgparentid = b.oid)
      select b.root::bigint, n.nspname, c.relname, t.tgenabled, t.tgenabled <> r.tgenabled,
        obj_description(t.oid, 'pg_trigger') is not null, t.tgname
      from below b join pg_trigger t on t.oid = b.oid join pg_trigger r on r.oid = b.root
        join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
      where b.oid <> b.root and (t.tgenabled <> r.tgenabled
        or obj_description(t.oid, 'pg_trigger') is not null) and
      """;

  private static final Map<String, String> ENABLED =
      Map.of("D", "disabled", "R", "replica", "A", "always");

  @Override
  public void read(ReadContext context) throws SQLException {
    Map<Long, TreeMap<String, List<QName>>> partitions = new HashMap<>();
    context.each(
        OF_PARTITIONS + ReadContext.OWN_NAMESPACES + " order by 2, 3",
        row -> ofPartition(context, row, partitions));
    context.each(
        QUERY + ReadContext.OWN_NAMESPACES + " order by 2, 3, 4",
        row -> take(context, row, partitions));
    context.each(
        SWITCHED + ReadContext.OWN_NAMESPACES + " order by 1, 2", row -> switched(context, row));
  }

  private static void ofPartition(
      ReadContext context, ResultSet row, Map<Long, TreeMap<String, List<QName>>> partitions)
      throws SQLException {
    QName table = context.name(row.getString(2), row.getString(3));
    if (row.getBoolean(5)) {
      partitions
          .computeIfAbsent(row.getLong(1), t -> new TreeMap<>())
          .computeIfAbsent(
              ENABLED.getOrDefault(row.getString(4), "enabled") + TriggerStates.ON,
              s -> new ArrayList<>())
          .add(table);
    }
    if (row.getBoolean(6)) {
      context.unsupported(
          "comment on trigger " + row.getString(7) + " of " + table,
          "the trigger comes from the parent's, and pg_dump leaves the comment out too");
    }
  }

  /** One behind a key. */
  private static void switched(ReadContext context, ResultSet row) throws SQLException {
    if (context.extensionOf("pg_class", row.getLong(5)).isPresent()) {
      return;
    }
    String enabled = ENABLED.getOrDefault(row.getString(3), "enabled");
    String table = context.name(row.getString(1), row.getString(6)).toString();
    context.unsupported(
        "trigger " + row.getString(2) + " of " + table,
        "it keeps constraint " + row.getString(4) + " and is " + enabled);
  }

  private static void take(
      ReadContext context, ResultSet row, Map<Long, TreeMap<String, List<QName>>> partitions)
      throws SQLException {
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
    partitions
        .getOrDefault(row.getLong(1), new TreeMap<>())
        .forEach((state, tables) -> options.put(state, TableNames.write(tables)));
    context.add(
        new SchemaObject.Trigger(
            context.name(row.getString(2), row.getString(3)),
            row.getString(4),
            ResentText.of(row.getString(7)),
            Set.of(),
            Optional.ofNullable(row.getString(6)),
            options));
  }
}
