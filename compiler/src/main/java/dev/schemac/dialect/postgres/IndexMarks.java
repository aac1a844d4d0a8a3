package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.model.Constraint;
import dev.schemac.model.Options;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a table says of one of its indexes: that it is clustered on it, or that it is its replica
 * identity. A new index has to be told so, also where it replaces one of the same name.
 */
final class IndexMarks {
  private static final Set<String> KEYS = Set.of("cluster", "replica_identity");
  private static final Set<String> SETTINGS = Set.of("statistics", "index_comment");

  private IndexMarks() {}

  /** The statements behind the creation of an index or of the constraint that it stands behind. */
  static List<Statement> of(QName table, String index, PlanFacts facts) {
    return facts.tableAfter(table).map(t -> withSettings(t, index)).orElse(List.of());
  }

  /** What the older table said of an index that comes back. */
  static List<Statement> before(QName table, String index, PlanFacts facts) {
    return facts.tableBefore(table).map(t -> of(t.withName(table), index)).orElse(List.of());
  }

  private static List<Statement> withSettings(Table table, String index) {
    List<Statement> all = new ArrayList<>(of(table, index));
    table.constraint(index).ifPresent(c -> all.addAll(settings(table.name(), c)));
    return all;
  }

  /** An index of its own brings these along, one behind a constraint cannot. */
  static List<Statement> settings(QName table, Constraint constraint) {
    TreeMap<String, String> without = new TreeMap<>(constraint.options());
    if (!without.keySet().removeAll(SETTINGS)) {
      return List.of();
    }
    return List.of(
        Alter.table(
            table,
            new TableAction.SetIndexOptions(constraint.name(), without, constraint.options())));
  }

  /** The same for all indexes of a new table. */
  static List<Statement> of(Table table) {
    List<Statement> all = new ArrayList<>();
    table.indexes().forEach(i -> all.addAll(of(table, i.name())));
    table.constraints().forEach(c -> all.addAll(withSettings(table, c.name())));
    return all;
  }

  /** Of the indexes that a new partition has from its parent. */
  static List<Statement> handedDown(Table partition) {
    List<Statement> all = new ArrayList<>();
    inherited(partition).forEach(name -> all.addAll(of(partition, name)));
    return all;
  }

  /** The indexes that a partition's options name and that its parent hands down. */
  static List<String> inherited(Table partition) {
    return partition.partitionOf().isEmpty()
        ? List.of()
        : named(partition.options()).stream()
            .filter(n -> partition.index(n).isEmpty() && partition.constraint(n).isEmpty())
            .distinct()
            .toList();
  }

  private static List<Statement> of(Table table, String index) {
    SortedMap<String, String> marks = new TreeMap<>(table.options());
    marks.entrySet().removeIf(e -> !KEYS.contains(e.getKey()) || !e.getValue().equals(index));
    return marks.isEmpty()
        ? List.of()
        : List.of(
            Alter.table(
                table.name(),
                new TableAction.SetOptions(Options.none(), marks, Optional.empty(), false)));
  }

  /** The indexes that a table's options name. */
  static List<String> named(SortedMap<String, String> options) {
    return KEYS.stream()
        .map(options::get)
        .filter(name -> name != null && !Set.of("full", "nothing", "default").contains(name))
        .sorted()
        .toList();
  }
}
