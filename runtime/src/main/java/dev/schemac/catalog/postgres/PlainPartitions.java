package dev.schemac.catalog.postgres;

import dev.schemac.model.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Partitions that are nothing but a name and a bound stand in their parent; what else a partition
 * has of its own is named as a gap.
 */
final class PlainPartitions {
  private PlainPartitions() {}

  static void take(ReadContext context, TableDraft table) {
    if (table.parents.isEmpty()) {
      context.unsupported("partition " + table.name, "its parent is not read");
      return;
    }
    TableDraft parent = table.parents.get(0);
    if (parent.bound.isPresent() || parent.partitioning.isEmpty()) {
      context.unsupported("partition " + table.name, "it is a partition of a partition");
      return;
    }
    if (!parent.name.namespace().equals(table.name.namespace())) {
      context.unsupported(
          "partition " + table.name, "it lies in another namespace than its parent");
      return;
    }
    parent.addPartition(table.name.name(), table.bound.orElseThrow());
    differences(table, parent)
        .forEach(d -> context.unsupported("partition " + table.name, "it has " + d));
  }

  private static List<String> differences(TableDraft table, TableDraft parent) {
    List<String> found = new ArrayList<>();
    if (table.partitioning.isPresent()) {
      found.add("partitions of its own");
    }
    if (!table.options.equals(withOwner(table, parent))) {
      found.add("options of its own");
    }
    if (!table.constraints.isEmpty()) {
      found.add("constraints of its own");
    }
    if (!table.indexes.isEmpty()) {
      found.add("indexes of its own");
    }
    if (table.comment.isPresent()) {
      found.add("a comment");
    }
    if (!columns(table).equals(columns(parent))) {
      found.add("columns that differ from its parent's");
    }
    boolean named =
        table.attached.stream().allMatch(i -> i.index().name().startsWith(table.name.name() + "_"));
    if (!named) {
      found.add("its own names for its parent's indexes");
    }
    return found;
  }

  private static java.util.SortedMap<String, String> withOwner(
      TableDraft table, TableDraft parent) {
    java.util.TreeMap<String, String> usual = new java.util.TreeMap<>();
    String owner = parent.options.get("owner");
    if (owner != null && Objects.equals(owner, table.options.get("owner"))) {
      usual.put("owner", owner);
    }
    return usual;
  }

  /** Identity and comments are not handed down by every version. */
  private static List<Column> columns(TableDraft table) {
    return table.columns.values().stream()
        .map(TableDraft.Attribute::column)
        .map(PlainPartitions::handedDown)
        .toList();
  }

  private static Column handedDown(Column c) {
    return new Column(
        c.name(),
        c.type(),
        c.nullable(),
        java.util.Optional.empty(),
        c.defaultValue(),
        java.util.Optional.empty(),
        java.util.Optional.empty(),
        c.generated(),
        c.collation(),
        java.util.Optional.empty(),
        c.options());
  }
}
