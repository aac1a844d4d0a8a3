package dev.schemac.catalog.postgres;

import java.util.List;

/** Languages, transforms, access methods and event triggers: what lies in no namespace. */
final class NativeCode {
  private NativeCode() {}

  static List<NativeQuery> all() {
    return List.of(
        new NativeQuery("language", LANGUAGE),
        new NativeQuery("transform", TRANSFORM),
        new NativeQuery("access method", ACCESS_METHOD),
        new NativeQuery("event trigger", EVENT_TRIGGER));
  }

  private static final String LANGUAGE =
      """
      select '', l.lanname, 'CREATE ' || case when l.lanpltrusted then 'TRUSTED ' else '' end
          || 'LANGUAGE ' || quote_ident(l.lanname) || ' HANDLER ' || l.lanplcallfoid::regproc
          || case when l.laninline <> 0 then ' INLINE ' || l.laninline::regproc else '' end
          || case when l.lanvalidator <> 0 then ' VALIDATOR ' || l.lanvalidator::regproc
            else '' end,
        'DROP LANGUAGE ' || quote_ident(l.lanname), pg_get_userbyid(l.lanowner),
        obj_description(l.oid, 'pg_language'), 'pg_language'::regclass, l.oid
      from pg_language l where l.lanispl
      """;

  private static final String TRANSFORM =
      """
      select '', format_type(t.trftype, null) || ' language ' || l.lanname,
        'CREATE TRANSFORM FOR ' || format_type(t.trftype, null) || ' LANGUAGE '
          || quote_ident(l.lanname) || ' (' || concat_ws(', ',
            case when t.trffromsql <> 0 then 'FROM SQL WITH FUNCTION '
              || t.trffromsql::oid::regprocedure end,
            case when t.trftosql <> 0 then 'TO SQL WITH FUNCTION '
              || t.trftosql::oid::regprocedure end) || ')',
        'DROP TRANSFORM FOR ' || format_type(t.trftype, null) || ' LANGUAGE '
          || quote_ident(l.lanname),
        null, obj_description(t.oid, 'pg_transform'), 'pg_transform'::regclass, t.oid
      from pg_transform t join pg_language l on l.oid = t.trflang
      """;

  private static final String ACCESS_METHOD =
      """
      select '', a.amname, 'CREATE ACCESS METHOD ' || quote_ident(a.amname) || ' TYPE '
          || case a.amtype when 'i' then 'INDEX' else 'TABLE' end || ' HANDLER ' || a.amhandler,
        'DROP ACCESS METHOD ' || quote_ident(a.amname), null, obj_description(a.oid, 'pg_am'),
        'pg_am'::regclass, a.oid
      from pg_am a
      """;

  private static final String EVENT_TRIGGER =
      """
      select '', e.evtname, 'CREATE EVENT TRIGGER ' || quote_ident(e.evtname) || ' ON '
          || e.evtevent || coalesce(E'\\n  WHEN TAG IN ('
            || (select string_agg(quote_literal(t.tag), ', ' order by t.place)
              from unnest(e.evttags) with ordinality t (tag, place)) || ')', '')
          || E'\\n  EXECUTE FUNCTION ' || e.evtfoid::regproc || '()'
          || case e.evtenabled when 'O' then '' else E';\\nALTER EVENT TRIGGER '
            || quote_ident(e.evtname) || case e.evtenabled when 'D' then ' DISABLE'
              when 'R' then ' ENABLE REPLICA' else ' ENABLE ALWAYS' end end,
        'DROP EVENT TRIGGER ' || quote_ident(e.evtname), pg_get_userbyid(e.evtowner),
        obj_description(e.oid, 'pg_event_trigger'), 'pg_event_trigger'::regclass, e.oid
      from pg_event_trigger e
      """;
}
