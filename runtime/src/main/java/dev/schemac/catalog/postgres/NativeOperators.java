package dev.schemac.catalog.postgres;

import java.util.List;

/** Aggregates, operators, their families and classes (PostgreSQL manual, "CREATE OPERATOR"). */
final class NativeOperators {
  private NativeOperators() {}

  static List<NativeQuery> of(int version) {
    return List.of(
        new NativeQuery("aggregate", AGGREGATE),
        new NativeQuery("operator", OPERATOR),
        new NativeQuery("operator family", FAMILY),
        new NativeQuery("operator class", CLASS));
  }

  private static final String AGGREGATE =
      """
      select n.nspname,
        p.proname || '(' || case when p.pronargs = 0 then '*'
          else pg_get_function_identity_arguments(p.oid) end || ')',
        'CREATE AGGREGATE ' || x.name || '(' || case when p.pronargs = 0 then '*'
          else pg_get_function_arguments(p.oid) end || E') (\\n  ' || concat_ws(E',\\n  ',
          'SFUNC = ' || a.aggtransfn::regproc,
          'STYPE = ' || format_type(a.aggtranstype, null),
          case when a.aggtransspace <> 0 then 'SSPACE = ' || a.aggtransspace end,
          case when a.aggfinalfn <> 0 then 'FINALFUNC = ' || a.aggfinalfn::regproc end,
          case when a.aggfinalextra then 'FINALFUNC_EXTRA' end,
          case when a.aggfinalfn <> 0
              and a.aggfinalmodify <> case when a.aggkind = 'n' then 'r' else 'w' end::"char"
            then 'FINALFUNC_MODIFY = ' || m.word end,
          case when a.aggcombinefn <> 0 then 'COMBINEFUNC = ' || a.aggcombinefn::regproc end,
          case when a.aggserialfn <> 0 then 'SERIALFUNC = ' || a.aggserialfn::regproc end,
          case when a.aggdeserialfn <> 0 then 'DESERIALFUNC = ' || a.aggdeserialfn::regproc end,
          'INITCOND = ' || quote_literal(a.agginitval),
          case when a.aggmtransfn <> 0 then 'MSFUNC = ' || a.aggmtransfn::regproc end,
          case when a.aggminvtransfn <> 0 then 'MINVFUNC = ' || a.aggminvtransfn::regproc end,
          case when a.aggmtransfn <> 0 then 'MSTYPE = ' || format_type(a.aggmtranstype, null) end,
          case when a.aggmtransspace <> 0 then 'MSSPACE = ' || a.aggmtransspace end,
          case when a.aggmfinalfn <> 0 then 'MFINALFUNC = ' || a.aggmfinalfn::regproc end,
          case when a.aggmfinalextra then 'MFINALFUNC_EXTRA' end,
          case when a.aggmfinalfn <> 0
              and a.aggmfinalmodify <> case when a.aggkind = 'n' then 'r' else 'w' end::"char"
            then 'MFINALFUNC_MODIFY = ' || mm.word end,
          'MINITCOND = ' || quote_literal(a.aggminitval),
          case when a.aggsortop <> 0 then 'SORTOP = OPERATOR(' || quote_ident(son.nspname) || '.'
            || so.oprname || ')' end,
          case when a.aggkind = 'h' then 'HYPOTHETICAL' end,
          case p.proparallel when 's' then 'PARALLEL = safe' when 'r' then 'PARALLEL = restricted'
            end) || E'\\n)',
        'DROP AGGREGATE ' || x.name || '(' || case when p.pronargs = 0 then '*'
          else pg_get_function_identity_arguments(p.oid) end || ')',
        pg_get_userbyid(p.proowner), obj_description(p.oid, 'pg_proc'), 'pg_proc'::regclass, p.oid
      from pg_aggregate a join pg_proc p on p.oid = a.aggfnoid
        join pg_namespace n on n.oid = p.pronamespace
        cross join lateral (select case when n.nspname = current_schema() then ''
          else quote_ident(n.nspname) || '.' end || quote_ident(p.proname) as name) x
        cross join lateral (select case a.aggfinalmodify when 'r' then 'read_only'
          when 's' then 'shareable' else 'read_write' end as word) m
        cross join lateral (select case a.aggmfinalmodify when 'r' then 'read_only'
          when 's' then 'shareable' else 'read_write' end as word) mm
        left join pg_operator so on so.oid = a.aggsortop
        left join pg_namespace son on son.oid = so.oprnamespace
      """;

  private static final String OPERATOR =
      """
      select n.nspname, o.oprname || '(' || coalesce(format_type(nullif(o.oprleft, 0), null),
          'none') || ', ' || coalesce(format_type(nullif(o.oprright, 0), null), 'none') || ')',
        'CREATE OPERATOR ' || x.name || E' (\\n  ' || concat_ws(E',\\n  ',
          'FUNCTION = ' || o.oprcode::regproc,
          'LEFTARG = ' || format_type(nullif(o.oprleft, 0), null),
          'RIGHTARG = ' || format_type(nullif(o.oprright, 0), null),
          case when o.oprcom <> 0 then 'COMMUTATOR = OPERATOR(' || quote_ident(cn.nspname) || '.'
            || c.oprname || ')' end,
          case when o.oprnegate <> 0 then 'NEGATOR = OPERATOR(' || quote_ident(gn.nspname) || '.'
            || g.oprname || ')' end,
          case when o.oprcanhash then 'HASHES' end,
          case when o.oprcanmerge then 'MERGES' end,
          case when o.oprrest <> 0 then 'RESTRICT = ' || o.oprrest::regproc end,
          case when o.oprjoin <> 0 then 'JOIN = ' || o.oprjoin::regproc end) || E'\\n)',
        'DROP OPERATOR ' || x.name || ' ('
          || coalesce(format_type(nullif(o.oprleft, 0), null), 'NONE') || ', '
          || coalesce(format_type(nullif(o.oprright, 0), null), 'NONE') || ')',
        pg_get_userbyid(o.oprowner), obj_description(o.oid, 'pg_operator'),
        'pg_operator'::regclass, o.oid
      from pg_operator o join pg_namespace n on n.oid = o.oprnamespace
        cross join lateral (select case when n.nspname = current_schema() then ''
          else quote_ident(n.nspname) || '.' end || o.oprname as name) x
        left join pg_operator c on c.oid = o.oprcom
        left join pg_namespace cn on cn.oid = c.oprnamespace
        left join pg_operator g on g.oid = o.oprnegate
        left join pg_namespace gn on gn.oid = g.oprnamespace
      where o.oprcode <> 0
      """;

