package dev.schemac.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemac.emit.MigrationScript;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Target;
import dev.schemac.plan.Plan;
import dev.schemac.plan.Strategy;
import dev.schemac.resolve.Resolution;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What applications see while a migration is half-way, and what a failed one left behind. */
class OnlinePostgresTest {
  private static final Target TARGET = Target.parse("postgres:14").orElseThrow();

  private static final String BEFORE =
      """
      enum Kind { fixed, monthly, custom }
      table items {
        id     int primary key
        kind   Kind default fixed
        amount int
        code   varchar(20)
        unique (kind, code)
        index (amount)
        check amount_sane (amount > 0)
      }
      view kinds = \"""select kind, count(*) as n from items group by kind\"""
      """;

  private static final String AFTER =
      """
      enum Kind as varchar(50) { fixed, monthly, retire custom -> fixed }
      table items {
        id     int primary key
        kind   Kind default fixed
        amount bigint
        code   varchar(20)
        unique (kind, code)
        index (amount)
        check amount_sane (amount > 0)
      }
      view kinds = \"""select kind, count(*) as n from items group by kind\"""
      """;

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_OLD", "POSTGRES_NEW"})
  void betweenExpandAndContractBothApplicationsWorkAndTheSnapshotIsRight(ServerKind server) {
    Plan plan = plan(BEFORE, AFTER);
    List<MigrationScript.Part> parts = MigrationScript.parts(plan);
    assertEquals(List.of("expand", "contract"), parts.stream().map(p -> p.name()).toList());
    try (TestDatabase database = Servers.database(server)) {
      SqlClient.runAll(database, "before", Compiled.create(plan.before()));
      Query.run(
          database.connection(),
          "insert into items values (1, 'custom', 5, 'a'), (2, 'monthly', 6, 'b')");
      SqlClient.runAll(database, "expand", Compiled.up(parts.getFirst().plan()));
      CatalogueText.assertSame("between", fresh(server, plan), CatalogueText.of(database));
      Query.run(
          database.connection(),
          "insert into items (id, kind, amount, code) values (3, 'monthly', 3000000000, 'c')");
      assertEquals(
          List.of(
              List.of("1", "fixed", "5", "fixed", "5"),
              List.of("2", "monthly", "6", "monthly", "6"),
              List.of("3", "monthly", "3000000000", "monthly", "-")),
          Query.rows(
                  database.connection(),
                  "select id::text, kind, amount::text, coalesce(kind__old::text, '-'),"
                      + " coalesce(amount__old::text, '-') from items order by id")
              .stream()
              .map(OnlinePostgresTest::withoutHistory)
              .toList());
      SqlClient.runAll(database, "contract", Compiled.up(parts.getLast().plan()));
    }
  }

  /** Row 1 keeps its old label until somebody writes it. */
  private static List<String> withoutHistory(List<String> row) {
    List<String> same = new ArrayList<>(row);
    if (row.get(3).equals("custom")) {
      same.set(3, "fixed");
    }
    return same;
  }

