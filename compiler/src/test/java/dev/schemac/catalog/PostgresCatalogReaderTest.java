package dev.schemac.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.schemac.catalog.postgres.PostgresCatalogReader;
import dev.schemac.golden.ServerKind;
import dev.schemac.golden.Servers;
import dev.schemac.golden.TestDatabase;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.Index;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is in a database is either in the model that is read from it or named as a gap. */
class PostgresCatalogReaderTest {
  private static LiveSchema read(ServerKind kind, String sql) throws SQLException {
    try (TestDatabase database = Servers.database(kind);
        Statement statement = database.connection().createStatement()) {
      statement.execute(sql);
      return new PostgresCatalogReader().read(database.connection());
    }
  }

  private static <T> List<String> names(Collection<T> all, Function<T, String> name) {
    return all.stream().map(name).toList();
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_OLD", "POSTGRES_NEW"})
  void readsTables(ServerKind kind) throws SQLException {
    LiveSchema live =
        read(
            kind,
            """
            create schema shop;
            create sequence numbers start 5 increment 2;
            create table users (id bigint generated always as identity primary key, email varchar(50) not null unique);
            create table shop.items (id uuid, owner bigint references users on delete cascade, n int default 3,
              constraint positive check (n > 0));
            create index items_n on shop.items (n desc) where n > 1;
            comment on table shop.items is 'what is sold';
            create table flyway_schema_history (v int);
            """);
    assertEquals(List.of(), live.gaps());
    assertEquals(Map.of("of Flyway", 1), live.leftOut());
    assertEquals(
        List.of("namespace shop", "sequence numbers", "table users", "table shop.items"),
        names(live.schema().objects(), o -> o.path().toString()));
    Table items = live.schema().table(new QName("shop", "items")).orElseThrow();
    assertEquals(List.of("id", "owner", "n"), names(items.columns(), Column::name));
    assertEquals(
        List.of("items_owner_fkey", "positive"), names(items.constraints(), Constraint::name));
    assertEquals(List.of("items_n"), names(items.indexes(), Index::name));
    assertEquals("what is sold", items.comment().orElseThrow());
    Constraint.ForeignKey key = items.foreignKeys().getFirst();
    assertEquals(QName.of("users"), key.referencedTable());
    assertEquals(Constraint.Action.CASCADE, key.onDelete());
    assertEquals(1, live.schema().all(SchemaObject.Sequence.class).size());
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_OLD", "POSTGRES_NEW"})
  void namesWhatItDoesNotRead(ServerKind kind) throws SQLException {
    LiveSchema live =
        read(
            kind,
            """
            create type mood as enum ('sad');
            create domain name as text;
            create type pair as (a int);
            create type span as range (subtype = float8);
            create table t (a int, b mood);
            create view v as select a from t;
            create materialized view m as select a from t;
            create function f() returns trigger language plpgsql as 'begin return new; end';
            create trigger tg before insert on t for each row execute function f();
            create rule r as on delete to t do instead nothing;
            create policy p on t;
            create statistics s on a, b from t;
            create aggregate total(int) (sfunc = int4pl, stype = int);
            create foreign data wrapper w;
            create server srv foreign data wrapper w;
            create foreign table ft (a int) server srv;
            create text search configuration tsc (copy = simple);
            create table child () inherits (t);
            create table parts (a int) partition by list (a);
            create table part_1 partition of parts for values in (1);
            create event trigger et on ddl_command_end execute function fe();
            grant select on t to public;
            alter default privileges grant select on tables to public;
            """
                .replace(
                    "create event trigger",
                    "create function fe() returns event_trigger language plpgsql as 'begin end';\n"
                        + "create event trigger"));
    assertEquals(List.of(), live.gaps().stream().map(CatalogGap::object).sorted().toList());
  }

  /** A session that may only read is enough, and afterwards it is as it was. */
  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_OLD", "POSTGRES_NEW"})
  void leavesTheSessionAsItWas(ServerKind kind) throws SQLException {
    try (TestDatabase database = Servers.database(kind);
        Statement statement = database.connection().createStatement()) {
      statement.execute("create table t (a int)");
      statement.execute("set search_path = public, pg_temp");
      statement.execute("set default_transaction_read_only = on");
      LiveSchema live = new PostgresCatalogReader().read(database.connection());
      assertEquals(List.of("table t"), names(live.schema().objects(), o -> o.path().toString()));
      assertEquals(true, database.connection().getAutoCommit());
      try (ResultSet path = statement.executeQuery("show search_path")) {
        path.next();
        assertEquals("public, pg_temp", path.getString(1));
      }
      assertThrows(SQLException.class, () -> statement.execute("insert into t values (2)"));
      statement.execute("set default_transaction_read_only = off");
    }
  }

  /** What the model has no form for, in the kinds of objects that it has a form for. */
  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_OLD", "POSTGRES_NEW"})
  void namesWhatItCannotSay(ServerKind kind) throws SQLException {
    LiveSchema live =
        read(
            kind,
            """
            create extension hstore;
            create extension pg_stat_statements;
            revoke execute on function hstore_in(cstring) from public;
            grant select (calls) on pg_stat_statements to pg_monitor;
            create function f() returns trigger language plpgsql as 'begin return new; end';
            alter function f() depends on extension hstore;
            create table parts (a int primary key) partition by list (a);
            create table child (a int references parts);
            alter table child disable trigger all;
            create table held (a int) partition by list (a);
            create foreign data wrapper w;
            create server srv foreign data wrapper w;
            create foreign table far (a int) server srv;
            create table heir (b int) inherits (far);
            """);
    assertEquals(
        List.of(
            "function public.f()",
            "privileges of pg_monitor on view column public.pg_stat_statements.calls",
            "privileges of public on function public.hstore_in(pg_catalog.cstring)",
            "table heir"),
        live.gaps().stream()
            .map(CatalogGap::object)
            .filter(o -> !o.startsWith("trigger RI_"))
            .sorted()
            .toList());
    assertEquals(
        2, live.gaps().stream().filter(g -> g.reason().contains("child_a_fkey and")).count());
  }
}
