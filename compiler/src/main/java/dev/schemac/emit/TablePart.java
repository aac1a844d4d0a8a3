package dev.schemac.emit;

import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.ExpressionTree;
import dev.schemac.model.Index;
import dev.schemac.model.KeyPart;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a table's members declare. */
sealed interface TablePart {
  Optional<String> comment();

  record OfColumn(Column column) implements TablePart {
    @Override
    public Optional<String> comment() {
      return column.comment();
    }
  }

  record OfConstraint(Constraint constraint) implements TablePart {
    @Override
    public Optional<String> comment() {
      return constraint.comment();
    }
  }

  record OfIndex(Index index) implements TablePart {
    @Override
    public Optional<String> comment() {
      return index.comment();
    }
  }

  /** The columns that it names. */
  default Set<String> columns() {
    return switch (this) {
      case OfColumn(var column) -> Set.of(column.name());
      case OfIndex(var index) -> columns(index.parts());
      case OfConstraint(Constraint.PrimaryKey key) -> columns(key.parts());
      case OfConstraint(Constraint.Unique key) -> columns(key.parts());
      case OfConstraint(Constraint.Exclusion key) -> columns(key.parts());
      case OfConstraint(Constraint.Check check) -> ExpressionTree.columns(check.condition());
      case OfConstraint(Constraint.ForeignKey key) -> Set.copyOf(key.columns());
    };
  }

  private static Set<String> columns(List<KeyPart> parts) {
    Set<String> columns = new TreeSet<>();
    parts.forEach(p -> columns.addAll(ExpressionTree.columns(p.expression())));
    return columns;
  }

  /** By identity, in the order of the table. */
  static Map<ObjectPath, TablePart> of(Table table) {
    Map<ObjectPath, TablePart> parts = new LinkedHashMap<>();
    table
        .columns()
        .forEach(c -> parts.put(ObjectPath.column(table.name(), c.name()), new OfColumn(c)));
    table
        .constraints()
        .forEach(
            c -> parts.put(new ObjectPath(c.kind(), table.name(), c.name()), new OfConstraint(c)));
    table
        .indexes()
        .forEach(
            i ->
                parts.put(
                    new ObjectPath(ObjectKind.INDEX, table.name(), i.name()), new OfIndex(i)));
    return parts;
  }

  /** The table with these keys alone. */
  static Table keysOnly(Table table, List<TablePart> parts) {
    return table
        .withConstraints(
            parts.stream()
                .filter(OfConstraint.class::isInstance)
                .map(p -> ((OfConstraint) p).constraint())
                .toList())
        .withIndexes(
            parts.stream()
                .filter(OfIndex.class::isInstance)
                .map(p -> ((OfIndex) p).index())
                .toList());
  }
}
