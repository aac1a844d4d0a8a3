package dev.schemac.catalog.postgres;

import java.util.List;

/** Foreign data, publications, statistics and rules. */
final class NativeRelations {
  private NativeRelations() {}

  static List<NativeQuery> of(int version) {
    String publication =
        PUBLICATION
            .replace(
                "/* columns */",
                version >= 15
                    ? """
                    || coalesce(' (' || (select string_agg(quote_ident(a.attname), ', '
                      order by a.attname) from pg_attribute a where a.attrelid = r.prrelid
                      and a.attnum = any (r.prattrs)) || ')', '')
                    || coalesce(' WHERE (' || pg_get_expr(r.prqual, r.prrelid) || ')', '')\
                    """
                    : "")
            .replace(
                "/* whole */",
                version >= 15
                    ? """
                    and coalesce(r.prattrs::text, r.prqual::text, o.prattrs::text, o.prqual::text)
                      is null\
                    """
                    : "")
            .replace(
                "/* schemas */",
                version >= 15
                    ? """
                    , (select string_agg('TABLES IN SCHEMA ' || quote_ident(s.nspname), ', '
                      order by s.nspname) from pg_publication_namespace pn join pg_namespace s
                      on s.oid = pn.pnnspid where pn.pnpubid = p.oid)\
                    """
                    : "")
            .replace(
                "/* generated */",
                version >= 18
                    ? """
                    , case p.pubgencols when 's' then 'publish_generated_columns = stored' end\
                    """
                    : "");
    return List.of(
        new NativeQuery("foreign data wrapper", WRAPPER),
        new NativeQuery("server", SERVER),
        new NativeQuery("user mapping", MAPPING),
        new NativeQuery(
            "foreign table",
            FOREIGN_TABLE.replace("/* not null */", version >= 18 ? NOT_NULL : PLAIN_NOT_NULL)),
        new NativeQuery("publication", publication),
        new NativeQuery("statistics", STATISTICS),
        new NativeQuery("rule", RULE));
  }

  private static final String OPTIONS =
      """
      coalesce(' OPTIONS (' || (select string_agg(quote_ident(o.option_name) || ' '
        || quote_literal(o.option_value), ', ' order by o.option_name)
        from pg_options_to_table($) o) || ')', '')\
      """;

  private static String options(String column) {
    return OPTIONS.replace("$", column);
  }

  private static final String WRAPPER =
      """
      select '', w.fdwname, 'CREATE FOREIGN DATA WRAPPER ' || quote_ident(w.fdwname)
          || case when w.fdwhandler <> 0 then ' HANDLER ' || w.fdwhandler::regproc else '' end
          || case when w.fdwvalidator <> 0 then ' VALIDATOR ' || w.fdwvalidator::regproc
            else '' end
          ||
      """
          + options("w.fdwoptions")
          + """
              , 'DROP FOREIGN DATA WRAPPER ' || quote_ident(w.fdwname), pg_get_userbyid(w.fdwowner),
            obj_description(w.oid, 'pg_foreign_data_wrapper'), 'pg_foreign_data_wrapper'::regclass,
            w.oid
          from pg_foreign_data_wrapper w
          """;

  private static final String SERVER =
      """
      select '', s.srvname, 'CREATE SERVER ' || quote_ident(s.srvname)
          || coalesce(' TYPE ' || quote_literal(s.srvtype), '')
          || coalesce(' VERSION ' || quote_literal(s.srvversion), '')
          || ' FOREIGN DATA WRAPPER ' || quote_ident(w.fdwname)
          ||
      """
          + options("s.srvoptions")
          + """
              , 'DROP SERVER ' || quote_ident(s.srvname), pg_get_userbyid(s.srvowner),
            obj_description(s.oid, 'pg_foreign_server'), 'pg_foreign_server'::regclass, s.oid
          from pg_foreign_server s join pg_foreign_data_wrapper w on w.oid = s.srvfdw
          """;

  /** Without the passwords: a file is no place for them. */
  private static final String MAPPING =
      """
      select '', m.usename || ' server ' || m.srvname, 'CREATE USER MAPPING FOR '
          || case when m.umuser = 0 then 'PUBLIC' else quote_ident(m.usename) end
          || ' SERVER ' || quote_ident(m.srvname)
          || coalesce(' OPTIONS (' || (select string_agg(quote_ident(o.option_name) || ' '
            || quote_literal(o.option_value), ', ' order by o.option_name)
            from pg_options_to_table(m.umoptions) o
            where o.option_name not like '%password%') || ')', ''),
        'DROP USER MAPPING FOR '
          || case when m.umuser = 0 then 'PUBLIC' else quote_ident(m.usename) end
          || ' SERVER ' || quote_ident(m.srvname),
        null, null, 'pg_user_mapping'::regclass, m.umid
      from pg_user_mappings m
      """;

  private static final String PLAIN_NOT_NULL =
      "case when a.attnotnull then ' NOT NULL' else '' end";

