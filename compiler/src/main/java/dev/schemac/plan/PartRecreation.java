package dev.schemac.plan;

import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.Expression;
import dev.schemac.model.Index;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.plan.DependantRecreation.Touch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the defaults, generated columns, checks, keys and indexes that outlive a routine, an
 * operator class or the like which they name and which goes: PostgreSQL refuses to drop it under
 * them. They are taken away before and given back after.
 */
final class PartRecreation {

  /** A part that goes and comes back; either may be nothing where another change sees to it. */
  record Recreated(Optional<Change> gone, Optional<Change> back, Touch touch) {}

  private final Schema after;
  private final Map<ObjectPath, Touch> going;
  private final Set<ObjectPath> changed = new HashSet<>();
  private final Needs needs;
  private final List<Recreated> found = new ArrayList<>();
  private final Set<ObjectPath> replaced = new HashSet<>();

  private PartRecreation(Schema before, PlanContext context, Map<ObjectPath, Touch> going) {
    this.after = context.after();
    this.going = going;
    this.needs = new Needs(before);
    context.changes().forEach(c -> changed.add(c.path()));
  }

  /**
   * The parts of tables.
   *
   * @param before under the new names of tables and columns
   * @param going what goes, with what hangs on it
   */
  static PartRecreation of(Schema before, PlanContext context, Map<ObjectPath, Touch> going) {
    PartRecreation parts = new PartRecreation(before, context, going);
    if (going.keySet().stream().noneMatch(PartRecreation::isNamedByParts)) {
      return parts;
    }
    for (SchemaObject object : before.objects()) {
      Optional<SchemaObject> now = context.after().object(object.path());
      if (now.isEmpty() || object.external() || going.containsKey(object.path())) {
        continue;
      }
      if (object instanceof Table was && now.get() instanceof Table is) {
        parts.table(was, is);
      }
    }
    return parts;
  }

  List<Recreated> found() {
    return found;
  }

  /** Columns whose own change is one of these. */
  Set<ObjectPath> replaced() {
    return replaced;
  }

  private static boolean isNamedByParts(ObjectPath path) {
    return path.kind() == ObjectKind.FUNCTION || path.kind() == ObjectKind.NATIVE;
  }

  private void table(Table was, Table is) {
    QName name = was.name();
    for (Constraint constraint : was.constraints()) {
      ObjectPath path = new ObjectPath(constraint.kind(), name, constraint.name());
      Optional<Touch> touch = touch(needs.of(name, constraint));
      Optional<Constraint> same = is.constraint(constraint.name()).filter(constraint::equals);
      if (touch.isPresent() && same.isPresent() && !changed.contains(path)) {
        add(
            new Change.DropConstraint(name, constraint),
            new Change.AddConstraint(name, constraint),
            touch.get());
      }
    }
    for (Index index : was.indexes()) {
      ObjectPath path = new ObjectPath(ObjectKind.INDEX, name, index.name());
      Optional<Touch> touch = touch(needs.of(name, index));
      boolean same = is.index(index.name()).filter(index::equals).isPresent();
      if (touch.isPresent() && same && !changed.contains(path)) {
        add(new Change.DropIndex(name, index), new Change.AddIndex(name, index), touch.get());
      }
    }
    for (Column column : was.columns()) {
      is.column(column.name()).ifPresent(now -> column(name, column, now));
    }
  }

  private void add(Change gone, Change back, Touch touch) {
    found.add(new Recreated(Optional.of(gone), Optional.of(back), touch));
  }

  private void column(QName table, Column was, Column is) {
    ObjectPath path = ObjectPath.column(table, was.name());
    Optional<Expression> initial = was.defaultValue();
    Optional<Touch> touch = initial.flatMap(e -> touch(needs.of(e)));
    if (touch.isPresent()) {
      boolean set = changed.contains(path) && !is.defaultValue().equals(initial);
      found.add(
          new Recreated(
              Optional.of(modified(table, was, was.withDefault(Optional.empty()))),
              set
                  ? Optional.empty()
                  : Optional.of(modified(table, is.withDefault(Optional.empty()), is)),
              touch.get()));
    }
    Optional<Touch> computed = was.generated().flatMap(g -> touch(needs.of(g.expression())));
    if (computed.isPresent()) {
      // One step that drops the column and adds it again would come too early or too late.
      replaced.add(path);
      Column plain = was.withGenerated(Optional.empty()).withNullable(true);
      found.add(
          new Recreated(
              Optional.of(modified(table, was, plain)),
              Optional.of(modified(table, plain, is)),
              computed.get()));
    }
  }

  private static Change modified(QName table, Column before, Column after) {
    return new Change.ModifyColumn(table, before, after, Optional.empty(), List.of());
  }

  private Optional<Touch> touch(Set<ObjectPath> needed) {
    return needed.stream()
        .filter(PartRecreation::isNamedByParts)
        .map(going::get)
        .filter(t -> t != null)
        .reduce(Touch::earlier);
  }
}
