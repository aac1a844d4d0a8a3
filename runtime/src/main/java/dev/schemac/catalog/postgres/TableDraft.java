package dev.schemac.catalog.postgres;

import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.Index;
import dev.schemac.model.PartitionOf;
import dev.schemac.model.Partitioning;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject.Namespace;
import dev.schemac.model.Table;
import dev.schemac.model.TableNames;
import dev.schemac.model.WholeTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A table while it is being read. */
final class TableDraft {
  final QName name;
  final TreeMap<String, String> options = new TreeMap<>();
  final Map<Integer, Attribute> columns = new LinkedHashMap<>();
  final List<Constraint> constraints = new ArrayList<>();
  final List<Index> indexes = new ArrayList<>();

  /** All checks by their names, also those that parents hand down. */
  final Map<String, Constraint.Check> checks = new LinkedHashMap<>();

  /** Indexes that are no part of a parent's. */
  final List<Index> ownIndexes = new ArrayList<>();

  /** Indexes that are a part of a parent's; both stand among {@link #indexes}. */
  final List<Index> attachedIndexes = new ArrayList<>();

  final List<TableDraft> parents = new ArrayList<>();

  /** Parents that stand in no file, an extension's for instance, as the server writes them. */
  final List<String> unreadParents = new ArrayList<>();

  private Optional<Boolean> readable = Optional.empty();
  Optional<Partitioning> partitioning = Optional.empty();
  Optional<String> bound = Optional.empty();
  Optional<String> comment = Optional.empty();

  /** A column, and whether the table itself says so rather than its parent alone. */
  record Attribute(Column column, boolean local) {}

  TableDraft(QName name) {
    this.name = name;
  }

  String columnName(int number) {
    Attribute found = columns.get(number);
    return found == null ? "" : found.column().name();
  }

  /** Whether the language has a form for it; what is left out is named. */
  boolean isReadable(ReadContext context) {
    if (readable.isEmpty()) {
      readable = Optional.of(bound.isEmpty() || isReadablePartition(context));
    }
    return readable.get();
  }

  private boolean isReadablePartition(ReadContext context) {
    if (parents.isEmpty() || !parents.get(0).isReadable(context)) {
      context.unsupported("partition " + name, "its parent is not read");
      return false;
    }
    if (!name.hasNamespace()
        && parents.get(0).name.hasNamespace()
        && !context.defaultNamespace().equals(Namespace.PUBLIC)) {
      context.unsupported(
          "partition " + name, "it lies in the default namespace and its parent in another");
      return false;
    }
    for (Index own : List.copyOf(ownIndexes)) {
      if (attachedIndexes.stream().anyMatch(i -> WholeTable.isPart(i, own))) {
        context.unsupported("index " + name.withName(own.name()), "it repeats one of its parent's");
        indexes.remove(own);
        ownIndexes.remove(own);
      }
    }
    return true;
  }

  /** Whether an inherited column has become another one than its parents'. */
  private boolean isItsOwn(Column column) {
    return parents.stream()
        .flatMap(p -> p.columns.values().stream())
        .map(a -> WholeTable.handedDown(a.column()))
        .noneMatch(column::equals);
  }

  /** A check of its parent's that has been validated in this partition alone. */
  private List<Constraint> validatedHere() {
    if (bound.isEmpty()) {
      return List.of();
    }
    List<Constraint> found = new ArrayList<>();
    for (Constraint.Check check : checks.values()) {
      Constraint.Check above = parents.get(0).checks.get(check.name());
      boolean here =
          above != null
              && above.enforcement() == Constraint.Enforcement.NOT_VALID
              && check.enforcement() == Constraint.Enforcement.ENFORCED;
      if (here && !constraints.contains(check)) {
        found.add(check);
      }
    }
    return found;
  }

  Table build(ReadContext context) {
    boolean heir = !parents.isEmpty() && bound.isEmpty();
    constraints.addAll(validatedHere());
    unreadParents.forEach(
        p -> context.unsupported("table " + name, "it inherits from " + p + ", which is not read"));
    if (heir) {
      options.put(Table.INHERITS, TableNames.write(parents.stream().map(p -> p.name).toList()));
    }
    return new Table(
        name,
        columns.values().stream()
            .filter(a -> !heir || a.local() || isItsOwn(a.column()))
            .map(a -> a.column().withInherited(heir && !a.local()))
            .toList(),
        constraints,
        indexes,
        partitioning,
        List.of(),
        comment,
        options,
        false,
        bound.map(b -> new PartitionOf(parents.get(0).name, b)));
  }
}
