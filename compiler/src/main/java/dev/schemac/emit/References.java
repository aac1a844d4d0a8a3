package dev.schemac.emit;

import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.DataType;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The foreign keys that a {@code ref} column says in full: over one column, of exactly the type of
 * the column that it names, and never so that a column would take its type from itself.
 */
final class References {
  private static final Set<String> STORED_STRINGS =
      Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext");

  private final Schema schema;
  private final Map<ObjectPath, Constraint.ForeignKey> chosen = new HashMap<>();

  References(Schema schema) {
    this.schema = schema;
    schema.tables().forEach(this::choose);
  }

  /** The key that the column's {@code ref} stands for. */
  Optional<Constraint.ForeignKey> of(QName table, String column) {
    return Optional.ofNullable(chosen.get(ObjectPath.column(table, column)));
  }

  /** Whether the key is over the target's primary key, so that naming the column is needless. */
  boolean namesPrimaryKey(Constraint.ForeignKey key) {
    return schema
        .table(key.referencedTable())
        .flatMap(Table::primaryKey)
        .filter(k -> k.parts().size() == 1)
        .flatMap(k -> k.parts().get(0).columnName())
        .filter(key.referencedColumns().get(0)::equals)
        .isPresent();
  }

  private void choose(Table table) {
    if (table.partitionOf().isPresent()) {
      return;
    }
    for (Constraint.ForeignKey key : table.foreignKeys()) {
      boolean single = key.columns().size() == 1 && !key.period() && key.comment().isEmpty();
      if (single && fits(table, key)) {
        ObjectPath column = ObjectPath.column(table.name(), key.columns().get(0));
        if (!chosen.containsKey(column) && !leadsBack(column, target(key))) {
          chosen.put(column, key);
        }
      }
    }
  }

  private static ObjectPath target(Constraint.ForeignKey key) {
    return ObjectPath.column(key.referencedTable(), key.referencedColumns().get(0));
  }

  private boolean fits(Table table, Constraint.ForeignKey key) {
    Optional<Column> from = table.column(key.columns().get(0));
    Optional<Table> other = schema.table(key.referencedTable());
    Optional<Column> to = other.flatMap(t -> t.column(key.referencedColumns().get(0)));
    if (from.isEmpty() || to.isEmpty() || other.get().partitionOf().isPresent()) {
      return false;
    }
    return from.get().identity().isEmpty()
        && from.get().type().equals(to.get().type())
        && sameStorage(table, from.get(), other.get(), to.get());
  }

  /** A reference carries collation and character set along; plain cases alone are taken here. */
  private static boolean sameStorage(Table table, Column from, Table other, Column to) {
    if (!isString(from.type())) {
      return true;
    }
    return from.collation().equals(to.collation())
        && same(from.options().get("charset"), to.options().get("charset"))
        && same(table.options().get("charset"), other.options().get("charset"))
        && same(table.options().get("collate"), other.options().get("collate"));
  }

  private static boolean same(String one, String other) {
    return java.util.Objects.equals(one, other);
  }

  private static boolean isString(DataType type) {
    return switch (type) {
      case DataType.Builtin b -> STORED_STRINGS.contains(b.name());
      case DataType.InlineEnum ignored -> true;
      case DataType.InlineSet ignored -> true;
      case DataType.Named ignored -> false;
      case DataType.Array ignored -> false;
    };
  }

  private boolean leadsBack(ObjectPath column, ObjectPath target) {
    Set<ObjectPath> seen = new HashSet<>(List.of(column));
    ObjectPath at = target;
    while (seen.add(at)) {
      Constraint.ForeignKey next = chosen.get(at);
      if (next == null) {
        return false;
      }
      at = target(next);
    }
    return at.equals(column);
  }
}
