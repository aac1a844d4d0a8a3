package dev.schemac.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemac.golden.ServerKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The shop's live table: what was applied, the next migration in its two parts, the way back. */
class StorefrontTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_NEW", "MYSQL_NEW"})
  void nextMigrationKeepsRowsAndItsSnapshotsAreTrue(ServerKind kind) throws IOException {
    String target = kind == ServerKind.POSTGRES_NEW ? "postgres:15" : "mysql:8.4";
    Path project = copy();
    String expandSql = plan(project, target, "expand");
    String contractSql = plan(project, target, "contract");
    List<Path> applied = migrations(project, kind);
    String version = "20260201000000";
    Schemac.run("generate", "kinds", "--project", project.toString(), "--timestamp", version)
        .done();
    List<Path> generated = migrations(project, kind);
    try (SampleDatabase db = new SampleDatabase(kind, target)) {
      for (Path migration : applied) {
        db.runFile(migration.resolve("up.sql").toString());
      }
      rows(kind).forEach(db::run);
      db.run(expandSql);
      assertSnapshot(db, kind, target, generated.get(applied.size()));
      db.run(contractSql);
      assertSnapshot(db, kind, target, generated.getLast());
      String column = kind == ServerKind.POSTGRES_NEW ? "\"packageType\"" : "packageType";
      assertEquals(
          List.of("a fixed", "b fixed", "c monthly"),
          db.rows("SELECT name, " + column + " FROM storefront_items ORDER BY name"));
    }
  }

  @Test
  void duplicateStripeIdsStopTheMigrationAndAreShown() throws IOException {
    Path project = copy();
    try (SampleDatabase db = new SampleDatabase(ServerKind.POSTGRES_NEW, "postgres:15")) {
      for (Path migration : migrations(project, ServerKind.POSTGRES_NEW)) {
        db.runFile(migration.resolve("up.sql").toString());
      }
      db.run(
          "INSERT INTO storefront_items (name, \"stripeProductId\") VALUES ('a', 'x'), ('b', 'x')");
      String said = db.refuse(plan(project, "postgres:15", "expand"));
      assertTrue(said.contains("share stripeProductId"), said);
      assertEquals(List.of("2"), db.rows("SELECT count(*) FROM storefront_items"));
    }
  }

  private static String plan(Path project, String target, String phase) {
    return Schemac.run(
            "plan", project.toString(), "--target", target, "--phase", phase, "--format", "sql")
        .done();
  }

  private static Stream<String> rows(ServerKind kind) {
    String insert =
        kind == ServerKind.POSTGRES_NEW
            ? "INSERT INTO storefront_items (name, \"packageType\") VALUES "
            : "INSERT INTO storefront_items (name, packageType) VALUES ";
    return Stream.of("('a', 'custom')", "('b', 'fixed')", "('c', 'monthly')").map(insert::concat);
  }

  private static void assertSnapshot(
      SampleDatabase db, ServerKind kind, String target, Path migration) throws IOException {
    Path empty = Files.writeString(migration.resolveSibling("empty.schema"), "");
    try (SampleDatabase fresh = new SampleDatabase(kind, target)) {
      fresh.migrate(empty.toString(), migration.resolve("snapshot.schema").toString(), "direct");
      db.assertHolds(fresh);
    }
  }

  private static List<Path> migrations(Path project, ServerKind kind) throws IOException {
    Path of = project.resolve("migrations").resolve(kind.dialect().label());
    try (Stream<Path> entries = Files.list(of)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    }
  }

  private Path copy() throws IOException {
    Path from = Path.of("storefront");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path to = folder.resolve(from.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(to);
        } else {
          Files.copy(file, to);
        }
      }
    }
    return folder;
  }
}
