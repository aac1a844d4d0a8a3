package dev.schemac.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.model.SchemaObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class DefinitionsTest {

  private static <T extends SchemaObject> T only(Resolution resolution, Class<T> type) {
    assertEquals(List.of(), Resolved.messages(resolution));
    List<T> found = resolution.schema().all(type);
    assertEquals(1, found.size());
    return found.get(0);
  }

  @Test
  void aFunctionOnPostgres() {
    SchemaObject.Routine routine =
        only(
            Resolved.postgres(
                """
                namespace shop
                table Orders { id int primary key }
                function total(a integer, out b numeric(10, 2)) returns numeric language sql = \"""
                  select count(*) from "Orders" where id = $1;
                \"""
                """),
            SchemaObject.Routine.class);
    assertEquals("function shop.total(int)", routine.path().toString());
    assertEquals(
        "CREATE FUNCTION shop.total(a integer, out b numeric(10, 2)) returns numeric language sql"
            + " AS $$\nselect count(*) from \"Orders\" where id = $1;\n$$",
        routine.definition());
    assertEquals("[table shop.Orders]", routine.dependsOn().toString());
  }

  @Test
  void eachTargetTakesItsOwnBody() {
    String text =
        """
        function one() returns int
          @postgres language sql \"""select 1\"""
          @mysql deterministic @mysql(definer = 'app@%') \"""return 1\"""
        """;
    assertEquals(
        "CREATE FUNCTION one() returns int language sql AS $$select 1$$",
        only(Resolved.postgres(text), SchemaObject.Routine.class).definition());
    assertEquals(
        "CREATE DEFINER = 'app'@'%' FUNCTION `one`() RETURNS int DETERMINISTIC\nreturn 1",
        only(Resolved.mysql(text), SchemaObject.Routine.class).definition());
  }

  @Test
  void aTriggerOnPostgresNamesItsTableAndFunctionInFull() {
    SchemaObject.Trigger trigger =
        only(
            Resolved.postgres(
                """
                namespace shop
                table Orders { id int primary key; lastUpdate timestamptz }
                function touch() returns trigger language plpgsql = \"""begin return new; end\"""
                trigger t before update of lastUpdate on Orders for each row execute touch()
                """),
            SchemaObject.Trigger.class);
    assertEquals(
        "CREATE TRIGGER t before update of \"lastUpdate\" on shop.\"Orders\" for each row EXECUTE"
            + " FUNCTION shop.touch()",
        trigger.definition());
  }

  @Test
  void aTriggerOnMySqlHasABodyAndAPlace() {
    List<SchemaObject.Trigger> triggers =
        Resolved.mysql(
                """
                table film { id int primary key }
                trigger ins after insert on film follows other = \"""
                  begin set @x = 1; end;
                \"""
                trigger other after insert on film = \"""set @y = 1\"""
                """)
            .schema()
            .all(SchemaObject.Trigger.class);
    assertEquals(
        List.of(
            "CREATE TRIGGER `ins` AFTER INSERT ON `film` FOR EACH ROW FOLLOWS `other`\n"
                + "begin set @x = 1; end",
            "CREATE TRIGGER `other` AFTER INSERT ON `film` FOR EACH ROW\nset @y = 1"),
        triggers.stream().map(SchemaObject.Trigger::definition).toList());
  }

  @Test
  void aTriggerFollowsOneOfItsRow() {
    assertEquals(
        List.of("unknown trigger `other`"),
        Resolved.mysql(
                """
                table film { id int primary key }
                trigger ins after insert on film follows other = \"""set @x = 1\"""
                trigger other before insert on film = \"""set @y = 1\"""
                """)
            .diagnostics()
            .stream()
            .map(Diagnostic::message)
            .toList());
  }

  @Test
  void aPolicyInTheServersWords() {
    SchemaObject.Policy policy =
        only(
            Resolved.postgres(
                """
                external role app
                table cart { userId int primary key }
                policy p on cart restrictive for all to app using (userId = 1) check (true)
                """),
            SchemaObject.Policy.class);
    assertEquals(
        "CREATE POLICY p ON cart AS restrictive for all to app using (\"userId\" = 1) WITH check"
            + " (true)",
        policy.definition());
  }

  @Test
  void aGrantAndItsInverse() {
    SchemaObject.Grant grant =
        only(
            Resolved.postgres(
                """
                external role app
                table cart { userId int primary key }
                grant update (userId) on cart to app with grant option
                """),
            SchemaObject.Grant.class);
    assertEquals(
        "GRANT UPDATE (\"userId\") ON TABLE cart TO app WITH GRANT OPTION", grant.definition());
    assertEquals("REVOKE UPDATE (\"userId\") ON TABLE cart FROM app", grant.inverse());
  }

  @Test
  void grantsAreOnePerGranteeHoweverWritten() {
    assertEquals(
        List.of(
            "GRANT SELECT, INSERT ON TABLE cart TO app",
            "GRANT SELECT, INSERT ON TABLE cart TO PUBLIC",
            "GRANT INSERT (a, b), UPDATE (a, b) ON TABLE cart TO app",
            "REVOKE ALL ON FUNCTION f(double precision) FROM PUBLIC",
            "ALTER DEFAULT PRIVILEGES FOR ROLE app IN SCHEMA s GRANT ALL ON TABLES TO app",
            "REVOKE ALL ON DOMAIN pos FROM PUBLIC",
            "REVOKE ALL ON PROCEDURE g(int) FROM PUBLIC",
            "ALTER DEFAULT PRIVILEGES REVOKE ALL ON FUNCTIONS FROM PUBLIC"),
        Resolved.postgres(
                """
                external role app
                table cart { a int, b int }
                function f(x double precision) returns int language sql = \"""select 1\"""
                grant insert on cart to app, public
                grant select, update (b) on table cart to app
                grant update (a) on cart to app
                grant select on cart to public
                revoke execute on function f(float8) from public
                grant all on new tables in schema s to app granted by app
                grant insert (a), insert (b) on cart to app
                domain pos = int
                revoke usage on type pos from public
                revoke all on cart from public cascade
                procedure g(x int) language sql = \"""select 1\"""
                revoke all on routine g(integer) from public
                revoke all on new routines from public
                """)
            .schema()
            .all(SchemaObject.Grant.class)
            .stream()
            .map(SchemaObject.Grant::definition)
            .toList());
  }

  @Test
  void aViewReadsWhatItsTextNames() {
    SchemaObject.View view =
        only(
            Resolved.postgres(
                """
                table a { x int }
                table b { a_id int }
                view v @postgres(security_barrier) = \"""
                  select 'b', x from a; -- b
                \"""
                """),
            SchemaObject.View.class);
    assertEquals("[table a]", view.dependsOn().toString());
    assertEquals("{security_barrier=true}", view.options().toString());
  }

  @Test
  void whatOneDialectDoesNotHaveIsSaid() {
    assertEquals(
        List.of(
            "SC2010 1:11 an extension is not available on mysql:8.4",
            "SC2010 3:19 a materialized view is not available on mysql:8.4",
            "SC2010 4:8 a policy is not available on mysql:8.4"),
        Resolved.messages(
            Resolved.mysql(
                """
                extension citext
                table t { a int }
                materialized view m = \"""select 1\"""
                policy p on t
                extension vector @postgres(schema = x)
                native aggregate g(text) @postgres \"""create aggregate g(text) ()\"""
                """)));
  }

  @Test
  void aNativeObjectIsDroppedByKindAndName() {
    assertEquals(
        "DROP AGGREGATE g(text)",
        only(
                Resolved.postgres("native aggregate g(text) @postgres \"\"\"create …\"\"\""),
                SchemaObject.NativeObject.class)
            .drop());
    assertEquals(
        List.of("SC2007 1:13 schemac cannot tell how to drop a rule"),
        Resolved.messages(Resolved.postgres("native rule r @postgres \"\"\"create …\"\"\"")));
  }

  @Test
  void functionsMayShareANameButNotASignature() {
    String one = "function f(a int) returns int language sql = \"\"\"select 1\"\"\"\n";
    assertEquals(
        List.of("SC2002 3:10 `function f(int)` is declared twice"),
        Resolved.messages(
            Resolved.postgres(
                one + one.replace("int)", "text)") + one.replace("a int", "b integer"))));
  }

  @Test
  void whatIsRevokedAndGrantedIsAContradiction() {
    assertEquals(
        List.of("SC2002 2:1 what is revoked from `PUBLIC` here is granted too"),
        Resolved.messages(
            Resolved.postgres(
                """
                function f() returns int language sql = \"""select 1\"""
                revoke execute on function f() from public
                grant all on function f() to public
                """)));
  }

  @Test
  void noWordsOfAHeaderAreLost() {
    assertEquals(
        List.of("SC2007 1:10 a body stands behind `=`, not behind `as`"),
        Resolved.messages(
            Resolved.postgres(
                "function f() returns int language c as 'lib' = \"\"\"select 1\"\"\"")));
    assertEquals(
        List.of(
            "SC2010 2:9 a trigger with `when (new.a > 1)` is not available on mysql:8.4",
            "SC2010 3:9 a trigger with `for each statement` is not available on mysql:8.4"),
        Resolved.messages(
            Resolved.mysql(
                """
                table t { a int }
                trigger one before insert on t when (new.a > 1) for each row = \"""set new.a = 1\"""
                trigger two before insert on t for each statement = \"""set new.a = 1\"""
                """)));
  }

  @Test
  void aNotNullIsAConstraintFromPostgres18On() {
    String table = "table t {\n  a int\n  not null (a) no inherit not valid\n}\n";
    assertEquals(
        List.of(
            "SC2010 3:16 `no inherit` of a not null constraint is not available on postgres:17",
            "SC2010 3:27 `not valid` of a not null constraint is not available on postgres:17"),
        Resolved.messages(Resolved.of("postgres:17", table)));
    assertEquals(List.of(), Resolved.messages(Resolved.of("postgres:18", table)));
  }
}
