package dev.schemac.golden;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.schemac.model.Dialect;
import dev.schemac.model.Schema;
import dev.schemac.model.Target;
import dev.schemac.plan.Strategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Any MySQL database as a source: read, written, read again and built anew it is the same. {@code
 * -Dlive.case=x,y} takes the schemas whose names begin with one of these.
 */
@Execution(ExecutionMode.CONCURRENT)
class MySqlRoundTripTest {
  private static final String PREFIX = System.getProperty("live.case", "");
  private static final String CHANGED = "-changed";
  private static final List<ServerKind> SERVERS =
      List.of(
          ServerKind.MYSQL_NEW,
          ServerKind.MYSQL_OLD,
          ServerKind.MARIADB_NEW,
          ServerKind.MARIADB_OLD);

  /** SQL of other people and of ours that makes a database. */
  record Script(String name, String text) {
    boolean runsOn(ServerKind kind) {
      String schema = name.replace(CHANGED, "");
      return (!schema.endsWith(".9") || kind == ServerKind.MYSQL_NEW)
          && (!schema.endsWith(".11") || kind == ServerKind.MARIADB_NEW);
    }
  }

  @TestFactory
  Stream<DynamicTest> schemas() {
    return SERVERS.stream()
        .flatMap(
            server ->
                scripts(server)
                    .filter(s -> wanted(s.name()) && s.runsOn(server))
                    .map(s -> dynamicTest(s.name() + " " + server, () -> trip(server, s))));
  }

  /** One database becomes the other, and back again. */
  @TestFactory
  Stream<DynamicTest> pairs() {
    return SERVERS.stream()
        .flatMap(
            server ->
                scripts(server)
                    .filter(s -> s.runsOn(server))
                    .map(Script::name)
                    .filter(n -> n.endsWith(CHANGED) && wanted(n))
                    .flatMap(
                        n -> {
                          String name = n.substring(0, n.length() - CHANGED.length());
                          return Stream.of(List.of(name, n), List.of(n, name));
                        })
                    .flatMap(
                        pair ->
                            Stream.of(Strategy.values())
                                .map(
                                    strategy ->
                                        dynamicTest(
                                            pair + " " + strategy + " " + server,
                                            () -> pair(server, pair, strategy)))));
  }

  private static void pair(ServerKind server, List<String> names, Strategy strategy) {
    try (TestDatabase from = Servers.database(server);
        TestDatabase to = Servers.database(server)) {
      SqlClient.runAll(from, "loading " + names, named(server, names.getFirst()).text());
      SqlClient.runAll(to, "loading " + names, named(server, names.getLast()).text());
      MySqlRound.assertBecomes(from, to, strategy);
    }
  }

  private static Script named(ServerKind server, String name) {
    return scripts(server).filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  private static boolean wanted(String name) {
    return Stream.of(PREFIX.split(",", -1)).anyMatch(name::startsWith);
  }

  private static void trip(ServerKind server, Script script) {
    try (TestDatabase database = Servers.database(server)) {
      SqlClient.runAll(database, "loading " + script.name(), script.text());
      Schema schema = MySqlRound.read(database);
      MySqlRound.runAll(
          () -> MySqlRound.assertTextMeans(schema),
          () -> MySqlRound.assertRebuilds(database, schema));
    }
  }

  /**
   * What a golden case's schema makes reads back as what the schema means; each case on one of the
   * servers that can run it, in turn. Further databases are not the connection's own.
   */
  @TestFactory
  Stream<DynamicTest> goldenCases() {
    return GoldenCase.all().stream()
        .filter(c -> wanted(c.name()) && c.runs())
        .filter(c -> !c.text("after.schema").orElse("").contains("\nnamespace "))
        .flatMap(
            golden ->
                golden.targets().stream()
                    .filter(t -> t.dialect() == Dialect.MYSQL && !golden.isRefused(t))
                    .map(t -> server(golden, t))
                    .map(s -> dynamicTest(golden.name() + " " + s, () -> golden(golden, s))));
  }

  private static ServerKind server(GoldenCase golden, Target target) {
    List<ServerKind> servers = GoldenCase.servers(target);
    return servers.get(golden.name().length() % servers.size());
  }

  private static void golden(GoldenCase golden, ServerKind server) {
    Schema schema = MySqlRound.resolved(golden.text("after.schema").orElse(""), server.target());
    try (TestDatabase database = Servers.database(server)) {
      SqlClient.runAll(database, "building", Compiled.create(schema));
      Schema live = MySqlRound.read(database);
      MySqlRound.runAll(
          () -> MySqlRound.assertReadsAs(schema, database), () -> MySqlRound.assertTextMeans(live));
    }
  }

  private static Stream<Script> scripts(ServerKind server) {
    Path live = ServerBinaries.projectRoot().resolve("compiler/src/test/resources/live");
    Path own = live.resolve(server.target().label());
    Path corpus = Path.of(System.getProperty("corpus", ""), "mysql");
    return Stream.concat(files(own), Files.isDirectory(corpus) ? files(corpus) : Stream.of())
        .map(MySqlRoundTripTest::script);
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Script script(Path file) {
    try {
      String name = file.getFileName().toString().replaceFirst("\\.sql$", "");
      return new Script(name, inOneDatabase(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without what makes a database of its own, and without rows. */
  private static String inOneDatabase(String script) {
    return script
        .replaceAll(
            "(?im)^(create (database|schema)|drop (database|schema)|use) .*?;"
                + "|^insert into (?s:.*?);$",
            "")
        .replace("sakila.", "");
  }
}
