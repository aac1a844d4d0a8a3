package dev.schemac.plan;

import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.DataType;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
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
  record Recreated(
      Optional<Change> gone, Optional<Change> back, Touch touch, Optional<QName> rowsOf) {
    Recreated(Optional<Change> gone, Optional<Change> back, Touch touch) {
      this(gone, back, touch, Optional.empty());
    }
  }

  private final PlanContext context;
  private final Schema after;
  private final Map<ObjectPath, Touch> going;
  private final Map<QName, Touch> altered;
  private final Set<ObjectPath> changed = new HashSet<>();
  private final Needs needs;
  private final List<Recreated> found = new ArrayList<>();
  private final Set<ObjectPath> replaced = new HashSet<>();
  private final Map<ObjectPath, Touch> columnsAway = new HashMap<>();
  private final Map<ObjectPath, Set<ObjectPath>> defaultsAway = new HashMap<>();

  private PartRecreation(
      Schema before, PlanContext context, Map<ObjectPath, Touch> going, Map<QName, Touch> altered) {
    this.altered = altered;
    this.context = context;
    this.after = context.after();
    this.going = going;
    this.needs = new Needs(before);
    context.changes().forEach(c -> changed.add(c.path()));
  }

  /**
   * The parts of tables and domains.
   *
   * @param before under the new names of tables and columns
   * @param going what goes, with what hangs on it
   * @param altered tables whose columns change their types, with those that inherit from them
   */
  static PartRecreation of(
      Schema before, PlanContext context, Map<ObjectPath, Touch> going, Map<QName, Touch> altered) {
    PartRecreation parts = new PartRecreation(before, context, going, altered);
    boolean rowsAlone =
        going.keySet().stream().noneMatch(PartRecreation::isNamedByParts)
            && context.entangled().isEmpty();
    if (altered.isEmpty() && rowsAlone) {
      return parts;
    }
    for (SchemaObject object : before.objects()) {
      Optional<SchemaObject> now = context.after().object(object.path());
      boolean touched = !rowsAlone || parts.isTouchedByRows(object);
      if (!touched || now.isEmpty() || object.external() || going.containsKey(object.path())) {
        continue;
      }
      if (object instanceof Table was && now.get() instanceof Table is) {
        parts.table(was, is);
      } else if (object instanceof SchemaObject.Domain was
          && now.get() instanceof SchemaObject.Domain is) {
        parts.domain(was, is);
      }
    }
    return parts;
  }

  /** Whether a column holds rows of an altered table, or hangs on such a column. */
  private boolean isTouchedByRows(SchemaObject object) {
    return !columnsAway.isEmpty()
        || object instanceof Table table
            && table.columns().stream()
                .anyMatch(c -> RowTypes.rowsOf(c.type()).filter(altered::containsKey).isPresent());
  }

  List<Recreated> found() {
    return found;
  }

  /** Columns and domains whose own change is one of these. */
  Set<ObjectPath> replaced() {
    return replaced;
  }

  /** Columns whose defaults go by themselves, before their own changes, with what these need. */
  Map<ObjectPath, Set<ObjectPath>> defaultsAway() {
    return defaultsAway;
  }

  /** The step that drops such a default. */
  static StepOrder.Entry sooner(StepOrder.Entry entry, ObjectPath column) {
    Step step = entry.step();
    Set<ObjectPath> provides = new LinkedHashSet<>(step.provides());
    provides.add(withoutDefault(column));
    Set<ObjectPath> requires = new LinkedHashSet<>(step.requires());
    requires.remove(column); // as it was: its own change comes behind
    return with(entry, provides, requires, step.releases());
  }

  /** A step of the column's own change: it comes behind, and the default lets nothing go. */
  static StepOrder.Entry later(StepOrder.Entry entry, ObjectPath column, Set<ObjectPath> needs) {
    Step step = entry.step();
    Set<ObjectPath> requires = new LinkedHashSet<>(step.requires());
    requires.add(withoutDefault(column));
    Set<ObjectPath> releases = new LinkedHashSet<>(step.releases());
    releases.removeAll(needs);
    return with(entry, step.provides(), requires, releases);
  }

  private static ObjectPath withoutDefault(ObjectPath column) {
    return new ObjectPath(ObjectKind.TYPE, column.owner(), column.member() + " without default");
  }

  private static StepOrder.Entry with(
      StepOrder.Entry entry,
      Set<ObjectPath> provides,
      Set<ObjectPath> requires,
      Set<ObjectPath> releases) {
    Step step = entry.step();
    return entry.with(step.ordered(provides, requires, step.removes(), releases));
  }

  private static boolean isNamedByParts(ObjectPath path) {
    return path.kind() == ObjectKind.FUNCTION
        || path.kind() == ObjectKind.NATIVE
        || DependantClosure.isType(path)
        || isRelation(path);
  }

  private static boolean isRelation(ObjectPath path) {
    return path.kind() == ObjectKind.VIEW
        || path.kind() == ObjectKind.MATERIALIZED_VIEW
        || path.kind() == ObjectKind.TABLE && path.member().isEmpty();
  }

  private void table(Table was, Table is) {
    QName name = was.name();
    for (Column column : was.columns()) {
      is.column(column.name()).ifPresent(now -> column(name, column, now));
    }
    for (Constraint constraint : was.constraints()) {
      ObjectPath path = new ObjectPath(constraint.kind(), name, constraint.name());
      Optional<Touch> touch = touch(needs.of(name, constraint));
      if (touch.isEmpty()) {
        continue;
      }
      Optional<Constraint> same =
          is.constraint(constraint.name())
              .filter(constraint::equals)
              .filter(c -> !changed.contains(path))
              .or(() -> renamed(name, constraint));
      if (same.isPresent()) {
        replaced.add(new ObjectPath(constraint.kind(), name, same.get().name()));
        add(
            new Change.DropConstraint(name, constraint),
            new Change.AddConstraint(name, same.get()),
            touch.get());
      }
    }
    for (Index index : was.indexes()) {
      ObjectPath path = new ObjectPath(ObjectKind.INDEX, name, index.name());
      Optional<Touch> touch = touch(needs.of(name, index));
      if (touch.isEmpty()) {
        continue;
      }
      Optional<Index> same =
          is.index(index.name())
              .filter(index::equals)
              .filter(i -> !changed.contains(path))
              .or(() -> renamed(name, index));
      if (same.isPresent()) {
        replaced.add(new ObjectPath(ObjectKind.INDEX, name, same.get().name()));
        add(new Change.DropIndex(name, index), new Change.AddIndex(name, same.get()), touch.get());
      }
    }
  }

  /** The one that the plan would only call otherwise. */
  private Optional<Constraint> renamed(QName table, Constraint constraint) {
    return context.changes().stream()
        .filter(Change.RenameConstraint.class::isInstance)
        .map(Change.RenameConstraint.class::cast)
        .filter(c -> c.table().equals(table) && c.before().name().equals(constraint.name()))
        .map(Change.RenameConstraint::after)
        .findFirst();
  }

  private Optional<Index> renamed(QName table, Index index) {
    return context.changes().stream()
        .filter(Change.RenameIndex.class::isInstance)
        .map(Change.RenameIndex.class::cast)
        .filter(c -> c.table().equals(table) && c.before().name().equals(index.name()))
        .map(Change.RenameIndex::after)
        .findFirst();
  }

  private void domain(SchemaObject.Domain was, SchemaObject.Domain is) {
    Set<ObjectPath> named = new LinkedHashSet<>();
    was.defaultValue().ifPresent(e -> named.addAll(needs.of(e)));
    was.checks().forEach(c -> named.addAll(needs.of(c.condition())));
    touch(named)
        .ifPresent(
            touch -> {
              SchemaObject.Domain bare =
                  new SchemaObject.Domain(
                      was.name(),
                      was.type(),
                      was.notNull(),
                      Optional.empty(),
                      was.collation(),
                      List.of(),
                      was.comment(),
                      was.options());
              replaced.add(was.path());
              add(
                  new Change.ModifyObject(was, bare, List.of()),
                  new Change.ModifyObject(bare, is, List.of()),
                  touch);
            });
  }

  private void add(Change gone, Change back, Touch touch) {
    found.add(new Recreated(Optional.of(gone), Optional.of(back), touch));
  }

  private void column(QName table, Column was, Column is) {
    ObjectPath path = ObjectPath.column(table, was.name());
    Optional<Touch> type =
        touchOfType(was.type())
            .filter(t -> was.type().equals(is.type()) || Entangled.isOf(was.type(), context))
            .or(() -> touchOfRow(was.type()));
    if (type.isPresent() && was.generated().isEmpty()) {
      throughText(table, was, is, type.get());
      return;
    }
    ownTouch(path, was, is).ifPresent(own -> columnsAway.put(path, own));
    Optional<Expression> initial = was.defaultValue();
    Optional<Touch> touch = initial.flatMap(e -> touch(needs.of(e)));
    if (touch.isPresent()) {
      boolean same = is.defaultValue().equals(initial) && is.type().equals(was.type());
      boolean set = changed.contains(path) && !same;
      if (set) {
        defaultsAway.put(path, needs.of(initial.get()));
      }
      found.add(
          new Recreated(
              Optional.of(modified(table, was, was.withDefault(Optional.empty()))),
              set
                  ? Optional.empty()
                  : Optional.of(modified(table, is.withDefault(Optional.empty()), is)),
              touch.get()));
    }
    Optional<Touch> computed =
        was.generated().flatMap(g -> type.or(() -> touch(needs.of(g.expression()))));
    if (computed.isPresent()) {
      // Its values are computed again. DROP EXPRESSION would not do: until PostgreSQL 14 the column
      // hangs on the function even then, and vanishes with it.
      replaced.add(path);
      columnsAway.put(path, computed.get());
      add(
          new Change.DropColumn(table, was, Optional.empty()),
          new Change.AddColumn(table, is, Optional.empty()),
          computed.get());
    }
  }

  /** What hangs on an entangled column is away while its type changes. */
  private Optional<Touch> ownTouch(ObjectPath column, Column was, Column is) {
    if (was.type().equals(is.type()) || !context.entangled().contains(column)) {
      return Optional.empty();
    }
    int rank = 0;
    for (Change change : context.changes()) {
      if (change.path().equals(column)) {
        return Optional.of(new Touch(rank, Phase.EXPAND));
      }
      rank++;
    }
    return Optional.empty();
  }

  /** Whether a range type's multirange has the name. */
  private boolean bringsAlong(ObjectPath type, QName name) {
    return context
        .before()
        .object(type)
        .filter(SchemaObject.NativeObject.class::isInstance)
        .flatMap(o -> RangeTypes.multirange((SchemaObject.NativeObject) o))
        .filter(name::equals)
        .isPresent();
  }

  private boolean isAway(ObjectPath type) {
    return after.object(type).isEmpty() || context.entangled().contains(type);
  }

  /** Where a type goes and one of another kind gets its name, or it is made anew. */
  private Optional<Touch> touchOfType(DataType type) {
    return switch (type) {
      case DataType.Named(var name) ->
          going.entrySet().stream()
              .filter(e -> DependantClosure.isType(e.getKey()))
              .filter(e -> e.getKey().owner().equals(name) || bringsAlong(e.getKey(), name))
              .filter(e -> isAway(e.getKey()))
              .map(Map.Entry::getValue)
              .findFirst();
      case DataType.Array(var element) -> touchOfType(element);
      case DataType.Builtin ignored -> Optional.empty();
      case DataType.InlineEnum ignored -> Optional.empty();
      case DataType.InlineSet ignored -> Optional.empty();
    };
  }

  /** Where a relation goes, if only to be made anew, whose rows the column holds. */
  private Optional<Touch> touchOfRow(DataType type) {
    return switch (type) {
      case DataType.Named(var name) ->
          going.entrySet().stream()
              .filter(e -> isRelation(e.getKey()) && e.getKey().owner().equals(name))
              .map(Map.Entry::getValue)
              .findFirst()
              .or(() -> Optional.ofNullable(altered.get(name)));
      case DataType.Array(var element) -> touchOfRow(element);
      case DataType.Builtin ignored -> Optional.empty();
      case DataType.InlineEnum ignored -> Optional.empty();
      case DataType.InlineSet ignored -> Optional.empty();
    };
  }

  /** The values are texts between the two types, and what hangs on the column is away. */
  private void throughText(QName table, Column was, Column is, Touch touch) {
    replaced.add(ObjectPath.column(table, was.name()));
    columnsAway.put(ObjectPath.column(table, was.name()), touch);
    found.add(
        new Recreated(
            Optional.of(TextBetween.away(table, was)),
            Optional.of(TextBetween.back(table, was, is, context)),
            touch,
            RowTypes.rowsOf(was.type())));
  }

  private static Change modified(QName table, Column before, Column after) {
    return new Change.ModifyColumn(table, before, after, Optional.empty(), List.of());
  }

  private Optional<Touch> touch(Set<ObjectPath> needed) {
    return needed.stream()
        .map(
            p ->
                columnsAway.getOrDefault(
                    p, isNamedByParts(p) && !isRelation(p) ? going.get(p) : null))
        .filter(t -> t != null)
        .reduce(Touch::earlier);
  }
}
