package dev.schemac.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemac.golden.ServerKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scenarios: planned by the command, run by the servers' own clients, rows looked at. */
class SamplesTest {
  @TempDir static Path folder;
  private static String nothing;

  @BeforeAll
  static void emptySchema() throws IOException {
    nothing = Files.writeString(folder.resolve("empty.schema"), "").toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"direct", "online"})
  void crisisTurnsIntegersIntoReferencesWithTheirRows(String strategy) {
    try (SampleDatabase db = postgres();
        SampleDatabase fresh = postgres()) {
      db.migrate(nothing, "samples/migration-crisis/before", "direct");
      db.runFile("migration-crisis/rows.sql");
      db.migrate("samples/migration-crisis/before", "samples/migration-crisis/schema", strategy);
      assertEquals(
          List.of("ada@example.org 19.90", "bob@example.org 5.00"),
          db.rows(
              """
              SELECT email, total FROM orders JOIN users ON users.id = orders."userId" ORDER BY 1
              """));
      assertEquals(
          List.of("hello bob@example.org", "welcome null"),
          db.rows(
              """
              SELECT body, email FROM notifications LEFT JOIN users ON users.id = "senderId" ORDER BY 1
              """));
      fresh.migrate(nothing, "samples/migration-crisis/schema", "direct");
      db.assertHolds(fresh);
    }
  }

  /** Nobody knows any more which of the broken migrations ran: the live database tells. */
  @ParameterizedTest
  @ValueSource(strings = {"direct", "online"})
  void crisisIsRepairedFromWhatTheDatabaseHolds(String strategy) {
    String schema = "samples/migration-crisis/schema";
    try (SampleDatabase db = postgres();
        SampleDatabase fresh = postgres()) {
      db.migrate(nothing, "samples/migration-crisis/before", "direct");
      db.runFile("migration-crisis/rows.sql");
      Schemac.Answer before = db.drift(schema);
      assertEquals(3, before.status(), before.err());
      assertTrue(before.out().contains("    missing    column trainerId uuid?\n"), before.out());
      assertTrue(before.out().contains("9 missing, 5 different"), before.out());
      db.migrate(db.url(), schema, strategy);
      assertEquals("", db.drift(schema, "--fix").done());
      assertEquals(
          List.of("ada@example.org 19.90", "bob@example.org 5.00"),
          db.rows(
              """
              SELECT email, total FROM orders JOIN users ON users.id = orders."userId" ORDER BY 1
              """));
      fresh.migrate(nothing, schema, "direct");
      db.assertHolds(fresh);
    }
  }

  @Test
  void crisisStopsWhereTheMappingFindsNobody() {
    try (SampleDatabase db = postgres()) {
      db.migrate(nothing, "samples/migration-crisis/before", "direct");
      db.runFile("migration-crisis/rows.sql");
      db.run("INSERT INTO orders (\"userId\", total) VALUES (99, 1)");
      String said =
          db.refuse("samples/migration-crisis/before", "samples/migration-crisis/schema", "direct");
      assertTrue(said.contains("schemac guard"), said);
      assertEquals(
          List.of("99"), db.rows("SELECT \"userId\" FROM orders WHERE total = 1"), "rows kept");
    }
  }

  @Test
  void crisisAsItWasDeclaredDoesNotCompile() {
    Schemac.Answer answer =
        Schemac.run("check", "samples/migration-crisis/declared", "--target", "postgres:15");
    assertEquals(1, answer.status());
    assertEquals(5, answer.err().split("error\\[SC2004\\]", -1).length - 1, answer.err());
    assertTrue(answer.err().contains("declare it as `userId ref users`"), answer.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"direct", "online"})
  void historiesGetTheirMissingTables(String strategy) {
    try (SampleDatabase db = postgres();
        SampleDatabase fresh = postgres()) {
      for (SampleDatabase each : List.of(db, fresh)) {
        each.runFile("two-histories/others.sql");
      }
      db.migrate(nothing, "samples/two-histories/before", "direct");
      db.runFile("two-histories/rows.sql");
      db.migrate("samples/two-histories/before", "samples/two-histories/schema", strategy);
      fresh.migrate(nothing, "samples/two-histories/schema", "direct");
      db.assertHolds(fresh);
      assertEquals(List.of("chair", "lamp"), db.rows("SELECT title FROM products ORDER BY 1"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"direct", "online"})
  void videoTablesGetWhatIsMissingAndTheirRowsMove(String strategy) {
    try (SampleDatabase db = mysql();
        SampleDatabase fresh = mysql()) {
      db.migrate(nothing, "samples/video-tables/before", "direct");
      db.runFile("video-tables/rows.sql");
      db.migrate("samples/video-tables/before", "samples/video-tables/schema", strategy);
      assertEquals(
          List.of("complete 1", "failed 1", "processing 1", "queued 4"),
          db.rows(
              """
              SELECT CONCAT(status, ' ', COUNT(*)) FROM video_generation_jobs GROUP BY status
              ORDER BY 1
              """));
      fresh.migrate(nothing, "samples/video-tables/schema", "direct");
      db.assertHolds(fresh);
    }
  }

  /** What the failed attempt left is told by the database; the plan only adds. */
  @Test
  void videoTablesAreRepairedFromWhatTheDatabaseHolds() {
    String schema = "samples/video-tables/schema";
    try (SampleDatabase db = mysql()) {
      db.migrate(nothing, "samples/video-tables/before", "direct");
      db.runFile("video-tables/rows.sql");
      Schemac.Answer before = db.drift(schema);
      assertEquals(3, before.status(), before.err());
      assertTrue(before.out().contains("6 missing, 1 different"), before.out());
      Schemac.Answer fix = db.drift(schema, "--fix", "--strategy", "direct");
      assertEquals(3, fix.status(), fix.err());
      assertFalse(fix.out().contains("DROP TABLE"), fix.out());
      db.run(fix.out());
      assertEquals("", db.drift(schema, "--fix").done());
      assertEquals(
          List.of("complete 1", "failed 1", "processing 1", "queued 4"),
          db.rows(
              """
              SELECT CONCAT(status, ' ', COUNT(*)) FROM video_generation_jobs GROUP BY status
              ORDER BY 1
              """));
    }
  }

  @Test
  void videoTablesAreMadeAnewOnlyIfEmpty() {
    String before = "samples/video-tables/before";
    String byHand = "samples/video-tables/by-hand";
    try (SampleDatabase db = mysql();
        SampleDatabase fresh = mysql()) {
      db.migrate(nothing, before, "direct");
      db.runFile("video-tables/rows.sql");
      db.run("INSERT INTO video_assets (id, job_id, asset_type) VALUES ('a1', 'j1', 'image')");
      String said = db.refuse(before, byHand, "direct");
      assertTrue(said.contains("schemac guard"), said);
      assertEquals(List.of("a1"), db.rows("SELECT id FROM video_assets"));
      db.run("DELETE FROM video_assets");
      db.migrate(before, byHand, "direct");
      fresh.migrate(nothing, byHand, "direct");
      db.assertHolds(fresh);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"direct", "online"})
  void clinicGetsTheTablesThatNeverCame(String strategy) {
    try (SampleDatabase db = postgres();
        SampleDatabase fresh = postgres()) {
      db.migrate(nothing, "samples/migration-clinic/before", "direct");
      db.runFile("migration-clinic/rows.sql");
      db.migrate("samples/migration-clinic/before", "samples/migration-clinic/schema", strategy);
      db.run(
          "INSERT INTO \"Order\" (id) VALUES ('o1')"); // publicToken and status have their defaults
      assertEquals(
          List.of("DRAFT 36"), db.rows("SELECT status, length(\"publicToken\") FROM \"Order\""));
      assertEquals(List.of("2"), db.rows("SELECT count(*) FROM \"Producer\""));
      fresh.migrate(nothing, "samples/migration-clinic/schema", "direct");
      db.assertHolds(fresh);
    }
  }

  private static SampleDatabase postgres() {
    return new SampleDatabase(ServerKind.POSTGRES_NEW, "postgres:15");
  }

  private static SampleDatabase mysql() {
    return new SampleDatabase(ServerKind.MYSQL_NEW, "mysql:8.4");
  }
}
