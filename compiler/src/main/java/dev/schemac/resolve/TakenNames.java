package dev.schemac.resolve;

import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Span;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.QName;
import dev.schemac.model.Target;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names that tables, keys and constraints have taken.
 *
 * <p>PostgreSQL: relations (tables, views, sequences, indexes with those behind keys) share one
 * space per namespace; an automatic constraint name avoids all constraints of the namespace, a
 * written one those of its table alone. MySQL: indexes per table, foreign keys and checks per
 * database.
 */
final class TakenNames {
  private final Target target;
  private final Report report;
  private final Map<String, Set<String>> taken = new HashMap<>();
  private final Map<String, Span> written = new HashMap<>();

  TakenNames(Target target, Report report) {
    this.target = target;
    this.report = report;
  }

  /** A table, view or sequence. */
  void relation(QName name, Span place) {
    if (target.isPostgres()) {
      space("relation", name.namespace()).add(name.name());
      written.put(key("relation", name.namespace(), name.name()), place);
    }
  }

  /** A name that its author gave; two alike are reported. */
  void written(QName table, ObjectKind kind, String name, Span place) {
    tooLong(name, place);
    String folded = AutomaticNames.fold(target.dialect(), name);
    String[] own = ownSpace(table, kind);
    Span first = written.putIfAbsent(key(own[0], own[1], folded), place);
    if (first != null) {
      report.twice(name, place, first);
    }
    for (Set<String> space : automaticSpaces(table, kind)) {
      space.add(folded);
    }
  }

  String automatic(QName table, ObjectKind kind, List<String> parts, String label) {
    Set<String> all = new HashSet<>();
    List<Set<String>> spaces = automaticSpaces(table, kind);
    if (spaces.size() == 1) {
      return AutomaticNames.free(target.dialect(), table.name(), parts, label, spaces.get(0));
    }
    String name;
    int number = 0;
    do {
      String numbered = number == 0 ? label : label + number;
      name = AutomaticNames.of(target.dialect(), table.name(), parts, numbered);
      number++;
    } while (isTaken(name, spaces, all));
    for (Set<String> space : spaces) {
      space.add(AutomaticNames.fold(target.dialect(), name));
    }
    return name;
  }

  void tooLong(String name, Span place) {
    if (!AutomaticNames.fits(target.dialect(), name)) {
      report.add(
          Diagnostic.of(
                  Code.SC2013,
                  place,
                  "`" + name + "` is longer than " + target.dialect().label() + " allows")
              .withHelp(
                  target.isPostgres() ? "63 bytes of UTF-8 at most" : "64 characters at most"));
    }
  }

  private boolean isTaken(String name, List<Set<String>> spaces, Set<String> ignored) {
    String folded = AutomaticNames.fold(target.dialect(), name);
    return spaces.stream().anyMatch(s -> s.contains(folded));
  }

  private String[] ownSpace(QName table, ObjectKind kind) {
    boolean relation = isRelation(kind);
    if (target.isPostgres()) {
      return relation
          ? new String[] {"relation", table.namespace()}
          : new String[] {"constraint", table.toString()};
    }
    return relation
        ? new String[] {"index", table.toString()}
        : new String[] {kind.word(), isPerTable(kind) ? table.toString() : table.namespace()};
  }

  /** MariaDB's checks have their names to themselves in each table. */
  private boolean isPerTable(ObjectKind kind) {
    return target.isMariaDb() && kind == ObjectKind.CHECK;
  }

  private List<Set<String>> automaticSpaces(QName table, ObjectKind kind) {
    boolean relation = isRelation(kind);
    if (target.isMySql()) {
      String[] own = ownSpace(table, kind);
      return List.of(space(own[0], own[1]));
    }
    Set<String> constraints = space("constraint", table.namespace());
    if (!relation) {
      return List.of(constraints);
    }
    Set<String> relations = space("relation", table.namespace());
    return kind == ObjectKind.INDEX || kind == ObjectKind.SEQUENCE
        ? List.of(relations)
        : List.of(relations, constraints);
  }

  private static boolean isRelation(ObjectKind kind) {
    return switch (kind) {
      case PRIMARY_KEY, UNIQUE, INDEX, EXCLUSION, SEQUENCE -> true;
      default -> false;
    };
  }

  private Set<String> space(String kind, String owner) {
    return taken.computeIfAbsent(kind + "\n" + owner, k -> new HashSet<>());
  }

  private static String key(String kind, String owner, String name) {
    return kind + "\n" + owner + "\n" + name;
  }
}
