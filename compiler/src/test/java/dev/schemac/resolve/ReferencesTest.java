package dev.schemac.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.model.Constraint;
import dev.schemac.model.QName;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferencesTest {

  @Test
  void aRefTakesTypeAndMakesTheKey() {
    Resolution resolution =
        Resolved.postgres(
            """
            table users { id uuid primary key; email varchar(80) unique }
            table orders {
              id int primary key
              owner ref users on delete cascade
              mail ref users(email)? as fk_mail on delete set null
            }
            table lines { o ref orders; who ref orders(id)? }
            """);
    assertEquals(List.of(), Resolved.messages(resolution));
    var orders = Resolved.table(resolution, "orders");
    assertEquals("uuid", orders.column("owner").orElseThrow().type().toString());
    assertEquals("varchar(80)", orders.column("mail").orElseThrow().type().toString());
    assertEquals(
        List.of("orders_owner_fkey", "fk_mail"),
        orders.foreignKeys().stream().map(Constraint.ForeignKey::name).toList());
    assertEquals(Constraint.Action.CASCADE, orders.foreignKeys().get(0).onDelete());
    assertEquals(QName.of("users"), orders.foreignKeys().get(1).referencedTable());
  }

  @Test
  void aChainOfRefsIsFollowedHoweverLong() {
    StringBuilder text = new StringBuilder();
    for (int i = 19_999; i > 0; i--) {
      text.append("table t").append(i).append(" { id ref t").append(i - 1);
      text.append(" primary key }\n");
    }
    Resolution resolution =
        Resolved.postgres(text.append("table t0 { id bigint primary key }\n").toString());
    assertEquals(List.of(), Resolved.messages(resolution));
    assertEquals(
        "bigint",
        Resolved.table(resolution, "t19999").column("id").orElseThrow().type().toString());
  }

  @Test
  void refsInACircleEnd() {
    Resolution resolution =
        Resolved.postgres(
            """
            table a { id ref b primary key }
            table b { id ref a primary key }
            """);
    assertEquals(
        List.of("SC2006 1:14 `a.id` takes its type from itself"), Resolved.messages(resolution));
  }

  @Test
  void theDiagnosticOfTheLanguagePage() {
    Resolution resolution =
        Resolved.postgres(
            """
            table users { id int primary key }
            table orders {
              user_id uuid
              foreign key (user_id) -> users (id)
            }
            """);
    Diagnostic d = resolution.diagnostics().get(0);
    assertEquals(
        List.of("SC2004 4:16 foreign key compares uuid with int"), Resolved.messages(resolution));
    assertEquals("uuid", d.spanLabel().orElseThrow());
    assertEquals("int", d.labels().get(0).text());
    assertEquals(1, d.labels().get(0).span().line());
    assertEquals(
        "declare it as `user_id ref users`, which takes its type from users.id",
        d.help().orElseThrow());
  }

  @Test
  void comparableTypesWarnOnPostgresAndFailOnMySql() {
    String text =
        """
        table a { id bigint primary key }
        table b { x int; foreign key (x) -> a }
        """;
    assertEquals(
        List.of("SC2014 2:31 foreign key compares int with bigint"),
        Resolved.messages(Resolved.postgres(text)));
    assertEquals(
        List.of("SC2004 2:31 foreign key compares int with bigint"),
        Resolved.messages(Resolved.mysql(text)));
  }

  @Test
  void charactersSetsMustAgreeOnMySql() {
    Resolution resolution =
        Resolved.mysql(
            """
            table a @mysql(collate = utf8mb4_bin) { id varchar(36) primary key }
            table b { x varchar(36); y ref a; foreign key (x) -> a }
            """);
    assertEquals(
        List.of(
            "SC2004 2:48 foreign key compares strings in the default character set with strings in"
                + " utf8mb4_bin"),
        Resolved.messages(resolution));
    assertEquals(
        "utf8mb4_bin",
        Resolved.table(resolution, "b").column("y").orElseThrow().collation().orElseThrow());
  }

  @Test
  void unknownTargetsAreSuggested() {
    Resolution resolution =
        Resolved.postgres(
            """
            table users { id int primary key; email text }
            table b {
              a ref user
              c ref users(mail)?
              d ref users(email)
              foreign key (e) -> users
            }
            """);
    assertEquals(
        List.of(
            "SC2001 3:9 unknown table `user`",
            "SC2001 4:15 unknown column `users.mail`",
            "SC2008 5:5 `users` has no unique key over (email)",
            "SC2001 6:16 unknown column `b.e`"),
        Resolved.messages(resolution));
    assertEquals("did you mean `users`?", resolution.diagnostics().get(0).help().orElseThrow());
  }

  @Test
  void compositeKeysNeedAllColumns() {
    Resolution resolution =
        Resolved.postgres(
            """
            table a { x int; y int; primary key (x, y) }
            table b { r ref a; x int; y int; foreign key (x, y) -> a }
            table c { x int; foreign key (x) -> a }
            """);
    assertEquals(
        List.of(
            "SC2008 2:13 `a` has a primary key of several columns",
            "SC2008 3:37 foreign key of 1 columns refers to 2"),
        Resolved.messages(resolution));
    assertEquals(
        List.of("x", "y"),
        Resolved.table(resolution, "b").foreignKeys().get(0).referencedColumns());
  }

  @Test
  void setNullNeedsANullableColumn() {
    assertEquals(
        List.of("SC2007 2:19 `on delete set null` needs a column that may be NULL"),
        Resolved.messages(
            Resolved.postgres(
                "table a { id int primary key }\ntable b { x ref a on delete set null }")));
  }

  @Test
  void aNameIsLookedUpAtHomeFirst() {
    Resolution resolution =
        Resolved.postgres(
            """
            table users { id int primary key }
            namespace shop
            table users { id uuid primary key }
            table orders { a ref users; b ref auth.users }
            namespace auth
            table users { id bigint primary key }
            """);
    assertEquals(List.of(), Resolved.messages(resolution));
    var orders = resolution.schema().table(new QName("shop", "orders")).orElseThrow();
    assertEquals("uuid", orders.columns().get(0).type().toString());
    assertEquals("bigint", orders.columns().get(1).type().toString());
    assertTrue(resolution.places().size() > 8);
  }
}
