package dev.schemac.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemac.model.Constraint;
import dev.schemac.model.Dialect;
import dev.schemac.model.Index;
import dev.schemac.model.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamingTest {

  private static final String TABLE =
      """
      table t {
        id int primary key
        a int unique check (a > 0)
        b text
        r ref t?
        unique (id, a)
        index (b, a)
        index (lower(b))
        index ((a + 1))
        check (a > id)
        check (a < 9)
      }
      """;

  @Test
  void postgresConventions() {
    Table t = Resolved.table(Resolved.postgres(TABLE), "t");
    assertEquals(
        List.of(
            "t_pkey", "t_a_key", "t_a_check", "t_r_fkey", "t_id_a_key", "t_check", "t_a_check1"),
        t.constraints().stream().map(Constraint::name).toList());
    assertEquals(
        List.of("t_b_a_idx", "t_lower_idx", "t_expr_idx"),
        t.indexes().stream().map(Index::name).toList());
  }

  @Test
  void mysqlHasUniqueIndexesAndOnePrimary() {
    Table t = Resolved.table(Resolved.mysql(TABLE.replace("b text", "b varchar(9)")), "t");
    assertEquals(
        List.of("PRIMARY", "t_a_check", "t_r_fkey", "t_check", "t_a_check1"),
        t.constraints().stream().map(Constraint::name).toList());
    assertEquals(
        List.of("t_a_key", "t_id_a_key", "t_b_a_idx", "t_lower_idx", "t_expr_idx"),
        t.indexes().stream().map(Index::name).toList());
  }

  @Test
  void writtenNamesComeFirst() {
    Table t =
        Resolved.table(
            Resolved.postgres("table t { a int; index (a); index t_a_idx (a desc) }"), "t");
    assertEquals(List.of("t_a_idx1", "t_a_idx"), t.indexes().stream().map(Index::name).toList());
  }

  @Test
  void indexesShareTheNamesOfTablesOnPostgres() {
    String text = "table a { x int; index b (x) }\ntable b { x int; index i (x); index i (x) }";
    assertEquals(
        List.of("SC2002 1:24 `b` is declared twice", "SC2002 2:37 `i` is declared twice"),
        Resolved.messages(Resolved.postgres(text)));
    assertEquals(
        List.of("SC2002 2:37 `i` is declared twice"), Resolved.messages(Resolved.mysql(text)));
  }

  @Test
  void longNamesAreCutAndStayApart() {
    String stem = "x".repeat(60);
    String one = AutomaticNames.of(Dialect.POSTGRES, stem, List.of("first"), "idx");
    String two = AutomaticNames.of(Dialect.POSTGRES, stem, List.of("second"), "idx");
    assertEquals(63, one.length());
    assertTrue(one.endsWith("_idx"));
    assertNotEquals(one, two);
    String wide = AutomaticNames.of(Dialect.POSTGRES, "ж".repeat(40), List.of("a"), "key");
    assertTrue(wide.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= 63);
    assertEquals(
        64, AutomaticNames.of(Dialect.MYSQL, "ж".repeat(90), List.of("a"), "key").length());
  }

  @Test
  void writtenNamesMustFit() {
    String name = "n".repeat(64);
    assertEquals(
        List.of("SC2013 1:7 `" + name + "` is longer than postgres allows"),
        Resolved.messages(Resolved.postgres("table " + name + " { a int }")));
    assertEquals(List.of(), Resolved.messages(Resolved.mysql("table " + name + " { a int }")));
  }

  @Test
  void mixinsFollowTheOwnMembers() {
    Resolution resolution =
        Resolved.postgres(
            """
            mixin A with B { a int; index (a) }
            mixin B { b int }
            table t with A, B { id int primary key }
            table u with A { b text }
            """);
    assertEquals(
        List.of("SC2002 2:11 column `u.b` is declared twice"), Resolved.messages(resolution));
    assertEquals(
        List.of("id", "a", "b"),
        Resolved.table(resolution, "t").columns().stream().map(c -> c.name()).toList());
  }

  @Test
  void mixinsInACircleEnd() {
    assertEquals(
        List.of("SC2006 1:7 mixin `A` contains itself"),
        Resolved.messages(
            Resolved.postgres(
                "mixin A with B { a int }\nmixin B with A { b int }\ntable t with A { }")));
  }

  @Test
  void optionsAreAClosedList() {
    Resolution resolution =
        Resolved.postgres("table t @postgres(fillfactor = 70, filfactor = 1) { a int }");
    assertEquals(
        List.of("SC2012 1:36 `@postgres` has no option `filfactor` for a table"),
        Resolved.messages(resolution));
    assertEquals("70", Resolved.table(resolution, "t").options().get("fillfactor"));
  }

  @Test
  void aNamespacesOptionsAreTheDefaultsOfItsTables() {
    Resolution resolution =
        Resolved.mysql(
            """
            namespace s @mysql(engine = InnoDB, charset = utf8mb3, collate = utf8mb3_bin)
            table t { a varchar(9) unique }
            table u @mysql(charset = latin1) { a int }
            """);
    assertEquals(List.of(), Resolved.messages(resolution));
    assertEquals(
        "{charset=utf8mb3, collate=utf8mb3_bin}",
        resolution.schema().tables().get(0).options().toString());
    assertEquals("{charset=latin1}", resolution.schema().tables().get(1).options().toString());
  }
}
