package dev.schemac.dialect.mysql;

import dev.schemac.model.Column;
import dev.schemac.model.DataType;
import dev.schemac.model.Expression;
import dev.schemac.model.Partitioning;
import dev.schemac.model.Table;
import dev.schemac.sql.SqlWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** {@code PARTITION BY} behind a table's options. */
final class PartitionSql {
  private static final Set<String> INTEGERS =
      Set.of("tinyint", "smallint", "mediumint", "int", "bigint");

  private final Syntax syntax;

  PartitionSql(Syntax syntax) {
    this.syntax = syntax;
  }

  void write(SqlWriter sql, Table table, Partitioning partitioning) {
    sql.line(0).phrase("PARTITION BY").phrase(partitioning.strategy().toUpperCase(Locale.ROOT));
    if (byColumns(table, partitioning)) {
      sql.phrase("COLUMNS");
    }
    sql.parenthesized(partitioning.operands(), operand -> syntax.expression(sql, operand));
    if (partitioning.count() > 0) {
      sql.phrase("PARTITIONS").number(partitioning.count());
    } else if (!partitioning.partitions().isEmpty()) {
      sql.parenthesized(partitioning.partitions(), p -> partition(sql, p));
    }
  }

  private static void partition(SqlWriter sql, Partitioning.Partition partition) {
    sql.line(2).phrase("PARTITION").identifier(partition.name());
    if (!partition.bound().isEmpty()) {
      sql.phrase("VALUES").raw(partition.bound());
    }
  }

  /** Whether a bound is written in the other dialect's form. */
  static boolean isForeign(Partitioning partitioning) {
    return partitioning.partitions().stream()
        .map(p -> p.bound().toLowerCase(Locale.ROOT))
        .anyMatch(b -> !b.isEmpty() && !b.startsWith("less than") && !b.startsWith("in"));
  }

  /** RANGE and LIST take integers alone; other columns need the COLUMNS form (error 1659). */
  private static boolean byColumns(Table table, Partitioning partitioning) {
    boolean ranged = Set.of("range", "list").contains(partitioning.strategy());
    return ranged
        && partitioning.operands().stream().allMatch(Expression.ColumnRef.class::isInstance)
        && (partitioning.operands().size() > 1
            || partitioning.operands().stream().anyMatch(o -> !isInteger(table, o)));
  }

  private static boolean isInteger(Table table, Expression operand) {
    Optional<Column> column =
        operand instanceof Expression.ColumnRef(var name) ? table.column(name) : Optional.empty();
    return column
        .map(Column::type)
        .filter(DataType.Builtin.class::isInstance)
        .map(DataType.Builtin.class::cast)
        .filter(type -> INTEGERS.contains(type.name()))
        .isPresent();
  }
}
