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
import java.util.function.BiPredicate;

/**
 * Which step had better come before another, and need not where both would wait for each other: the
 * text of a routine or an event names what is there when it runs, whatever is there when it is
 * made, and a view may for a moment read what is gone.
 */
final class LooseEdges {
  private final List<StepOrder.Entry> entries;
  private final BiPredicate<Step, ObjectPath> onlyNamed;
  private final Map<Integer, Set<Integer>> loose = new HashMap<>();
  private final Map<Integer, Set<Integer>> firm = new HashMap<>();

  LooseEdges(List<StepOrder.Entry> entries, BiPredicate<Step, ObjectPath> onlyNamed) {
    this.entries = entries;
    this.onlyNamed = onlyNamed;
  }

  /**
   * MySQL looks up what the text of a routine or an event names only when it runs, and leaves a
   * view without what it read.
   */
  static BiPredicate<Step, ObjectPath> onlyNamed(Target target) {
    return (step, path) ->
        !target.isPostgres() && (isNamedByText(step, path) || isLeft(step, path));
  }

  private static boolean isNamedByText(Step step, ObjectPath path) {
    return step.statements().stream().allMatch(LooseEdges::isOfText)
        && !step.provides().contains(path)
        && !step.removes().contains(path);
  }

  private static boolean isLeft(Step step, ObjectPath path) {
    return step.statements().stream().allMatch(LooseEdges::isOfView)
        && step.releases().contains(path)
        && !step.requires().contains(path)
        && !step.provides().contains(path);
  }

  private static boolean isOfView(Statement statement) {
    return statement instanceof Statement.Replace(SchemaObject.View view)
        || statement instanceof Statement.Drop(SchemaObject.View dropped);
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
    return onlyNamed.test(entries.get(step).step(), path);
  }
}
