package dev.schemac.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.schemac.plan.Effect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * What steps claim is what servers do: each kind of step of every pattern is run with rows in the
 * tables and watched, and the page of the docs says what was seen. The cases that the page names
 * are run, and show its rows; {@code -Dgolden.update=true} runs all of them, in both strategies,
 * and writes the page. No step may do more than it claims in any case, and each kind must do
 * exactly that in one.
 */
class ClaimsTest {
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");
  private static final List<List<ServerKind>> SERVERS =
      List.of(
          List.of(ServerKind.POSTGRES_OLD, ServerKind.MYSQL_NEW, ServerKind.MARIADB_OLD),
          List.of(ServerKind.POSTGRES_NEW, ServerKind.MYSQL_OLD, ServerKind.MARIADB_NEW));
  private static final Path PAGE = ServerBinaries.projectRoot().resolve("docs/claims.md");

  /** What one server showed. */
  private record Seen(ClaimChoice exact, List<String> failures) {}

  @Test
  void everyKindOfStepDoesWhatItClaims() throws IOException {
    String page = Files.exists(PAGE) ? Files.readString(PAGE) : "";
    Map<ServerKind, Seen> seen = Collections.synchronizedMap(new TreeMap<>());
    List<CompletableFuture<Void>> lanes = new ArrayList<>();
    for (List<ServerKind> lane : SERVERS) {
      lanes.add(Beside.run(() -> lane.forEach(server -> seen.put(server, measure(server, page)))));
    }
    lanes.forEach(CompletableFuture::join);
    ClaimTable table = new ClaimTable();
    List<String> failures = new ArrayList<>();
    seen.forEach(
        (server, one) -> {
          one.failures().forEach(f -> failures.add(server.target() + ": " + f));
          one.exact().chosen().values().forEach(s -> table.add(s.run(), s.result()));
        });
    assertEquals("", String.join("\n", failures), "what steps claim and what they do");
    if (UPDATE && failures.isEmpty()) {
      Files.writeString(PAGE, table.text());
    }
  }

  private static Seen measure(ServerKind server, String page) {
    Set<String> named = ClaimTable.runs(page);
    Set<StepKind> open = new TreeSet<>();
    Seen seen = new Seen(new ClaimChoice(), new ArrayList<>());
    for (ClaimRun run : ClaimRun.all(server)) {
      open.addAll(run.kinds());
      if (UPDATE || named.contains(run.name())) {
        measure(run, seen);
      }
    }
    if (UPDATE) {
      ClaimRun.all(server).stream()
          .filter(run -> isHidden(run, open, seen))
          .forEach(run -> measure(run, seen));
    } else {
      compare(server, page, open, seen);
    }
    open.removeAll(seen.exact().kinds());
    open.forEach(kind -> seen.failures().add("seen in no case: " + kind));
    return seen;
  }

  /**
   * What the page says must be seen. A busy machine can hide a lock that is held for a moment, so
   * what was not seen is looked at once more.
   */
  private static void compare(ServerKind server, String page, Set<StepKind> open, Seen seen) {
    Set<String> said = ClaimTable.rows(page, server);
    Set<String> missing = missing(said, seen);
    Set<String> runs = ClaimTable.runs(page);
    for (ClaimRun run : ClaimRun.all(server)) {
      boolean named = missing.stream().anyMatch(row -> ClaimTable.isOf(row, run));
      if (named || runs.contains(run.name()) && isHidden(run, open, seen)) {
        measure(run, seen);
      }
    }
    missing(said, seen)
        .forEach(row -> seen.failures().add("docs/claims.md says what is not seen: " + row));
  }

  /** Whether one of its kinds of steps was seen nowhere. */
  private static boolean isHidden(ClaimRun run, Set<StepKind> open, Seen seen) {
    return run.kinds().stream()
        .anyMatch(k -> open.contains(k) && !seen.exact().kinds().contains(k));
  }

  private static Set<String> missing(Set<String> said, Seen seen) {
    Set<String> missing = new TreeSet<>(said);
    missing.removeAll(seen.exact().rows());
    return missing;
  }

  private static void measure(ClaimRun run, Seen seen) {
    List<ClaimRun.Result> results;
    try {
      results = run.measure();
    } catch (AssertionError | RuntimeException e) {
      seen.failures().add(run.name() + ": " + e);
      return;
    }
    for (ClaimRun.Result result : results) {
      boolean exact = result.declared().equals(result.measured());
      boolean claimed = result.step().effect().locks().stream().anyMatch(ClaimTable::keepsWaiting);
      boolean held = claimed == keepsWaiting(result) || claimed && !exact;
      if (!result.declared().covers(result.measured()) || !held) {
        seen.failures()
            .add(
                String.join(
                    "\n  ",
                    run.name() + ": " + result.step().title(),
                    "claims " + result.declared() + " " + result.step().effect(),
                    "does   " + result.measured()));
      } else if (exact) {
        seen.exact().add(run, result);
      }
    }
  }

  /** Locks are held to the end of the transaction, so that work in it is work under them. */
  private static boolean keepsWaiting(ClaimRun.Result result) {
    if (result.step().effect().transaction() == Effect.Transaction.NONE) {
      return result.measured().locks().values().stream().anyMatch(m -> m.contains("SHARED MDL"));
    }
    return result.measured().works()
        && result.step().effect().locks().stream()
            .anyMatch(l -> l.blocks() != Effect.Blocks.NOBODY);
  }
}
