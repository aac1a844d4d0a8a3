package dev.schemac.diff;

import dev.schemac.model.Constraint;
import dev.schemac.model.Evolution;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.PartitionOf;
import dev.schemac.model.Partitioning;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Two schemas of one target → the changes between them. Renames and retirements come from the
 * evolution words alone; the order of objects, columns and keys means nothing; what is external
 * never changes. The cost grows linearly.
 *
 * <p>The list begins with the renames of objects and columns, goes on in the order of the newer
 * schema, and ends with what disappears, dependants first.
 */
public final class Differ {
  /** Fewer objects are compared sooner than they are handed out. */
  private static final int MANY = 500;

  private final Schema before;
  private final Schema renamed;
  private final Schema after;
  private final Evolution evolution;
  private final Renames renames;
  private final List<Change> changes = new ArrayList<>();

  private Differ(Schema before, Schema after, Evolution evolution) {
    this.after = after;
    this.evolution = evolution;
    this.renames = ActingRenames.of(before, after, evolution);
    this.before = DatabaseDefaults.letBe(before, after, renames.ofObjects());
    this.renamed =
        RenamedSchema.of(RenamedSchema.of(this.before, renames.ofObjects()), renames.ofParts());
  }

  /** The changes that lead from one schema to the other; none where they mean the same. */
  public static List<Change> diff(Schema before, Schema after, Evolution evolution) {
    return new Differ(before, after, evolution).diff();
  }

  private List<Change> diff() {
    renamedObjects();
    renamedColumns();
    Set<QName> recreated = recreatedTables();
    changes.addAll(compared(recreated));
    dropped();
    return lastDefaultsFirst();
  }

  /** Default privileges that go must not touch what is made meanwhile. */
  private List<Change> lastDefaultsFirst() {
    List<Change> first = new ArrayList<>();
    List<Change> rest = new ArrayList<>();
    for (Change change : changes) {
      boolean goes =
          change instanceof Change.DropObject drop
              && drop.object() instanceof SchemaObject.Grant grant
              && grant.isDefault();
      (goes ? first : rest).add(change);
    }
    first.addAll(rest);
    return List.copyOf(first);
  }

  private void renamedObjects() {
    Renames ofObjects = renames.ofObjects();
    if (ofObjects.isEmpty()) {
      return;
    }
    Schema moved = RenamedSchema.of(before, ofObjects);
    renames
        .namespaces()
        .forEach(
            (from, to) -> {
              ObjectPath old = ObjectPath.of(ObjectKind.NAMESPACE, QName.of(from));
              renamed(moved, old, ofObjects.path(old));
            });
    for (SchemaObject object : before.objects()) {
      ObjectPath now = ofObjects.path(object.path());
      // What only moved along with its namespace or its table is no change of its own.
      if (renames.objects().containsValue(now.owner()) && isObjectRename(object.path(), now)
          || isMemberRename(object.path(), now)) {
        renamed(moved, object.path(), now);
      }
    }
  }

  private boolean isObjectRename(ObjectPath old, ObjectPath now) {
    ObjectPath inNamespace =
        new ObjectPath(old.kind(), renames.inNamespace(old.owner()), old.member());
    return old.member().isEmpty()
        && old.kind() != ObjectKind.NAMESPACE
        && now.owner().equals(renames.objects().get(inNamespace));
  }

  private static boolean isMemberRename(ObjectPath old, ObjectPath now) {
    boolean isMember = old.kind() == ObjectKind.TRIGGER || old.kind() == ObjectKind.POLICY;
    return isMember && !old.member().equals(now.member());
  }

  private void renamed(Schema moved, ObjectPath old, ObjectPath now) {
    before
        .object(old)
        .ifPresent(
            o -> moved.object(now).ifPresent(n -> changes.add(new Change.RenameObject(o, n))));
  }

