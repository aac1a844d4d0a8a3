package dev.schemac.catalog.postgres;

import dev.schemac.catalog.SizeReader;
import dev.schemac.catalog.TableSizes.Size;
import dev.schemac.model.QName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sizes as PostgreSQL's planner sees them: the rows a page at the last {@code ANALYZE}, times the
 * pages of today (manual, "Statistics Used by the Planner"); what was never analysed is as large as
 * the counters of writes say.
 */
public final class PostgresSizeReader implements SizeReader {
  private static final String QUERY =
      """
      select case when n.nspname = current_schema() then '' else n.nspname end, c.relname,
        sum(coalesce(s.rows, 0))::bigint, sum(coalesce(s.bytes, 0))::bigint,
        sum(coalesce(s.index_bytes, 0))::bigint
      from pg_catalog.pg_class c
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      left join lateral (
        select c.oid as relid where c.relkind <> 'p'
        union all
        select p.relid from pg_catalog.pg_partition_tree(c.oid) p where c.relkind = 'p' and p.isleaf
      ) leaf on true
      left join lateral (
        select pg_catalog.pg_table_size(l.oid) as bytes, pg_catalog.pg_indexes_size(l.oid) as index_bytes,
          round(case
            when l.reltuples < 0 or l.relpages = 0 then coalesce(pg_catalog.pg_stat_get_live_tuples(l.oid), 0)
            else l.reltuples / l.relpages
              * (pg_catalog.pg_relation_size(l.oid) / current_setting('block_size')::int)
            end) as rows
        from pg_catalog.pg_class l where l.oid = leaf.relid and l.relkind in ('r', 'm')
      ) s on true
      where c.relkind in ('r', 'p', 'm') and OWN
      group by 1, 2
      """;

  @Override
  public SortedMap<QName, Size> read(Connection connection) throws SQLException {
    SortedMap<QName, Size> sizes = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(QUERY.replace("OWN", ReadContext.OWN_NAMESPACES))) {
      while (row.next()) {
        sizes.put(
            new QName(row.getString(1), row.getString(2)),
            new Size(row.getLong(3), row.getLong(4), row.getLong(5)));
      }
    }
    return sizes;
  }
}
