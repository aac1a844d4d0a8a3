package dev.schemac.shadow;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL: whatever users can make has a number that the server's own objects do not reach. */
final class PostgresEmptying implements Emptying {
  private static final int ROUNDS = 8;

  /** Extensions and schemas first: they take most of the others with them. */
  private static final String CONTENTS =
      """
      with found (classid, objid) as (
        select 'pg_extension'::regclass, oid from pg_extension
        union all select 'pg_event_trigger'::regclass, oid from pg_event_trigger
        union all select 'pg_publication'::regclass, oid from pg_publication
        union all select 'pg_namespace'::regclass, oid from pg_namespace
          where nspname <> 'public' and nspname !~ '^pg_(toast_)?temp_'
        union all select 'pg_class'::regclass, oid from pg_class
          where relkind in ('r', 'p', 'v', 'm', 'f', 'S', 'c')
            and relnamespace not in (select oid from pg_namespace where nspname ~ '^pg_')
        union all select 'pg_type'::regclass, oid from pg_type
        union all select 'pg_proc'::regclass, oid from pg_proc
        union all select 'pg_cast'::regclass, oid from pg_cast
        union all select 'pg_operator'::regclass, oid from pg_operator
        union all select 'pg_opclass'::regclass, oid from pg_opclass
        union all select 'pg_opfamily'::regclass, oid from pg_opfamily
        union all select 'pg_collation'::regclass, oid from pg_collation
        union all select 'pg_conversion'::regclass, oid from pg_conversion
        union all select 'pg_ts_config'::regclass, oid from pg_ts_config
        union all select 'pg_ts_dict'::regclass, oid from pg_ts_dict
        union all select 'pg_ts_parser'::regclass, oid from pg_ts_parser
        union all select 'pg_ts_template'::regclass, oid from pg_ts_template
        union all select 'pg_foreign_data_wrapper'::regclass, oid from pg_foreign_data_wrapper
        union all select 'pg_foreign_server'::regclass, oid from pg_foreign_server
        union all select 'pg_language'::regclass, oid from pg_language
        union all select 'pg_am'::regclass, oid from pg_am
      )
      select i.type, i.identity
      from found f, pg_identify_object(f.classid, f.objid, 0) i
      where f.objid >= 16384
        and not exists (select from pg_depend d
          where d.classid = f.classid and d.objid = f.objid and d.deptype in ('i', 'e'))
      """;

  private static final String DEFAULT_PRIVILEGES =
      """
      select format('alter default privileges for role %I%s %s on %s %s %s', r.rolname,
          coalesce(' in schema ' || quote_ident(n.nspname), ''), w.word, k.kind,
          case w.word when 'grant all' then 'to' else 'from' end,
          case a.grantee when 0 then 'public' else quote_ident(g.rolname) end)
      from pg_default_acl d
      join pg_roles r on r.oid = d.defaclrole
      left join pg_namespace n on n.oid = d.defaclnamespace
      cross join lateral (select case d.defaclobjtype when 'r' then 'tables' when 'S' then 'sequences'
        when 'f' then 'functions' when 'T' then 'types' when 'n' then 'schemas' else 'large objects' end) k (kind)
      cross join lateral (
        select 'revoke all' as word, x.grantee from aclexplode(d.defaclacl) x
        union select 'revoke all', 0::oid
        union select 'grant all', d.defaclrole where d.defaclnamespace = 0
        union select 'grant all', 0::oid where d.defaclnamespace = 0 and d.defaclobjtype in ('f', 'T')
      ) w (word, grantee)
      cross join lateral (select w.grantee) a
      left join pg_roles g on g.oid = a.grantee
      order by w.word desc
      """;

  private final List<String> restoring;

  private PostgresEmptying(List<String> restoring) {
    this.restoring = restoring;
  }

  /** Remembers how {@code public} is now, so that it can be so again. */
  static PostgresEmptying of(Connection connection) throws SQLException {
    return new PostgresEmptying(
        column(
            connection,
            """
            select format('grant %s on schema public to %s', privilege_type,
                case grantee when 0 then 'public' else quote_ident(pg_get_userbyid(grantee)) end)
            from pg_namespace, aclexplode(nspacl) where nspname = 'public'
            union all
            select format('comment on schema public is %L', obj_description(oid, 'pg_namespace'))
            from pg_namespace where nspname = 'public'
            """));
  }

  @Override
  public List<String> contents(Connection connection) throws SQLException {
    return rows(
            connection, CONTENTS + "order by f.classid = 'pg_class'::regclass desc, 1, 2 limit 5")
        .stream()
        .map(row -> row.getFirst() + " " + row.getLast())
        .toList();
  }

  @Override
  public void empty(Connection connection) throws SQLException {
    connection.setAutoCommit(true);
    for (String sql : column(connection, DEFAULT_PRIVILEGES)) {
      run(connection, sql);
    }
    for (int round = 0; round < ROUNDS; round++) {
      List<List<String>> left = rows(connection, CONTENTS);
      if (left.isEmpty()) {
        break;
      }
      for (List<String> each : left) {
        tryTo(connection, drop(each.getFirst(), each.getLast()));
      }
    }
    for (String sql :
        column(
            connection,
            """
            select distinct format('revoke all on schema public from %s',
              case grantee when 0 then 'public' else quote_ident(pg_get_userbyid(grantee)) end)
            from pg_namespace, aclexplode(nspacl) where nspname = 'public'
            """)) {
      run(connection, sql);
    }
    for (String sql : restoring) {
      run(connection, sql);
    }
    run(connection, "select lo_unlink(oid) from pg_largeobject_metadata");
  }

  /** The words of {@code pg_identify_object} are those of {@code DROP}, but for one. */
  private static String drop(String kind, String identity) {
    String word = kind.equals("foreign-data wrapper") ? "foreign data wrapper" : kind;
    String written = kind.equals("composite type") ? "type" : word;
    return "drop " + written + " if exists " + identity + " cascade";
  }

  /** What went with another one, or has to go after one, is seen in the next round. */
  private static void tryTo(Connection connection, String sql) {
    try {
      run(connection, sql);
    } catch (SQLException e) {
      return;
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> column(Connection connection, String sql) throws SQLException {
    return rows(connection, sql).stream().map(List::getFirst).toList();
  }

  private static List<List<String>> rows(Connection connection, String sql) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        rows.add(List.of(result.getString(1), result.getString(columns)));
      }
    }
    return rows;
  }
}
