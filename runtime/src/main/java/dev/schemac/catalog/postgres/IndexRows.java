package dev.schemac.catalog.postgres;

import dev.schemac.model.Index;
import dev.schemac.model.KeyPart;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All indexes in one query. */
final class IndexRows {
  /** In order first, so that what is wide and costly is put together row by row. */
  private static final String QUERY =
      """
      select i.indrelid::bigint, i.indexrelid::bigint, i.relname, i.indisunique, i.indisvalid,
        i.indisclustered, i.indisreplident, i.indkey::text, i.indnkeyatts, i.amname,
        pg_catalog.pg_get_indexdef(i.indexrelid),
        case when i.indexprs is not null then
          array(select case i.indkey[k - 1] when 0 then
              pg_catalog.pg_get_indexdef(i.indexrelid, k, false) else '' end
            from generate_series(1, i.indnkeyatts) k order by k) end,
        pg_catalog.pg_get_expr(i.indpred, i.indrelid), NULLS_NOT_DISTINCT, i.reloptions, i.spcname,
        i.description,
        i.indexrelid in (select k.conindid from pg_catalog.pg_constraint k
          where k.contype in ('p', 'u', 'x')),
        i.inhparent::bigint,
        case when i.indexprs is not null then
          (select string_agg(st.attnum || '=' || st.attstattarget, ',' order by st.attnum)
           from pg_catalog.pg_attribute st
           where st.attrelid = i.indexrelid and st.attstattarget >= 0) end
      from (select i.*, ic.relname, am.amname, ic.reloptions, ts.spcname, d.description,
        inh.inhparent
      from pg_catalog.pg_index i
      join pg_catalog.pg_class ic on ic.oid = i.indexrelid
      join pg_catalog.pg_class t on t.oid = i.indrelid
      join pg_catalog.pg_namespace n on n.oid = t.relnamespace
      join pg_catalog.pg_am am on am.oid = ic.relam
      left join pg_catalog.pg_tablespace ts on ts.oid = ic.reltablespace
      left join pg_catalog.pg_inherits inh on inh.inhrelid = i.indexrelid
      left join pg_catalog.pg_description d on d.objoid = i.indexrelid
        and d.classoid = 'pg_catalog.pg_class'::regclass and d.objsubid = 0
      where t.relkind in ('r', 'p', 'm') and OWN
      order by n.nspname, ic.relname
      offset 0) i
      """;

  /**
   * One index.
   *
   * @param relation the oid of its table or materialised view
   * @param parent the oid of the partitioned index that it is a part of, else 0
   * @param ofConstraint whether it stands behind a constraint
   */
  record Found(
      long oid,
      long relation,
      Index index,
      boolean ofConstraint,
      long parent,
      boolean valid,
      boolean clustered,
      boolean replicaIdentity) {}

  private IndexRows() {}

  static String query(ReadContext context) {
    return QUERY
        .replace("NULLS_NOT_DISTINCT", context.since(15, "i.indnullsnotdistinct", "false"))
        .replace("OWN", ReadContext.OWN_NAMESPACES);
  }

  static Map<Long, Found> read(ReadContext context) throws SQLException {
    Map<Long, Found> found = new LinkedHashMap<>();
    List<RawIndex> raw = new ArrayList<>();
    context.each(query(context), row -> raw.add(RawIndex.of(row)));
    for (RawIndex one : raw) {
      found.put(one.oid(), one.found(context));
    }
    return found;
  }

  /** A row before the names of its columns are known. */
  private record RawIndex(
      long relation,
      long oid,
      Index withoutParts,
      boolean valid,
      boolean clustered,
      boolean replicaIdentity,
      List<Integer> keys,
      int keyCount,
      String definition,
      List<String> keyTexts,
      boolean ofConstraint,
      long parent) {

    static RawIndex of(ResultSet row) throws SQLException {
      TreeMap<String, String> options = new TreeMap<>(StorageOptions.of(SqlList.array(row, 15)));
      if (row.getString(16) != null) {
        options.put("tablespace", row.getString(16));
      }
      if (row.getString(20) != null) {
        options.put("statistics", row.getString(20));
      }
      boolean ofConstraint = row.getBoolean(18);
      if (ofConstraint && row.getString(17) != null) {
        options.put("index_comment", row.getString(17));
      }
      Index index =
          new Index(
              row.getString(3),
              row.getBoolean(4),
              row.getString(10),
              List.of(),
              List.of(),
              ReadContext.sql(row.getString(13)),
              row.getBoolean(14),
              Optional.ofNullable(row.getString(17)),
              options);
      return new RawIndex(
          row.getLong(1),
          row.getLong(2),
          index,
          row.getBoolean(5),
          row.getBoolean(6),
          row.getBoolean(7),
          SqlList.numbers(row.getString(8)),
          row.getInt(9),
          row.getString(11),
          SqlList.array(row, 12),
          ofConstraint,
          row.getLong(19));
    }

    Found found(ReadContext context) throws SQLException {
      Map<Integer, String> names = context.columnNames(relation);
      List<KeyPart> parts = IndexParts.of(definition, keyCount, keyTexts, keys, names);
      List<String> include = keys.subList(keyCount, keys.size()).stream().map(names::get).toList();
      Index index =
          new Index(
              withoutParts.name(),
              withoutParts.unique(),
              withoutParts.method(),
              parts,
              include,
              withoutParts.predicate(),
              withoutParts.nullsNotDistinct(),
              withoutParts.comment(),
              withoutParts.options());
      return new Found(
          oid, relation, index, ofConstraint, parent, valid, clustered, replicaIdentity);
    }
  }
}
