package dev.schemac.dialect.mysql;

import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject.Trigger;
import dev.schemac.plan.Effect;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What MySQL locks with a table that {@code LOCK TABLES} names: tables that its triggers use, those
 * to which its cascades lead, and for reading those that its foreign keys refer to, whatever {@code
 * foreign_key_checks} says (measured; manual, "LOCK TABLES and Triggers").
 */
final class LockedBeside {
  private final LiveNames live;
  private final Map<QName, Set<QName>> used = new HashMap<>();

  LockedBeside(LiveNames live, Schema before, Schema after) {
    this.live = live;
    for (Schema schema : List.of(before, after)) {
      for (Trigger trigger : schema.all(Trigger.class)) {
        trigger
            .dependsOn()
            .forEach(
                p ->
                    used.computeIfAbsent(trigger.table(), t -> new LinkedHashSet<>())
                        .add(p.owner()));
      }
    }
  }

  List<Effect.Lock> of(List<QName> tables) {
    Set<QName> written = new LinkedHashSet<>(tables);
    Deque<QName> open = new ArrayDeque<>(written);
    while (!open.isEmpty()) {
      QName next = open.poll();
      List<QName> more = new ArrayList<>(live.cascading(next));
      more.addAll(used.getOrDefault(next, Set.of()));
      more.stream().filter(live::isTable).filter(written::add).forEach(open::add);
    }
    Map<QName, Effect.Lock> locks = new LinkedHashMap<>();
    written.forEach(t -> live.parents(t).forEach(p -> locks.put(p, reading(p))));
    written.forEach(t -> locks.put(t, Cost.lockTables(t).locks().getFirst()));
    tables.forEach(locks::remove);
    return List.copyOf(locks.values());
  }

  private static Effect.Lock reading(QName table) {
    return new Effect.Lock(table, "LOCK TABLES READ", Effect.Blocks.WRITERS, Effect.Held.MOMENT);
  }
}
