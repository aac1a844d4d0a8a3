package dev.schemac.catalog.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Names what is in the database and no other part reads, so that nothing is passed over in silence:
 * every object that users can make, and the privileges on those that are read. A part that learns a
 * kind takes its line out of the query.
 */
final class UnreadPart implements CatalogPart {
  /** The server's own objects have smaller numbers (manual, "System Catalog Initial Data"). */
  private static final String OBJECTS =
      """
      with found (classid, objid) as (
        select 'pg_class'::regclass, oid from pg_class where relkind in ('v', 'm', 'f')
        union all select 'pg_type'::regclass, oid from pg_type
        union all select 'pg_proc'::regclass, oid from pg_proc
        union all select 'pg_trigger'::regclass, oid from pg_trigger where not tgisinternal and tgparentid = 0
        union all select 'pg_policy'::regclass, oid from pg_policy
        union all select 'pg_rewrite'::regclass, oid from pg_rewrite where rulename <> '_RETURN'
        union all select 'pg_event_trigger'::regclass, oid from pg_event_trigger
        union all select 'pg_statistic_ext'::regclass, oid from pg_statistic_ext
        union all select 'pg_extension'::regclass, oid from pg_extension
        union all select 'pg_publication'::regclass, oid from pg_publication
        union all select 'pg_subscription'::regclass, oid from pg_subscription
          where subdbid = (select oid from pg_database where datname = current_database())
        union all select 'pg_foreign_data_wrapper'::regclass, oid from pg_foreign_data_wrapper
        union all select 'pg_foreign_server'::regclass, oid from pg_foreign_server
        union all select 'pg_user_mapping'::regclass, umid from pg_user_mappings
        union all select 'pg_cast'::regclass, oid from pg_cast
        union all select 'pg_operator'::regclass, oid from pg_operator where oprcode <> 0
        union all select 'pg_opclass'::regclass, oid from pg_opclass
        union all select 'pg_opfamily'::regclass, oid from pg_opfamily
        union all select 'pg_collation'::regclass, oid from pg_collation
        union all select 'pg_conversion'::regclass, oid from pg_conversion
        union all select 'pg_ts_parser'::regclass, oid from pg_ts_parser
        union all select 'pg_ts_dict'::regclass, oid from pg_ts_dict
        union all select 'pg_ts_template'::regclass, oid from pg_ts_template
        union all select 'pg_ts_config'::regclass, oid from pg_ts_config
        union all select 'pg_language'::regclass, oid from pg_language
        union all select 'pg_transform'::regclass, oid from pg_transform
        union all select 'pg_am'::regclass, oid from pg_am
        union all select 'pg_default_acl'::regclass, oid from pg_default_acl
        union all select 'pg_largeobject'::regclass, oid from pg_largeobject_metadata
      )
      select f.classid::text, f.objid::bigint, i.type, i.identity
      from found f, pg_identify_object(f.classid, f.objid, 0) i
      where f.objid >= 16384
        and not exists (select from pg_depend d
          where d.classid = f.classid and d.objid = f.objid and d.deptype = 'i')
      order by i.type, i.identity
      """;

  private static final String PROPERTIES =
      """
      select 'pg_class', c.oid::bigint, i.type, i.identity, 'its privileges are not read yet'
      from pg_class c join pg_namespace n on n.oid = c.relnamespace,
        pg_identify_object('pg_class'::regclass, c.oid, 0) i
      where c.relkind in ('r', 'p', 'S') and OWN and (c.relacl is not null
        or exists (select from pg_attribute a where a.attrelid = c.oid and a.attacl is not null))
      union all
      select 'pg_class', c.oid::bigint, i.type, i.identity,
        'it is a partition, and what it has of its own is not read as a whole yet'
      from pg_class c join pg_namespace n on n.oid = c.relnamespace,
        pg_identify_object('pg_class'::regclass, c.oid, 0) i
      where c.relkind in ('r', 'p') and OWN and c.relispartition
      union all
      select 'pg_class', c.oid::bigint, i.type, i.identity,
        'it inherits, and what it has of its parents is not told from its own yet'
      from pg_class c join pg_namespace n on n.oid = c.relnamespace,
        pg_identify_object('pg_class'::regclass, c.oid, 0) i
      where c.relkind = 'r' and OWN and not c.relispartition
        and exists (select from pg_inherits h where h.inhrelid = c.oid)
      union all
      select 'pg_namespace', n.oid::bigint, 'schema', quote_ident(n.nspname), 'its privileges are not read yet'
      from pg_namespace n
      where OWN and n.nspacl is not null and n.nspname <> 'public'
      union all
      select 'pg_seclabel', 0, s.objtype, s.objname, 'its security label is not read'
      from pg_seclabels s
      order by 3, 4, 5
      """;

  @Override
  public void read(ReadContext context) throws SQLException {
    context.each(OBJECTS, row -> name(context, row, "it is not read yet"));
    context.each(
        PROPERTIES.replace("OWN", "(" + ReadContext.OWN_NAMESPACES + ")"),
        row -> name(context, row, row.getString(5)));
  }

  private static void name(ReadContext context, ResultSet row, String reason) throws SQLException {
    if (!context.leaveOutMember(row.getString(1), row.getLong(2))) {
      context.unsupported(row.getString(3) + " " + row.getString(4), reason);
    }
  }
}
