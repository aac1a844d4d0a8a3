package dev.schemac.dialect.postgres;

import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.SchemaObject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Routines that go and share their name with others that are called: a call could mean either. */
final class Overloads {
  private Overloads() {}

  /** Those that have to be gone before an object is made that calls these routines. */
  static List<ObjectPath> going(ObjectPath self, Collection<ObjectPath> used, PlanFacts facts) {
    Set<String> called = new HashSet<>();
    used.stream()
        .filter(p -> p.kind() == ObjectKind.FUNCTION && !facts.isDropped(p))
        .forEach(p -> called.add(Signature.plainName(p.owner()).toString()));
    if (called.isEmpty()) {
      return List.of();
    }
    return facts.context().before().all(SchemaObject.Routine.class).stream()
        .map(SchemaObject.Routine::path)
        .filter(p -> !p.equals(self) && facts.isDropped(p))
        .filter(p -> called.contains(Signature.plainName(p.owner()).toString()))
        .toList();
  }
}
