package dev.schemac.golden;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The few runs that show every kind of step: always the one that shows most of what is left. Among
 * those that were chosen the choice is the same again.
 */
final class ClaimChoice {

  /** A kind as one run showed it. */
  record Shown(ClaimRun run, ClaimRun.Result result) {}

  private final Map<ClaimRun, Map<StepKind, ClaimRun.Result>> shown = new LinkedHashMap<>();

  /** Adds what a run did exactly as claimed. */
  void add(ClaimRun run, ClaimRun.Result result) {
    shown.computeIfAbsent(run, r -> new LinkedHashMap<>()).putIfAbsent(result.kind(), result);
  }

  SortedMap<StepKind, Shown> chosen() {
    SortedMap<StepKind, Shown> chosen = new TreeMap<>();
    while (true) {
      ClaimRun best = null;
      long most = 0;
      for (Map.Entry<ClaimRun, Map<StepKind, ClaimRun.Result>> run : shown.entrySet()) {
        long more = run.getValue().keySet().stream().filter(k -> !chosen.containsKey(k)).count();
        if (more > most) {
          best = run.getKey();
          most = more;
        }
      }
      if (best == null) {
        return chosen;
      }
      ClaimRun run = best;
      shown.get(run).forEach((kind, result) -> chosen.putIfAbsent(kind, new Shown(run, result)));
    }
  }
}
