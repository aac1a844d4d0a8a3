package dev.schemac.shadow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemac.catalog.LiveSchema;
import dev.schemac.catalog.mysql.MySqlCatalogReader;
import dev.schemac.catalog.postgres.PostgresCatalogReader;
import dev.schemac.connect.Progress;
import dev.schemac.connect.ServerUrl;
import dev.schemac.golden.ServerKind;
import dev.schemac.golden.Servers;
import dev.schemac.golden.TestDatabase;
import dev.schemac.model.Target;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Shadow databases on real servers: a given one is as it was afterwards. */
class ShadowDatabaseTest {
  private static final String EVERYTHING =
      """
      create schema other;
      create extension if not exists pg_trgm;
      create table t (id serial primary key, a text);
      create table other.u (id int primary key references t);
      create view v as select a from t;
      create materialized view m as select a from v;
      create type mood as enum ('sad');
      create type pair as (a int, b mood);
      create domain short as varchar(3);
      create type span as range (subtype = float8);
      create function f(a int) returns int language sql as 'select a';
      create procedure p() language sql as 'select 1';
      create aggregate total(int) (sfunc = int4pl, stype = int);
      create function fe() returns event_trigger language plpgsql as 'begin end';
      create event trigger et on ddl_command_end execute function fe();
      create foreign data wrapper w;
      create server srv foreign data wrapper w;
      create foreign table ft (a int) server srv;
      create publication pub for table t;
      create collation c (locale = 'C');
      create text search configuration tsc (copy = simple);
      create function eq(pair, int) returns boolean language sql as 'select true';
      create operator === (function = eq, leftarg = pair, rightarg = int);
      create cast (pair as int) with inout;
      alter default privileges grant select on tables to public;
      revoke all on schema public from public;
      comment on schema public is 'changed'
      """;

  private static ServerUrl url(TestDatabase database) throws Exception {
    return ServerUrl.parse(database.server().url(database.name()));
  }

  private static ShadowServers given(TestDatabase database) throws Exception {
    return new ShadowServers(Optional.of(url(database)), Map.of(), Progress.NONE);
  }

  private static Map<String, String> embedded(String path) {
    return Map.of("PATH", path, ServerChoice.VARIABLE, "embedded");
  }

