package dev.schemac.catalog.postgres;

import java.util.List;

/** Composite, range, base and shell types, and casts (PostgreSQL manual, "CREATE TYPE"). */
final class NativeTypes {
  private NativeTypes() {}

  static List<NativeQuery> of(int version) {
    return List.of(
        new NativeQuery("type", COMPOSITE),
        new NativeQuery(
            "type",
            RANGE.replace(
                "/* multirange */",
                version >= 14
                    ? ", 'MULTIRANGE_TYPE_NAME = ' || r.rngmultitypid::regtype::text"
                    : "")),
        new NativeQuery("type", SHELL),
        new NativeQuery(
            "type",
            BASE.replace(
                "/* subscript */",
                version >= 14
                    ? ", case when t.typsubscript <> 0 then 'SUBSCRIPT = ' ||"
                        + " t.typsubscript::regproc end"
                    : "")),
        new NativeQuery("cast", CAST));
  }

  private static final String COMPOSITE =
      """
      select n.nspname, t.typname,
        'CREATE TYPE ' || t.oid::regtype || ' AS (' || coalesce((
          select string_agg(E'\\n  ' || quote_ident(a.attname) || ' '
              || format_type(a.atttypid, a.atttypmod)
              || case when a.attcollation <> 0 and a.attcollation <> y.typcollation
                   then ' COLLATE ' || a.attcollation::regcollation else '' end,
            ',' order by a.attnum) || E'\\n'
          from pg_attribute a join pg_type y on y.oid = a.atttypid
          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped), '') || ')'
        || coalesce((
          select string_agg(E';\\nCOMMENT ON COLUMN ' || t.oid::regtype || '.'
            || quote_ident(a.attname) || ' IS ' || quote_literal(d.description), ''
            order by a.attnum)
          from pg_attribute a
            join pg_description d on d.classoid = 'pg_class'::regclass and d.objoid = c.oid
              and d.objsubid = a.attnum
          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped), ''),
        'DROP TYPE ' || t.oid::regtype, pg_get_userbyid(t.typowner),
        obj_description(t.oid, 'pg_type'), 'pg_type'::regclass, t.oid
      from pg_type t join pg_class c on c.oid = t.typrelid join pg_namespace n
        on n.oid = t.typnamespace
      where t.typtype = 'c' and c.relkind = 'c'
      """;

  private static final String RANGE =
      """
      select n.nspname, t.typname,
        case when r.rngcanonical <> 0 then 'CREATE TYPE ' || t.oid::regtype || E';\\n'
          || regexp_replace(rtrim(pg_get_functiondef(r.rngcanonical), E'\\n'),
            '^CREATE OR REPLACE', 'CREATE') || E';\\n' else '' end
        || 'CREATE TYPE ' || t.oid::regtype || E' AS RANGE (\\n  ' || concat_ws(E',\\n  ',
          'SUBTYPE = ' || format_type(r.rngsubtype, null) /* multirange */,
          case when not o.opcdefault
            then 'SUBTYPE_OPCLASS = ' || quote_ident(on_.nspname) || '.' || quote_ident(o.opcname)
            end,
          case when r.rngcollation <> 0 and r.rngcollation <> s.typcollation
            then 'COLLATION = ' || r.rngcollation::regcollation end,
          case when r.rngcanonical <> 0 then 'CANONICAL = ' || r.rngcanonical::regproc end,
          case when r.rngsubdiff <> 0 then 'SUBTYPE_DIFF = ' || r.rngsubdiff::regproc end)
        || E'\\n)',
        'DROP TYPE ' || t.oid::regtype || case when r.rngcanonical <> 0 then ' CASCADE' else '' end,
        pg_get_userbyid(t.typowner),
        obj_description(t.oid, 'pg_type'), 'pg_type'::regclass, t.oid
      from pg_range r join pg_type t on t.oid = r.rngtypid
        join pg_namespace n on n.oid = t.typnamespace
        join pg_type s on s.oid = r.rngsubtype
        join pg_opclass o on o.oid = r.rngsubopc join pg_namespace on_ on on_.oid = o.opcnamespace
      """;

