package dev.schemac.diff;

import dev.schemac.model.Constraint;
import dev.schemac.model.Table;
import dev.schemac.model.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The order of a table's checks, which MariaDB keeps and prints: a new one goes to the end. MySQL
 * and PostgreSQL list them by their names.
 */
public final class CheckOrder {
  private CheckOrder() {}

  /** Whether the server keeps an order. */
  public static boolean isKept(Target target) {
    return target.isMariaDb();
  }

  /**
   * The checks that have to be made, or to go and come back, so that the list is as it must be: all
   * but those that stay in front in their old order.
   *
   * @param again names of checks that go and come back anyway
   */
  public static List<Constraint.Check> behind(Table before, Table after, Set<String> again) {
    List<Constraint.Check> old = of(before);
    List<Constraint.Check> behind = new ArrayList<>();
    Map<String, Integer> places = new HashMap<>();
    old.forEach(c -> places.put(c.name(), places.size()));
    int last = -1;
    boolean inFront = true;
    for (Constraint.Check check : of(after)) {
      int at = places.getOrDefault(check.name(), -1);
      inFront = inFront && at > last && old.get(at).equals(check) && !again.contains(check.name());
      last = Math.max(last, at);
      if (!inFront) {
        behind.add(check);
      }
    }
    return behind;
  }

  /** Those of them that stay as they are and only give up their place. */
  public static List<Constraint.Check> moved(Table before, Table after, Set<String> again) {
    List<Constraint.Check> old = of(before);
    return behind(before, after, again).stream().filter(old::contains).toList();
  }

  private static List<Constraint.Check> of(Table table) {
    return table.constraints().stream()
        .filter(Constraint.Check.class::isInstance)
        .map(Constraint.Check.class::cast)
        .toList();
  }
}
