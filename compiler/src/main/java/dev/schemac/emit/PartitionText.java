package dev.schemac.emit;

import dev.schemac.model.Column;
import dev.schemac.model.NotNull;
import dev.schemac.model.Partitioning;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject.Namespace;
import dev.schemac.model.Table;
import dev.schemac.model.WholeTable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** PostgreSQL's partitions, which stand inside of the table that they are partitions of. */
final class PartitionText {
  private final Schema schema;
  private final Map<QName, List<Table>> byParent = new HashMap<>();

  PartitionText(Schema schema) {
    this.schema = schema;
    for (Table table : schema.tables()) {
      table
          .partitionOf()
          .ifPresent(
              p ->
                  byParent
                      .computeIfAbsent(p.parent(), n -> new java.util.ArrayList<>())
                      .add(table));
    }
    byParent.values().forEach(l -> l.sort(Comparator.comparing(Table::name)));
  }

  /** Whether the table stands inside of another one. */
  static boolean standsInside(Table table, Schema schema) {
    return table.partitionOf().filter(p -> schema.table(p.parent()).isPresent()).isPresent();
  }

  /**
   * The lines of a table's partitions, empty where it has none.
   *
   * @param table under its own name
   * @param written how a table reads where it stands
   */
  String of(QName table, TableText text, UnaryOperator<Table> written) {
    StringBuilder out = new StringBuilder();
    for (Table partition : byParent.getOrDefault(table, List.of())) {
      out.append(one(partition, text, written));
    }
    return out.toString();
  }

  private String one(Table partition, TableText text, UnaryOperator<Table> written) {
    Table shown = written.apply(partition);
    QName parent = partition.partitionOf().orElseThrow().parent();
    boolean beside = partition.name().namespace().equals(parent.namespace());
    StringBuilder out = new StringBuilder(Lines.doc(partition.comment(), ""));
    out.append(beside ? Lines.name(partition.name().name()) : Lines.name(full(partition.name())));
    out.append(" ").append(partition.partitionOf().orElseThrow().bound());
    out.append(text.attribute(shown.options()));
    String members = members(partition, shown, text);
    Optional<Partitioning> partitioning = shown.partitioning();
    partitioning.ifPresent(
        p -> {
          String inner = of(partition.name(), text, written);
          out.append(" ").append(text.partitioning(p, inner, !members.isEmpty()));
        });
    out.append(members.isEmpty() ? "" : " {\n" + members + "}");
    return out.append("\n").toString();
  }

  /** A bare name would be one beside the parent's. */
  private static QName full(QName name) {
    return name.hasNamespace() ? name : new QName(Namespace.PUBLIC, name.name());
  }

  private String members(Table partition, Table shown, TableText text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < shown.columns().size(); i++) {
      Column column = shown.columns().get(i);
      boolean alone = isNotNullAlone(partition, partition.columns().get(i));
      out.append(alone ? "" : text.column(column));
      out.append(alone || !NotNull.of(column).isEmpty() ? text.notNull(column) : "");
    }
    return out.append(text.keys(shown)).toString();
  }

  private boolean isNotNullAlone(Table partition, Column column) {
    boolean everyColumn =
        partition.columns().size()
            == schema
                .table(partition.partitionOf().orElseThrow().parent())
                .map(t -> WholeTable.of(schema, t).columns().size())
                .orElse(0);
    return !everyColumn
        && !column.nullable()
        && above(partition, column.name())
            .map(WholeTable::handedDown)
            .filter(
                c ->
                    c.withNullable(false)
                        .withNotNullName(column.notNullName())
                        .equals(column.withOptions(NotNull.without(column.options()))))
            .isPresent();
  }

  private Optional<Column> above(Table partition, String name) {
    return partition
        .partitionOf()
        .flatMap(p -> schema.table(p.parent()))
        .flatMap(t -> WholeTable.of(schema, t).column(name));
  }
}
