package dev.schemac.resolve;

import dev.schemac.diagnostic.Span;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.SchemaObject;
import dev.schemac.sql.MySqlQuoting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * MySQL runs the triggers of one table, time and event one behind the other. In the model each but
 * the first says which one it follows, so that the order does not depend on when each was made.
 */
final class TriggerRows {
  /** Where the source wants a trigger: directly behind or before another one. */
  record Place(boolean behind, String name) {}

  private record Wanted(ObjectPath path, Optional<Place> place, Span span) {}

  private final Report report;

  private final Map<String, List<Wanted>> rows = new LinkedHashMap<>();

  TriggerRows(Report report) {
    this.report = report;
  }

  void add(ObjectPath path, String moment, Optional<Place> place, Span span) {
    rows.computeIfAbsent(path.owner() + " " + moment, r -> new ArrayList<>())
        .add(new Wanted(path, place, span));
  }

  /** The objects with the order of the triggers among them in their definitions. */
  List<SchemaObject> order(List<SchemaObject> objects) {
    Map<ObjectPath, String> predecessors = new HashMap<>();
    for (List<Wanted> row : rows.values()) {
      List<ObjectPath> ordered = ordered(row);
      for (int i = 1; i < ordered.size(); i++) {
        predecessors.put(ordered.get(i), ordered.get(i - 1).member());
      }
    }
    return predecessors.isEmpty()
        ? objects
        : objects.stream().map(o -> behind(o, predecessors.get(o.path()))).toList();
  }

  /** As the server would have them, had it made them in the order of the source. */
  private List<ObjectPath> ordered(List<Wanted> row) {
    List<ObjectPath> ordered = new ArrayList<>();
    List<Wanted> waiting = new ArrayList<>(row);
    boolean moved = true;
    while (moved) {
      moved = waiting.removeIf(wanted -> insert(ordered, wanted));
    }
    waiting.forEach(this::lost);
    return ordered;
  }

  /** What it follows or precedes is not in its row, or waits for it. */
  private void lost(Wanted wanted) {
    report.unknown("trigger", wanted.place().map(Place::name).orElse(""), wanted.span(), List.of());
  }

  private static boolean insert(List<ObjectPath> ordered, Wanted wanted) {
    if (wanted.place().isEmpty()) {
      return ordered.add(wanted.path());
    }
    for (int i = 0; i < ordered.size(); i++) {
      if (ordered.get(i).member().equals(wanted.place().get().name())) {
        ordered.add(wanted.place().get().behind() ? i + 1 : i, wanted.path());
        return true;
      }
    }
    return false;
  }

  private static SchemaObject behind(SchemaObject object, String predecessor) {
    if (predecessor == null || !(object instanceof SchemaObject.Trigger t)) {
      return object;
    }
    int header = t.definition().indexOf('\n');
    String follows = " FOLLOWS ".concat(MySqlQuoting.INSTANCE.identifier(predecessor));
    return new SchemaObject.Trigger(
        t.table(),
        t.name(),
        t.definition().substring(0, header) + follows + t.definition().substring(header),
        t.dependsOn(),
        t.comment(),
        t.options());
  }
}
