package dev.schemac.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * SQL of other people and of ours that makes a database: the real schemas and every file below
 * {@code live/postgres} of the tests' resources. A name that ends in {@code .18} is for that
 * version and newer.
 *
 * @param name how tests call it
 * @param script what {@code psql} runs
 */
record LiveSql(String name, String script) {
  private static final Path CORPUS = Path.of(System.getProperty("corpus", ""));

  /** Every one, sorted by name within its kind. */
  static List<LiveSql> all() {
    return Stream.concat(own().stream(), corpus().stream()).toList();
  }

  static List<LiveSql> own() {
    Path folder = ServerBinaries.projectRoot().resolve("compiler/src/test/resources/live/postgres");
    return files(folder).filter(f -> f.toString().endsWith(".sql")).map(LiveSql::of).toList();
  }

  private static List<LiveSql> corpus() {
    if (!Files.isDirectory(CORPUS.resolve("postgres"))) {
      return List.of();
    }
    String migrations =
        files(CORPUS.resolve("prisma-umami/migrations"))
            .map(f -> f.resolve("migration.sql"))
            .filter(Files::exists)
            .map(LiveSql::text)
            .collect(Collectors.joining("\n"));
    return Stream.concat(
            files(CORPUS.resolve("postgres")).map(LiveSql::of),
            Stream.of(new LiveSql("umami", migrations)))
        .toList();
  }

  /** Whether a server is new enough for it. */
  boolean runsOn(ServerKind kind) {
    return !(name.endsWith(".18") || name.startsWith("pagila")) || kind == ServerKind.POSTGRES_NEW;
  }

  void load(TestDatabase database) {
    SqlClient.runAll(database, "loading " + name, "\\set ON_ERROR_STOP on\n" + script);
  }

  private static LiveSql of(Path file) {
    String name = file.getFileName().toString().replaceFirst("\\.sql$", "");
    return new LiveSql(name, LEFT_OUT.matcher(text(file)).replaceAll(""));
  }

  /**
   * What makes a database of its own, the rows, and what needs an extension that the servers lack.
   */
  private static final Pattern LEFT_OUT =
      Pattern.compile(
          "(?m)^((CREATE|DROP) DATABASE .*|\\\\c .*|INSERT INTO [\\s\\S]*?\\);$|CREATE EXTENSION .*"
              + " vector .*|COMMENT ON EXTENSION vector .*|.* public\\.vector.*)\n");

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
