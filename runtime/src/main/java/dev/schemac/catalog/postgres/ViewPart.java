package dev.schemac.catalog.postgres;

import dev.schemac.model.Index;
import dev.schemac.model.SchemaObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Views and materialised views; the indexes of the latter come from the part for tables. */
final class ViewPart implements CatalogPart {
  private static final String QUERY =
      """
      select c.oid::bigint, n.nspname, c.relname, c.relkind, pg_get_userbyid(c.relowner),
        obj_description(c.oid, 'pg_class'), pg_get_viewdef(c.oid), c.relispopulated,
        s.spcname, case when m.amname <> 'heap' then m.amname end, c.reloptions::text[]
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
        left join pg_tablespace s on s.oid = c.reltablespace
        left join pg_am m on m.oid = c.relam
      where c.relkind in ('v', 'm') and
      """;

  private static final String COLUMNS =
      """
      select a.attrelid::bigint, a.attname, col_description(a.attrelid, a.attnum),
        pg_get_expr(d.adbin, d.adrelid)
      from pg_attribute a join pg_class c on c.oid = a.attrelid
        join pg_namespace n on n.oid = c.relnamespace
        left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where c.relkind in ('v', 'm') and a.attnum > 0
        and (d.oid is not null or col_description(a.attrelid, a.attnum) is not null) and
      """;

  private record Columns(TreeMap<String, String> comments, TreeMap<String, String> defaults) {}

  @Override
  public void read(ReadContext context) throws SQLException {
    Map<Long, Columns> columns = new HashMap<>();
    context.each(
        COLUMNS + ReadContext.OWN_NAMESPACES,
        row -> {
          Columns of =
              columns.computeIfAbsent(
                  row.getLong(1), v -> new Columns(new TreeMap<>(), new TreeMap<>()));
          if (row.getString(3) != null) {
            of.comments().put(row.getString(2), row.getString(3));
          }
          if (row.getString(4) != null) {
            of.defaults().put("default." + row.getString(2), row.getString(4));
          }
        });
    Map<Long, List<Index>> indexes = indexes(context);
    context.each(
        QUERY + ReadContext.OWN_NAMESPACES + " order by 2, 3",
        row -> take(context, row, columns, indexes));
  }

  private static Map<Long, List<Index>> indexes(ReadContext context) throws SQLException {
    Map<Long, List<Index>> byView = new HashMap<>();
    for (IndexRows.Found found : context.indexes().values()) {
      byView.computeIfAbsent(found.relation(), r -> new ArrayList<>()).add(found.index());
    }
    return byView;
  }

  private static void take(
      ReadContext context,
      ResultSet row,
      Map<Long, Columns> columns,
      Map<Long, List<Index>> indexes)
      throws SQLException {
    long oid = row.getLong(1);
    if (context.leaveOutMember("pg_class", oid)) {
      return;
    }
    Columns of = columns.getOrDefault(oid, new Columns(new TreeMap<>(), new TreeMap<>()));
    boolean materialized = row.getString(4).equals("m");
    TreeMap<String, String> options = new TreeMap<>(of.defaults());
    context.owner(options, row.getString(5));
    if (materialized && !row.getBoolean(8)) {
      options.put("no data", "true");
    }
    put(options, "tablespace", row.getString(9));
    put(options, "access_method", row.getString(10));
    parameters(options, row);
    String query = row.getString(7).strip();
    context.add(
        new SchemaObject.View(
            context.name(row.getString(2), row.getString(3)),
            materialized,
            List.of(),
            query.endsWith(";") ? query.substring(0, query.length() - 1) : query,
            indexes.getOrDefault(oid, List.of()),
            of.comments(),
            Set.of(),
            Optional.ofNullable(row.getString(6)),
            options,
            false));
  }

  private static void parameters(TreeMap<String, String> options, ResultSet row)
      throws SQLException {
    if (row.getArray(11) == null) {
      return;
    }
    for (String parameter : (String[]) row.getArray(11).getArray()) {
      int equals = parameter.indexOf('=');
      String key = parameter.substring(0, equals);
      String value = parameter.substring(equals + 1);
      boolean flag = key.startsWith("security_");
      if (!flag) {
        options.put(key, value);
      } else if (Set.of("true", "on", "yes", "1").contains(value)) {
        options.put(key, "true");
      }
    }
  }

  private static void put(TreeMap<String, String> options, String key, String value) {
    if (value != null) {
      options.put(key, value);
    }
  }
}
