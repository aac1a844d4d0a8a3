package dev.schemac.dialect.postgres;

import dev.schemac.model.QName;
import dev.schemac.plan.Effect;
import dev.schemac.plan.Effect.Blocks;
import dev.schemac.plan.Effect.Held;
import dev.schemac.plan.Effect.Lock;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An effect that more is added to: of two locks on a table the stronger one counts. */
final class EffectSum {
  private final Map<QName, Lock> locks = new LinkedHashMap<>();
  private final Set<QName> scans;
  private final Set<QName> rewrites;
  private final Effect.Transaction transaction;

  EffectSum(Effect effect) {
    effect.locks().forEach(this::lock);
    this.scans = new LinkedHashSet<>(effect.scans());
    this.rewrites = new LinkedHashSet<>(effect.rewrites());
    this.transaction = effect.transaction();
  }

  boolean isLocked(QName table) {
    return locks.containsKey(table);
  }

  void lock(Lock lock) {
    locks.merge(lock.table(), lock, EffectSum::stronger);
  }

  private static Lock stronger(Lock a, Lock b) {
    Lock more = Effects.strength(b.mode()) > Effects.strength(a.mode()) ? b : a;
    Held held = a.held() == Held.WORK || b.held() == Held.WORK ? Held.WORK : Held.MOMENT;
    return new Lock(a.table(), more.mode(), more.blocks(), held);
  }

  /** The second table is treated as the first one. */
  void likewise(QName table, QName other) {
    Lock lock = locks.get(table);
    if (lock != null) {
      lock(new Lock(other, lock.mode(), lock.blocks(), lock.held()));
    }
    if (scans.contains(table)) {
      scans.add(other);
    }
    if (rewrites.contains(table)) {
      rewrites.add(other);
    }
  }

  /** Its partitions are read and written in its place. */
  void holdsNoRows(QName table) {
    scans.remove(table);
    rewrites.remove(table);
  }

  /** A table is read whole, while everything that the step has locked stays locked. */
  void read(QName table) {
    scans.add(table);
    locks.replaceAll(
        (name, lock) ->
            lock.blocks() == Blocks.NOBODY
                ? lock
                : new Lock(name, lock.mode(), lock.blocks(), Held.WORK));
  }

  Effect effect() {
    return new Effect(
        List.copyOf(locks.values()), List.copyOf(scans), List.copyOf(rewrites), transaction);
  }
}
