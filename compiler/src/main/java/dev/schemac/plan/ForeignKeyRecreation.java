package dev.schemac.plan;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.model.Constraint;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the foreign keys that stay while the key that they lean on is replaced by another over the
 * same columns: PostgreSQL keeps a foreign key by the index that it was made with, and both servers
 * refuse to drop that index under it (PostgreSQL manual, "ALTER TABLE", and MySQL error 1553). They
 * are dropped before and made again after.
 */
final class ForeignKeyRecreation {

  /** A foreign key to drop and make again in the phase of the step that takes its key away. */
  record Recreated(QName table, Constraint.ForeignKey key, int rank, Phase phase) {}

  private final Map<ObjectPath, StepOrder.Entry> droppedKeys = new LinkedHashMap<>();
  private final Set<ObjectPath> gone = new HashSet<>();

  private ForeignKeyRecreation() {}

  static List<Recreated> of(List<StepOrder.Entry> entries, Schema before, Schema after) {
    ForeignKeyRecreation recreation = new ForeignKeyRecreation();
    entries.forEach(recreation::collect);
    return recreation.droppedKeys.isEmpty() ? List.of() : recreation.of(before, after);
  }

  private void collect(StepOrder.Entry entry) {
    gone.addAll(entry.step().removes());
    for (Statement statement : entry.step().statements()) {
      if (statement instanceof Statement.DropIndex(var table, var index, var build, var mode)) {
        droppedKeys.put(new ObjectPath(ObjectKind.INDEX, table, index.name()), entry);
      } else if (statement instanceof Statement.AlterTable(var table, var actions, var mode)) {
        actions.forEach(a -> collect(table, a, entry));
      }
    }
  }

  private void collect(QName table, TableAction action, StepOrder.Entry entry) {
    if (action instanceof TableAction.DropIndex(var name)) {
      droppedKeys.put(new ObjectPath(ObjectKind.INDEX, table, name), entry);
    } else if (action instanceof TableAction.DropConstraint(var constraint)
        && !(constraint instanceof Constraint.ForeignKey)) {
      droppedKeys.put(new ObjectPath(constraint.kind(), table, constraint.name()), entry);
    }
  }

  private List<Recreated> of(Schema before, Schema after) {
    Needs needs = new Needs(before);
    List<Recreated> found = new ArrayList<>();
    for (Table table : before.tables()) {
      Optional<Table> now = after.table(table.name());
      if (now.isEmpty() || table.external()) {
        continue;
      }
      for (Constraint.ForeignKey key : table.foreignKeys()) {
        boolean stays =
            now.get().constraint(key.name()).filter(key::equals).isPresent()
                && !gone.contains(new ObjectPath(ObjectKind.FOREIGN_KEY, table.name(), key.name()));
        if (stays) {
          needs.of(table.name(), key).stream()
              .filter(droppedKeys::containsKey)
              // Its own index may go too, but nothing that the foreign key refers to.
              .filter(p -> p.owner().equals(key.referencedTable()))
              .findFirst()
              .map(droppedKeys::get)
              .ifPresent(
                  e -> found.add(new Recreated(table.name(), key, e.rank(), e.step().phase())));
        }
      }
    }
    return found;
  }
}
