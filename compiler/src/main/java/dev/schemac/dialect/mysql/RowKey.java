package dev.schemac.dialect.mysql;

import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.DataType;
import dev.schemac.model.KeyPart;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * The unique key by which a row of a table is found in its copy: the primary key where both have
 * it, else another one over columns that are never NULL.
 */
final class RowKey {
  private final Situation s;
  private final Table was;
  private final Table is;

  private RowKey(Situation s, QName table) {
    this.s = s;
    this.was = s.was(table);
    this.is = s.is(table);
  }

  /** Its columns under their new names, in the older key's order; empty where there is none. */
  static List<String> of(Situation s, QName table) {
    RowKey key = new RowKey(s, table);
    List<List<String>> after = keys(key.is);
    return keys(key.was).stream()
        .filter(k -> after.stream().anyMatch(a -> new HashSet<>(a).equals(new HashSet<>(k))))
        .filter(k -> k.stream().allMatch(key::compares))
        .findFirst()
        .orElse(List.of());
  }

  private static List<List<String>> keys(Table table) {
    List<List<String>> keys = new ArrayList<>();
    table.primaryKey().flatMap(k -> columns(table, k.parts())).ifPresent(keys::add);
    for (Constraint constraint : table.constraints()) {
      if (constraint instanceof Constraint.Unique key) {
        columns(table, key.parts()).ifPresent(keys::add);
      }
    }
    table.indexes().stream()
        .filter(i -> i.unique())
        .flatMap(i -> columns(table, i.parts()).stream())
        .forEach(keys::add);
    return keys;
  }

  private static Optional<List<String>> columns(Table table, List<KeyPart> parts) {
    List<String> columns =
        parts.stream()
            .filter(p -> p.prefixLength().isEmpty())
            .flatMap(p -> p.columnName().flatMap(table::column).stream())
            .filter(c -> !c.nullable() && c.generated().isEmpty())
            .filter(c -> RowUpdate.isKeyType(c.type()))
            .map(Column::name)
            .toList();
    return columns.isEmpty() || columns.size() < parts.size()
        ? Optional.empty()
        : Optional.of(columns);
  }

  /** Texts compare by a collation, which has to stay the same. */
  private boolean compares(String name) {
    boolean text =
        is.column(name)
            .filter(c -> c.type() instanceof DataType.Builtin t && t.name().endsWith("char"))
            .isPresent();
    return !text || TableTraits.sameCharset(was, is) && !s.changes(Paths.column(is.name(), name));
  }
}
