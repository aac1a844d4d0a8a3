package dev.schemac.plan;

import dev.schemac.diff.Change;
import dev.schemac.model.Expression;
import dev.schemac.model.ExpressionTree;
import dev.schemac.model.PartitionOf;
import dev.schemac.model.Partitioning;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.Table;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Columns that PostgreSQL tables are partitioned by, whose types it cannot change. */
public final class PartitionKeyTypes {
  private PartitionKeyTypes() {}

  /** Whether the change gives a column of a partition key another type. */
  public static boolean changes(Change.ModifyColumn change, Schema after) {
    boolean other =
        !change.before().type().equals(change.after().type())
            || !change.before().collation().equals(change.after().collation());
    return other && isInKey(change.table(), change.after().name(), after);
  }

  /** In its table's own key, or in that of a partition below. */
  private static boolean isInKey(QName table, String column, Schema schema) {
    List<Expression> operands =
        schema
            .table(table)
            .flatMap(Table::partitioning)
            .map(Partitioning::operands)
            .orElse(List.of());
    return operands.stream().anyMatch(o -> reads(o, column))
        || schema.tables().stream()
            .filter(t -> t.partitionOf().filter(p -> p.parent().equals(table)).isPresent())
            .anyMatch(t -> isInKey(t.name(), column, schema));
  }

  private static boolean reads(Expression operand, String column) {
    return operand instanceof Expression.Sql(var text)
        ? text.matches("(?s).*\\b" + Pattern.quote(column) + "\\b.*")
        : ExpressionTree.columns(operand).contains(column);
  }

  /** The table that all of a partition's columns come from. */
  public static Table root(QName name, Schema schema) {
    Table table = schema.table(name).orElseThrow();
    Optional<QName> parent = table.partitionOf().map(PartitionOf::parent);
    return parent.isPresent() ? root(parent.get(), schema) : table;
  }
}
