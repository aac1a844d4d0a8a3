package dev.schemac.catalog.postgres;

import java.util.List;

/** Collations, conversions and text search (PostgreSQL manual, "CREATE COLLATION"). */
final class NativeTexts {
  private NativeTexts() {}

  static List<NativeQuery> of(int version) {
    String locale =
        version >= 17 ? "c.colllocale" : version >= 15 ? "c.colliculocale" : "null::text";
    String rules = version >= 16 ? "c.collicurules" : "null::text";
    return List.of(
        new NativeQuery(
            "collation", COLLATION.replace("/* locale */", locale).replace("/* rules */", rules)),
        new NativeQuery("conversion", CONVERSION),
        new NativeQuery("text search parser", PARSER),
        new NativeQuery("text search template", TEMPLATE),
        new NativeQuery("text search dictionary", DICTIONARY),
        new NativeQuery("text search configuration", CONFIGURATION));
  }

  private static final String COLLATION =
      """
      select n.nspname, c.collname, 'CREATE COLLATION ' || c.oid::regcollation || ' ('
          || concat_ws(', ',
            'provider = ' || case c.collprovider when 'i' then 'icu' when 'b' then 'builtin'
              when 'd' then 'default' else 'libc' end,
            case when not c.collisdeterministic then 'deterministic = false' end,
            case when c.collprovider in ('i', 'b')
              then 'locale = ' || quote_literal(coalesce(/* locale */, c.collcollate::text))
              when c.collcollate::text = c.collctype::text
              then 'locale = ' || quote_literal(c.collcollate::text)
              else 'lc_collate = ' || quote_literal(c.collcollate::text) || ', lc_ctype = '
                || quote_literal(c.collctype::text) end,
            'rules = ' || quote_literal(/* rules */)) || ')',
        'DROP COLLATION ' || c.oid::regcollation, pg_get_userbyid(c.collowner),
        obj_description(c.oid, 'pg_collation'), 'pg_collation'::regclass, c.oid
      from pg_collation c join pg_namespace n on n.oid = c.collnamespace
      """;

  private static final String CONVERSION =
      """
      select n.nspname, c.conname, 'CREATE ' || case when c.condefault then 'DEFAULT ' else '' end
          || 'CONVERSION ' || x.name || ' FOR '
          || quote_literal(pg_encoding_to_char(c.conforencoding)) || ' TO '
          || quote_literal(pg_encoding_to_char(c.contoencoding)) || ' FROM ' || c.conproc,
        'DROP CONVERSION ' || x.name, pg_get_userbyid(c.conowner),
        obj_description(c.oid, 'pg_conversion'), 'pg_conversion'::regclass, c.oid
      from pg_conversion c join pg_namespace n on n.oid = c.connamespace
        cross join lateral (select case when n.nspname = current_schema() then ''
          else quote_ident(n.nspname) || '.' end || quote_ident(c.conname) as name) x
      """;

  private static final String PARSER =
      """
      select n.nspname, p.prsname, 'CREATE TEXT SEARCH PARSER ' || x.name || ' ('
          || concat_ws(', ', 'START = ' || p.prsstart, 'GETTOKEN = ' || p.prstoken,
            'END = ' || p.prsend, case when p.prsheadline <> 0 then 'HEADLINE = '
            || p.prsheadline end, 'LEXTYPES = ' || p.prslextype) || ')',
        'DROP TEXT SEARCH PARSER ' || x.name, null, obj_description(p.oid, 'pg_ts_parser'),
        'pg_ts_parser'::regclass, p.oid
      from pg_ts_parser p join pg_namespace n on n.oid = p.prsnamespace
        cross join lateral (select case when n.nspname = current_schema() then ''
          else quote_ident(n.nspname) || '.' end || quote_ident(p.prsname) as name) x
      """;

  private static final String TEMPLATE =
      """
      select n.nspname, t.tmplname, 'CREATE TEXT SEARCH TEMPLATE ' || x.name || ' ('
          || concat_ws(', ', case when t.tmplinit <> 0 then 'INIT = ' || t.tmplinit end,
            'LEXIZE = ' || t.tmpllexize) || ')',
        'DROP TEXT SEARCH TEMPLATE ' || x.name, null, obj_description(t.oid, 'pg_ts_template'),
        'pg_ts_template'::regclass, t.oid
      from pg_ts_template t join pg_namespace n on n.oid = t.tmplnamespace
        cross join lateral (select case when n.nspname = current_schema() then ''
          else quote_ident(n.nspname) || '.' end || quote_ident(t.tmplname) as name) x
      """;

  private static final String DICTIONARY =
      """
      select n.nspname, d.dictname, 'CREATE TEXT SEARCH DICTIONARY ' || d.oid::regdictionary
          || ' (TEMPLATE = ' || case when tn.nspname in ('pg_catalog', current_schema()) then ''
            else quote_ident(tn.nspname) || '.' end || quote_ident(t.tmplname)
          || coalesce(', ' || d.dictinitoption, '') || ')',
        'DROP TEXT SEARCH DICTIONARY ' || d.oid::regdictionary, pg_get_userbyid(d.dictowner),
        obj_description(d.oid, 'pg_ts_dict'), 'pg_ts_dict'::regclass, d.oid
      from pg_ts_dict d join pg_namespace n on n.oid = d.dictnamespace
        join pg_ts_template t on t.oid = d.dicttemplate
        join pg_namespace tn on tn.oid = t.tmplnamespace
      """;

  private static final String CONFIGURATION =
      """
      select n.nspname, c.cfgname, 'CREATE TEXT SEARCH CONFIGURATION ' || c.oid::regconfig
          || ' (PARSER = ' || case when pn.nspname in ('pg_catalog', current_schema()) then ''
            else quote_ident(pn.nspname) || '.' end || quote_ident(p.prsname) || ')'
          || coalesce((
            select string_agg(E';\\nALTER TEXT SEARCH CONFIGURATION ' || c.oid::regconfig
              || ' ADD MAPPING FOR ' || k.alias || ' WITH ' || k.dictionaries, ''
              order by k.alias)
            from (
              select quote_ident(t.alias) as alias,
                string_agg(m.mapdict::regdictionary::text, ', ' order by m.mapseqno)
                  as dictionaries
              from pg_ts_config_map m join ts_token_type(c.cfgparser) t
                on t.tokid = m.maptokentype
              where m.mapcfg = c.oid group by t.alias) k), ''),
        'DROP TEXT SEARCH CONFIGURATION ' || c.oid::regconfig, pg_get_userbyid(c.cfgowner),
        obj_description(c.oid, 'pg_ts_config'), 'pg_ts_config'::regclass, c.oid
      from pg_ts_config c join pg_namespace n on n.oid = c.cfgnamespace
        join pg_ts_parser p on p.oid = c.cfgparser join pg_namespace pn
          on pn.oid = p.prsnamespace
      """;
}
