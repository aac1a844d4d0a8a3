package dev.schemac.plan;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.Table;
import dev.schemac.plan.DependantRecreation.Touch;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tables whose rows get another shape, so that no column may be of their row types meanwhile. */
final class RowTypes {
  private static final String DONE = "rows done";

  private RowTypes() {}

  static Map<QName, Touch> altered(List<StepOrder.Entry> entries, Schema before) {
    return altered(entries, heirs(before));
  }

  private static List<Table> heirs(Schema schema) {
    return schema.tables().stream().filter(t -> !t.parents().isEmpty()).toList();
  }

  private static Map<QName, Touch> altered(List<StepOrder.Entry> entries, List<Table> heirs) {
    Map<QName, Touch> found = new HashMap<>();
    for (StepOrder.Entry entry : entries) {
      Touch touch = new Touch(entry.rank(), entry.step().phase());
      for (Statement statement : entry.step().statements()) {
        if (statement instanceof Statement.AlterTable(var table, var actions, var ignored)
            && actions.stream().anyMatch(TableAction.SetType.class::isInstance)) {
          alter(table, touch, heirs, found);
        }
      }
    }
    return found;
  }

  private static void alter(QName table, Touch touch, List<Table> heirs, Map<QName, Touch> found) {
    found.merge(table, touch, Touch::earlier);
    for (Table other : heirs) {
      if (other.parents().contains(table)) {
        alter(other.name(), touch, heirs, found);
      }
    }
  }

  /** A column stops being of the rows. */
  static StepOrder.Entry letGo(StepOrder.Entry entry, QName table) {
    return with(entry, Set.of(free(table)), Set.of());
  }

  /** A column is of them again. */
  static StepOrder.Entry taken(StepOrder.Entry entry, QName table) {
    return with(entry, Set.of(), Set.of(done(table)));
  }

  /** Puts the changes of shapes between the two. */
  static void between(List<StepOrder.Entry> entries, Schema before) {
    Set<ObjectPath> awaited = new HashSet<>();
    entries.forEach(e -> awaited.addAll(e.step().requires()));
    if (awaited.stream().noneMatch(p -> p.member().equals(DONE))) {
      return;
    }
    List<Table> heirs = heirs(before);
    entries.replaceAll(
        e -> {
          Set<ObjectPath> requires = new HashSet<>();
          Set<ObjectPath> provides = new HashSet<>();
          altered(List.of(e), heirs)
              .keySet()
              .forEach(
                  t -> {
                    if (awaited.contains(done(t))) {
                      requires.add(free(t));
                      provides.add(done(t));
                    }
                  });
          return provides.isEmpty() || e.step().provides().stream().anyMatch(requires::contains)
              ? e
              : with(e, provides, requires);
        });
  }

  private static ObjectPath free(QName table) {
    return new ObjectPath(ObjectKind.TABLE, table, "rows free");
  }

  private static ObjectPath done(QName table) {
    return new ObjectPath(ObjectKind.TABLE, table, DONE);
  }

  private static StepOrder.Entry with(
      StepOrder.Entry entry, Set<ObjectPath> provides, Set<ObjectPath> requires) {
    return entry.with(entry.step().also(provides, requires));
  }
}