  private static final String KEYS =
      """
      table people {
        id   KEY
        boss ref people?
      }
      table notes {
        id     int identity primary key
        author ref people
      }
      """;

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_OLD", "POSTGRES_NEW"})
  void aKeyThatGetsAnotherValueForEachRowKeepsItsReferencesOnBothSides(ServerKind server) {
    Plan plan = keysPlan();
    List<MigrationScript.Part> parts = MigrationScript.parts(plan);
    try (TestDatabase database = expanded(server, plan)) {
      CatalogueText.assertSame("between", fresh(server, plan), CatalogueText.of(database));
      writeNewKeys(database);
      assertEquals(
          List.of("1 -", "2 1", "3 1", "4 4", "5 3", "6 6"),
          pairs(database, "select id__old, boss__old from people order by id__old"));
      assertEquals(
          List.of("1 -", "2 1", "3 1", "4 4", "5 3", "6 6"),
          pairs(
              database,
              "select p.id__old, b.id__old from people p left join people b on b.id = p.boss order"
                  + " by 1"));
      assertEquals(
          List.of("1 2", "2 3", "3 2", "4 3"),
          pairs(
              database,
              "select n.id, p.id__old from notes n join people p on p.id = n.author and p.id__old ="
                  + " n.author__old order by 1"));
      SqlClient.runAll(database, "contract", Compiled.up(parts.getLast().plan()));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_OLD", "POSTGRES_NEW"})
  void aKeyGetsItsOldValuesBackWithThoseOfRowsWrittenSince(ServerKind server) {
    Plan plan = keysPlan();
    try (TestDatabase database = expanded(server, plan);
        TestDatabase before = Servers.database(server)) {
      writeNewKeys(database);
      SqlClient.runAll(
          database, "down", Compiled.down(MigrationScript.parts(plan).getFirst().plan()));
      SqlClient.runAll(before, "before", Compiled.create(plan.before()));
      CatalogueText.assertSame("undone", CatalogueText.of(before), CatalogueText.of(database));
      Query.run(database.connection(), "insert into people (boss) values (6)");
      assertEquals(
          List.of("1 -", "2 1", "3 1", "4 4", "5 3", "6 6", "7 6"),
          pairs(database, "select id, boss from people order by id"));
      assertEquals(
          List.of("1 2", "2 3", "3 2", "4 3"),
          pairs(database, "select id, author from notes order by id"));
    }
  }

  private static Plan keysPlan() {
    return plan(
        KEYS.replace("KEY", "int identity primary key"),
        KEYS.replace("KEY", "uuid primary key default uuid() using (uuid())"));
  }

  private static TestDatabase expanded(ServerKind server, Plan plan) {
    TestDatabase database = Servers.database(server);
    SqlClient.runAll(database, "before", Compiled.create(plan.before()));
    Query.run(
        database.connection(),
        "insert into people (boss) values (null), (1), (1), (4); insert into notes (author) values"
            + " (2), (3), (2)");
    SqlClient.runAll(
        database, "expand", Compiled.up(MigrationScript.parts(plan).getFirst().plan()));
    return database;
  }

  /** As the new application does, a row that refers to itself among them. */
  private static void writeNewKeys(TestDatabase database) {
    Query.run(
        database.connection(),
        "with p as (select id from people where id__old = 3), n as (insert into people (boss)"
            + " select id from p) insert into notes (author) select id from p; insert into people"
            + " (id, boss) select u, u from gen_random_uuid() u");
  }

  private static List<String> pairs(TestDatabase database, String query) {
    return Query.rows(database.connection(), query).stream()
        .map(row -> row.get(0) + " " + (row.get(1) == null ? "-" : row.get(1)))
        .toList();
  }

  private static java.util.SortedMap<String, String> fresh(ServerKind server, Plan plan) {
    List<SchemaObject> objects = new ArrayList<>(plan.after().objects());
    objects.addAll(plan.temporaries());
    try (TestDatabase database = Servers.database(server)) {
      SqlClient.runAll(
          database, "between", Compiled.create(Schema.of(plan.after().target(), objects)));
      return CatalogueText.of(database);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_OLD", "POSTGRES_NEW"})
  void anIndexThatAFailedBuildLeftBehindIsBuiltAgain(ServerKind server) {
    Plan plan =
        plan(
            "table t { id int primary key\n code int }",
            "table t { id int primary key\n code int\n unique index t_code (code) }");
    try (TestDatabase database = Servers.database(server)) {
      SqlClient.runAll(database, "before", Compiled.create(plan.before()));
      Query.run(database.connection(), "insert into t values (1, 7), (2, 7)");
      SqlClient.Result failed =
          SqlClient.run(database, "create unique index concurrently t_code on t (code)");
      assertTrue(failed.output().contains("could not create unique index"), failed.output());
      SqlClient.Result stopped = SqlClient.run(database, Compiled.up(plan));
      assertTrue(
          stopped.output().contains("rows of t share code (2 rows, e.g. 7)"), stopped.output());
      Query.run(database.connection(), "delete from t where id = 2");
      SqlClient.runAll(database, "up", Compiled.up(plan));
      assertEquals(
          List.of(List.of("t_code", "t"), List.of("t_pkey", "t")),
          Query.rows(
              database.connection(),
              "select indexrelid::regclass::text, left(indisvalid::text, 1) from pg_index"
                  + " where indrelid = 't'::regclass order by 1"));
    }
  }

  private static Plan plan(String before, String after) {
    Resolution old = Compiled.resolve("before.schema", before, TARGET);
    Resolution now = Compiled.resolve("after.schema", after, TARGET);
    assertTrue(!old.hasErrors() && !now.hasErrors(), () -> now.diagnostics().toString());
    return Compiled.plan(old.schema(), now.schema(), now.evolution(), Strategy.ONLINE);
  }
}
