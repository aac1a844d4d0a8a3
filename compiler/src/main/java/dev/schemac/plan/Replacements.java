package dev.schemac.plan;

import dev.schemac.ddl.Statement;
import dev.schemac.model.Column;
import dev.schemac.model.DataType;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Types that give their name to a successor and go later, under another one: who lets the old type
 * go may do so until then, since it follows the old type to its other name.
 */
final class Replacements {
  private static final Set<String> SIGNED = Set.of("aggregate", "operator", "cast");

  private Replacements() {}

  /** Makes those who let an old type go wait for nothing but its end. */
  static void relax(List<StepOrder.Entry> entries, Schema before) {
    Map<ObjectPath, ObjectPath> formers = new HashMap<>();
    for (StepOrder.Entry entry : entries) {
      for (Statement statement : entry.step().statements()) {
        if (statement instanceof Statement.Rename(var object, var to)) {
          ObjectPath path = object.path();
          ObjectPath former = new ObjectPath(path.kind(), to, path.member());
          boolean replaced =
              entry.step().provides().contains(path)
                  && entry.step().removes().contains(path)
                  && endsLater(entry, former, entries);
          if (replaced) {
            formers.put(path, former);
          }
        }
      }
    }
    if (!formers.isEmpty()) {
      entries.replaceAll(e -> speaksOfTypes(e) ? e : relaxed(e, formers, before));
    }
  }

  /** What is dropped by the types in its name has to go while these bear their names. */
  private static boolean speaksOfTypes(StepOrder.Entry entry) {
    return entry.step().statements().stream()
        .anyMatch(
            s ->
                s instanceof Statement.Drop(var object)
                    && (object instanceof SchemaObject.Routine
                        || object instanceof SchemaObject.NativeObject n
                            && SIGNED.contains(n.nativeKind())));
  }

  /** A column that changes leaves the old type, also where the new one has the same name. */
  private static void of(
      Column column, ObjectPath path, ObjectPath former, Set<ObjectPath> releases) {
    boolean collated =
        column.collation().filter(c -> c.equals(Needs.collation(path.owner()))).isPresent();
    if (collated || isOf(column.type(), path.owner())) {
      releases.add(former);
    }
  }

  private static void ofMultirange(
      Column column, ObjectPath path, ObjectPath former, Schema before, Set<ObjectPath> releases) {
    boolean multirange =
        before.object(path).orElse(null) instanceof SchemaObject.NativeObject type
            && RangeTypes.multirange(type).filter(m -> isOf(column.type(), m)).isPresent();
    if (multirange) {
      releases.add(former);
    }
  }

  private static boolean isOf(DataType type, QName name) {
    return switch (type) {
      case DataType.Named(var other) -> other.equals(name);
      case DataType.Array(var element) -> isOf(element, name);
      case DataType.Builtin ignored -> false;
      case DataType.InlineEnum ignored -> false;
      case DataType.InlineSet ignored -> false;
    };
  }

  private static boolean endsLater(
      StepOrder.Entry replacing, ObjectPath former, List<StepOrder.Entry> entries) {
    return entries.stream().anyMatch(e -> e != replacing && e.step().removes().contains(former));
  }

  private static StepOrder.Entry relaxed(
      StepOrder.Entry entry, Map<ObjectPath, ObjectPath> formers, Schema before) {
    Set<ObjectPath> releases = new LinkedHashSet<>();
    for (ObjectPath column : entry.step().removes()) {
      if (column.kind() == ObjectKind.COLUMN) {
        before
            .table(column.owner())
            .flatMap(t -> t.column(column.member()))
            .ifPresent(c -> formers.forEach((path, former) -> of(c, path, former, releases)));
        before
            .table(column.owner())
            .flatMap(t -> t.column(column.member()))
            .ifPresent(
                c ->
                    formers.forEach(
                        (path, former) -> ofMultirange(c, path, former, before, releases)));
      }
    }
    releases.removeAll(entry.step().provides());
    for (ObjectPath path : entry.step().releases()) {
      releases.add(formers.getOrDefault(path, path));
    }
    releases.removeAll(entry.step().removes());
    return releases.equals(entry.step().releases())
        ? entry
        : entry.with(entry.step().withReleases(releases));
  }
}
