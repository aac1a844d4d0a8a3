package dev.schemac.resolve;

import dev.schemac.model.ObjectPath;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who names whom. Where names lead in a circle, those that are likely chance ones are dropped: the
 * words of a body that the server looks at only when it runs, then aliases and columns that are
 * called like an object.
 */
final class DependencyGraph {

  /** How sure it is that a word means the object. */
  enum Strength {
    LIKELY,
    POSSIBLE,
    DOUBTFUL,
    CHANCE
  }

  private final Map<ObjectPath, Map<ObjectPath, Strength>> edges = new LinkedHashMap<>();

  private DependencyGraph() {}

  static DependencyGraph of(Schema schema) {
    DependencyGraph graph = new DependencyGraph();
    ObjectNames names = new ObjectNames(schema);
    if (names.isEmpty()) {
      return graph;
    }
    Set<ObjectPath> operatorClasses = ofKind(schema, "operator class");
    Set<ObjectPath> operatorFamilies = ofKind(schema, "operator family");
    Iterator<Map<ObjectPath, Strength>> named =
        schema.objects().parallelStream().map(object -> named(object, names)).toList().iterator();
    for (SchemaObject object : schema.objects()) {
      Map<ObjectPath, Strength> found = named.next();
      if (object instanceof Table table && hasKeys(table)) {
        operatorClasses.forEach(c -> found.put(c, Strength.LIKELY));
      }
      if (operatorFamilies.contains(object.path())) {
        // A family has no class in its text, but often the name of one.
        found.keySet().removeAll(operatorClasses);
      }
      found.remove(object.path());
      if (!found.isEmpty()) {
        graph.edges.put(object.path(), found);
      }
    }
    new CastUses(schema, graph.edges).add();
    graph.cut(Strength.CHANCE);
    graph.cut(Strength.DOUBTFUL);
    graph.cut(Strength.POSSIBLE);
    return graph;
  }

  private static Map<ObjectPath, Strength> named(SchemaObject object, ObjectNames names) {
    Map<ObjectPath, Strength> found = new LinkedHashMap<>();
    new ObjectWords(object).each((text, kind) -> names.find(text, kind, object.path(), found));
    return found;
  }

  private static Set<ObjectPath> ofKind(Schema schema, String nativeKind) {
    return schema.all(SchemaObject.NativeObject.class).stream()
        .filter(n -> n.nativeKind().equals(nativeKind))
        .map(SchemaObject.NativeObject::path)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** A key may stand on a class that is its type's default and that nobody names. */
  private static boolean hasKeys(Table table) {
    return !table.indexes().isEmpty() || !table.constraints().isEmpty();
  }

  Set<ObjectPath> of(ObjectPath path) {
    return edges.getOrDefault(path, Map.of()).keySet();
  }

  /** Drops the edges of this strength that are part of a circle. */
  private void cut(Strength strength) {
    Map<ObjectPath, Integer> component = new Components().find();
    edges.forEach(
        (from, to) ->
            to.entrySet()
                .removeIf(
                    e ->
                        e.getValue() == strength
                            && component.get(from).equals(component.get(e.getKey()))));
  }

  /** Strongly connected components by Tarjan's algorithm, without recursion. */
  private final class Components {
    private final Map<ObjectPath, Integer> index = new HashMap<>();
    private final Map<ObjectPath, Integer> low = new HashMap<>();
    private final Map<ObjectPath, Integer> component = new HashMap<>();
    private final List<ObjectPath> stack = new ArrayList<>();
    private final Set<ObjectPath> onStack = new LinkedHashSet<>();
    private int components;

    private record Visit(ObjectPath node, List<ObjectPath> next, int[] at) {}

    Map<ObjectPath, Integer> find() {
      edges.keySet().forEach(this::start);
      return component;
    }

    private void start(ObjectPath root) {
      if (index.containsKey(root)) {
        return;
      }
      List<Visit> visits = new ArrayList<>(List.of(enter(root)));
      while (!visits.isEmpty()) {
        Visit visit = visits.getLast();
        if (visit.at()[0] < visit.next().size()) {
          ObjectPath to = visit.next().get(visit.at()[0]++);
          if (!index.containsKey(to)) {
            visits.add(enter(to));
          } else if (onStack.contains(to)) {
            low.merge(visit.node(), index.get(to), Math::min);
          }
        } else {
          visits.removeLast();
          leave(visit.node());
          if (!visits.isEmpty()) {
            low.merge(visits.getLast().node(), low.get(visit.node()), Math::min);
          }
        }
      }
    }

    private Visit enter(ObjectPath node) {
      index.put(node, index.size());
      low.put(node, index.get(node));
      stack.add(node);
      onStack.add(node);
      return new Visit(node, List.copyOf(of(node)), new int[1]);
    }

    private void leave(ObjectPath node) {
      if (!low.get(node).equals(index.get(node))) {
        return;
      }
      ObjectPath member;
      do {
        member = stack.removeLast();
        onStack.remove(member);
        component.put(member, components);
      } while (!member.equals(node));
      components++;
    }
  }
}
