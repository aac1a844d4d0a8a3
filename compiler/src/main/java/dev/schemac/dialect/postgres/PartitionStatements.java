package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.Index;
import dev.schemac.model.PartitionOf;
import dev.schemac.model.Schema;
import dev.schemac.model.Table;
import dev.schemac.model.WholeTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The statements that make a partition: in one, or as a table of its own that is attached. */
final class PartitionStatements {
  private PartitionStatements() {}

  /** Everything but its foreign keys, for any table. */
  static List<Statement> create(Table table, Schema schema) {
    if (table.partitionOf().isPresent() && standsAlone(table, schema)) {
      return createAndAttach(table, schema);
    }
    List<Statement> all = new ArrayList<>(TableStatements.create(table));
    all.addAll(InheritedStatements.of(table, schema));
    all.addAll(IndexMarks.handedDown(table));
    return all;
  }

  /** Made beside its parent, so that nobody waits, and attached. */
  static List<Statement> createAndAttach(Table partition, Schema schema) {
    List<Statement> all = new ArrayList<>(TableStatements.create(alone(partition, schema)));
    all.add(attach(partition));
    all.addAll(IndexMarks.handedDown(partition));
    return all;
  }

  static Statement attach(Table partition) {
    PartitionOf of = partition.partitionOf().orElseThrow();
    return Alter.table(of.parent(), new TableAction.AttachPartition(partition.name(), of.bound()));
  }

  static Statement detach(Table partition) {
    return Alter.table(
        partition.partitionOf().orElseThrow().parent(),
        new TableAction.DetachPartition(partition.name()));
  }

  /** With its parent's columns and checks, which it must have, and its own keys. */
  private static Table alone(Table partition, Schema schema) {
    Table whole = WholeTable.of(schema, partition);
    List<Constraint> constraints =
        whole.constraints().stream()
            .filter(c -> c instanceof Constraint.Check || partition.constraints().contains(c))
            .toList();
    return whole.withConstraints(constraints).withIndexes(indexes(partition, schema));
  }

  /**
   * Its own indexes. Where its parent has several of one shape, the server takes the first of the
   * partition's for the first of the parent's, so that all of them stand in the parent's order.
   */
  private static List<Index> indexes(Table partition, Schema schema) {
    List<Index> above = above(partition, schema);
    boolean alike =
        above.stream()
            .anyMatch(i -> above.stream().anyMatch(o -> o != i && WholeTable.isPart(i, o)));
    return alike ? inOrder(partition, above) : partition.indexes();
  }

  private static List<Index> above(Table partition, Schema schema) {
    Optional<Table> parent = partition.partitionOf().flatMap(p -> schema.table(p.parent()));
    return parent
        .map(t -> t.partitionOf().isEmpty() ? t.indexes() : inOrder(t, above(t, schema)))
        .orElse(List.of());
  }

  private static List<Index> inOrder(Table partition, List<Index> above) {
    List<Index> left = new ArrayList<>(partition.indexes());
    List<Index> all = new ArrayList<>();
    for (Index index : above) {
      List<Index> likes = above.stream().filter(i -> isLike(index, i)).toList();
      List<Index> own =
          partition.indexes().stream()
              .filter(i -> isLike(index, i))
              .sorted(Comparator.comparing(Index::name))
              .toList();
      int at = likes.indexOf(index) - (likes.size() - own.size()); // the first has no number
      all.add(at < 0 ? WholeTable.inherited(index, partition.name().name()) : own.get(at));
      left.remove(all.getLast());
    }
    all.addAll(left);
    return all;
  }

  private static boolean isLike(Index one, Index other) {
    return WholeTable.isPart(one, other) && one.options().equals(other.options());
  }

  /**
   * Whether {@code CREATE TABLE … PARTITION OF} cannot say it: columns that differ from the
   * parent's in more than settings, or a key of its own that is to be its part of the parent's.
   */
  static boolean standsAlone(Table partition, Schema schema) {
    Optional<Table> parent =
        partition
            .partitionOf()
            .flatMap(p -> schema.table(p.parent()))
            .map(t -> WholeTable.of(schema, t));
    return parent
        .filter(
            above ->
                partition.columns().stream().anyMatch(c -> differs(c, above))
                    || isNotValidHere(partition, above)
                    || hasOwnOrder(partition, above)
                    || hasParts(partition, above))
        .isPresent();
  }

  /**
   * A check of its parent's that is valid in neither: PARTITION OF would make it valid, ATTACH
   * leaves it (measured on 14 and 18).
   */
  private static boolean isNotValidHere(Table partition, Table parent) {
    return parent.constraints().stream()
        .anyMatch(
            c ->
                c instanceof Constraint.Check check
                    && check.enforcement() == Constraint.Enforcement.NOT_VALID
                    && !check.noInherit()
                    && partition.constraint(check.name()).isEmpty());
  }

  private static boolean differs(Column column, Table parent) {
    return parent
        .column(column.name())
        .map(WholeTable::handedDown)
        .filter(above -> !bare(above).equals(bare(column)))
        .isPresent();
  }

  private static Column bare(Column c) {
    return new Column(
        c.name(),
        c.type(),
        c.nullable(),
        c.notNullName(),
        c.defaultValue(),
        c.onUpdate(),
        c.identity(),
        c.generated(),
        c.collation(),
        Optional.empty(),
        dev.schemac.model.Options.none());
  }

  private static boolean hasOwnOrder(Table partition, Table parent) {
    List<String> own = partition.columns().stream().map(Column::name).toList();
    return own.size() == parent.columns().size()
        && !own.equals(parent.columns().stream().map(Column::name).toList());
  }

  private static boolean hasParts(Table partition, Table parent) {
    return partition.indexes().stream()
            .anyMatch(i -> parent.indexes().stream().anyMatch(p -> WholeTable.isPart(p, i)))
        || partition.constraints().stream()
            .anyMatch(c -> parent.constraints().stream().anyMatch(p -> WholeTable.isPart(p, c)));
  }
}
