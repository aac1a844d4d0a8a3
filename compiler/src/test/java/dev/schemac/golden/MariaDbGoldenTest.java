package dev.schemac.golden;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.schemac.diagnostic.Code;
import dev.schemac.model.Target;
import dev.schemac.plan.Plan;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * What is planned for MySQL and MariaDB can express does on MariaDB what it does on MySQL; the rest
 * is refused with a reason. Each case runs on one of the two servers, in turn, and every run takes
 * one case of six; {@code -Dgolden.case=x,y} takes all those whose names begin with one of these,
 * {@code -Dgolden.mariadb=all} every one.
 */
@Execution(ExecutionMode.CONCURRENT)
class MariaDbGoldenTest {
  private static final String PREFIX = System.getProperty("golden.case", "");
  private static final boolean ALL = System.getProperty("golden.mariadb", "").equals("all");
  private static final int SHARE = 6;
  private static final Target MYSQL = Target.parse("mysql:8.4").orElseThrow();
  private static final Set<Code> REFUSALS = Set.of(Code.SC2010, Code.SC2012, Code.SC5001);
  private static final List<ServerKind> SERVERS =
      List.of(ServerKind.MARIADB_OLD, ServerKind.MARIADB_NEW);

  @TestFactory
  Stream<DynamicTest> cases() {
    return chosen().stream()
        .map(
            golden -> {
              ServerKind server = SERVERS.get(golden.name().length() % SERVERS.size());
              String name = golden.name() + " " + server.key();
              return dynamicTest(name, () -> NotYet.run("case " + name, () -> run(golden, server)));
            });
  }

  private static List<GoldenCase> chosen() {
    List<GoldenCase> all =
        GoldenCase.all().stream()
            .filter(golden -> Stream.of(PREFIX.split(",", -1)).anyMatch(golden.name()::startsWith))
            .filter(golden -> golden.runs() && golden.targets().contains(MYSQL))
            .toList();
    int step = PREFIX.isEmpty() && !ALL ? SHARE : 1;
    return IntStream.range(0, all.size()).filter(i -> i % step == 0).mapToObj(all::get).toList();
  }

  private static void run(GoldenCase golden, ServerKind server) {
    Compiled compiled = Compiled.of(golden, server.target());
    if (compiled.plan().isEmpty()) {
      assertTrue(
          golden.isRefused(MYSQL)
              || compiled.diagnostics().stream().anyMatch(d -> REFUSALS.contains(d.code())),
          () -> "refused without saying why: " + compiled.diagnostics());
      return;
    }
    Plan plan = compiled.plan().get();
    String script = GoldenRound.rows(golden, plan);
    if (golden.upStops()) {
      GoldenRound.runUntilStopped(server, plan, script);
    } else {
      GoldenRound.run(server, plan, script);
    }
  }
}