  /** Members that belong to a class come with the class. */
  private static final String FAMILY =
      """
      select n.nspname, f.opfname || ' using ' || m.amname,
        'CREATE OPERATOR FAMILY ' || x.name || coalesce(E';\\nALTER OPERATOR FAMILY ' || x.name
          || E' ADD\\n  ' || (select string_agg(member, E',\\n  ' order by kind, number, member)
            from (
              select 1 as kind, o.amopstrategy as number, 'OPERATOR ' || o.amopstrategy || ' '
                || o.amopopr::regoperator || case when o.amopsortfamily <> 0
                  then ' FOR ORDER BY ' || quote_ident(sn.nspname) || '.' || quote_ident(s.opfname)
                  else '' end as member
              from pg_amop o join pg_depend d on d.classid = 'pg_amop'::regclass and d.objid = o.oid
                  and d.refclassid = 'pg_opfamily'::regclass and d.refobjid = f.oid
                left join pg_opfamily s on s.oid = o.amopsortfamily
                left join pg_namespace sn on sn.oid = s.opfnamespace
              where o.amopfamily = f.oid
              union all
              select 2, p.amprocnum, 'FUNCTION ' || p.amprocnum || ' ('
                || format_type(p.amproclefttype, null) || ', '
                || format_type(p.amprocrighttype, null) || ') ' || p.amproc::oid::regprocedure
              from pg_amproc p join pg_depend d on d.classid = 'pg_amproc'::regclass
                  and d.objid = p.oid and d.refclassid = 'pg_opfamily'::regclass
                  and d.refobjid = f.oid
              where p.amprocfamily = f.oid) members), ''),
        'DROP OPERATOR FAMILY ' || x.name, pg_get_userbyid(f.opfowner),
        obj_description(f.oid, 'pg_opfamily'), 'pg_opfamily'::regclass, f.oid
      from pg_opfamily f join pg_namespace n on n.oid = f.opfnamespace
        join pg_am m on m.oid = f.opfmethod
        cross join lateral (select case when n.nspname = current_schema() then ''
          else quote_ident(n.nspname) || '.' end || quote_ident(f.opfname) || ' USING '
          || quote_ident(m.amname) as name) x
      """;

  private static final String CLASS =
      """
      select n.nspname, c.opcname || ' using ' || m.amname,
        'CREATE OPERATOR CLASS ' || x.name || E'\\n  ' || case when c.opcdefault then 'DEFAULT '
          else '' end || 'FOR TYPE ' || format_type(c.opcintype, null) || ' USING '
        || quote_ident(m.amname) || ' FAMILY ' || case when fn.nspname = current_schema() then ''
          else quote_ident(fn.nspname) || '.' end || quote_ident(f.opfname) || E' AS\\n  '
        || coalesce((select string_agg(member, E',\\n  ' order by kind, number, member) from (
            select 0 as kind, 0 as number, 'STORAGE ' || format_type(c.opckeytype, null) as member
            where c.opckeytype <> 0
            union all
            select 1, o.amopstrategy, 'OPERATOR ' || o.amopstrategy || ' '
              || o.amopopr::regoperator || case when o.amopsortfamily <> 0
                then ' FOR ORDER BY ' || quote_ident(sn.nspname) || '.' || quote_ident(s.opfname)
                else '' end
            from pg_depend d join pg_amop o on o.oid = d.objid
              left join pg_opfamily s on s.oid = o.amopsortfamily
              left join pg_namespace sn on sn.oid = s.opfnamespace
            where d.classid = 'pg_amop'::regclass and d.refclassid = 'pg_opclass'::regclass
              and d.refobjid = c.oid
            union all
            select 2, p.amprocnum, 'FUNCTION ' || p.amprocnum || ' ('
              || format_type(p.amproclefttype, null) || ', '
              || format_type(p.amprocrighttype, null) || ') ' || p.amproc::oid::regprocedure
            from pg_depend d join pg_amproc p on p.oid = d.objid
            where d.classid = 'pg_amproc'::regclass and d.refclassid = 'pg_opclass'::regclass
              and d.refobjid = c.oid) members),
          'STORAGE ' || format_type(c.opcintype, null)),
        'DROP OPERATOR CLASS ' || x.name || ' USING ' || quote_ident(m.amname),
        pg_get_userbyid(c.opcowner), obj_description(c.oid, 'pg_opclass'),
        'pg_opclass'::regclass, c.oid
      from pg_opclass c join pg_namespace n on n.oid = c.opcnamespace
        join pg_am m on m.oid = c.opcmethod
        join pg_opfamily f on f.oid = c.opcfamily join pg_namespace fn on fn.oid = f.opfnamespace
        cross join lateral (select case when n.nspname = current_schema() then ''
          else quote_ident(n.nspname) || '.' end || quote_ident(c.opcname) as name) x
      """;
}