  private void renamedColumns() {
    for (Table table : after.tables()) {
      if (table.partitionOf().isPresent()) {
        continue; // they follow their parent's
      }
      renames
          .columnsOf(table.name())
          .forEach((from, to) -> changes.add(new Change.RenameColumn(table.name(), from, to)));
    }
  }

  /**
   * Tables that their author drops and creates anew under one name: retired, and declared
   * differently from what is there.
   */
  private Set<QName> recreatedTables() {
    Set<QName> found = new LinkedHashSet<>();
    for (ObjectPath path : evolution.retirements().keySet()) {
      if (path.kind() == ObjectKind.TABLE) {
        Optional<Table> old = renamed.table(path.owner());
        Optional<Table> now = after.table(path.owner());
        boolean wasThere = before.table(path.owner()).isPresent();
        if (wasThere && old.isPresent() && now.isPresent() && !same(old.get(), now.get())) {
          found.add(path.owner());
        }
      }
    }
    partitionsOf(found);
    return found;
  }

  /** Partitions, and tables that inherit, go and come with their table. */
  private void partitionsOf(Set<QName> recreated) {
    int size;
    do {
      size = recreated.size();
      for (Table table : after.tables()) {
        Optional<Table> old = renamed.table(table.name());
        if (old.isPresent()
            && (standsBelow(old.get(), recreated) || standsBelow(table, recreated))) {
          recreated.add(table.name());
        }
      }
    } while (recreated.size() > size);
  }

  private static boolean standsBelow(Table table, Set<QName> tables) {
    return table.partitionOf().filter(p -> tables.contains(p.parent())).isPresent()
        || table.parents().stream().anyMatch(tables::contains);
  }

  private boolean same(Table old, Table now) {
    List<Change> differences = new ArrayList<>();
    new TableDiffer(renamed, after, Evolution.none(), old, now, differences).compare();
    return differences.isEmpty();
  }

  /** Object by object, in the order of the newer schema; large ones on every core. */
  private List<Change> compared(Set<QName> recreated) {
    Stream<SchemaObject> objects = after.objects().stream();
    return (after.objects().size() < MANY ? objects : objects.parallel())
        .map(object -> compare(object, recreated))
        .filter(found -> !found.isEmpty())
        .flatMap(List::stream)
        .toList();
  }

  private List<Change> compare(SchemaObject now, Set<QName> recreated) {
    Optional<SchemaObject> old = renamed.object(now.path());
    if (now.external() || old.isPresent() && old.get().external()) {
      return List.of();
    }
    List<Change> changes = new ArrayList<>();
    if (old.isEmpty()) {
      changes.add(new Change.AddObject(now));
    } else if (now instanceof Table table) {
      compareTables((Table) old.get(), table, recreated, changes);
    } else if (old.get() instanceof SchemaObject.Sequence sequence && goes(sequence, recreated)) {
      changes.add(new Change.DropObject(sequence, ownersRetirement(sequence)));
      changes.add(new Change.AddObject(now));
    } else if (!sameButForDependencies(old.get(), now)) {
      changes.add(new Change.ModifyObject(old.get(), now, values(old.get(), now)));
    }
    return changes;
  }

  /** A sequence of a column goes with its table, also where that comes again. */
  private static boolean goes(SchemaObject.Sequence sequence, Set<QName> recreated) {
    return sequence.ownedBy().filter(c -> recreated.contains(c.owner())).isPresent();
  }

  private Optional<Evolution.Retirement> ownersRetirement(SchemaObject.Sequence sequence) {
    return sequence.ownedBy().flatMap(c -> renamed.table(c.owner())).flatMap(this::retirement);
  }

  private void compareTables(Table old, Table now, Set<QName> recreated, List<Change> changes) {
    if (recreated.contains(now.name())) {
      changes.add(new Change.DropObject(old, retirement(old)));
      changes.add(new Change.AddObject(now));
      return;
    }
    new TableDiffer(renamed, after, evolution, old, now, changes).compare();
    for (Constraint.ForeignKey key : old.foreignKeys()) {
      // A foreign key to a table that is created anew has to go and come back with it.
      if (recreated.contains(key.referencedTable())
          && now.constraint(key.name()).filter(key::equals).isPresent()) {
        changes.add(new Change.DropConstraint(now.name(), key));
        changes.add(new Change.AddConstraint(now.name(), key));
      }
    }
  }

