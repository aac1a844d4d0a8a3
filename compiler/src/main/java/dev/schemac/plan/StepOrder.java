package dev.schemac.plan;

import dev.schemac.ddl.Statement;
import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Span;
import dev.schemac.model.ObjectPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Puts steps into the order in which they can run: a stable topological order in which, of the
 * steps that may come next, those before the deploy go first, then the order of the changes counts.
 * The cost is near-linear in the number of steps and of the objects that they name.
 */
final class StepOrder {

  /**
   * A step and where it stands.
   *
   * @param group steps of one group run in their own order
   * @param rank the group's place among the groups
   */
  record Entry(Step step, int group, int rank, int position) {

    /** Another step at the same place. */
    Entry with(Step other) {
      return new Entry(other, group, rank, position);
    }
  }

  /**
   * The steps in order, and what could not be ordered.
   *
   * @param entangled what the steps that wait for each other make, alter and remove
   */
  record Ordered(List<Step> steps, List<Diagnostic> diagnostics, Set<ObjectPath> entangled) {}

  private final List<Entry> entries;
  private final Predicate<ObjectPath> existed;
  private final LooseEdges loose;
  private final List<Set<Integer>> followers = new ArrayList<>();
  private final int[] waiting;
  private final boolean[] done;
  private final Phase[] phases;
  private final List<Step> ordered = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final Set<ObjectPath> entangled = new LinkedHashSet<>();

  private StepOrder(
      List<Entry> entries, Predicate<ObjectPath> existed, BiPredicate<Step, ObjectPath> onlyNamed) {
    this.entries = entries;
    this.existed = existed;
    this.loose = new LooseEdges(entries, onlyNamed);
    this.waiting = new int[entries.size()];
    this.done = new boolean[entries.size()];
    this.phases = new Phase[entries.size()];
  }

  /**
   * Orders steps.
   *
   * @param existed whether an object is there, under this name, before the first step runs
   * @param onlyNamed whether a step names an object without needing it
   */
  static Ordered of(
      List<Entry> entries, Predicate<ObjectPath> existed, BiPredicate<Step, ObjectPath> onlyNamed) {
    StepOrder order = new StepOrder(entries, existed, onlyNamed);
    order.connect();
    order.run();
    return new Ordered(order.ordered, order.diagnostics, order.entangled);
  }

  /** Who does what to one object. */
  private record Roles(
      List<Integer> makers,
      List<Integer> alterers,
      List<Integer> removers,
      List<Integer> users,
      List<Integer> leavers) {
    static Roles none() {
      return new Roles(
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>());
    }
  }

