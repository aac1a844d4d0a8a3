package dev.schemac.golden;

import java.sql.Connection;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Databases that tests gave back, emptied for the next one: creating one takes PostgreSQL a third
 * of a second, emptying one a hundredth. One that cannot be emptied completely is not used again.
 */
final class PostgresDatabases {
  private static final Map<ServerKind, Deque<String>> FREE = new EnumMap<>(ServerKind.class);
  private static final Map<ServerKind, SortedMap<String, String>> PRISTINE =
      new EnumMap<>(ServerKind.class);

  private PostgresDatabases() {}

  /** The name of an empty database, or null where a new one must be made. */
  static synchronized String take(ServerKind kind) {
    return FREE.computeIfAbsent(kind, k -> new ArrayDeque<>()).poll();
  }

  static synchronized void rememberPristine(ServerKind kind, Connection connection) {
    if (!PRISTINE.containsKey(kind)) {
      PRISTINE.put(kind, PostgresCatalogueText.of(connection));
    }
  }

  /** Empties a database; false where something is left of what the test made. */
  static boolean empty(ServerKind kind, Connection connection) {
    Query.run(connection, "rollback");
    Query.run(connection, "reset all");
    if (!Query.rows(connection, OUTSIDE_OF_SCHEMAS).isEmpty()) {
      return false;
    }
    for (List<String> drop : Query.rows(connection, DROPS)) {
      Query.run(connection, drop.get(0));
    }
    Query.run(connection, "create schema public");
    Query.run(connection, "comment on schema public is 'standard public schema'");
    Query.run(connection, PUBLIC_OWNER.get(kind));
    Query.run(connection, "grant usage on schema public to public");
    if (kind == ServerKind.POSTGRES_OLD) {
      Query.run(connection, "grant create on schema public to public");
    }
    synchronized (PostgresDatabases.class) {
      return PostgresCatalogueText.of(connection).equals(PRISTINE.get(kind));
    }
  }

  static synchronized void giveBack(ServerKind kind, String name) {
    FREE.get(kind).add(name);
  }

  private static final Map<ServerKind, String> PUBLIC_OWNER =
      Map.of(
          ServerKind.POSTGRES_OLD, "alter schema public owner to postgres",
          ServerKind.POSTGRES_NEW, "alter schema public owner to pg_database_owner");

  /** What no schema takes along when it goes: not worth dropping piece by piece. */
  private static final String OUTSIDE_OF_SCHEMAS =
      """
      select 'x' from pg_publication
      union all select 'x' from pg_foreign_data_wrapper
      union all select 'x' from pg_language where oid >= 16384
      union all select 'x' from pg_am where oid >= 16384
      union all select 'x' from pg_default_acl
      union all select 'x' from pg_language where lanacl is not null
      """;

  private static final String DROPS =
      """
      select 'drop event trigger ' || quote_ident(evtname) from pg_event_trigger
      union all
      select 'drop extension ' || quote_ident(extname) || ' cascade' from pg_extension where extname <> 'plpgsql'
      union all
      select 'drop schema ' || quote_ident(nspname) || ' cascade' from pg_namespace
        where nspname <> 'information_schema' and nspname !~ '^pg_'
      """;
}
