package dev.schemac.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.schemac.diff.ChangeApplier;
import dev.schemac.diff.Differ;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.Evolution;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.model.Target;
import dev.schemac.plan.Plan;
import dev.schemac.plan.Strategy;
import dev.schemac.resolve.Resolution;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Random pairs of schemas with rows in their tables through the whole round on real servers. Each
 * test's name is its seed; {@code -Dgolden.seed=N,…} repeats some, {@code -Dgolden.pairs=N} runs
 * more.
 */
@Execution(ExecutionMode.CONCURRENT)
class RandomRoundTest {
  private static final int PAIRS = Integer.getInteger("golden.pairs", 150);
  private static final long FIRST_SEED = 20_260_101;

  @TestFactory
  Stream<DynamicTest> onPostgres() {
    return rounds("postgres:14", List.of(ServerKind.POSTGRES_OLD, ServerKind.POSTGRES_NEW));
  }

  @TestFactory
  Stream<DynamicTest> onMySql() {
    return rounds("mysql:8.4", List.of(ServerKind.MYSQL_NEW));
  }

  @TestFactory
  Stream<DynamicTest> onMariaDb() {
    return rounds("mariadb:10.11", List.of(ServerKind.MARIADB_OLD, ServerKind.MARIADB_NEW));
  }

  private static Stream<DynamicTest> rounds(String target, List<ServerKind> servers) {
    Target compiledFor = Target.parse(target).orElseThrow();
    return seeds()
        .mapToObj(
            seed ->
                dynamicTest(
                    "seed " + seed,
                    () ->
                        NotYet.run(
                            "seed " + compiledFor.label() + " " + seed,
                            () ->
                                round(
                                    seed,
                                    compiledFor,
                                    servers.get((int) (seed % servers.size()))))));
  }

  /**
   * A change that adds a column does not say where: that is seen from the table that it leads to.
   */
  private static Schema inOrderOf(Schema after, Schema applied) {
    return Schema.of(
        applied.target(),
        applied.objects().stream()
            .map(o -> o instanceof Table t ? inOrderOf(after.table(t.name()), t) : o)
            .toList());
  }

  private static SchemaObject inOrderOf(Optional<Table> after, Table applied) {
    List<String> order =
        after.map(t -> t.columns().stream().map(Column::name).toList()).orElse(List.of());
    List<String> keys =
        after.map(t -> t.constraints().stream().map(Constraint::name).toList()).orElse(List.of());
    return applied
        .withColumns(
            applied.columns().stream()
                .sorted(Comparator.comparing(c -> order.indexOf(c.name())))
                .toList())
        .withConstraints(
            applied.constraints().stream()
                .sorted(Comparator.comparing(c -> keys.indexOf(c.name())))
                .toList());
  }

  private static LongStream seeds() {
    String chosen = System.getProperty("golden.seed", "");
    return !chosen.isEmpty()
        ? Stream.of(chosen.split(",")).mapToLong(Long::parseLong)
        : IntStream.range(0, PAIRS).mapToLong(i -> FIRST_SEED + i);
  }

  private static void round(long seed, Target target, ServerKind server) {
    RandomPair pair = new RandomPair(seed, target);
    try {
      Strategy strategy = new Random(seed).nextBoolean() ? Strategy.ONLINE : Strategy.DIRECT;
      Resolution before = Compiled.resolve("before.schema", pair.before(), target);
      Resolution after = Compiled.resolve("after.schema", pair.after(), target);
      assertTrue(!before.hasErrors(), () -> "before: " + before.diagnostics());
      assertTrue(!after.hasErrors(), () -> "after: " + after.diagnostics());
      Plan plan = Compiled.plan(before.schema(), after.schema(), after.evolution(), strategy);
      assertTrue(!plan.isRefused(), () -> "refused: " + plan.diagnostics());
      Schema applied = ChangeApplier.apply(plan.before(), plan.changes());
      Schema ordered = inOrderOf(plan.after(), applied);
      assertEquals(List.of(), Differ.diff(ordered, plan.after(), Evolution.none()));
      GoldenRound.run(server, plan, SampleRows.script(before.schema(), 3));
      assertTrue(
          Compiled.plan(after.schema(), after.schema(), Evolution.none(), strategy).isEmpty());
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(
          "seed "
              + seed
              + " on "
              + server
              + "\n--- before\n"
              + pair.before()
              + "\n--- after\n"
              + pair.after()
              + "\n"
              + e.getMessage(),
          e);
    }
  }
}
