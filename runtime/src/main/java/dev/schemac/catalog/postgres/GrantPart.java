package dev.schemac.catalog.postgres;

import dev.schemac.catalog.ToolTables;
import dev.schemac.model.QName;
import dev.schemac.model.RoutineName;
import dev.schemac.model.SchemaObject;
import dev.schemac.sql.PostgresGrant;
import dev.schemac.sql.PostgresQuoting;
import dev.schemac.sql.PostgresSignature;
import dev.schemac.sql.SqlWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Privileges where they are not the built-in ones, and default privileges. A column's are added to
 * the table's.
 */
final class GrantPart implements CatalogPart {
  private static final String FRESH_PUBLIC =
      """
      case when n.nspname = 'public' then array[makeaclitem(0::oid, n.nspowner, 'USAGE', false)]
        || case when VERSION < 15 then array[makeaclitem(0::oid, n.nspowner, 'CREATE', false)]
          else null end else null end\
      """;

  private static final String OBJECTS =
      """
      with late (type, namespace, acl) as (
        select defaclobjtype, defaclnamespace, defaclacl from pg_default_acl
        where defaclrole = (select oid from pg_roles where rolname = current_user)
        union all
        select distinct d.defaclobjtype, 0::oid,
          acldefault(case d.defaclobjtype when 'S' then 's' else d.defaclobjtype end::"char",
            d.defaclrole)
        from pg_default_acl d
        where d.defaclrole = (select oid from pg_roles where rolname = current_user)
          and not exists (select from pg_default_acl e where e.defaclrole = d.defaclrole
            and e.defaclobjtype = d.defaclobjtype and e.defaclnamespace = 0)),
      o (kind, namespace, name, subject, own, acl, base, catalogue, oid, col, type, ns) as (
        select case c.relkind when 'S' then 'SEQUENCE' else 'TABLE' end, n.nspname, c.relname::text,
          c.oid::regclass::text, c.relowner, c.relacl,
          acldefault(case c.relkind when 'S' then 's' else 'r' end::"char", c.relowner),
          'pg_class', c.oid, '', case c.relkind when 'S' then 'S' else 'r' end, n.oid
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and (c.relacl is not null or exists (
          select from late l where l.type = case c.relkind when 'S' then 'S' else 'r' end
            and l.namespace in (0, n.oid)))
        union all
        select 'TABLE', n.nspname, c.relname, c.oid::regclass::text, c.relowner, a.attacl,
          null::aclitem[], 'pg_class', c.oid, a.attname, '', n.oid
        from pg_attribute a join pg_class c on c.oid = a.attrelid
          join pg_namespace n on n.oid = c.relnamespace
        where a.attacl is not null and not a.attisdropped
        union all
        select case p.prokind when 'p' then 'PROCEDURE' else 'FUNCTION' end, n.nspname,
          p.proname || '(' || x.types || ')', case when n.nspname = current_schema() then ''
            else quote_ident(n.nspname) || '.' end || quote_ident(p.proname) || '(' || x.types
            || ')', p.proowner, p.proacl, acldefault('f', p.proowner), 'pg_proc', p.oid, '', 'f',
          n.oid
        from pg_proc p join pg_namespace n on n.oid = p.pronamespace
          cross join lateral (select array_to_string(array(select format_type(t, null)
            from unnest(p.proargtypes) with ordinality a (t, place) order by place), ', ')
            as types) x
        where p.proacl is not null or p.oid >= 16384 and not (OF_BASE_TYPE) and exists (
          select from late l where l.type = 'f' and l.namespace in (0, n.oid))
        union all
        select case t.typtype when 'd' then 'DOMAIN' else 'TYPE' end, n.nspname, t.typname,
          t.oid::regtype::text, t.typowner, t.typacl, acldefault('T', t.typowner), 'pg_type',
          t.oid, '', 'T', n.oid
        from pg_type t join pg_namespace n on n.oid = t.typnamespace
        where t.typtype <> 'm' and (t.typacl is not null or t.oid >= 16384 and t.typtype <> 'p'
          and not (t.typelem <> 0 and t.typcategory = 'A') and (t.typrelid = 0 or exists (
            select from pg_class r where r.oid = t.typrelid and r.relkind = 'c')) and exists (
          select from late l where l.type = 'T' and l.namespace in (0, n.oid)))
        union all
        select 'SCHEMA', n.nspname, n.nspname, quote_ident(n.nspname), n.nspowner, n.nspacl,
          acldefault('n', n.nspowner) || FRESH_PUBLIC, 'pg_namespace', n.oid, '',
          case when n.nspname = 'public' then '' else 'n' end, 0::oid
        from pg_namespace n where n.nspacl is not null or n.oid >= 16384 and exists (
          select from late l where l.type = 'n')
        union all
        select 'LANGUAGE', '', l.lanname, quote_ident(l.lanname), l.lanowner, l.lanacl,
          acldefault('l', l.lanowner), 'pg_language', l.oid, '', '', 0::oid
        from pg_language l where l.lanacl is not null
        union all
        select 'FOREIGN DATA WRAPPER', '', w.fdwname, quote_ident(w.fdwname), w.fdwowner, w.fdwacl,
          acldefault('F', w.fdwowner), 'pg_foreign_data_wrapper', w.oid, '', '', 0::oid
        from pg_foreign_data_wrapper w where w.fdwacl is not null
        union all
        select 'FOREIGN SERVER', '', s.srvname, quote_ident(s.srvname), s.srvowner, s.srvacl,
          acldefault('S', s.srvowner), 'pg_foreign_server', s.oid, '', '', 0::oid
        from pg_foreign_server s where s.srvacl is not null
        union all
        select case d.defaclobjtype when 'r' then 'TABLES' when 'S' then 'SEQUENCES'
            when 'f' then 'FUNCTIONS' when 'T' then 'TYPES' when 'n' then 'SCHEMAS'
            else 'LARGE OBJECTS' end, coalesce(n.nspname, ''), '', concat_ws(' ',
            case when pg_get_userbyid(d.defaclrole) <> current_user then 'FOR ROLE '
              || quote_ident(pg_get_userbyid(d.defaclrole)) end,
            'IN SCHEMA ' || quote_ident(n.nspname)), d.defaclrole, d.defaclacl,
          case when d.defaclnamespace = 0 then acldefault(case d.defaclobjtype when 'S' then 's'
            else d.defaclobjtype end::"char", d.defaclrole) else null end, 'pg_default_acl', d.oid,
          '', '', 0::oid
        from pg_default_acl d left join pg_namespace n on n.oid = d.defaclnamespace)
      select o.kind, o.namespace, o.name, o.subject, o.col, o.catalogue, o.oid::bigint, x.base,
        case when x.grantee = 0 then 'PUBLIC'
          when x.grantee = o.own and pg_get_userbyid(o.own) = current_user
            and o.catalogue <> 'pg_default_acl' then 'current_user'
          else quote_ident(pg_get_userbyid(x.grantee)) end,
        x.privilege_type, x.is_grantable, x.grantor = o.own,
        quote_ident(pg_get_userbyid(x.grantor)), exists (
          select from late l where l.type = o.type and l.namespace in (0, o.ns))
      from o cross join lateral (
          select 'now' as base, e.* from aclexplode(coalesce(o.acl, o.base)) e
          union all
          select 'base', e.* from aclexplode(o.base) e
          union all
          select 'late', o.own, case when e.grantee = e.grantor then o.own else e.grantee end,
            e.privilege_type, e.is_grantable
          from late l cross join lateral aclexplode(l.acl) e
          where l.type = o.type and l.namespace in (0, o.ns)) x
      where (o.oid >= 16384 or o.namespace = 'public' and o.kind = 'SCHEMA'
          or o.kind = 'LANGUAGE')
        and o.namespace <> 'information_schema' and o.namespace !~ '^pg_'
      order by o.kind, o.namespace, o.name, o.subject, o.oid, o.col
      """;