  private static final String SHELL =
      """
      select n.nspname, t.typname, 'CREATE TYPE ' || t.oid::regtype,
        'DROP TYPE ' || t.oid::regtype, pg_get_userbyid(t.typowner),
        obj_description(t.oid, 'pg_type'), 'pg_type'::regclass, t.oid
      from pg_type t join pg_namespace n on n.oid = t.typnamespace
      where not t.typisdefined
      """;

  /**
   * A base type and its input and output functions need each other, so the functions come with it:
   * a shell, the functions, the type.
   */
  private static final String BASE =
      """
      select n.nspname, t.typname,
        'CREATE TYPE ' || t.oid::regtype || E';\\n' || coalesce((
          select string_agg(
            regexp_replace(rtrim(pg_get_functiondef(p.oid), E'\\n'), '^CREATE OR REPLACE', 'CREATE')
              || E';\\n', '' order by p.proname)
          from pg_proc p
          where p.oid in (t.typinput, t.typoutput, t.typreceive, t.typsend, t.typmodin,
            t.typmodout, t.typanalyze) and p.oid >= 16384), '')
        || 'CREATE TYPE ' || t.oid::regtype || E' (\\n  ' || concat_ws(E',\\n  ',
          'INPUT = ' || t.typinput::regproc, 'OUTPUT = ' || t.typoutput::regproc,
          case when t.typreceive <> 0 then 'RECEIVE = ' || t.typreceive::regproc end,
          case when t.typsend <> 0 then 'SEND = ' || t.typsend::regproc end,
          case when t.typmodin <> 0 then 'TYPMOD_IN = ' || t.typmodin::regproc end,
          case when t.typmodout <> 0 then 'TYPMOD_OUT = ' || t.typmodout::regproc end,
          case when t.typanalyze <> 0 then 'ANALYZE = ' || t.typanalyze::regproc end
          /* subscript */,
          'INTERNALLENGTH = ' || case when t.typlen < 0 then 'variable' else t.typlen::text end,
          case when t.typbyval then 'PASSEDBYVALUE' end,
          'ALIGNMENT = ' || case t.typalign when 'c' then 'char' when 's' then 'int2'
            when 'i' then 'int4' else 'double' end,
          'STORAGE = ' || case t.typstorage when 'p' then 'plain' when 'e' then 'external'
            when 'm' then 'main' else 'extended' end,
          case when t.typcategory <> 'U' then 'CATEGORY = ' || quote_literal(t.typcategory::text) end,
          case when t.typispreferred then 'PREFERRED = true' end,
          'DEFAULT = ' || quote_literal(t.typdefault),
          case when t.typelem <> 0 then 'ELEMENT = ' || format_type(t.typelem, null) end,
          case when t.typdelim <> ',' then 'DELIMITER = ' || quote_literal(t.typdelim::text) end,
          case when t.typcollation <> 0 then 'COLLATABLE = true' end)
        || E'\\n)',
        'DROP TYPE ' || t.oid::regtype || ' CASCADE', pg_get_userbyid(t.typowner),
        obj_description(t.oid, 'pg_type'), 'pg_type'::regclass, t.oid
      from pg_type t join pg_namespace n on n.oid = t.typnamespace
      where t.typtype = 'b' and t.typisdefined
        and not exists (select from pg_type e where e.typarray = t.oid)
      """;

  private static final String CAST =
      """
      select '', format_type(c.castsource, null) || ' as ' || format_type(c.casttarget, null),
        'CREATE CAST (' || format_type(c.castsource, null) || ' AS '
        || format_type(c.casttarget, null) || ') '
        || case c.castmethod when 'b' then 'WITHOUT FUNCTION' when 'i' then 'WITH INOUT'
             else 'WITH FUNCTION ' || c.castfunc::regprocedure end
        || case c.castcontext when 'a' then ' AS ASSIGNMENT' when 'i' then ' AS IMPLICIT'
             else '' end,
        'DROP CAST (' || format_type(c.castsource, null) || ' AS '
        || format_type(c.casttarget, null) || ')',
        null, obj_description(c.oid, 'pg_cast'), 'pg_cast'::regclass, c.oid
      from pg_cast c
      where not exists (select from pg_depend i where i.classid = 'pg_cast'::regclass
        and i.objid = c.oid and i.deptype = 'i')
      """;
}
