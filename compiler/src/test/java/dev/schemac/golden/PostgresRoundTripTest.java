package dev.schemac.golden;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.schemac.model.Schema;
import dev.schemac.plan.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Any PostgreSQL database as a source: read, written, read again and built anew it is the same, and
 * one becomes the other by a plan. {@code -Dlive.case=x,y} takes the schemas whose names begin with
 * one of these.
 */
@Execution(ExecutionMode.CONCURRENT)
class PostgresRoundTripTest {
  private static final String PREFIX = System.getProperty("live.case", "");
  private static final List<ServerKind> SERVERS =
      List.of(ServerKind.POSTGRES_NEW, ServerKind.POSTGRES_OLD);

  @TestFactory
  Stream<DynamicTest> schemas() {
    return SERVERS.stream()
        .flatMap(
            server ->
                LiveSql.all().stream()
                    .filter(sql -> isWanted(sql) && sql.runsOn(server))
                    .map(sql -> test(sql.name() + " " + server.key(), () -> trip(server, sql))));
  }

  private static boolean isWanted(LiveSql sql) {
    return Stream.of(PREFIX.split(",", -1)).anyMatch(sql.name()::startsWith);
  }

  private static DynamicTest test(String name, Runnable test) {
    return dynamicTest(name, () -> NotYet.run("live " + name, test));
  }

  private static void trip(ServerKind server, LiveSql sql) {
    try (TestDatabase database = Servers.database(server)) {
      sql.load(database);
      Schema schema = LiveRound.read(database);
      runAll(
          () -> LiveRound.assertNoGaps(database),
          () -> LiveRound.assertTextsMean(schema),
          () -> LiveRound.assertRebuilds(database, schema));
    }
  }

  /** Each of our schemas becomes the next one, and that one becomes the first. */
  @TestFactory
  Stream<DynamicTest> pairs() {
    List<DynamicTest> tests = new ArrayList<>();
    for (ServerKind server : SERVERS) {
      List<LiveSql> all = LiveSql.own().stream().filter(s -> s.runsOn(server)).toList();
      for (int i = 0; i < all.size(); i++) {
        LiveSql a = all.get(i);
        LiveSql b = all.get((i + 1) % all.size());
        if (isWanted(a)) {
          tests.add(
              test(
                  a.name() + " to " + b.name() + " " + server.key(),
                  () -> pair(server, a, b, Strategy.DIRECT)));
          tests.add(
              test(
                  b.name() + " to " + a.name() + " " + server.key(),
                  () -> pair(server, b, a, Strategy.DIRECT)));
        }
      }
    }
    return tests.stream();
  }

  /** A schema and the same one changed, while readers and writers go on where they can. */
  @TestFactory
  Stream<DynamicTest> onlinePairs() {
    List<LiveSql> all = LiveSql.own();
    List<DynamicTest> tests = new ArrayList<>();
    for (LiveSql a : all) {
      for (LiveSql b : all) {
        if (isWanted(a) && a.name().equals(b.name().replaceFirst("-changed", "")) && a != b) {
          tests.add(online(a, b));
          tests.add(online(b, a));
        }
      }
    }
    return tests.stream();
  }

  private static DynamicTest online(LiveSql a, LiveSql b) {
    return test(
        a.name() + " to " + b.name() + " online",
        () -> pair(ServerKind.POSTGRES_NEW, a, b, Strategy.ONLINE));
  }

  private static void pair(ServerKind server, LiveSql a, LiveSql b, Strategy strategy) {
    try (TestDatabase from = Servers.database(server);
        TestDatabase to = Servers.database(server)) {
      a.load(from);
      b.load(to);
      LiveRound.assertBecomes(from, to, strategy);
    }
  }

  /** All are tried, so that one failure does not hide another. */
  private static void runAll(Runnable... checks) {
    List<String> failures = new ArrayList<>();
    for (Runnable check : checks) {
      try {
        check.run();
      } catch (AssertionError | RuntimeException e) {
        failures.add(e instanceof AssertionError ? e.getMessage() : e.toString());
      }
    }
    if (!failures.isEmpty()) {
      throw new AssertionError(String.join("\n\n", failures));
    }
  }
}