  private List<Evolution.ValueChange> values(SchemaObject old, SchemaObject now) {
    return old instanceof SchemaObject.EnumType was && now instanceof SchemaObject.EnumType is
        ? ActingWords.values(evolution.values().get(now.path()), was.values(), is.values())
        : List.of();
  }

  private void dropped() {
    List<SchemaObject> gone = new ArrayList<>();
    for (SchemaObject old : renamed.objects()) {
      if (!old.external() && after.object(old.path()).isEmpty() && !isMadeByJob(old)) {
        gone.add(old);
      }
    }
    for (SchemaObject old : gone.reversed()) {
      changes.add(new Change.DropObject(old, retirement(old)));
    }
  }

  /** What is said of a table that goes is said of its partitions too. */
  private Optional<Evolution.Retirement> retirement(SchemaObject old) {
    Optional<Evolution.Retirement> word =
        Optional.ofNullable(evolution.retirements().get(old.path()));
    Optional<Table> parent =
        old instanceof Table t
            ? t.partitionOf().flatMap(p -> renamed.table(p.parent()))
            : Optional.empty();
    return word.isPresent() || parent.isEmpty() ? word : parent.flatMap(this::retirement);
  }

  /** A partition, to any depth, of a table whose partitions are somebody else's. */
  private boolean isMadeByJob(SchemaObject object) {
    Optional<QName> parent =
        object instanceof Table t ? t.partitionOf().map(PartitionOf::parent) : Optional.empty();
    while (parent.isPresent()) {
      Optional<Table> above = after.table(parent.get());
      if (above.flatMap(Table::partitioning).filter(Partitioning::external).isPresent()) {
        return true;
      }
      parent = renamed.table(parent.get()).flatMap(Table::partitionOf).map(PartitionOf::parent);
    }
    return false;
  }

  /** What an object's text reads follows from the text; readings that differ are no change. */
  private static boolean sameButForDependencies(SchemaObject a, SchemaObject b) {
    return a.equals(b) || withoutDependencies(a).equals(withoutDependencies(b));
  }

  private static SchemaObject withoutDependencies(SchemaObject object) {
    return switch (object) {
      case SchemaObject.View o ->
          new SchemaObject.View(
              o.name(),
              o.materialized(),
              o.columns(),
              o.query(),
              o.indexes(),
              o.columnComments(),
              Set.of(),
              o.comment(),
              o.options(),
              o.external());
      case SchemaObject.Routine o ->
          new SchemaObject.Routine(
              o.kind(), o.name(), o.definition(), Set.of(), o.comment(), o.external(), o.options());
      case SchemaObject.Trigger o ->
          new SchemaObject.Trigger(
              o.table(), o.name(), o.definition(), Set.of(), o.comment(), o.options());
      case SchemaObject.Policy o ->
          new SchemaObject.Policy(o.table(), o.name(), o.definition(), Set.of(), o.comment());
      case SchemaObject.Grant o ->
          new SchemaObject.Grant(o.on(), o.definition(), o.inverse(), Set.of());
      case SchemaObject.NativeObject o ->
          new SchemaObject.NativeObject(
              o.nativeKind(), o.name(), o.create(), o.drop(), Set.of(), o.comment(), o.options());
      case Table o -> o;
      case SchemaObject.Namespace o -> o;
      case SchemaObject.Extension o -> o;
      case SchemaObject.Role o -> o;
      case SchemaObject.EnumType o -> o;
      case SchemaObject.Domain o -> o;
      case SchemaObject.Sequence o -> o;
      case SchemaObject.ExternalType o -> o;
    };
  }
}
