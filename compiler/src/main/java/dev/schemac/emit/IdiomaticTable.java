package dev.schemac.emit;

import dev.schemac.diff.KeyOrder;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.Dialect;
import dev.schemac.model.Index;
import dev.schemac.model.Options;
import dev.schemac.model.Schema;
import dev.schemac.model.Table;
import dev.schemac.model.Target;
import dev.schemac.resolve.ImpliedNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A table as a person would write it: keys, references and checks of one column in the column's
 * line, names that come by themselves left out.
 */
final class IdiomaticTable {
  private final ImpliedNames names;
  private final ColumnFolding folding;
  private final Target target;
  private final Dialect dialect;
  private final TableText text;
  private final PartitionText partitions;

  IdiomaticTable(
      Schema schema, ImpliedNames names, SerialColumns serials, PartitionText partitions) {
    this.partitions = partitions;
    this.names = names;
    this.target = schema.target();
    this.dialect = target.dialect();
    this.folding = new ColumnFolding(schema, names, serials);
    this.text = new TableText(schema.target(), new KeyText(dialect, true));
  }

  /** The declaration, with names as they read from the table's own namespace. */
  String text(Table table, Unqualified scope) {
    if (!table.rows().isEmpty()) {
      return text.text(scope.table(table), "");
    }
    boolean keysAsConstraints = keepsOrder(table);
    List<Constraint> constraints =
        keysAsConstraints ? keysOf(table) : new ArrayList<>(table.constraints());
    List<Column> columns = new ArrayList<>();
    Map<String, ColumnWords> words = new HashMap<>();
    for (Column column : table.columns()) {
      ColumnFolding.Folded folded = folding.fold(table, column, constraints, scope);
      columns.add(folded.column());
      words.put(column.name(), folded.words());
    }
    List<Constraint> members = constraints.stream().map(c -> named(table, c)).toList();
    Table written =
        table
            .withColumns(columns)
            .withConstraints(members)
            .withIndexes(
                table.indexes().stream()
                    .filter(i -> !keysAsConstraints || !isKey(table, i))
                    .map(i -> names.implied(table.name(), i) ? i.withName("") : i)
                    .toList());
    String inside = partitions.of(table.name(), text, p -> scope.table(partition(p)));
    return text.text(scope.table(written), words, inside);
  }

  private Table partition(Table table) {
    return table
        .withConstraints(table.constraints().stream().map(c -> named(table, c)).toList())
        .withIndexes(
            table.indexes().stream()
                .map(i -> names.implied(table.name(), i) ? i.withName("") : i)
                .toList());
  }

  /** A constraint or an index on a line of its own. */
  String key(Table table, TablePart key, Unqualified scope) {
    Table alone = TablePart.keysOnly(table, List.of(key));
    List<Constraint> keys = keysOf(alone).stream().map(c -> named(table, c)).toList();
    List<Index> indexes =
        alone.indexes().stream()
            .filter(i -> !isKey(table, i))
            .map(i -> names.implied(table.name(), i) ? i.withName("") : i)
            .toList();
    Table written = Table.of(table.name(), List.of()).withConstraints(keys).withIndexes(indexes);
    String declaration = text.text(scope.table(written), "");
    return declaration.substring(declaration.indexOf('{') + 1, declaration.lastIndexOf('}'));
  }

  /** With MySQL's unique keys, which are indexes in the model. */
  private List<Constraint> keysOf(Table table) {
    List<Constraint> constraints = new ArrayList<>(table.constraints());
    table.indexes().stream()
        .filter(i -> isKey(table, i))
        .forEach(
            i ->
                constraints.add(
                    new Constraint.Unique(
                        i.name(),
                        i.parts(),
                        i.include(),
                        false,
                        Constraint.Deferral.NOT_DEFERRABLE,
                        i.comment(),
                        Options.none())));
    return constraints;
  }

  /**
   * Whether MySQL lists the keys as it does now where the unique ones stand in the columns' lines
   * and, sorted by name, before the other indexes.
   */
  private boolean keepsOrder(Table table) {
    if (dialect != Dialect.MYSQL) {
      return true;
    }
    List<Index> left =
        new ArrayList<>(table.indexes().stream().filter(i -> isKey(table, i)).toList());
    List<Index> written = new ArrayList<>();
    for (Column column : table.columns()) {
      left.stream()
          .filter(i -> ColumnFolding.isOf(column, i))
          .findFirst()
          .ifPresent(
              i -> {
                written.add(i);
                left.remove(i);
              });
    }
    left.stream().sorted(Comparator.comparing(Index::name)).forEach(written::add);
    table.indexes().stream().filter(i -> !isKey(table, i)).forEach(written::add);
    return KeyOrder.of(table.withIndexes(written), target).equals(KeyOrder.of(table, target));
  }

  private boolean isKey(Table table, Index index) {
    return dialect == Dialect.MYSQL
        && index.unique()
        && index.method().equals("btree")
        && index.options().isEmpty()
        && index.parts().stream().allMatch(p -> p.columnName().isPresent())
        && !names.implied(table.name(), index);
  }

  private Constraint named(Table table, Constraint constraint) {
    return names.implied(table.name(), constraint) ? constraint.withName("") : constraint;
  }
}
