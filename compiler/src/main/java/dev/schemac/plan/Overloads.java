package dev.schemac.plan;

import dev.schemac.ddl.Statement;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Routines that go and share their name with others that are called: a call could mean either, so
 * whoever calls the others waits until these are gone.
 */
final class Overloads {
  private Overloads() {}

  static void order(List<StepOrder.Entry> entries) {
    Map<QName, List<ObjectPath>> going = going(entries);
    if (!going.isEmpty()) {
      entries.replaceAll(e -> looksUp(e.step()) ? behind(e, going) : e);
    }
  }

  private static Map<QName, List<ObjectPath>> going(List<StepOrder.Entry> entries) {
    Set<ObjectPath> made = new HashSet<>();
    entries.forEach(e -> made.addAll(e.step().provides()));
    Map<QName, List<ObjectPath>> going = new HashMap<>();
    for (StepOrder.Entry entry : entries) {
      for (ObjectPath path : entry.step().removes()) {
        if (isRoutine(path) && !made.contains(path)) {
          going.computeIfAbsent(plain(path), n -> new ArrayList<>()).add(path);
        }
      }
    }
    return going;
  }

  /** A call of a function looks at procedures too. */
  private static boolean isRoutine(ObjectPath path) {
    return path.kind() == ObjectKind.FUNCTION || path.kind() == ObjectKind.PROCEDURE;
  }

  private static QName plain(ObjectPath routine) {
    return routine.owner().withName(DependantClosure.local(routine).strip());
  }

  /** A body in a string is looked into when it runs; a privilege names its routine in full. */
  private static boolean looksUp(Step step) {
    return step.statements().stream()
        .noneMatch(
            s ->
                s instanceof Statement.Create(var object)
                        && (object instanceof SchemaObject.Grant
                            || object instanceof SchemaObject.Routine routine
                                && DependantClosure.hasTextBody(routine))
                    || s instanceof Statement.Drop);
  }

  private static StepOrder.Entry behind(StepOrder.Entry entry, Map<QName, List<ObjectPath>> going) {
    Step step = entry.step();
    Set<ObjectPath> gone = new LinkedHashSet<>();
    for (ObjectPath called : step.requires()) {
      if (called.kind() == ObjectKind.FUNCTION) {
        going.getOrDefault(plain(called), List.of()).stream()
            .filter(g -> !g.equals(called) && !step.releases().contains(g))
            .forEach(gone::add);
      }
    }
    return gone.isEmpty() ? entry : entry.with(step.also(gone, Set.of()));
  }
}
