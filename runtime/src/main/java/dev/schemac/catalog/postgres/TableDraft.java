package dev.schemac.catalog.postgres;

import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.Index;
import dev.schemac.model.Partitioning;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A table while it is being read. */
final class TableDraft {
  final QName name;
  final TreeMap<String, String> options = new TreeMap<>();
  final Map<Integer, Attribute> columns = new LinkedHashMap<>();
  final List<Constraint> constraints = new ArrayList<>();
  final List<Index> indexes = new ArrayList<>();
  final List<IndexRows.Found> attached = new ArrayList<>();
  final List<TableDraft> parents = new ArrayList<>();
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

  Table build(ReadContext context) {
    if (!parents.isEmpty()) {
      options.put(
          "inherits",
          parents.stream()
              .map(p -> ServerNames.inOption(p.name))
              .collect(Collectors.joining(", ")));
      if (columns.values().stream().anyMatch(a -> !a.local())) {
        context.unsupported(
            "table " + name, "columns that only its parents declare are read as its own");
      }
    }
    return new Table(
        name,
        columns.values().stream().map(Attribute::column).toList(),
        constraints,
        indexes,
        partitioning,
        List.of(),
        comment,
        options,
        false,
        Optional.empty());
  }

  /** Adds a partition that differs from its parent in nothing but its bound. */
  void addPartition(String partition, String partitionBound) {
    Partitioning p = partitioning.orElseThrow();
    List<Partitioning.Partition> all = new ArrayList<>(p.partitions());
    all.add(Partitioning.Partition.of(partition, partitionBound));
    partitioning =
        Optional.of(
            new Partitioning(
                p.strategy(), p.operands(), all, p.count(), p.external(), p.subpartitioning()));
  }
}
