package dev.schemac.golden;

import dev.schemac.plan.Effect;
import dev.schemac.plan.Step;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a step did to the tables that were there before it, by their names before it.
 *
 * @param locks table → the strongest mode; {@code ACCESS SHARE}, which every query takes, left out
 * @param scans tables that were read whole
 * @param rewrites tables that were written anew
 * @param transactional whether the server lets the step run in a transaction block
 */
record Measured(
    SortedMap<String, String> locks,
    SortedSet<String> scans,
    SortedSet<String> rewrites,
    boolean transactional) {

  /**
   * The same of a declaration.
   *
   * @param live the tables that count
   */
  static Measured declared(Step step, Set<String> live) {
    SortedMap<String, String> locks = new TreeMap<>();
    step.effect()
        .locks()
        .forEach(l -> locks.merge(l.table().toString(), l.mode(), (a, b) -> a + ", " + b));
    SortedSet<String> scans = new TreeSet<>();
    step.effect().scans().forEach(t -> scans.add(t.toString()));
    SortedSet<String> rewrites = new TreeSet<>();
    step.effect().rewrites().forEach(t -> rewrites.add(t.toString()));
    locks.keySet().retainAll(live);
    scans.retainAll(live);
    rewrites.retainAll(live);
    return new Measured(
        locks, scans, rewrites, step.effect().transaction() != Effect.Transaction.NONE);
  }

  /** Whether nothing was done beyond this. */
  boolean covers(Measured other) {
    return locks.entrySet().containsAll(other.locks.entrySet())
        && scans.containsAll(other.scans)
        && rewrites.containsAll(other.rewrites)
        && transactional == other.transactional;
  }

  boolean works() {
    return !scans.isEmpty() || !rewrites.isEmpty();
  }
}