  /** From 18 on a constraint, whose name is the server's own or not. */
  private static final String NOT_NULL =
      """
      coalesce((select case when k.conname <> c.relname || '_' || a.attname || '_not_null'
          then ' CONSTRAINT ' || quote_ident(k.conname) else '' end || ' NOT NULL'
          || case when k.connoinherit then ' NO INHERIT' else '' end
        from pg_constraint k where k.conrelid = c.oid and k.contype = 'n' and k.conislocal
          and k.conkey[1] = a.attnum), '')\
      """;

  private static final String FOREIGN_TABLE =
      """
      select n.nspname, c.relname, 'CREATE FOREIGN TABLE ' || c.oid::regclass
          || coalesce(' PARTITION OF ' || (select i.inhparent::regclass from pg_inherits i
            where i.inhrelid = c.oid and c.relispartition), '')
          || case when c.relispartition and not exists (select from pg_constraint k
            where k.conrelid = c.oid and k.contype = 'c' and k.conislocal) then ''
            else ' (' || concat_ws(',', (
              select string_agg(E'\\n  ' || quote_ident(a.attname) || ' '
                  || format_type(a.atttypid, a.atttypmod)
                  ||
      """
          + options("a.attfdwoptions")
          + """
                      || case when a.attcollation <> 0 and a.attcollation <> y.typcollation
                        then ' COLLATE ' || a.attcollation::regcollation else '' end
                      || case when a.attgenerated <> '' then ' GENERATED ALWAYS AS ('
                        || pg_get_expr(d.adbin, d.adrelid)
                        || case a.attgenerated when 's' then ') STORED' else ') VIRTUAL' end
                        else coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '') end
                      || /* not null */,
                    ',' order by a.attnum)
                  from pg_attribute a join pg_type y on y.oid = a.atttypid
                    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                  where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                    and a.attislocal and not c.relispartition), (
                  select string_agg(E'\\n  CONSTRAINT ' || quote_ident(k.conname) || ' '
                    || pg_get_constraintdef(k.oid), ',' order by k.conname)
                  from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and k.conislocal))
                || E'\\n)' end
              || case when c.relispartition then ' ' || pg_get_expr(c.relpartbound, c.oid)
                else coalesce(' INHERITS (' || (select string_agg(i.inhparent::regclass::text, ', '
                  order by i.inhseqno) from pg_inherits i where i.inhrelid = c.oid) || ')', '') end
              || ' SERVER ' || quote_ident(s.srvname)
              ||
          """
          + options("f.ftoptions")
          + """
              || coalesce((
                select string_agg(E';\\nCOMMENT ON COLUMN ' || c.oid::regclass || '.'
                  || quote_ident(a.attname) || ' IS ' || quote_literal(d.description), ''
                  order by a.attnum)
                from pg_attribute a
                  join pg_description d on d.classoid = 'pg_class'::regclass and d.objoid = c.oid
                    and d.objsubid = a.attnum
                where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped), '')
              || coalesce((
                select string_agg(E';\\nALTER FOREIGN TABLE ' || c.oid::regclass
                  || ' ALTER COLUMN ' || quote_ident(a.attname) || s.change, ''
                  order by a.attnum, s.place)
                from pg_attribute a join pg_type y on y.oid = a.atttypid
                left join pg_attrdef own on own.adrelid = a.attrelid and own.adnum = a.attnum
                cross join lateral (
                  select count(*) > 0 as heir, bool_or(p.attnotnull) as not_null,
                    min(pg_get_expr(d.adbin, d.adrelid)) as value
                  from pg_inherits i join pg_attribute p on p.attrelid = i.inhparent
                    and p.attname = a.attname and not p.attisdropped
                  left join pg_attrdef d on d.adrelid = p.attrelid and d.adnum = p.attnum
                  where i.inhrelid = c.oid and not a.attislocal) parent
                cross join lateral (
                  select 1, ' OPTIONS (' || (select string_agg('ADD ' || quote_ident(o.option_name)
                    || ' ' || quote_literal(o.option_value), ', ' order by o.option_name)
                    from pg_options_to_table(a.attfdwoptions) o) || ')'
                  where parent.heir and a.attfdwoptions is not null
                  union all
                  select 2, coalesce(' SET DEFAULT ' || pg_get_expr(own.adbin, own.adrelid),
                    ' DROP DEFAULT')
                  where parent.heir and a.attgenerated = '' and parent.value
                    is distinct from pg_get_expr(own.adbin, own.adrelid)
                  union all
                  select 3, ' SET NOT NULL' where parent.heir and a.attnotnull
                    and not parent.not_null
                  union all
                  select 4, ' SET STATISTICS ' || a.attstattarget where a.attstattarget >= 0
                  union all
                  select 5, ' SET (' || array_to_string(a.attoptions, ', ') || ')'
                  where a.attoptions is not null
                  union all
                  select 6, ' SET STORAGE ' || case a.attstorage when 'p' then 'PLAIN'
                    when 'e' then 'EXTERNAL' when 'm' then 'MAIN' else 'EXTENDED' end
                  where a.attstorage <> y.typstorage) s (place, change)
                where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped), '')
              || coalesce((
                select string_agg(E';\\nCOMMENT ON CONSTRAINT ' || quote_ident(k.conname) || ' ON '
                  || c.oid::regclass || ' IS ' || quote_literal(d.description), ''
                  order by k.conname)
                from pg_constraint k join pg_description d
                  on d.classoid = 'pg_constraint'::regclass and d.objoid = k.oid
                where k.conrelid = c.oid), ''),
            'DROP FOREIGN TABLE ' || c.oid::regclass, pg_get_userbyid(c.relowner),
            obj_description(c.oid, 'pg_class'), 'pg_class'::regclass, c.oid
          from pg_foreign_table f join pg_class c on c.oid = f.ftrelid
            join pg_namespace n on n.oid = c.relnamespace join pg_foreign_server s on s.oid = f.ftserver
          """;

