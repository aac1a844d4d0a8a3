package dev.schemac.dialect.postgres;

import dev.schemac.diff.Change;
import dev.schemac.model.Constraint;
import dev.schemac.model.Index;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.plan.CompositeTypes;
import dev.schemac.plan.Lowered;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Indexes and the keys on them share their names with all relations of a namespace, whatever table
 * they are of: what gets the name of one that goes waits for it, and the other way round.
 */
final class FreedNames {
  private FreedNames() {}

  /** Names that something leaves free and something gets. */
  static Set<QName> of(List<Change> changes) {
    Set<QName> keysGone = new LinkedHashSet<>();
    Set<QName> keysMade = new LinkedHashSet<>();
    Set<QName> relationsGone = new LinkedHashSet<>();
    Set<QName> relationsMade = new LinkedHashSet<>();
    for (Change change : changes) {
      keysGone.addAll(gone(change));
      keysMade.addAll(made(change));
      relationsGone.addAll(relationGone(change));
      relationsMade.addAll(relationMade(change));
    }
    relationsGone.retainAll(keysMade);
    keysMade.addAll(relationsMade);
    keysGone.retainAll(keysMade);
    keysGone.addAll(relationsGone);
    return keysGone;
  }

  private static List<QName> relationGone(Change change) {
    return change instanceof Change.DropObject(var object, var ignored)
        ? relation(object)
        : List.of();
  }

  private static List<QName> relationMade(Change change) {
    return change instanceof Change.AddObject(var object) ? relation(object) : List.of();
  }

  private static List<QName> relation(SchemaObject object) {
    boolean relation =
        object instanceof Table
            || object instanceof SchemaObject.View
            || object instanceof SchemaObject.Sequence
            || CompositeTypes.is(object)
            || object instanceof SchemaObject.NativeObject n
                && n.nativeKind().equals("foreign table");
    return relation ? List.of(object.path().owner()) : List.of();
  }

  private static List<QName> gone(Change change) {
    return switch (change) {
      case Change.DropConstraint(var table, var key) -> name(table, key);
      case Change.DropIndex(var table, var index) -> List.of(table.withName(index.name()));
      case Change.DropObject(var object, var ignored) -> keys(object);
      case Change ignored -> List.of();
    };
  }

  private static List<QName> made(Change change) {
    return switch (change) {
      case Change.AddConstraint(var table, var key) -> name(table, key);
      case Change.AddIndex(var table, var index) -> List.of(table.withName(index.name()));
      case Change.AddObject(var object) -> keys(object);
      case Change ignored -> List.of();
    };
  }

  private static List<QName> name(QName table, Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey k -> List.of(table.withName(k.name()));
      case Constraint.Unique k -> List.of(table.withName(k.name()));
      case Constraint.Exclusion k -> List.of(table.withName(k.name()));
      case Constraint.Check ignored -> List.of();
      case Constraint.ForeignKey ignored -> List.of();
    };
  }

  /** The names of the keys and indexes that come and go with a table or a view. */
  private static List<QName> keys(SchemaObject object) {
    List<QName> names = new ArrayList<>();
    if (object instanceof Table table) {
      table.constraints().forEach(c -> names.addAll(name(table.name(), c)));
      indexes(table.name(), table.indexes(), names);
    } else if (object instanceof SchemaObject.View view) {
      indexes(view.name(), view.indexes(), names);
    }
    return names;
  }

  private static void indexes(QName owner, List<Index> indexes, List<QName> names) {
    indexes.forEach(i -> names.add(owner.withName(i.name())));
  }

  /** The steps of a change: those that get such a name behind those that leave it. */
  static Lowered within(Change change, Lowered lowered, PlanFacts facts) {
    Set<ObjectPath> left = paths(gone(change), facts);
    left.addAll(paths(relationGone(change), facts));
    Set<ObjectPath> got = paths(made(change), facts);
    got.addAll(paths(relationMade(change), facts));
    if (left.isEmpty() && got.isEmpty()) {
      return lowered;
    }
    return new Lowered(
        lowered.steps().stream().map(s -> s.also(left, got)).toList(),
        lowered.diagnostics(),
        lowered.temporaries());
  }

  private static Set<ObjectPath> paths(List<QName> names, PlanFacts facts) {
    Set<ObjectPath> found = new LinkedHashSet<>();
    names.stream()
        .filter(facts.freedNames()::contains)
        .forEach(n -> found.add(new ObjectPath(ObjectKind.INDEX, n, "free")));
    return found;
  }
}
