package dev.schemac.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.schemac.model.Expression;
import dev.schemac.model.Index;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortabilityTest {

  private static List<String> mysql(String members) {
    return Resolved.messages(Resolved.mysql("table t {\n" + members + "\n}"));
  }

  private static List<String> old(String members) {
    return Resolved.messages(Resolved.of("postgres:14", "table t {\n" + members + "\n}"));
  }

  @Test
  void aPartialUniqueIndexOverNotNullIsPlainOnMySql() {
    Resolution resolution =
        Resolved.mysql("table t { a int?; unique index (a) where (a is not null) }");
    assertEquals(List.of(), Resolved.messages(resolution));
    Index index = Resolved.table(resolution, "t").indexes().get(0);
    assertEquals(new Expression.ColumnRef("a"), index.parts().get(0).expression());
    assertEquals(true, index.predicate().isEmpty());
  }

  @Test
  void anotherPartialUniqueIndexIsFunctionalOnMySql() {
    Resolution resolution =
        Resolved.mysql("table t { a int; b bool; unique index (a) where (b = true) }");
    Index index = Resolved.table(resolution, "t").indexes().get(0);
    assertEquals(true, index.parts().get(0).expression() instanceof Expression.Case);
  }

  @Test
  void whatMySqlDoesNotHave() {
    assertEquals(
        List.of("SC2010 2:17 a partial index is not available on mysql:8.4"),
        mysql("a int;index (a) where (a > 1)"));
    assertEquals(
        List.of("SC2010 2:18 `include` is not available on mysql:8.4"),
        mysql("a int;unique (a) include (a)"));
    assertEquals(
        List.of("SC2010 2:23 index method `gin` is not available on mysql:8.4"),
        mysql("a int;index (a) using gin"));
    assertEquals(
        List.of("SC2010 2:18 `deferrable` is not available on mysql:8.4"),
        mysql("a int;unique (a) deferrable"));
  }

  @Test
  void aTextIsNoKeyOnMySqlWithoutAPrefix() {
    assertEquals(
        List.of("SC2010 2:8 `t.a` is `longtext` on MySQL, which is no key without a prefix length"),
        mysql("a text;index (a)"));
    assertEquals(List.of(), mysql("a text;index (a(20))"));
    assertEquals(
        List.of("SC2010 2:15 a prefix of a column is not available on postgres:14"),
        old("a text;index (a(20))"));
  }

  @Test
  void uniqueStringsUnderACaseInsensitiveCollation() {
    assertEquals(
        List.of("SC2017 2:1 `t.a` has a case-insensitive collation: `'x'` and `'X'` collide"),
        mysql("a varchar(9) unique"));
    assertEquals(List.of(), mysql("a varchar(9) unique collate utf8mb4_bin"));
    assertEquals(List.of(), mysql("a uuid unique"));
  }

  @Test
  void timestampsEnd() {
    assertEquals(
        List.of("SC2018 2:3 `timestamptz` is `timestamp` on MySQL, which ends in 2038"),
        mysql("a timestamptz"));
  }

  @Test
  void checksNeedAVersionThatChecks() {
    assertEquals(
        List.of("SC2010 1:17 a check is not available on mysql:8.0.15"),
        Resolved.messages(Resolved.of("mysql:8.0.15", "table t { a int check (a > 0) }")));
  }

  @Test
  void whatOldPostgresDoesNotHave() {
    assertEquals(
        List.of("SC2010 2:19 `nulls not distinct` is not available on postgres:14"),
        old("a int?;unique (a) nulls not distinct"));
    assertEquals(
        List.of("SC2010 2:13 a virtual generated column is not available on postgres:14"),
        old("a int;b int generated (a + 1) virtual"));
    assertEquals(
        List.of("SC2010 2:24 index method `fulltext` is not available on postgres:14"),
        old("a int; index (a) using fulltext"));
  }

  @Test
  void anIdentityLeadsAKeyOnMySql() {
    assertEquals(
        List.of(
            "SC2010 2:1 an `identity` column that no key begins with is not available on"
                + " mysql:8.4"),
        mysql("a int identity"));
    assertEquals(List.of(), mysql("a int identity primary key"));
  }

  @Test
  void whatMySqlRefusesAboutAWholeTable() {
    Resolution resolution =
        Resolved.of(
            "mysql:8.0.16",
            """
            table d { id int identity primary key check (id > 0) }
            namespace s
            table t {
              id int primary key
              a ref d? on delete set null check (a > 5)
              x int @mysql(invisible)
              partition by range (id) { p0 from (1) to (2) }
            }
            """);
    assertEquals(
        List.of(
            "SC2010 1:39 a check that reads an `identity` column is not available on mysql:8.0.16",
            "SC2010 5:5 a foreign key from a namespace into the default one is not available on"
                + " mysql:8.0.16",
            "SC2010 5:31 a check over a column that a foreign key's action sets is not available on"
                + " mysql:8.0.16",
            "SC2010 6:3 an invisible column is not available on mysql:8.0.16",
            "SC2010 7:29 `from` of a partition is not available on mysql:8.0.16"),
        Resolved.messages(resolution));
  }
}