  private void connect() {
    Map<Integer, Integer> lastOfGroup = new LinkedHashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      followers.add(new LinkedHashSet<>());
      phases[i] = entries.get(i).step().phase();
    }
    for (int i = 0; i < entries.size(); i++) {
      Integer previous = lastOfGroup.put(entries.get(i).group(), i);
      if (previous != null) {
        edge(previous, i);
        loose.firm(previous, i);
      }
    }
    roles().forEach(this::connect);
  }

  private Map<ObjectPath, Roles> roles() {
    Map<ObjectPath, Roles> roles = new LinkedHashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      Step step = entries.get(i).step();
      for (ObjectPath path : step.provides()) {
        Roles of = roles.computeIfAbsent(path, p -> Roles.none());
        (step.removes().contains(path) ? of.alterers() : of.makers()).add(i);
      }
      for (ObjectPath path : step.removes()) {
        if (!step.provides().contains(path)) {
          roles.computeIfAbsent(path, p -> Roles.none()).removers().add(i);
        }
      }
      for (ObjectPath path : step.requires()) {
        if (!step.provides().contains(path)) {
          roles.computeIfAbsent(path, p -> Roles.none()).users().add(i);
        }
      }
      for (ObjectPath path : step.releases()) {
        roles.computeIfAbsent(path, p -> Roles.none()).leavers().add(i);
      }
    }
    return roles;
  }

  /**
   * An object that was there lives: left by its old users, altered, used, removed – or removed and
   * then made anew, and used. One that was not there: made, altered, used, left, removed.
   */
  private void connect(ObjectPath path, Roles roles) {
    if (isRenamedAndMadeAnew(path, roles)) {
      return;
    }
    boolean madeAnew =
        existed.test(path) && !roles.removers().isEmpty() && !roles.makers().isEmpty();
    List<Integer> users = new ArrayList<>(roles.users());
    if (madeAnew) {
      // Who uses it and lets it go means the one that was there.
      users.removeAll(roles.leavers());
    }
    edges(path, roles.makers(), users);
    edges(path, roles.leavers(), roles.removers());
    edges(path, roles.alterers(), madeAnew ? List.of() : roles.users());
    if (madeAnew) {
      edges(path, roles.removers(), roles.makers());
      edges(path, roles.alterers(), roles.removers());
      edges(path, roles.leavers(), roles.alterers());
      return;
    }
    edges(path, roles.makers(), roles.alterers());
    edges(path, roles.makers(), roles.removers());
    edges(path, roles.leavers(), roles.alterers());
    edges(path, roles.alterers(), roles.removers());
    edges(path, roles.users(), roles.removers());
  }

  /** What gets its name first, then goes and comes back. */
  private boolean isRenamedAndMadeAnew(ObjectPath path, Roles roles) {
    List<Integer> renamers = new ArrayList<>(roles.makers());
    renamers.removeIf(i -> !renames(entries.get(i).step(), path));
    List<Integer> makers = new ArrayList<>(roles.makers());
    makers.removeAll(renamers);
    if (renamers.isEmpty() || makers.isEmpty() || roles.removers().isEmpty()) {
      return false;
    }
    List<Integer> users = new ArrayList<>(roles.users());
    users.removeAll(roles.leavers());
    edges(path, renamers, roles.removers());
    edges(path, roles.leavers(), roles.removers());
    edges(path, roles.removers(), makers);
    edges(path, makers, users);
    return true;
  }

  private static boolean renames(Step step, ObjectPath path) {
    return step.removes().stream().anyMatch(p -> p.kind() == path.kind() && !p.equals(path))
        && step.statements().stream().anyMatch(Statement.Rename.class::isInstance);
  }

  private void edges(ObjectPath path, List<Integer> first, List<Integer> then) {
    for (int a : first) {
      for (int b : then) {
        if (entries.get(a).group() != entries.get(b).group()) {
          edge(a, b);
          loose.seen(a, b, path);
        }
      }
    }
  }

  private void edge(int first, int then) {
    if (first != then && followers.get(first).add(then)) {
      waiting[then]++;
    }
  }

  private void run() {
    Comparator<Integer> urgency =
        Comparator.<Integer>comparingInt(i -> phases[i] == Phase.CONTRACT ? 1 : 0)
            .thenComparingInt(i -> entries.get(i).rank())
            .thenComparingInt(i -> entries.get(i).group())
            .thenComparingInt(i -> entries.get(i).position());
    PriorityQueue<Integer> ready = new PriorityQueue<>(urgency);
    for (int i = 0; i < entries.size(); i++) {
      if (waiting[i] == 0) {
        ready.add(i);
      }
    }
    while (ordered.size() < entries.size()) {
      if (ready.isEmpty()) {
        breakCycle().ifPresent(ready::add);
      } else {
        take(ready.poll(), ready);
      }
    }
  }

  private void take(int i, PriorityQueue<Integer> ready) {
    done[i] = true;
    ordered.add(entries.get(i).step().withPhase(phases[i]));
    for (int next : followers.get(i)) {
      if (done[next]) {
        continue;
      }
      if (phases[i] == Phase.CONTRACT) {
        // What waits for a step after the deploy can itself run only after the deploy.
        phases[next] = Phase.CONTRACT;
      }
      if (--waiting[next] == 0) {
        ready.add(next);
      }
    }
  }

  /** The step that can come next now; none where another cycle stands in its way. */
  private Optional<Integer> breakCycle() {
    List<Integer> cycle = findCycle();
    for (int i = 0; i < cycle.size(); i++) {
      int first = cycle.get(i);
      int then = cycle.get((i + 1) % cycle.size());
      if (loose.mayGo(first, then) && followers.get(first).remove(then)) {
        return --waiting[then] == 0 ? Optional.of(then) : Optional.empty();
      }
    }
    String names =
        cycle.stream()
            .map(i -> "`" + entries.get(i).step().title() + "`")
            .collect(Collectors.joining(", "));
    diagnostics.add(
        Diagnostic.of(Code.SC5001, Span.NONE, "steps wait for each other: " + names)
            .withHelp("make the change in two migrations, or write one by hand: `schemac new`"));
    for (int i : cycle) {
      entangled.addAll(entries.get(i).step().provides());
      entangled.addAll(entries.get(i).step().removes());
    }
    int first = cycle.stream().min(Comparator.naturalOrder()).orElseThrow();
    waiting[first] = 0;
    return Optional.of(first);
  }

  /** Each step that is left waits for another that is left, so going back must meet itself. */
  private List<Integer> findCycle() {
    Map<Integer, Integer> waitsFor = new LinkedHashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      if (!done[i]) {
        for (int next : followers.get(i)) {
          if (!done[next]) {
            waitsFor.putIfAbsent(next, i);
          }
        }
      }
    }
    int at = waitsFor.keySet().iterator().next();
    Set<Integer> seen = new LinkedHashSet<>();
    while (seen.add(at)) {
      at = waitsFor.get(at);
    }
    List<Integer> path = new ArrayList<>(seen);
    return path.subList(path.indexOf(at), path.size()).reversed();
  }
}
