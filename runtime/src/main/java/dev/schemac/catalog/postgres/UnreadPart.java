package dev.schemac.catalog.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Names what is in the database and no other part has dealt with, so that nothing is passed over in
 * silence: every object that users can make, whatever its kind, and what is not read of others.
 */
final class UnreadPart implements CatalogPart {
  /** The server's own objects have smaller numbers (manual, "System Catalog Initial Data"). */
  private static final String OBJECTS =
      """
      with found (classid, objid) as (
        select 'pg_class'::regclass, oid from pg_class
          where relkind in ('r', 'p', 'v', 'm', 'f', 'S') and relpersistence <> 't'
        union all select 'pg_namespace'::regclass, oid from pg_namespace where nspname !~ '^pg_'
        union all select 'pg_type'::regclass, oid from pg_type
        union all select 'pg_proc'::regclass, oid from pg_proc p where not (OF_BASE_TYPE)
        union all select 'pg_trigger'::regclass, oid from pg_trigger
          where not tgisinternal and tgparentid = 0
        union all select 'pg_policy'::regclass, oid from pg_policy
        union all select 'pg_rewrite'::regclass, oid from pg_rewrite where rulename <> '_RETURN'
        union all select 'pg_event_trigger'::regclass, oid from pg_event_trigger
        union all select 'pg_statistic_ext'::regclass, oid from pg_statistic_ext
        union all select 'pg_extension'::regclass, oid from pg_extension
        union all select 'pg_publication'::regclass, oid from pg_publication
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
      )
      select k.relname, f.objid::bigint, i.type, i.identity
      from found f join pg_class k on k.oid = f.classid,
        pg_identify_object(f.classid, f.objid, 0) i
      where f.objid >= 16384 and coalesce(i.schema, '') !~ '^pg_temp_'
        and not exists (select from pg_depend d
          where d.classid = f.classid and d.objid = f.objid and d.deptype = 'i')
      order by i.type, i.identity
      """;

  /**
   * What initdb and extensions give is remembered in {@code pg_init_privs}; nothing is there where
   * they gave nothing beyond the built-in privileges.
   */
  private static final String OF_OTHERS =
      """
      with o (classid, oid, sub, acl, usual) as (
        select 'pg_class'::regclass, oid, 0, relacl,
          acldefault(case relkind when 'S' then 's' else 'r' end::"char", relowner)
          from pg_class where relkind in ('r', 'p', 'v', 'm', 'f', 'S')
        union all select 'pg_class'::regclass, attrelid, attnum, attacl, null::aclitem[]
          from pg_attribute where attnum > 0 and not attisdropped
        union all select 'pg_proc'::regclass, oid, 0, proacl, acldefault('f', proowner)
          from pg_proc
        union all select 'pg_type'::regclass, oid, 0, typacl, acldefault('T', typowner)
          from pg_type
        union all select 'pg_namespace'::regclass, oid, 0, nspacl, acldefault('n', nspowner)
          from pg_namespace where nspname <> 'public'
        union all select 'pg_language'::regclass, oid, 0, lanacl, acldefault('l', lanowner)
          from pg_language where oid >= 16384
        union all select 'pg_foreign_data_wrapper'::regclass, oid, 0, fdwacl,
          acldefault('F', fdwowner) from pg_foreign_data_wrapper
        union all select 'pg_foreign_server'::regclass, oid, 0, srvacl, acldefault('S', srvowner)
          from pg_foreign_server)
      select i.type, i.identity, e.extname,
        case when x.grantee = 0 then 'public' else pg_get_userbyid(x.grantee) end
      from o left join pg_init_privs p on p.classoid = o.classid and p.objoid = o.oid
          and p.objsubid = o.sub
        left join pg_depend d on d.classid = o.classid and d.objid = o.oid and d.objsubid = 0
          and d.refclassid = 'pg_extension'::regclass and d.deptype = 'e'
        left join pg_extension e on e.oid = d.refobjid
        cross join lateral (
          select distinct y.grantee from (
            select z.grantee, z.privilege_type, z.is_grantable, z.early from (
              select a.*, false as early from aclexplode(coalesce(o.acl, o.usual)) a
              union all
              select a.*, true from aclexplode(coalesce(p.initprivs, o.usual)) a) z
            group by 1, 2, 3, 4) y
          group by y.grantee, y.privilege_type, y.is_grantable having count(*) = 1) x
        cross join lateral pg_identify_object(o.classid, o.oid, o.sub) i
      where o.acl is distinct from p.initprivs and (o.oid < 16384 or e.oid is not null)
        and i.identity !~ '^information_schema'
      order by 1, 2, 4
      """;

  /** {@code ALTER … DEPENDS ON EXTENSION}. */
  private static final String OF_EXTENSIONS =
      """
      select i.type, i.identity, e.extname
      from pg_depend d join pg_extension e on e.oid = d.refobjid,
        pg_identify_object(d.classid, d.objid, d.objsubid) i
      where d.refclassid = 'pg_extension'::regclass and d.deptype = 'x'
      order by 1, 2
      """;

  @Override
  public void read(ReadContext context) throws SQLException {
    context.each(
        OBJECTS.replace("OF_BASE_TYPE", RoutinePart.OF_BASE_TYPE), row -> object(context, row));
    context.each(
        OF_OTHERS,
        row ->
            context.unsupported(
                "privileges of "
                    + row.getString(4)
                    + " on "
                    + row.getString(1)
                    + " "
                    + row.getString(2),
                row.getString(3) == null
                    ? "it is the system's, and schemac leaves that alone"
                    : "it is extension "
                        + row.getString(3)
                        + "'s, and they are not what it gives"));
    context.each(
        OF_EXTENSIONS,
        row ->
            context.unsupported(
                row.getString(1) + " " + row.getString(2),
                "that it depends on extension " + row.getString(3) + " is not read"));
  }

  private static void object(ReadContext context, ResultSet row) throws SQLException {
    String catalogue = row.getString(1);
    long oid = row.getLong(2);
    if (!context.isDealt(catalogue, oid) && !context.leaveOutMember(catalogue, oid)) {
      context.unsupported(row.getString(3) + " " + row.getString(4), "it is not read yet");
    }
  }
}
