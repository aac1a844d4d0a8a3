package dev.schemac.plan;

import dev.schemac.diff.Change;
import dev.schemac.model.DataType;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Columns and types whose steps wait for each other: such a type is dropped and made anew instead
 * of giving its name to a successor, the types that are made of it with it, and the values of all
 * their columns are texts meanwhile. Such a column is not copied aside, and such an index goes
 * before its successor is built.
 */
final class Entangled {
  private Entangled() {}

  /** The columns of a cycle, its types, and what is made of these. */
  static Set<ObjectPath> of(Set<ObjectPath> cycle, PlanContext context) {
    Set<ObjectPath> found = new LinkedHashSet<>();
    if (!context.after().target().isPostgres()) {
      return found;
    }
    for (ObjectPath path : cycle) {
      boolean part = path.kind() == ObjectKind.COLUMN || path.kind() == ObjectKind.INDEX;
      if (part || isReplaced(path, context)) {
        found.add(path);
      }
    }
    cycle.stream().flatMap(p -> replacedOf(p, context).stream()).forEach(found::add);
    madeOf(found, context.before());
    return found;
  }

  /** Whether both schemas have the type, other than that labels of an enum find their way. */
  private static boolean isReplaced(ObjectPath path, PlanContext context) {
    return DependantClosure.isType(path)
        && context.changes().stream()
            .anyMatch(
                c ->
                    c instanceof Change.ModifyObject(var was, var is, var values)
                        && is.path().equals(path)
                        && values.isEmpty()
                        && context.after().tables().stream()
                            .noneMatch(t -> t.type().equals(Optional.of(path.owner()))));
  }

  /** The types of a column, or of a relation's columns, that change. */
  private static List<ObjectPath> replacedOf(ObjectPath path, PlanContext context) {
    if (path.kind() != ObjectKind.COLUMN) {
      return List.of();
    }
    return context.before().table(path.owner()).stream()
        .flatMap(t -> t.column(path.member()).stream())
        .flatMap(c -> new Needs(context.before()).of(c).stream())
        .filter(p -> isReplaced(p, context))
        .toList();
  }

  private static void madeOf(Set<ObjectPath> types, Schema schema) {
    Needs needs = new Needs(schema);
    List<SchemaObject> all =
        schema.objects().stream().filter(o -> DependantClosure.isType(o.path())).toList();
    boolean more = true;
    while (more) {
      more = false;
      for (SchemaObject type : all) {
        if (!types.contains(type.path())
            && needs.of(type).stream().anyMatch(p -> isType(p) && types.contains(p))) {
          more = types.add(type.path());
        }
      }
    }
  }

  private static boolean isType(ObjectPath path) {
    return DependantClosure.isType(path);
  }

  /** The changes with every entangled type dropped and made anew. */
  static PlanContext madeAnew(PlanContext context) {
    if (context.entangled().isEmpty()) {
      return context;
    }
    List<Change> changes = new ArrayList<>();
    Set<ObjectPath> done = new LinkedHashSet<>();
    for (Change change : context.changes()) {
      if (change instanceof Change.ModifyObject(var was, var is, var ignored)
          && isMadeAnew(is.path(), context)) {
        anew(was, is, changes);
        done.add(is.path());
      } else {
        changes.add(change);
      }
    }
    for (ObjectPath path : context.entangled()) {
      Optional<SchemaObject> was = context.before().object(path);
      Optional<SchemaObject> is = context.after().object(path);
      if (isType(path) && !done.contains(path) && was.isPresent() && is.isPresent()) {
        anew(was.get(), is.get(), changes);
      }
    }
    return context.withChanges(changes);
  }

  private static boolean isMadeAnew(ObjectPath path, PlanContext context) {
    return isType(path) && context.entangled().contains(path);
  }

  private static void anew(SchemaObject before, SchemaObject after, List<Change> changes) {
    changes.add(new Change.DropObject(before, Optional.empty()));
    changes.add(new Change.AddObject(after));
  }

  /** Whether a column is of a type that is away for a while. */
  static boolean isOf(DataType type, PlanContext context) {
    return switch (type) {
      case DataType.Named(var name) -> names(context).contains(name);
      case DataType.Array(var element) -> isOf(element, context);
      case DataType.Builtin ignored -> false;
      case DataType.InlineEnum ignored -> false;
      case DataType.InlineSet ignored -> false;
    };
  }

  private static Set<QName> names(PlanContext context) {
    Set<QName> names = new LinkedHashSet<>();
    for (ObjectPath path : context.entangled()) {
      if (isType(path)) {
        names.add(path.owner());
        context
            .before()
            .object(path)
            .filter(SchemaObject.NativeObject.class::isInstance)
            .flatMap(o -> RangeTypes.multirange((SchemaObject.NativeObject) o))
            .ifPresent(names::add);
      }
    }
    return names;
  }
}
