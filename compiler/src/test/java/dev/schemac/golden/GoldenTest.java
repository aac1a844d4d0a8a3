package dev.schemac.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.schemac.diagnostic.Code;
import dev.schemac.model.Dialect;
import dev.schemac.model.Target;
import dev.schemac.plan.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Every folder below {@code golden}: the texts are what the files say, and the plan does on real
 * servers what it says. {@code -Dgolden.update=true} rewrites the files, {@code -Dgolden.case=x}
 * runs the cases whose names begin with {@code x} (or one of several, {@code x,y}), {@code
 * -Dgolden.only=mysql} one dialect alone.
 */
@Execution(ExecutionMode.CONCURRENT)
class GoldenTest {
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");
  private static final String PREFIX = System.getProperty("golden.case", "");
  private static final String ONLY = System.getProperty("golden.only", "");
  private static final Target CURRENT_MYSQL = Target.parse("mysql:8.4").orElseThrow();
  private static final Set<Code> VERSION_REFUSALS = Set.of(Code.SC2010, Code.SC2012, Code.SC5001);
  private static final Set<String> GIVEN =
      Set.of("before.schema", "after.schema", "rows.postgres.sql", "rows.mysql.sql");

  @TestFactory
  Stream<DynamicTest> cases() {
    return GoldenCase.all().stream()
        .filter(golden -> Stream.of(PREFIX.split(",", -1)).anyMatch(golden.name()::startsWith))
        .map(
            golden ->
                dynamicTest(
                    golden.name(), () -> NotYet.run("case " + golden.name(), () -> check(golden))));
  }

  /** All servers are tried, so that one failure does not hide another. */
  private static void check(GoldenCase golden) {
    assertTrue(golden.saysWhatItProves(), "after.schema begins with what the case proves");
    List<Compiled> compiled =
        golden.targets().stream()
            .filter(target -> target.toString().startsWith(ONLY))
            .map(target -> Compiled.of(golden, target))
            .toList();
    Map<Dialect, String> rows = new EnumMap<>(Dialect.class);
    List<Runnable> checks = new ArrayList<>();
    for (Compiled one : compiled) {
      checks.add(
          () ->
              assertEquals(
                  golden.isRefused(one.target()),
                  one.plan().isEmpty(),
                  () -> "refused on " + one.target() + ": " + one.diagnostics()));
      checks.add(() -> GoldenInvariants.assertFormatsStably(golden, one.target()));
      one.plan()
          .ifPresent(
              plan -> {
                checks.add(() -> GoldenInvariants.assertChangesAreComplete(plan));
                checks.add(() -> GoldenInvariants.assertSnapshotIsRead(plan));
              });
      if (golden.runs() && one.plan().isPresent()) {
        for (ServerKind server : GoldenCase.servers(one.target())) {
          checks.add(() -> runOn(server, golden, one.plan().get(), rows));
        }
      }
      if (golden.runs() && one.target().equals(CURRENT_MYSQL)) {
        checks.add(() -> runOnOldMySql(golden, one));
      }
    }
    checks.add(() -> compareTexts(golden, compiled, rows));
    runAll(golden, checks);
  }

  private static void runAll(GoldenCase golden, List<Runnable> checks) {
    List<String> failures = new ArrayList<>();
    Throwable first = null;
    for (Runnable check : checks) {
      try {
        check.run();
      } catch (AssertionError | RuntimeException e) {
        failures.add(e instanceof AssertionError ? e.getMessage() : e.toString());
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw new AssertionError(golden.name() + "\n" + String.join("\n\n", failures), first);
    }
  }

  private static void runOn(
      ServerKind server, GoldenCase golden, Plan plan, Map<Dialect, String> rows) {
    String csv = run(server, golden, plan);
    if (writesRows(golden, plan)) {
      rows.put(server.dialect(), csv);
    }
  }

  /** 8.0.15 runs what it can express; everything else it refuses with a reason. */
  private static void runOnOldMySql(GoldenCase golden, Compiled current) {
    Compiled old = Compiled.of(golden, ServerKind.MYSQL_OLD.target());
    if (old.plan().isPresent()) {
      run(ServerKind.MYSQL_OLD, golden, old.plan().get());
    } else {
      assertTrue(
          current.plan().isEmpty()
              || old.diagnostics().stream().anyMatch(d -> VERSION_REFUSALS.contains(d.code())),
          () -> "8.0.15 refuses without saying why: " + old.diagnostics());
    }
  }

  private static String run(ServerKind server, GoldenCase golden, Plan plan) {
    String script = GoldenRound.rows(golden, plan);
    return golden.upStops()
        ? GoldenRound.runUntilStopped(server, plan, script).rows()
        : GoldenRound.run(server, plan, script).rows();
  }

  private static boolean writesRows(GoldenCase golden, Plan plan) {
    boolean given = golden.rowsFile(plan.before().target().dialect()).isPresent();
    return !golden.upStops() && (given || RowComparison.changesValues(plan));
  }

  private static void compareTexts(
      GoldenCase golden, List<Compiled> compiled, Map<Dialect, String> rows) {
    SortedMap<String, String> expected = new TreeMap<>(GoldenTexts.of(golden, compiled));
    if (Set.copyOf(rows.values()).size() == 1) {
      expected.put("rows.after.csv", rows.values().iterator().next());
    } else {
      rows.forEach((dialect, csv) -> expected.put("rows.after." + dialect.label() + ".csv", csv));
    }
    Set<String> there = new TreeSet<>(golden.files());
    there.removeAll(GIVEN);
    if (UPDATE) {
      there.removeAll(expected.keySet());
      update(golden, expected, there);
      return;
    }
    assertEquals(expected.keySet(), there, "files of the case");
    expected.forEach((file, text) -> assertEquals(golden.text(file), Optional.of(text), file));
  }

  private static void update(
      GoldenCase golden, SortedMap<String, String> expected, Set<String> stray) {
    try {
      for (Map.Entry<String, String> file : expected.entrySet()) {
        Files.writeString(golden.folder().resolve(file.getKey()), file.getValue());
      }
      for (String file : stray) {
        Files.delete(golden.folder().resolve(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