  private static final String PUBLICATION =
      """
      select '', p.pubname, 'CREATE PUBLICATION ' || quote_ident(p.pubname)
          || case when p.puballtables then ' FOR ALL TABLES' else coalesce(' FOR '
            || nullif(concat_ws(', ', 'TABLE ' || (
              select string_agg(case when exists (select from pg_inherits i
                  where i.inhparent = r.prrelid) and not exists (select from pg_publication_rel o
                  join pg_inherits i on i.inhrelid = o.prrelid
                  where o.prpubid = p.oid and i.inhparent = r.prrelid /* whole */)
                  and (select relkind from pg_class k where k.oid = r.prrelid) = 'r'
                then 'ONLY ' else '' end || r.prrelid::regclass::text /* columns */, ', '
                order by r.prrelid::regclass::text)
              from pg_publication_rel r where r.prpubid = p.oid) /* schemas */), ''), '') end
          || ' WITH (' || concat_ws(', ',
            'publish = ' || quote_literal(concat_ws(', ', case when p.pubinsert then 'insert' end,
              case when p.pubupdate then 'update' end, case when p.pubdelete then 'delete' end,
              case when p.pubtruncate then 'truncate' end)),
            case when p.pubviaroot then 'publish_via_partition_root = true' end
            /* generated */) || ')',
        'DROP PUBLICATION ' || quote_ident(p.pubname), pg_get_userbyid(p.pubowner),
        obj_description(p.oid, 'pg_publication'), 'pg_publication'::regclass, p.oid
      from pg_publication p
      """;

  /** The server always qualifies the name, which the default namespace must not have. */
  private static final String STATISTICS =
      """
      select n.nspname, s.stxname, 'CREATE STATISTICS ' || x.name || replace(substr(
          pg_get_statisticsobjdef(s.oid), length('CREATE STATISTICS ' || quote_ident(n.nspname)
            || '.' || quote_ident(s.stxname)) + 1), ' ON ' || k.as_numbered, ' ON ' || k.by_name)
          || case when coalesce(s.stxstattarget, -1) >= 0 then E';\\nALTER STATISTICS ' || x.name
            || ' SET STATISTICS ' || s.stxstattarget else '' end,
        'DROP STATISTICS ' || x.name, pg_get_userbyid(s.stxowner),
        obj_description(s.oid, 'pg_statistic_ext'), 'pg_statistic_ext'::regclass, s.oid
      from pg_statistic_ext s join pg_namespace n on n.oid = s.stxnamespace
        cross join lateral (select case when n.nspname = current_schema() then ''
          else quote_ident(n.nspname) || '.' end || quote_ident(s.stxname) as name) x
        cross join lateral (select
            coalesce(string_agg(quote_ident(a.attname), ', ' order by a.attnum), '') as as_numbered,
            coalesce(string_agg(quote_ident(a.attname), ', ' order by a.attname), '') as by_name
          from pg_attribute a where a.attrelid = s.stxrelid and a.attnum = any (s.stxkeys)) k
      """;

  private static final String RULE =
      """
      select n.nspname, r.rulename || ' on ' || c.relname,
        rtrim(overlay(d.def placing ' TO ' || c.oid::regclass
          from strpos(d.def, ' TO ' || q.name) for length(' TO ' || q.name)), '; ')
          || case r.ev_enabled when 'O' then '' else E';\\nALTER TABLE ' || c.oid::regclass
            || case r.ev_enabled when 'D' then ' DISABLE RULE ' when 'R'
              then ' ENABLE REPLICA RULE ' else ' ENABLE ALWAYS RULE ' end
            || quote_ident(r.rulename) end,
        'DROP RULE ' || quote_ident(r.rulename) || ' ON ' || c.oid::regclass, null,
        obj_description(r.oid, 'pg_rewrite'), 'pg_rewrite'::regclass, r.oid
      from pg_rewrite r join pg_class c on c.oid = r.ev_class
        join pg_namespace n on n.oid = c.relnamespace
        cross join lateral (select pg_get_ruledef(r.oid) as def) d
        cross join lateral (select quote_ident(n.nspname) || '.' || quote_ident(c.relname)
          as name) q
      where r.rulename <> '_RETURN'
      """;
}
