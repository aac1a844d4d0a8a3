package dev.schemac.resolve;

import dev.schemac.resolve.TableDraft.ColumnDraft;
import dev.schemac.syntax.Clause;
import dev.schemac.syntax.Ident;
import dev.schemac.syntax.Member;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which columns of a table a foreign key may refer to. */
final class UniqueKeys {
  private final Map<TableDraft, List<List<String>>> found = new HashMap<>();

  /**
   * Whether the columns are a key as a whole.
   *
   * @param inOrder MySQL wants them in the key's order
   */
  boolean cover(TableDraft table, List<String> columns, boolean inOrder) {
    for (List<String> key : found.computeIfAbsent(table, UniqueKeys::keys)) {
      boolean same =
          inOrder
              ? key.equals(columns)
              : key.size() == columns.size() && new HashSet<>(key).equals(new HashSet<>(columns));
      if (same) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether some key of the table begins with the columns, be it the index that a foreign key of
   * the table's own brings along: what InnoDB makes do with.
   */
  static boolean lead(TableDraft table, List<String> columns) {
    return keys(table).stream().anyMatch(key -> begins(key, columns))
        || table.columns.values().stream()
            .filter(ColumnBuilder::isRef)
            .anyMatch(c -> List.of(c.name()).equals(columns))
        || table.foreignKeys.stream()
            .map(k -> k.columns().stream().map(Ident::text).toList())
            .anyMatch(key -> begins(key, columns))
        || table.keys.stream().anyMatch(key -> begins(TableDraft.leadingColumns(key), columns));
  }

  private static boolean begins(List<String> key, List<String> columns) {
    return key.size() >= columns.size() && key.subList(0, columns.size()).equals(columns);
  }

  private static List<List<String>> keys(TableDraft table) {
    List<List<String>> keys = new ArrayList<>();
    for (ColumnDraft column : table.columns.values()) {
      boolean unique = column.has(Clause.PrimaryKey.class) || column.has(Clause.Unique.class);
      boolean deferrable = !ColumnBuilder.isRef(column) && column.has(Clause.Deferrable.class);
      if (unique && !deferrable && table.hasKeysOf(column)) {
        keys.add(List.of(column.name()));
      }
    }
    for (Member.KeyDecl key : table.keys) {
      if (isWhole(key)) {
        plain(key).ifPresent(keys::add);
      }
    }
    table.parent.ifPresent(p -> keys.addAll(keys(p.table())));
    return keys;
  }

  /** A partial or deferrable key is no target for a foreign key. */
  private static boolean isWhole(Member.KeyDecl key) {
    boolean unique =
        switch (key.kind()) {
          case PRIMARY_KEY, UNIQUE, UNIQUE_INDEX -> true;
          case INDEX, EXCLUDE -> false;
        };
    return unique
        && key.clauses().stream()
            .noneMatch(c -> c instanceof Clause.Where || c instanceof Clause.Deferrable);
  }

  private static Optional<List<String>> plain(Member.KeyDecl key) {
    return TableDraft.plainColumns(key);
  }
}
