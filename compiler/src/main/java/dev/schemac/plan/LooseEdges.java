package dev.schemac.plan;

import dev.schemac.ddl.Statement;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Target;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which step had better come before another, and need not where both would wait for each other: the
 * text of a routine or an event names what is there when it runs, whatever is there when it is
 * made.
 */
final class LooseEdges {
  private final List<StepOrder.Entry> entries;
  private final Predicate<Step> resolvedWhenRun;
  private final Map<Integer, Set<Integer>> loose = new HashMap<>();
  private final Map<Integer, Set<Integer>> firm = new HashMap<>();

  LooseEdges(List<StepOrder.Entry> entries, Predicate<Step> resolvedWhenRun) {
    this.entries = entries;
    this.resolvedWhenRun = resolvedWhenRun;
  }

  /** MySQL looks up what the text of a routine or an event names only when it runs. */
  static Predicate<Step> resolvedWhenRun(Target target) {
    return step ->
        !target.isPostgres() && step.statements().stream().allMatch(LooseEdges::isOfText);
  }

  private static boolean isOfText(Statement statement) {
    return statement instanceof Statement.Create(var made) && isText(made)
        || statement instanceof Statement.Replace(var replaced) && isText(replaced)
        || statement instanceof Statement.Drop(var dropped) && isText(dropped);
  }

  private static boolean isText(SchemaObject object) {
    return object instanceof SchemaObject.Routine || object instanceof SchemaObject.NativeObject;
  }

  /** One step waits for another because of what both do to one object. */
  void seen(int first, int then, ObjectPath path) {
    boolean named = isOnlyNamed(first, path) || isOnlyNamed(then, path);
    (named ? loose : firm).computeIfAbsent(first, f -> new HashSet<>()).add(then);
  }

  /** One step waits for another of its own group. */
  void firm(int first, int then) {
    firm.computeIfAbsent(first, f -> new HashSet<>()).add(then);
  }

  boolean mayGo(int first, int then) {
    return loose.getOrDefault(first, Set.of()).contains(then)
        && !firm.getOrDefault(first, Set.of()).contains(then);
  }

  private boolean isOnlyNamed(int step, ObjectPath path) {
    Step of = entries.get(step).step();
    return resolvedWhenRun.test(of)
        && !of.provides().contains(path)
        && !of.removes().contains(path);
  }
}
