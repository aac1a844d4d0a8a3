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
    List<Column> own = new ArrayList<>();
    columns.values().stream().filter(a -> isOwn(a)).forEach(a -> own.add(a.column()));
    if (bound.isPresent()) {
      compareWithParent(context);
    } else if (!parents.isEmpty()) {
      options.put(
          "inherits",
          parents.stream()
              .map(p -> ServerNames.inOption(p.name))
              .collect(Collectors.joining(", ")));
    }
    return new Table(
        name,
        own,
        constraints,
        indexes,
        partitioning,
        List.of(),
        comment,
        options,
        false,
        TablePart.partitionOf(this));
  }

  /** Of a column that comes from a parent only what differs there stands in the table. */
  private boolean isOwn(Attribute attribute) {
    if (parents.isEmpty()) {
      return true;
    }
    Column inherited = inherited(attribute.column().name());
    return inherited == null
        || bound.isEmpty() && attribute.local()
        || !inherited.equals(attribute.column());
  }

  private Column inherited(String column) {
    for (TableDraft parent : parents) {
      for (Attribute attribute : parent.columns.values()) {
        if (attribute.column().name().equals(column)) {
          return attribute.column();
        }
      }
    }
    return null;
  }

  private void compareWithParent(ReadContext context) {
    if (parents.isEmpty()) {
      return;
    }
    List<String> own = columns.values().stream().map(a -> a.column().name()).toList();
    List<String> theirs =
        parents.get(0).columns.values().stream().map(a -> a.column().name()).toList();
    if (!own.equals(theirs)) {
      context.unsupported(
          "partition " + name, "its columns stand in another order than those of its parent");
    }
    for (IndexRows.Found index : attached) {
      boolean usual = index.index().options().isEmpty() && index.index().comment().isEmpty();
      boolean named = index.index().name().startsWith(name.name() + "_");
      if (!usual || !named) {
        context.unsupported(
            "index " + name.withName(index.index().name()),
            "a name or options of its own of an index that belongs to its parent's");
      }
    }
  }
}
