package dev.schemac.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The comparison that every golden case relies on sees each single difference, and nothing else.
 */
class CatalogueTextTest {
  private static final String BASE =
      """
      create table p (id int primary key);
      create table t (id int not null, a int default 1, b varchar(10), p int,
        constraint c check (a > 0), constraint f foreign key (p) references p (id));
      create index i on t (a, b);
      create view v as select a from t;
      """;

  private static final List<String> ALIKE =
      List.of(
          "alter table t alter column a set default 2",
          "alter table t alter column a drop default",
          "alter table t drop constraint c",
          "alter table t add constraint d check (a > 1)",
          "alter table t drop constraint f",
          "alter table t rename column b to x",
          "alter table t rename to u",
          "alter table t add primary key (id)",
          "alter table t add constraint u unique (b)",
          "create index j on t (a desc)",
          "drop view v",
          "create table q (a int)");

  private static final List<String> POSTGRES =
      List.of(
          "alter table t alter column b type varchar(11)",
          "alter table t alter column b set not null",
          "alter table t alter column b type varchar(10) collate \"C\"",
          "alter table t alter column b set storage external",
          "alter table t alter column id add generated always as identity",
          "alter table t alter column b set statistics 10",
          "alter table t set (fillfactor = 70)",
          "alter table t set unlogged",
          "alter table t enable row level security",
          "alter table t replica identity full",
          "alter table t drop constraint f, add constraint f foreign key (p) references p (id) not"
              + " valid",
          "alter table t drop constraint f, add constraint f foreign key (p) references p (id)"
              + " deferrable",
          "alter table t drop constraint c, add constraint c check (a > 0) no inherit",
          "alter table t cluster on i",
          "update pg_index set indisvalid = false where indexrelid = 'i'::regclass",
          "alter view v set (security_barrier)",
          "comment on column t.a is 'x'",
          "comment on index i is 'x'",
          "comment on constraint c on t is 'x'",
          "grant select on t to public",
          "grant select (a) on t to public",
          "create policy y on t using (a = 1)",
          "create sequence s",
          "create type e as enum ('a')",
          "create type e as (a int)",
          "create domain d as int check (value > 0)",
          "create function g() returns int language sql as 'select 1'",
          "create statistics st (ndistinct) on a, b from t",
          "create rule r as on delete to t do instead nothing",
          "create schema other",
          "alter default privileges grant select on tables to public");

  private static final List<String> MYSQL =
      List.of(
          "alter table t modify b varchar(11)",
          "alter table t modify b varchar(10) not null",
          "alter table t modify b varchar(10) collate utf8mb4_bin",
          "alter table t modify b varchar(10) comment 'x'",
          "alter table t alter index i invisible",
          "alter table t alter check c not enforced",
          "alter table t comment 'x'",
          "alter table t row_format = compressed",
          "alter table t alter column b set invisible",
          "alter table t modify id int not null auto_increment, add primary key (id)",
          "create trigger g before insert on t for each row set new.a = 1",
          "create procedure r() select 1",
          "create event e on schedule every 1 day do select 1");

  @Test
  void everyDifferenceShowsOnPostgres() {
    eachShows(ServerKind.POSTGRES_OLD, POSTGRES);
    eachShows(ServerKind.POSTGRES_NEW, POSTGRES);
  }

  @Test
  void everyDifferenceShowsOnMySql() {
    eachShows(ServerKind.MYSQL_NEW, MYSQL);
  }

  @Test
  void theSameDumpGivesTheSameText() throws IOException {
    for (ServerKind kind : List.of(ServerKind.POSTGRES_NEW, ServerKind.MYSQL_NEW)) {
      assertEquals(built(kind), built(kind));
    }
  }

  private static Map<String, String> built(ServerKind kind) {
    try (TestDatabase database = Servers.database(kind)) {
      SqlClient.runAll(database, "base", BASE);
      return CatalogueText.of(database);
    }
  }

  private static void eachShows(ServerKind kind, List<String> own) {
    Map<String, String> base = built(kind);
    for (List<String> statements : List.of(ALIKE, own)) {
      for (String statement : statements) {
        try (TestDatabase database = Servers.database(kind)) {
          SqlClient.runAll(database, "base", BASE);
          Query.run(database.connection(), statement);
          assertNotEquals(base, CatalogueText.of(database), kind + ": " + statement);
        }
      }
    }
  }
}
