package dev.schemac.ddl;

import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.DataType;
import dev.schemac.model.Expression;
import dev.schemac.model.Identity;
import dev.schemac.model.Index;
import dev.schemac.model.Partitioning;
import dev.schemac.model.QName;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** One action of {@code ALTER TABLE}. */
public sealed interface TableAction {

  /** The position before every other column, where a name would stand for the one behind it. */
  String FIRST = "";

  /** {@code ADD COLUMN}; {@code after} is MySQL's position, {@link #FIRST} or behind a column. */
  record AddColumn(Column column, Optional<String> after) implements TableAction {}

  record DropColumn(String column) implements TableAction {}

  record RenameColumn(String from, String to) implements TableAction {}

  /** PostgreSQL's {@code ALTER COLUMN … TYPE}. */
  record SetType(
      String column, DataType type, Optional<String> collation, Optional<Expression> using)
      implements TableAction {}

  record SetNotNull(String column) implements TableAction {}

  record DropNotNull(String column) implements TableAction {}

  record SetDefault(String column, Expression value) implements TableAction {}

  record DropDefault(String column) implements TableAction {}

  /** {@code ALTER TABLE ONLY}: of a partitioned table, not of its partitions; empty for none. */
  record SetDefaultAlone(String column, Optional<Expression> value) implements TableAction {}

  record AddIdentity(String column, Identity identity) implements TableAction {}

  record AlterIdentity(String column, Identity before, Identity after) implements TableAction {}

  record DropIdentity(String column) implements TableAction {}

  /** PostgreSQL's {@code DROP EXPRESSION}: a stored generated column becomes a plain one. */
  record DropExpression(String column) implements TableAction {}

  /** {@code SET EXPRESSION AS (…)}: a generated column is computed otherwise. */
  record SetExpression(String column, Expression value) implements TableAction {}

  /**
   * PostgreSQL's per-column settings: {@code storage}, {@code statistics}, … from one state to the
   * next.
   */
  record SetColumnOptions(
      String column,
      SortedMap<String, String> before,
      SortedMap<String, String> after,
      boolean alone)
      implements TableAction {}

  /**
   * MySQL's {@code MODIFY COLUMN} (or {@code CHANGE} where {@code from} differs): replaces the
   * whole definition.
   */
  record ModifyColumn(String from, Column column, Optional<String> after) implements TableAction {}

  /** MySQL's {@code MODIFY COLUMN} that changes nothing but where the column stands. */
  record MoveColumn(Column column, String after) implements TableAction {}

  /** {@code ADD CONSTRAINT}; its enforcement says whether {@code NOT VALID} stands behind it. */
  record AddConstraint(Constraint constraint) implements TableAction {}

  /** PostgreSQL's {@code ADD CONSTRAINT … UNIQUE|PRIMARY KEY USING INDEX}. */
  record AddConstraintUsingIndex(Constraint constraint, String index) implements TableAction {}

  /**
   * PostgreSQL 18's named {@code NOT NULL}, or below the check {@code (column IS NOT NULL)} under
   * that name.
   */
  record AddNotNull(String name, String column, boolean noInherit, boolean notValid)
      implements TableAction {}

  /** {@code ALTER CONSTRAINT name [NO] INHERIT}: whether heirs must hold to a NOT NULL. */
  record InheritNotNull(String name, boolean inherit) implements TableAction {}

  record ValidateConstraint(String name) implements TableAction {}

  record DropConstraint(Constraint constraint) implements TableAction {}

  record RenameConstraint(String from, String to) implements TableAction {}

  /** MySQL's {@code ALTER CHECK … [NOT] ENFORCED}. */
  record EnforceCheck(String name, boolean enforced) implements TableAction {}

  /** MySQL: several indexes in one scan. */
  record AddIndex(Index index) implements TableAction {}

  record DropIndex(String name) implements TableAction {}

  record RenameIndex(String from, String to) implements TableAction {}

  /** PostgreSQL's {@code ATTACH PARTITION … FOR VALUES …}. */
  record AttachPartition(QName partition, String bound) implements TableAction {}

  /** PostgreSQL's {@code DETACH PARTITION}. */
  record DetachPartition(QName partition) implements TableAction {}

  /** PostgreSQL's {@code ALTER INDEX … SET (…)} on one of the table's indexes. */
  record SetIndexOptions(
      String index, SortedMap<String, String> before, SortedMap<String, String> after)
      implements TableAction {}

  /** MySQL: indexes that leave their place in the table's list of keys for its end. */
  record MoveToEnd(List<Index> indexes) implements TableAction {
    public MoveToEnd {
      indexes = List.copyOf(indexes);
    }
  }

  /** MariaDB: checks that leave their place in the table's list for its end. */
  record MoveChecksToEnd(List<Constraint.Check> checks) implements TableAction {
    public MoveChecksToEnd {
      checks = List.copyOf(checks);
    }
  }

  /** MySQL: what happens to the table's partitions; nothing but options may stand beside it. */
  record ChangePartitions(PartitionAction action) implements TableAction {}

  /** One action on a MySQL table's partitions. */
  sealed interface PartitionAction {
    /** {@code PARTITION BY}: all rows are distributed anew. */
    record By(Partitioning partitioning) implements PartitionAction {}

    /** {@code REMOVE PARTITIONING}. */
    record Remove() implements PartitionAction {}

    /** {@code ADD PARTITION}. */
    record Add(List<Partitioning.Partition> partitions) implements PartitionAction {}

    /** {@code ADD PARTITION PARTITIONS n}. */
    record AddNumber(int more) implements PartitionAction {}

    /** {@code DROP PARTITION}, with the rows in it. */
    record Drop(List<String> names) implements PartitionAction {}

    /** {@code REORGANIZE PARTITION … INTO}: rows move from some partitions into others. */
    record Reorganize(List<String> names, List<Partitioning.Partition> into)
        implements PartitionAction {}

    /** {@code COALESCE PARTITION}: so many fewer, the rows kept. */
    record Coalesce(int fewer) implements PartitionAction {}
  }

  /** The table's own options and comment from one state to the next. */
  record SetOptions(
      SortedMap<String, String> before,
      SortedMap<String, String> after,
      Optional<String> comment,
      boolean commentChanged)
      implements TableAction {}
}
