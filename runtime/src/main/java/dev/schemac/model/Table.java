package dev.schemac.model;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A table with everything that goes away with it.
 *
 * @param columns in file order; moving one is a change on MySQL alone
 * @param indexes in file order, which MySQL keeps and prints
 * @param partitioning how the rows are spread, where they are
 * @param rows rows that belong to the schema (the values of an enum stored as a lookup table), in
 *     the order of the columns
 * @param options the dialect's own options in canonical form: {@code fillfactor}, {@code unlogged},
 *     {@code engine}, {@code charset}, {@code row_security}, …
 * @param partitionOf the partitioned table that this PostgreSQL table is a partition of
 */
public record Table(
    QName name,
    List<Column> columns,
    List<Constraint> constraints,
    List<Index> indexes,
    Optional<Partitioning> partitioning,
    List<List<Expression>> rows,
    Optional<String> comment,
    SortedMap<String, String> options,
    boolean external,
    Optional<PartitionOf> partitionOf)
    implements SchemaObject {

  /** The option that names the composite type that a PostgreSQL table is of. */
  public static final String OF = "of";

  /** The option that names the tables that a table inherits from. */
  public static final String INHERITS = "inherits";

  public Table {
    columns = List.copyOf(columns);
    constraints = List.copyOf(constraints);
    indexes = List.copyOf(indexes);
    rows = rows.stream().map(List::copyOf).toList();
    options = Options.copy(options);
  }

  /** A table with columns alone. */
  public static Table of(QName name, List<Column> columns) {
    return new Table(
        name,
        columns,
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Options.none(),
        false,
        Optional.empty());
  }

  @Override
  public ObjectPath path() {
    return ObjectPath.table(name);
  }

  /** The composite type that a PostgreSQL table is of: its option {@code of}. */
  public Optional<QName> type() {
    return Optional.ofNullable(options.get(OF))
        .flatMap(o -> TableNames.read(o).stream().findFirst());
  }

  /** The tables that a PostgreSQL table inherits from: its option {@code inherits}. */
  public List<QName> parents() {
    return options.containsKey(INHERITS) ? TableNames.read(options.get(INHERITS)) : List.of();
  }

  public Optional<Column> column(String columnName) {
    for (Column column : columns) {
      if (column.name().equals(columnName)) {
        return Optional.of(column);
      }
    }
    return Optional.empty();
  }

  public Optional<Constraint> constraint(String constraintName) {
    return constraints.stream().filter(c -> c.name().equals(constraintName)).findFirst();
  }

  public Optional<Index> index(String indexName) {
    return indexes.stream().filter(i -> i.name().equals(indexName)).findFirst();
  }

  public Optional<Constraint.PrimaryKey> primaryKey() {
    for (Constraint constraint : constraints) {
      if (constraint instanceof Constraint.PrimaryKey key) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }

  public List<Constraint.ForeignKey> foreignKeys() {
    return constraints.stream()
        .filter(Constraint.ForeignKey.class::isInstance)
        .map(Constraint.ForeignKey.class::cast)
        .toList();
  }

  public Table withName(QName other) {
    return new Table(
        other,
        columns,
        constraints,
        indexes,
        partitioning,
        rows,
        comment,
        options,
        external,
        partitionOf);
  }

  public Table withColumns(List<Column> other) {
    return new Table(
        name,
        other,
        constraints,
        indexes,
        partitioning,
        rows,
        comment,
        options,
        external,
        partitionOf);
  }

  public Table withPartitioning(Optional<Partitioning> other) {
    return new Table(
        name, columns, constraints, indexes, other, rows, comment, options, external, partitionOf);
  }

  /** The same table with other options. */
  public Table withOptions(SortedMap<String, String> other) {
    return new Table(
        name,
        columns,
        constraints,
        indexes,
        partitioning,
        rows,
        comment,
        other,
        external,
        partitionOf);
  }

  public Table withConstraints(List<Constraint> other) {
    return new Table(
        name, columns, other, indexes, partitioning, rows, comment, options, external, partitionOf);
  }

  public Table withIndexes(List<Index> other) {
    return new Table(
        name,
        columns,
        constraints,
        other,
        partitioning,
        rows,
        comment,
        options,
        external,
        partitionOf);
  }

  /**
   * The same table with what is neither column, constraint nor index taken from {@code other}; a
   * partition's few columns come along.
   */
  public Table withPropertiesOf(Table other) {
    return new Table(
        name,
        other.partitionOf.isPresent() ? other.columns : columns,
        constraints,
        indexes,
        other.partitioning,
        other.rows,
        other.comment,
        other.options,
        other.external,
        other.partitionOf);
  }
}
