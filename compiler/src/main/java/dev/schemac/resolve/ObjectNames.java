package dev.schemac.resolve;

import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.resolve.DependencyGraph.Strength;
import dev.schemac.resolve.ObjectWords.TextKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The objects of a schema by the names under which a text may mention them. */
final class ObjectNames {
  /** Natives whose names are no words of a text. */
  private static final Set<String> UNNAMED =
      Set.of("cast", "transform", "user mapping", "rule", "event trigger", "publication");

  /** What a name may stand for. */
  private enum Sort {
    RELATION,
    ROUTINE,
    OPERATOR,
    OTHER
  }

  private record Entry(ObjectPath path, Sort sort) {}

  private final Map<String, List<Entry>> byName = new HashMap<>();
  private final Set<String> namespaces = new HashSet<>();

  ObjectNames(Schema schema) {
    schema.objects().forEach(this::add);
  }

  /** Whether there is nothing that a text could name. */
  boolean isEmpty() {
    return byName.isEmpty();
  }

  private void add(SchemaObject object) {
    switch (object) {
      case Table o -> add(o.path(), o.name().name(), Sort.RELATION);
      case SchemaObject.View o -> add(o.path(), o.name().name(), Sort.RELATION);
      case SchemaObject.Sequence o -> add(o.path(), o.name().name(), Sort.RELATION);
      case SchemaObject.Routine o ->
          add(o.path(), RoutineSignature.name(o.name().name()), Sort.ROUTINE);
      case SchemaObject.EnumType o -> add(o.path(), o.name().name(), Sort.OTHER);
      case SchemaObject.Domain o -> add(o.path(), o.name().name(), Sort.OTHER);
      case SchemaObject.ExternalType o -> add(o.path(), o.name().name(), Sort.OTHER);
      case SchemaObject.NativeObject o -> addNative(o);
      case SchemaObject.Namespace ignored -> {}
      case SchemaObject.Extension ignored -> {}
      case SchemaObject.Role ignored -> {}
      case SchemaObject.Trigger ignored -> {}
      case SchemaObject.Policy ignored -> {}
      case SchemaObject.Grant ignored -> {}
    }
  }

  private void addNative(SchemaObject.NativeObject o) {
    if (UNNAMED.contains(o.nativeKind())) {
      return;
    }
    String local = o.name().name();
    switch (o.nativeKind()) {
      case "foreign table" -> add(o.path(), local, Sort.RELATION);
      case "aggregate" -> add(o.path(), RoutineSignature.name(local), Sort.ROUTINE);
      case "operator" -> add(o.path(), RoutineSignature.name(local), Sort.OPERATOR);
      default -> add(o.path(), local.replaceFirst("(?i) using \\S+$", ""), Sort.OTHER);
    }
  }

  private void add(ObjectPath path, String name, Sort sort) {
    byName.computeIfAbsent(fold(name), n -> new ArrayList<>()).add(new Entry(path, sort));
    namespaces.add(fold(path.owner().namespace()));
  }

  /** Adds what the text names to {@code found}; of two uses the surer one counts. */
  void find(String text, TextKind kind, ObjectPath self, Map<ObjectPath, Strength> found) {
    String namespace = self.owner().namespace();
    for (SqlNames.Found name : SqlNames.of(text)) {
      if (!name.qualifier().isEmpty()
          && !namespaces.contains(fold(name.qualifier()))
          && !isDefault(name.qualifier())) {
        continue;
      }
      for (Entry entry : byName.getOrDefault(fold(name.name()), List.of())) {
        if (isVisible(entry.path().owner(), name.qualifier(), namespace)) {
          strength(entry.sort(), name.place(), kind)
              .ifPresent(s -> found.merge(entry.path(), s, ObjectNames::surer));
        }
      }
    }
  }

  private static Strength surer(Strength a, Strength b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  private static boolean isVisible(QName owner, String qualifier, String namespace) {
    return qualifier.isEmpty()
        ? !owner.hasNamespace() || owner.namespace().equals(namespace)
        : fold(owner.namespace()).equals(fold(qualifier))
            || !owner.hasNamespace() && isDefault(qualifier);
  }

  /** What PostgreSQL calls the namespace that needs no name. */
  private static boolean isDefault(String qualifier) {
    return qualifier.equals(SchemaObject.Namespace.PUBLIC);
  }

  private static Optional<Strength> strength(Sort sort, SqlNames.Place place, TextKind kind) {
    boolean operator = place == SqlNames.Place.OPERATOR;
    if (operator != (sort == Sort.OPERATOR)) {
      return Optional.empty();
    }
    if (kind == TextKind.BODY) {
      return Optional.of(Strength.CHANCE);
    }
    return Optional.of(
        switch (place) {
          case RELATION -> sort == Sort.ROUTINE ? Strength.CHANCE : Strength.LIKELY;
          case CALL -> sort == Sort.RELATION ? Strength.CHANCE : Strength.LIKELY;
          case OPERATOR -> Strength.LIKELY;
          case STRING -> sort == Sort.RELATION ? Strength.POSSIBLE : Strength.CHANCE;
          case ANYWHERE ->
              sort == Sort.OTHER
                  ? Strength.LIKELY
                  : kind != TextKind.DEFINITION
                      ? Strength.CHANCE
                      : sort == Sort.RELATION ? Strength.DOUBTFUL : Strength.POSSIBLE;
        });
  }

  private static String fold(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
