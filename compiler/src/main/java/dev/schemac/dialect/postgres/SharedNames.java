package dev.schemac.dialect.postgres;

import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import java.util.ArrayList;
import java.util.List;

/**
 * Kinds of objects that cannot have one name at a time: relations, whose rows are types, and types;
 * functions, procedures and aggregates of the same parameters.
 */
final class SharedNames {
  private static final List<ObjectKind> TYPES =
      List.of(
          ObjectKind.TABLE,
          ObjectKind.VIEW,
          ObjectKind.MATERIALIZED_VIEW,
          ObjectKind.SEQUENCE,
          ObjectKind.ENUM,
          ObjectKind.DOMAIN);
  private static final List<String> NATIVE_TYPES = List.of("type", "foreign table");
  private static final List<ObjectKind> ROUTINES =
      List.of(ObjectKind.FUNCTION, ObjectKind.PROCEDURE);
  private static final List<String> NATIVE_ROUTINES = List.of("aggregate");

  private SharedNames() {}

  /** What an object of another kind with this one's name would be. */
  static List<ObjectPath> of(ObjectPath path) {
    if (isOf(path, TYPES, NATIVE_TYPES)) {
      return others(path, TYPES, NATIVE_TYPES);
    }
    return isOf(path, ROUTINES, NATIVE_ROUTINES)
        ? others(path, ROUTINES, NATIVE_ROUTINES)
        : List.of();
  }

  static boolean isRoutine(ObjectPath path) {
    return isOf(path, ROUTINES, NATIVE_ROUTINES);
  }

  private static boolean isOf(ObjectPath path, List<ObjectKind> kinds, List<String> natives) {
    return kinds.contains(path.kind())
        || path.kind() == ObjectKind.NATIVE && natives.contains(path.member());
  }

  private static List<ObjectPath> others(
      ObjectPath path, List<ObjectKind> kinds, List<String> natives) {
    List<ObjectPath> found = new ArrayList<>();
    kinds.forEach(k -> found.add(ObjectPath.of(k, path.owner())));
    natives.forEach(n -> found.add(new ObjectPath(ObjectKind.NATIVE, path.owner(), n)));
    found.remove(path);
    return found;
  }
}
