package dev.schemac.golden;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** PostgreSQL's catalogue: everything outside the system schemas that no extension brought. */
final class PostgresCatalogueText {
  private PostgresCatalogueText() {}

  /** Each query gives name and text of one kind of object. */
  private static final List<String> QUERIES =
      List.of(
          """
          select 'namespace ' || nspname,
            concat_ws(', ', pg_get_userbyid(nspowner), (select string_agg(x::text, ' ' order by x::text) from unnest(nspacl) x),
              'comment ' || quote_literal(obj_description(oid, 'pg_namespace')))
          from user_namespace
          """,
          """
          select 'extension ' || extname,
            concat_ws(', ', extversion, n.nspname,
              'comment ' || quote_literal(obj_description(e.oid, 'pg_extension')))
          from pg_extension e join pg_namespace n on n.oid = e.extnamespace where extname <> 'plpgsql'
          """,
          """
          select 'type ' || t.oid::regtype,
            concat_ws(', ', t.typtype, pg_get_userbyid(t.typowner), (select string_agg(x::text, ' ' order by x::text) from unnest(t.typacl) x),
              (select 'values ' || string_agg(quote_literal(enumlabel), ', ' order by enumsortorder) from pg_enum where enumtypid = t.oid),
              case when t.typtype = 'd' then format_type(t.typbasetype, t.typtypmod) end,
              case when t.typnotnull then 'not null' end, 'default ' || t.typdefault,
              (select 'collate ' || collname from pg_collation c, pg_type b where c.oid = t.typcollation and b.oid = t.typbasetype and b.typcollation <> t.typcollation),
              (select string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod), ', ' order by a.attnum)
               from pg_attribute a join pg_class k on k.oid = a.attrelid where t.typtype = 'c' and k.oid = t.typrelid),
              (select 'subtype ' || rngsubtype::regtype from pg_range where rngtypid = t.oid),
              'comment ' || quote_literal(obj_description(t.oid, 'pg_type')))
          from pg_type t join user_namespace n on n.oid = t.typnamespace
          where (t.typtype in ('e', 'd', 'r') or t.typtype = 'c' and exists (select 1 from pg_class k where k.oid = t.typrelid and k.relkind = 'c'))
            and not exists (select 1 from from_extension x where x.objid = t.oid)
          """,
          """
          select 'constraint ' || c.conname || ' on ' || coalesce(nullif(c.conrelid, 0)::regclass::text, c.contypid::regtype::text),
            concat_ws(', ', pg_get_constraintdef(c.oid), case when not c.convalidated then 'not valid' end, case when c.connoinherit and c.contype in ('c', 'n') then 'no inherit' end,
              'comment ' || quote_literal(obj_description(c.oid, 'pg_constraint')))
          from pg_constraint c join user_namespace n on n.oid = c.connamespace
          where c.contype not in ('t', 'n') and not (c.contype = 'f' and c.conparentid <> 0) or c.contype = 'n' and c.conname not like '%\\_not\\_null%'
          """,
          """
          select 'sequence ' || s.seqrelid::regclass,
            concat_ws(', ', format_type(s.seqtypid, null), 'start ' || seqstart, 'increment ' || seqincrement, 'min ' || seqmin, 'max ' || seqmax, 'cache ' || seqcache,
              case when seqcycle then 'cycle' end, k.relpersistence, pg_get_userbyid(k.relowner), (select string_agg(x::text, ' ' order by x::text) from unnest(k.relacl) x),
              (select 'owned by ' || d.refobjid::regclass || '.' || a.attname || ' ' || d.deptype::text from pg_depend d join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
               where d.classid = 'pg_class'::regclass and d.objid = s.seqrelid and d.refclassid = 'pg_class'::regclass and d.deptype in ('a', 'i')),
              'comment ' || quote_literal(obj_description(s.seqrelid, 'pg_class')))
          from pg_sequence s join pg_class k on k.oid = s.seqrelid join user_namespace n on n.oid = k.relnamespace
          where not exists (select 1 from from_extension x where x.objid = k.oid)
          """,
          """
          select case k.relkind when 'v' then 'view ' when 'm' then 'materialized view ' else 'table ' end || k.oid::regclass,
            concat_ws(', ', k.relkind, k.relpersistence, pg_get_userbyid(k.relowner), (select string_agg(x::text, ' ' order by x::text) from unnest(k.relacl) x
                where k.relacl::text[] @> acldefault('r', k.relowner)::text[] is not true or cardinality(k.relacl) > 1), k.reloptions::text,
              (select 'toast ' || t.reloptions::text from pg_class t where t.oid = k.reltoastrelid),
              (select amname from pg_am where pg_am.oid = k.relam), (select spcname from pg_tablespace s where s.oid = k.reltablespace),
              case when k.relrowsecurity then 'row security' end, case when k.relforcerowsecurity then 'forced' end,
              case when k.relreplident <> 'd' and k.relkind in ('r', 'p') then 'replica identity ' || k.relreplident::text end,
              case when k.relkind = 'm' and not k.relispopulated then 'not populated' end,
              case when k.relkind = 'p' then pg_get_partkeydef(k.oid) end, pg_get_expr(k.relpartbound, k.oid),
              (select 'inherits ' || string_agg(i.inhparent::regclass::text, ', ' order by i.inhseqno) from pg_inherits i where i.inhrelid = k.oid),
              case when k.relkind in ('v', 'm') then pg_get_viewdef(k.oid) end,
              'comment ' || quote_literal(obj_description(k.oid, 'pg_class')))
          from pg_class k join user_namespace n on n.oid = k.relnamespace
          where k.relkind in ('r', 'p', 'v', 'm', 'f') and not exists (select 1 from from_extension x where x.objid = k.oid)
          """,
          """
          select 'column ' || k.oid::regclass || '.' || a.attname,
            concat_ws(', ', format_type(a.atttypid, a.atttypmod), case when a.attnotnull then 'not null' end,
              case when a.attgenerated <> '' then 'generated ' || a.attgenerated::text end, 'default ' || pg_get_expr(d.adbin, d.adrelid),
              case when a.attidentity <> '' then 'identity ' || a.attidentity::text end,
              case when a.attcollation <> t.typcollation then 'collate ' || a.attcollation::regcollation end,
              case when a.attstorage <> t.typstorage then 'storage ' || a.attstorage::text end,
              case when a.attcompression <> '' then 'compression ' || a.attcompression::text end,
              case when a.attstattarget >= 0 then 'statistics ' || a.attstattarget end, a.attoptions::text, (select string_agg(x::text, ' ' order by x::text) from unnest(a.attacl) x),
              'comment ' || quote_literal(col_description(k.oid, a.attnum)))
          from pg_attribute a join pg_class k on k.oid = a.attrelid join user_namespace n on n.oid = k.relnamespace
            join pg_type t on t.oid = a.atttypid left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
          where k.relkind in ('r', 'p', 'v', 'm', 'f') and a.attnum > 0 and not a.attisdropped
            and not exists (select 1 from from_extension x where x.objid = k.oid)
          """,
          """
          select 'index ' || i.indexrelid::regclass || ' on ' || i.indrelid::regclass,
            concat_ws(', ', pg_get_indexdef(i.indexrelid), case when not i.indisvalid then 'INVALID' end, case when not i.indisready then 'NOT READY' end,
              case when i.indisclustered then 'clustered' end, case when i.indisreplident then 'replica identity' end, case when not i.indimmediate then 'deferrable' end,
              (select spcname from pg_tablespace s where s.oid = k.reltablespace),
              'comment ' || quote_literal(obj_description(i.indexrelid, 'pg_class')))
          from pg_index i join pg_class k on k.oid = i.indexrelid join user_namespace n on n.oid = k.relnamespace
          where not exists (select 1 from from_extension x where x.objid = i.indrelid)
          """,
          """
          select 'routine ' || p.oid::regprocedure,
            concat_ws(', ', case when p.prokind in ('f', 'p') then pg_get_functiondef(p.oid) else 'aggregate ' || (select aggtransfn::text from pg_aggregate where aggfnoid = p.oid) end,
              pg_get_userbyid(p.proowner), (select string_agg(x::text, ' ' order by x::text) from unnest(p.proacl) x), 'comment ' || quote_literal(obj_description(p.oid, 'pg_proc')))
          from pg_proc p join user_namespace n on n.oid = p.pronamespace where not exists (select 1 from from_extension x where x.objid = p.oid)
          """,
          """
          select 'trigger ' || g.tgname || ' on ' || g.tgrelid::regclass,
            concat_ws(', ', pg_get_triggerdef(g.oid), g.tgenabled, 'comment ' || quote_literal(obj_description(g.oid, 'pg_trigger')))
          from pg_trigger g join pg_class k on k.oid = g.tgrelid join user_namespace n on n.oid = k.relnamespace where not g.tgisinternal
          """,
          """
          select 'policy ' || p.polname || ' on ' || p.polrelid::regclass,
            concat_ws(', ', p.polcmd, case when p.polpermissive then 'permissive' else 'restrictive' end,
              (select string_agg(coalesce(r.rolname, 'public'), ' ' order by r.rolname) from unnest(p.polroles) x(role) left join pg_roles r on r.oid = x.role),
              'using ' || pg_get_expr(p.polqual, p.polrelid), 'check ' || pg_get_expr(p.polwithcheck, p.polrelid),
              'comment ' || quote_literal(obj_description(p.oid, 'pg_policy')))
          from pg_policy p
          """,
          """
          select 'rule ' || r.rulename || ' on ' || r.ev_class::regclass, pg_get_ruledef(r.oid)
          from pg_rewrite r join pg_class k on k.oid = r.ev_class join user_namespace n on n.oid = k.relnamespace where r.rulename <> '_RETURN'
          """,
          """
          select 'statistics ' || s.stxnamespace::regnamespace || '.' || s.stxname, pg_get_statisticsobjdef(s.oid) from pg_statistic_ext s
          """,
          """
          select 'event trigger ' || evtname, concat_ws(', ', evtevent, evtfoid::regprocedure::text, evtenabled) from pg_event_trigger
          """,
          """
          select 'default privileges ' || pg_get_userbyid(defaclrole) || ' ' || defaclobjtype::text || ' ' || coalesce(nullif(defaclnamespace, 0)::regnamespace::text, ''), (select string_agg(x::text, ' ' order by x::text) from unnest(defaclacl) x)
          from pg_default_acl
          """);

  private static final String COMMON =
      """
      with user_namespace as (
        select * from pg_namespace where nspname <> 'information_schema' and nspname !~ '^pg_'),
      from_extension as (select objid from pg_depend where deptype = 'e')
      """;

  static SortedMap<String, String> of(Connection connection) {
    List<List<String>> rows = new ArrayList<>();
    for (String query : QUERIES) {
      rows.addAll(Query.rows(connection, COMMON + query));
    }
    return CatalogueText.collect(rows);
  }
}
