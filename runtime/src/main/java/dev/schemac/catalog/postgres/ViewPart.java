package dev.schemac.catalog.postgres;

import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.StorageParameters;
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

/** Views and materialised views; the indexes of the latter come from the part for tables. */
final class ViewPart implements CatalogPart {
  private static final String QUERY =
      """
      select c.oid::bigint, n.nspname, c.relname, c.relkind, pg_get_userbyid(c.relowner),
        obj_description(c.oid, 'pg_class'), pg_get_viewdef(c.oid), c.relispopulated,
        s.spcname, case when m.amname <> 'heap' then m.amname end, c.reloptions::text[],
        toast.reloptions::text[], c.relreplident::text
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
        left join pg_tablespace s on s.oid = c.reltablespace
        left join pg_am m on m.oid = c.relam
        left join pg_class toast on toast.oid = c.reltoastrelid
      where c.relkind in ('v', 'm') and
      """;

  private static final String COLUMNS =
      """
      select a.attrelid::bigint, a.attname, col_description(a.attrelid, a.attnum),
        pg_get_expr(d.adbin, d.adrelid),
        case when c.relkind = 'm' and a.attstorage <> ty.typstorage then a.attstorage::text end,
        COMPRESSION, nullif(a.attstattarget, -1), a.attoptions
      from pg_attribute a join pg_class c on c.oid = a.attrelid
        join pg_namespace n on n.oid = c.relnamespace join pg_type ty on ty.oid = a.atttypid
        left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where c.relkind in ('v', 'm') and a.attnum > 0 and not a.attisdropped and
      """;

  /** What is said of a view's columns: comments by column, settings as {@code default.c}. */
  private record Columns(TreeMap<String, String> comments, TreeMap<String, String> settings) {
    Columns() {
      this(new TreeMap<>(), new TreeMap<>());
    }

    void take(ResultSet row) throws SQLException {
      String name = row.getString(2);
      put(comments, name, row.getString(3));
      put(settings, "default." + name, row.getString(4));
      ColumnRows.settings(row, 5)
          .forEach(
              (key, value) -> {
                if (!key.equals(StorageParameters.ORDER)) {
                  settings.put(key + "." + name, value);
                }
              });
    }
  }

  @Override
  public void read(ReadContext context) throws SQLException {
    Map<Long, Columns> columns = new HashMap<>();
    String compression = context.since(14, "a.attcompression::text", "''");
    context.each(
        COLUMNS.replace("COMPRESSION", compression) + ReadContext.OWN_NAMESPACES,
        row -> columns.computeIfAbsent(row.getLong(1), v -> new Columns()).take(row));
    Map<Long, List<IndexRows.Found>> indexes = indexes(context);
    context.each(
        QUERY + ReadContext.OWN_NAMESPACES + " order by 2, 3",
        row -> take(context, row, columns, indexes));
  }

  private static Map<Long, List<IndexRows.Found>> indexes(ReadContext context) throws SQLException {
    Map<Long, List<IndexRows.Found>> byView = new HashMap<>();
    for (IndexRows.Found found : context.indexes().values()) {
      byView.computeIfAbsent(found.relation(), r -> new ArrayList<>()).add(found);
    }
    return byView;
  }

  private static void take(
      ReadContext context,
      ResultSet row,
      Map<Long, Columns> columns,
      Map<Long, List<IndexRows.Found>> indexes)
      throws SQLException {
    long oid = row.getLong(1);
    if (context.leaveOutMember("pg_class", oid)) {
      return;
    }
    Columns of = columns.getOrDefault(oid, new Columns());
    List<IndexRows.Found> found = indexes.getOrDefault(oid, List.of());
    boolean materialized = row.getString(4).equals("m");
    TreeMap<String, String> options = new TreeMap<>(of.settings());
    context.owner(options, row.getString(5));
    if (materialized && !row.getBoolean(8)) {
      options.put("no data", "true");
    }
    put(options, "tablespace", row.getString(9));
    put(options, "access_method", row.getString(10));
    StorageOptions.add(options, SqlList.array(row, 11), SqlList.array(row, 12));
    QName name = context.name(row.getString(2), row.getString(3));
    marks(context, name, found, options);
    if (materialized && "nf".contains(row.getString(13))) {
      options.put("replica_identity", row.getString(13).equals("n") ? "nothing" : "full");
    }
    String query = ResentText.of(row.getString(7).strip());
    context.add(
        new SchemaObject.View(
            name,
            materialized,
            List.of(),
            query.endsWith(";") ? query.substring(0, query.length() - 1) : query,
            found.stream().map(IndexRows.Found::index).toList(),
            of.comments(),
            Set.of(),
            Optional.ofNullable(row.getString(6)),
            options,
            false));
  }

  private static void marks(
      ReadContext context,
      QName view,
      List<IndexRows.Found> indexes,
      TreeMap<String, String> options) {
    for (IndexRows.Found found : indexes) {
      String index = "index " + view.withName(found.index().name());
      if (found.clustered()) {
        options.put("cluster", found.index().name());
      }
      if (found.replicaIdentity()) {
        options.put("replica_identity", found.index().name());
      }
      if (!found.valid()) {
        context.unsupported(index, "it is invalid");
      }
    }
  }

  private static void put(TreeMap<String, String> options, String key, String value) {
    if (value != null) {
      options.put(key, value);
    }
  }
}
