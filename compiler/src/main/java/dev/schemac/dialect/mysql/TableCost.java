package dev.schemac.dialect.mysql;

import dev.schemac.ddl.TableAction;
import dev.schemac.model.Column;
import dev.schemac.model.Generated;
import dev.schemac.model.Index;
import dev.schemac.model.KeyPart;
import dev.schemac.model.Table;
import java.util.List;
import java.util.Optional;

/** What adding, dropping and renaming a table's parts costs, by table and server version. */
final class TableCost {
  private final Capabilities capabilities;

  TableCost(Capabilities capabilities) {
    this.capabilities = capabilities;
  }

  /** {@code ADD COLUMN} at the end. */
  Cost addColumn(Table table, Column column) {
    boolean virtual = isVirtual(column);
    boolean copied = Defaults.isExpression(column) || column.generated().isPresent() && !virtual;
    if (copied || !TableTraits.isInnoDb(table)) {
      return Cost.COPY;
    }
    // The hidden document id of a FULLTEXT index takes INSTANT and INPLACE away.
    if (TableTraits.hasFulltext(table) && !virtual) {
      return Cost.COPY;
    }
    if (column.identity().isPresent()) {
      return Cost.REBUILD_SHARED; // the server counts the rows
    }
    return TableTraits.isCompressed(table) && !virtual ? Cost.REBUILD : Cost.INSTANT;
  }

  /** {@code ADD COLUMN} somewhere: INSTANT in the middle of a table from 8.0.29 on alone. */
  Cost addColumn(Table table, Column column, Optional<String> after) {
    Cost cost = addColumn(table, column).or(pushing(table, column, after));
    boolean inTheMiddle = after.isPresent() && !isVirtual(column);
    return inTheMiddle && !capabilities.instantAnywhere() ? cost.or(rebuild(table)) : cost;
  }

  /**
   * What it costs that virtual columns stand behind a new column: where their number within the
   * table changes, the server copies (error 1846, measured). A functional key has one of its own,
   * behind all others.
   */
  Cost pushing(Table table, Column column, Optional<String> after) {
    boolean counted = isVirtual(column) || after.isPresent() && !capabilities.instantAnywhere();
    boolean pushed =
        hasFunctionalKey(table)
            || after.filter(a -> hasVirtualBehind(table, a, column.name())).isPresent();
    return counted && pushed ? Cost.COPY : Cost.INSTANT;
  }

  Cost dropColumn(Table table, Column column) {
    if (!TableTraits.isInnoDb(table)) {
      return Cost.COPY;
    }
    boolean behind =
        hasFunctionalKey(table) || hasVirtualBehind(table, column.name(), column.name());
    if (isVirtual(column)) {
      return behind ? Cost.METADATA : Cost.INSTANT;
    }
    if (TableTraits.hasFulltext(table)) {
      return Cost.COPY;
    }
    if (capabilities.instantAnywhere()) {
      return TableTraits.isCompressed(table) ? Cost.REBUILD : Cost.INSTANT;
    }
    boolean indexedVirtual =
        table.indexes().stream()
            .flatMap(i -> i.parts().stream())
            .anyMatch(p -> isVirtual(table, p));
    return indexedVirtual || behind ? Cost.COPY : Cost.REBUILD;
  }

  private static boolean hasFunctionalKey(Table table) {
    return table.indexes().stream().anyMatch(i -> isFunctional(i.parts()));
  }

  private static boolean hasVirtualBehind(Table table, String after, String itself) {
    boolean behind = after.equals(TableAction.FIRST);
    for (Column column : table.columns()) {
      if (behind && isVirtual(column) && !column.name().equals(itself)) {
        return true;
      }
      behind = behind || column.name().equals(after);
    }
    return false;
  }

  /** Columns of a table that take other places. */
  Cost move(Table was, Table is) {
    if (capabilities.provesLabelsAnew() && TableTraits.hasCheckOfLabels(is)) {
      return Cost.COPY;
    }
    boolean counted =
        capabilities.instantAnywhere()
            ? !virtualColumns(was, is).equals(virtualColumns(is, was))
            : TableTraits.hasVirtualColumn(is);
    return counted ? Cost.COPY : rebuild(is);
  }

  private static List<String> virtualColumns(Table table, Table other) {
    return table.columns().stream()
        .filter(TableCost::isVirtual)
        .map(Column::name)
        .filter(name -> other.column(name).filter(TableCost::isVirtual).isPresent())
        .toList();
  }

  /**
   * {@code RENAME COLUMN}.
   *
   * @param referenced whether a foreign key refers to the column
   */
  Cost renameColumn(Table table, boolean referenced) {
    if (capabilities.provesLabelsAnew() && TableTraits.hasCheckOfLabels(table)) {
      return Cost.COPY;
    }
    boolean instant = capabilities.instantRename() && !referenced;
    return instant || !TableTraits.isInnoDb(table) ? Cost.INSTANT : Cost.METADATA;
  }

  Cost addIndex(Table table, Index index) {
    if (!TableTraits.isInnoDb(table)) {
      return Cost.COPY;
    }
    if (index.method().equals("fulltext")) {
      return TableTraits.hasFulltext(table) ? Cost.BUILD_SHARED : Cost.REBUILD_SHARED;
    }
    if (isFunctional(index.parts())) {
      return index.unique() ? Cost.COPY : Cost.BUILD_SHARED;
    }
    return index.method().equals("spatial") ? Cost.BUILD_SHARED : Cost.BUILD;
  }

  Cost addUnique(Table table, List<KeyPart> parts) {
    return isFunctional(parts) || !TableTraits.isInnoDb(table) ? Cost.COPY : Cost.BUILD;
  }

  Cost dropIndex(Table table) {
    return TableTraits.isInnoDb(table) ? Cost.METADATA : Cost.COPY;
  }

  /**
   * A unique functional index cannot be dropped in place, nor one that the server takes for the
   * primary key where a table has none (error 1846, measured).
   */
  Cost dropKey(Table table, boolean unique, List<KeyPart> parts) {
    boolean promoted =
        table.primaryKey().isEmpty() && parts.stream().allMatch(p -> isNeverNull(table, p));
    return unique && (isFunctional(parts) || promoted) ? Cost.COPY : dropIndex(table);
  }

  private static boolean isNeverNull(Table table, KeyPart part) {
    return part.prefixLength().isEmpty()
        && part.columnName().flatMap(table::column).filter(c -> !c.nullable()).isPresent();
  }

  /** A change that needs the whole table written anew. */
  Cost rebuild(Table table) {
    if (!TableTraits.isInnoDb(table) || TableTraits.hasFulltext(table)) {
      return Cost.COPY;
    }
    return TableTraits.hasSpatial(table) ? Cost.REBUILD_SHARED : Cost.REBUILD;
  }

  static boolean isFunctional(List<KeyPart> parts) {
    return parts.stream().anyMatch(p -> p.columnName().isEmpty());
  }

  static boolean isVirtual(Column column) {
    return column.generated().filter(g -> g.storage() == Generated.Storage.VIRTUAL).isPresent();
  }

  private static boolean isVirtual(Table table, KeyPart part) {
    return part.columnName().flatMap(table::column).filter(TableCost::isVirtual).isPresent()
        || part.columnName().isEmpty();
  }
}