  /** An object, and what each role may do with it by now and by default. */
  private record Entry(
      String kind,
      QName on,
      String subject,
      boolean underDefaults,
      Map<Hands, Map<String, Rights>> byHands) {}

  /** Who has it, and who gave it where that is not the owner. */
  private record Hands(String grantee, Optional<String> grantor) implements Comparable<Hands> {
    @Override
    public int compareTo(Hands other) {
      int order = grantee.compareTo(other.grantee);
      return order != 0 ? order : grantor.orElse("").compareTo(other.grantor.orElse(""));
    }
  }

  /**
   * A privilege: by now, with the right to pass it on, by default, by the default privileges of who
   * makes objects; its columns.
   */
  private static final class Rights {
    boolean late;
    boolean lateOption;
    boolean base;
    boolean granted;
    boolean grantable;
    final Set<String> columns = new TreeSet<>();
    final Set<String> grantableColumns = new TreeSet<>();
  }

  @Override
  public void read(ReadContext context) throws SQLException {
    String publicBase =
        FRESH_PUBLIC.replace("VERSION", Integer.toString(context.target().version().major()));
    Map<String, Entry> entries = new LinkedHashMap<>();
    String query =
        OBJECTS
            .replace("FRESH_PUBLIC", publicBase)
            .replace("OF_BASE_TYPE", RoutinePart.OF_BASE_TYPE);
    context.each(query, row -> take(context, row, entries));
    entries.values().forEach(entry -> write(context, entry));
  }

