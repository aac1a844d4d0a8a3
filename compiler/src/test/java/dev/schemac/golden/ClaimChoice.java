package dev.schemac.golden;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

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

  Set<StepKind> kinds() {
    return shown.values().stream().flatMap(r -> r.keySet().stream()).collect(Collectors.toSet());
  }

  /** All that was shown, as rows of the page. */
  Set<String> rows() {
    Set<String> rows = new TreeSet<>();
    shown.forEach(
        (run, results) -> results.values().forEach(r -> rows.add(ClaimTable.row(run, r))));
    return rows;
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
