package dev.schemac.resolve;

import dev.schemac.model.ChosenName;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.DataType;
import dev.schemac.model.Expression;
import dev.schemac.model.Index;
import dev.schemac.model.PartitionOf;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.model.WholeTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * PostgreSQL's partitions from what a reader brings, which is all their columns and all their keys
 * under a bound in the server's words, to what they say beyond their parents.
 */
final class ServerPartitions {
  private static final String FOR_VALUES = "FOR VALUES ";

  private final Schema schema;

  private ServerPartitions(Schema schema) {
    this.schema = schema;
  }

  /** The schema with its expressions in normal form already. */
  static Schema settle(Schema schema) {
    boolean any = schema.tables().stream().anyMatch(ServerPartitions::isRead);
    if (!any) {
      return schema;
    }
    ServerPartitions partitions = new ServerPartitions(schema);
    List<SchemaObject> objects = new ArrayList<>();
    for (SchemaObject object : schema.objects()) {
      objects.add(
          object instanceof Table table && isRead(table) ? partitions.settled(table) : object);
    }
    return Schema.of(schema.target(), objects);
  }

  private static boolean isRead(Table table) {
    return table
        .partitionOf()
        .filter(p -> p.bound().startsWith(FOR_VALUES) || p.bound().equals("DEFAULT"))
        .isPresent();
  }

  /** The parent is read whole too, so nothing has to be handed down to it. */
  private Table settled(Table table) {
    PartitionOf of = table.partitionOf().orElseThrow();
    Optional<Table> parent = schema.table(of.parent());
    if (parent.isEmpty()) {
      return table;
    }
    return new Table(
        table.name(),
        columns(table, parent.get()),
        table.constraints().stream().filter(c -> !isImplied(c, table, parent.get())).toList(),
        table.indexes().stream().filter(i -> !isImplied(i, table, parent.get())).toList(),
        table.partitioning(),
        table.rows(),
        table.comment(),
        table.options(),
        table.external(),
        Optional.of(new PartitionOf(of.parent(), bound(of.bound(), parent.get()))));
  }

  private List<Column> columns(Table table, Table parent) {
    List<String> order = table.columns().stream().map(Column::name).toList();
    boolean ownOrder = !order.equals(parent.columns().stream().map(Column::name).toList());
    List<Column> own = new ArrayList<>();
    for (Column column : table.columns()) {
      Optional<Column> above = parent.column(column.name());
      Column settled = above.map(a -> named(column, table, a, parent)).orElse(column);
      if (ownOrder || !above.map(WholeTable::handedDown).equals(Optional.of(settled))) {
        own.add(settled);
      }
    }
    return own;
  }

  private Column named(Column column, Table table, Column above, Table parent) {
    Column plain = withoutIdentity(column);
    if (!schema.target().version().atLeast(18) || column.nullable()) {
      return plain;
    }
    String actual = notNull(column, table);
    String expected =
        above.nullable()
            ? notNull(plain.withNotNullName(Optional.empty()), table)
            : notNull(above, parent);
    return plain.withNotNullName(actual.equals(expected) ? Optional.empty() : Optional.of(actual));
  }

  private static String notNull(Column column, Table table) {
    return column
        .notNullName()
        .orElseGet(() -> ChosenName.of(table.name().name(), column.name(), "not_null"));
  }

  /** From PostgreSQL 17 on a partition shows its parent's. */
  private static Column withoutIdentity(Column c) {
    return new Column(
        c.name(),
        c.type(),
        c.nullable(),
        c.notNullName(),
        c.defaultValue(),
        c.onUpdate(),
        Optional.empty(),
        c.generated(),
        c.collation(),
        c.comment(),
        c.options());
  }

  private static boolean isImplied(Index index, Table table, Table parent) {
    boolean automatic =
        index
                .name()
                .equals(
                    ChosenName.ofKey(table.name().name(), index.parts(), index.include(), "idx"))
            && index.comment().isEmpty();
    return automatic
        && parent.indexes().stream()
            .anyMatch(p -> WholeTable.isPart(p, index) && p.options().equals(index.options()));
  }

  private static boolean isImplied(Constraint key, Table table, Table parent) {
    return key.comment().isEmpty()
        && key.name().equals(ChosenName.ofConstraint(table.name().name(), key))
        && parent.constraints().stream()
            .anyMatch(p -> WholeTable.isPart(p, key) && p.options().equals(key.options()));
  }

  private static String bound(String printed, Table parent) {
    List<Optional<DataType>> types = new ArrayList<>();
    for (Expression operand : parent.partitioning().orElseThrow().operands()) {
      types.add(
          operand instanceof Expression.ColumnRef(var name)
              ? parent.column(name).map(Column::type)
              : Optional.empty());
    }
    String text = printed.startsWith(FOR_VALUES) ? printed.substring(FOR_VALUES.length()) : printed;
    return PostgresBound.normal(text, types);
  }
}