  private static void take(ReadContext context, ResultSet row, Map<String, Entry> entries)
      throws SQLException {
    String kind = row.getString(1);
    String namespace = row.getString(2);
    String name = row.getString(3);
    if (row.getString(6).equals("pg_default_acl")) {
      context.dealt("pg_default_acl", row.getLong(7));
    }
    // Every database has PL/pgSQL; who may use it is its owner's decision.
    boolean ownLanguage = kind.equals("LANGUAGE") && name.equals("plpgsql");
    if (!ownLanguage && context.extensionOf(row.getString(6), row.getLong(7)).isPresent()
        || ToolTables.tool(namespace, name).isPresent()) {
      return;
    }
    boolean late = row.getBoolean(14);
    String subject = subject(kind, on(context, kind, namespace, name), row.getString(4));
    Entry entry =
        entries.computeIfAbsent(
            kind + " " + subject,
            k ->
                new Entry(
                    kind, on(context, kind, namespace, name), subject, late, new TreeMap<>()));
    boolean own = row.getBoolean(12) || !row.getString(8).equals("now");
    Hands hands =
        new Hands(row.getString(9), own ? Optional.empty() : Optional.of(row.getString(13)));
    Rights rights =
        entry
            .byHands()
            .computeIfAbsent(hands, g -> new TreeMap<>())
            .computeIfAbsent(row.getString(10), p -> new Rights());
    String column = row.getString(5);
    switch (row.getString(8)) {
      case "base" -> rights.base = true;
      case "late" -> {
        rights.late = true;
        rights.lateOption |= row.getBoolean(11);
      }
      case String ignored when column.isEmpty() -> {
        rights.granted = true;
        rights.grantable |= row.getBoolean(11);
      }
      case String ignored ->
          (row.getBoolean(11) ? rights.grantableColumns : rights.columns).add(column);
    }
  }

  /** The object as every printer writes it: which names need quotes differs among servers. */
  private static String subject(String kind, QName on, String fromServer) {
    return switch (kind) {
      case "TABLE", "SEQUENCE", "TYPE", "DOMAIN" ->
          new SqlWriter(PostgresQuoting.INSTANCE).name(on).text();
      case "FUNCTION", "PROCEDURE" -> {
        int open = RoutineName.signature(on.name());
        yield new SqlWriter(PostgresQuoting.INSTANCE)
            .name(on.withName(on.name().substring(0, open)))
            .close(PostgresSignature.sql(on.name().substring(open)))
            .text();
      }
      default -> fromServer;
    };
  }

  /** What a grant stands on in the model; later objects have no name. */
  private static QName on(ReadContext context, String kind, String namespace, String name) {
    return switch (kind) {
      case "TABLES", "SEQUENCES", "FUNCTIONS", "TYPES", "SCHEMAS", "LARGE OBJECTS" ->
          new QName(namespace, "new " + kind.toLowerCase(java.util.Locale.ROOT));
      case "SCHEMA", "LANGUAGE", "FOREIGN DATA WRAPPER", "FOREIGN SERVER" -> QName.of(name);
      case "FUNCTION", "PROCEDURE" -> {
        int open = RoutineName.signature(name);
        yield context.name(
            namespace, name.substring(0, open) + PostgresSignature.words(name.substring(open)));
      }
      default -> context.name(namespace, name);
    };
  }

  private static void write(ReadContext context, Entry entry) {
    entry.byHands().forEach((hands, rights) -> write(context, entry, hands, rights));
  }

  private static void write(
      ReadContext context, Entry entry, Hands hands, Map<String, Rights> all) {
    Map<String, List<String>> revoked = new LinkedHashMap<>();
    Map<String, List<String>> withoutOption = new LinkedHashMap<>();
    Map<String, List<String>> plain = new LinkedHashMap<>();
    Map<String, List<String>> grantable = new LinkedHashMap<>();
    Map<String, List<String>> columns = new LinkedHashMap<>();
    Map<String, List<String>> grantableColumns = new LinkedHashMap<>();
    all.forEach(
        (privilege, r) -> {
          boolean usual = entry.underDefaults() ? r.base && r.late : r.base;
          if ((r.base || r.late) && !r.granted) {
            revoked.put(privilege, List.of());
          } else if (r.granted && r.grantable) {
            grantable.put(privilege, List.of());
          } else if (r.granted && !usual) {
            plain.put(privilege, List.of());
          }
          if (r.granted && !r.grantable && r.lateOption) {
            withoutOption.put(privilege, List.of());
          }
          if (!r.columns.isEmpty()) {
            columns.put(privilege, List.copyOf(r.columns));
          }
          if (!r.grantableColumns.isEmpty()) {
            grantableColumns.put(privilege, List.copyOf(r.grantableColumns));
          }
        });
    add(context, entry, new Given(true, revoked, hands, false));
    add(context, entry, new Given(true, withoutOption, hands, true));
    add(context, entry, new Given(false, plain, hands, false));
    add(context, entry, new Given(false, grantable, hands, true));
    add(context, entry, new Given(false, columns, hands, false));
    add(context, entry, new Given(false, grantableColumns, hands, true));
  }

  private record Given(
      boolean revoke, Map<String, List<String>> privileges, Hands hands, boolean option) {}

  private static void add(ReadContext context, Entry entry, Given given) {
    if (given.privileges().isEmpty()) {
      return;
    }
    int version = context.target().version().major();
    PostgresGrant grant =
        new PostgresGrant(
            given.revoke(),
            given.privileges(),
            entry.kind(),
            entry.subject(),
            given.hands().grantee(),
            given.option(),
            given.hands().grantor());
    context.add(
        new SchemaObject.Grant(
            entry.on(), grant.text(version), grant.inverse().text(version), Set.of()));
  }
}