  private static String one(TestDatabase database, String sql) throws SQLException {
    try (Statement statement = database.connection().createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private static void fill(ShadowDatabase shadow, String sql) throws ShadowFailure {
    for (SqlScript.Statement each : SqlScript.of(shadow.target().dialect(), sql).statements()) {
      shadow.run(each.sql());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_OLD", "POSTGRES_NEW"})
  void aGivenPostgresIsEmptyAgain(ServerKind kind) throws Exception {
    String state =
        "select concat_ws('|', (select string_agg(nspname || nspowner || coalesce(nspacl::text, '')"
            + " || coalesce(obj_description(oid, 'pg_namespace'), ''), ',' order by nspname) from"
            + " pg_namespace where nspname !~ '^pg_(toast_)?temp'), (select count(*) from"
            + " pg_class), (select count(*) from pg_proc), (select count(*) from pg_type), (select"
            + " count(*) from pg_default_acl), (select count(*) from pg_cast), (select count(*)"
            + " from pg_event_trigger), (select count(*) from pg_foreign_data_wrapper))";
    try (TestDatabase database = Servers.database(kind)) {
      String before = one(database, state);
      for (int i = 0; i < 2; i++) {
        try (ShadowDatabase shadow = given(database).open(kind.target())) {
          fill(shadow, EVERYTHING);
          LiveSchema read = shadow.read(new PostgresCatalogReader());
          assertTrue(read.schema().objects().size() > 10);
        }
        assertEquals(before, one(database, state));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL_OLD", "MYSQL_NEW"})
  void aGivenMySqlIsEmptyAgain(ServerKind kind) throws Exception {
    try (TestDatabase database = Servers.database(kind)) {
      for (int i = 0; i < 2; i++) {
        try (ShadowDatabase shadow = given(database).open(kind.target())) {
          fill(
              shadow,
              """
              create table t (id int primary key);
              create table u (id int primary key, foreign key (id) references t (id));
              create view v as select id from t;
              create procedure p() begin select 1; end;
              create function f() returns int deterministic return 1;
              create trigger tr before insert on t for each row set new.id = 1;
              create event e on schedule every 1 day do select 1;
              """);
          ShadowFailure beyond =
              assertThrows(ShadowFailure.class, () -> shadow.run("create database elsewhere"));
          assertEquals(ShadowFailure.Kind.BEYOND, beyond.kind());
        }
      }
      assertEquals(List.of(), new MySqlEmptying().contents(database.connection()));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_NEW", "MYSQL_NEW"})
  void aDatabaseThatHoldsSomethingIsRefusedAndNotTouched(ServerKind kind) throws Exception {
    try (TestDatabase database = Servers.database(kind);
        Statement statement = database.connection().createStatement()) {
      statement.execute("create table precious (a int)");
      ShadowServers servers = given(database);
      ShadowFailure refused = assertThrows(ShadowFailure.class, () -> servers.open(kind.target()));
      assertEquals(ShadowFailure.Kind.NOT_EMPTY, refused.kind());
      assertTrue(refused.getMessage().contains("precious"), refused.getMessage());
      assertEquals("0", one(database, "select count(*) from precious"));
    }
  }

  @Test
  void aServerOfAnotherVersionIsRefused() throws Exception {
    try (TestDatabase database = Servers.database(ServerKind.POSTGRES_NEW)) {
      ShadowServers servers = given(database);
      for (String target : List.of("postgres:17", "mysql:8.4")) {
        ShadowFailure refused =
            assertThrows(
                ShadowFailure.class, () -> servers.open(Target.parse(target).orElseThrow()));
        assertEquals(ShadowFailure.Kind.OTHER_SERVER, refused.kind());
      }
    }
  }

  /** As {@code schemac} does it for whoever gives no database. */
  @Test
  void aServerOfTheWantedVersionStartsOnceAndMakesRolesThatASchemaNames() throws Exception {
    ShadowServers servers = new ShadowServers(Optional.empty(), System.getenv(), Progress.NONE);
    Target target = ServerKind.POSTGRES_OLD.target();
    for (int i = 0; i < 2; i++) {
      try (ShadowDatabase shadow = servers.open(target)) {
        assertEquals(target, shadow.target());
        fill(shadow, "create table t (a int); grant select on t to somebody_else");
        assertEquals(1, shadow.read(new PostgresCatalogReader()).schema().tables().size());
      }
    }
  }

  /** A script of a dump of databases chooses its own, which goes with the shadow database. */
  @Test
  void aMySqlOfTheWantedSeriesIsFoundOnThePath() throws Exception {
    Target target = ServerKind.MYSQL_NEW.target();
    String path = "/nowhere:" + Servers.binaries(ServerKind.MYSQL_NEW).resolve("bin");
    ShadowServers servers = new ShadowServers(Optional.empty(), embedded(path), Progress.NONE);
    for (int i = 0; i < 2; i++) {
      try (ShadowDatabase shadow = servers.open(target)) {
        fill(shadow, "create database elsewhere; use elsewhere; create table t (a int)");
        assertEquals(1, shadow.read(new MySqlCatalogReader()).schema().tables().size());
      }
    }
  }

  @Test
  void whatCannotBeHadIsSaid() {
    ShadowServers servers =
        new ShadowServers(Optional.empty(), embedded("/nowhere"), Progress.NONE);
    ShadowFailure refused =
        assertThrows(
            ShadowFailure.class, () -> servers.open(Target.parse("mysql:8.4").orElseThrow()));
    assertEquals(ShadowFailure.Kind.UNAVAILABLE, refused.kind());
    assertTrue(refused.getMessage().contains("8.4"), refused.getMessage());
  }

  @Test
  void aRepositoryThatHasNoSuchJarIsSaid() {
    var failure =
        assertThrows(
            java.io.IOException.class,
            () -> new MavenArtifacts(System.getenv()).jar("dev.schemac:no-such-thing:1"));
    assertTrue(failure.getMessage().contains("no-such-thing"), failure.getMessage());
  }
}
