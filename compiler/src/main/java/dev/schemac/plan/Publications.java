package dev.schemac.plan;

import dev.schemac.ddl.Statement;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import java.util.List;
import java.util.Set;

/**
 * A publication that comes or changes does so once the plan has written its rows: the server
 * refuses to update a table whose updates are published and that has no replica identity.
 */
final class Publications {
  private static final ObjectPath WRITTEN =
      new ObjectPath(ObjectKind.NATIVE, QName.of("rows"), "written");

  private Publications() {}

  static void behindRows(List<StepOrder.Entry> entries) {
    boolean both =
        entries.stream().anyMatch(e -> writes(e.step()))
            && entries.stream().anyMatch(e -> publishes(e.step()));
    if (both) {
      entries.replaceAll(Publications::placed);
    }
  }

  private static StepOrder.Entry placed(StepOrder.Entry entry) {
    Step step = entry.step();
    if (writes(step)) {
      return entry.with(step.also(Set.of(WRITTEN), Set.of()));
    }
    return publishes(step) ? entry.with(step.also(Set.of(), Set.of(WRITTEN))) : entry;
  }

  private static boolean writes(Step step) {
    return step.statements().stream()
        .anyMatch(
            s ->
                s instanceof Statement.Update
                    || s instanceof Statement.Backfill
                    || s instanceof Statement.Delete);
  }

  private static boolean publishes(Step step) {
    return step.statements().stream()
        .anyMatch(
            s ->
                s instanceof Statement.Create(var object) && is(object)
                    || s instanceof Statement.AlterObject(var before, var after) && is(after));
  }

  private static boolean is(SchemaObject object) {
    return object instanceof SchemaObject.NativeObject n && n.nativeKind().equals("publication");
  }
}
