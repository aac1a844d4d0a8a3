package dev.schemac.dialect.mysql;

import dev.schemac.ddl.TableAction;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.DataType;
import dev.schemac.model.Generated;
import dev.schemac.model.Index;
import dev.schemac.model.KeyPart;
import dev.schemac.model.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What adding, dropping and renaming a table's parts costs, by table and server version. */
final class TableCost {
  private static final Set<String> TESTED_ANEW =
      Set.of(
          "date",
          "time",
          "datetime",
          "timestamp",
          "tinytext",
          "mediumtext",
          "longtext",
          "tinyblob",
          "mediumblob",
          "longblob");

  private final Capabilities capabilities;

  TableCost(Capabilities capabilities) {
    this.capabilities = capabilities;
  }

  /** {@code ADD COLUMN} at the end. */
  Cost addColumn(Table table, Column column) {
    boolean virtual = isVirtual(column);
    boolean copied =
        Defaults.isExpression(column)
            || column.generated().isPresent() && (!virtual || isPartitioned(table));
    if (copied || !TableTraits.isInnoDb(table)) {
      return Cost.COPY;
    }
    // The hidden document id of a FULLTEXT index takes INSTANT and INPLACE away.
    if (TableTraits.hasFulltext(table) && !virtual) {
      return rebuild(table);
    }
    if (isMissingInRows(column) && !capabilities.isMariaDb()) {
      return rebuild(table);
    }
    if (column.identity().isPresent()) {
      return Cost.REBUILD_SHARED; // the server counts the rows
    }
    if (capabilities.isMariaDb() && !virtual && hasIndexedVirtual(table)) {
      return Cost.REBUILD_SHARED;
    }
    return TableTraits.isCompressed(table) && !virtual ? rebuild(table) : Cost.INSTANT;
  }

  /**
   * A shape or a date that rows must have and that no row has: not INSTANT (error 1845, measured).
   */
  private static boolean isMissingInRows(Column column) {
    return !column.nullable()
        && column.defaultValue().isEmpty()
        && column.generated().isEmpty()
        && column.type() instanceof DataType.Builtin type
        && AddColumn.NO_ZERO.contains(type.name());
  }

  /** {@code ADD COLUMN} somewhere: INSTANT in the middle of a table from 8.0.29 on alone. */
  Cost addColumn(Table table, Column column, Optional<String> after) {
    Cost cost = addColumn(table, column).or(pushing(table, column, after));
    boolean inTheMiddle =
        !isVirtual(column)
            && after.filter(a -> !table.columns().getLast().name().equals(a)).isPresent();
    return inTheMiddle && !capabilities.instantAnywhere() ? cost.or(rebuild(table)) : cost;
  }

  /**
   * What it costs that virtual columns stand behind a new column: where their number within the
   * table changes, the server copies (error 1846, measured). A functional key has one of its own,
   * behind all others.
   */
  Cost pushing(Table table, Column column, Optional<String> after) {
    boolean counted = isVirtual(column) || after.isPresent() && !isFreelyPushed();
    boolean pushed =
        hasFunctionalKey(table)
            || after.filter(a -> isBehind(table, a, column, TableCost::isVirtual)).isPresent();
    return counted && pushed || isCopied(table, column, after) ? Cost.COPY : Cost.INSTANT;
  }

  /** A virtual column among partitions, or in front of the one that counts (measured). */
  private static boolean isCopied(Table table, Column column, Optional<String> after) {
    return isVirtual(column)
        && (isPartitioned(table)
            || after
                .filter(a -> isBehind(table, a, column, c -> c.identity().isPresent()))
                .isPresent());
  }

  /** A place behind the last column is one in front of a functional key's hidden column. */
  Cost pushingHidden(Table table) {
    return hasFunctionalKey(table) && !isFreelyPushed() ? Cost.COPY : Cost.INSTANT;
  }

  /** Whether columns go and come in front of virtual ones at no cost: on MariaDB never. */
  private boolean isFreelyPushed() {
    return capabilities.instantAnywhere() && !capabilities.isMariaDb();
  }

  Cost dropColumn(Table table, Column column) {
    if (!TableTraits.isInnoDb(table) || isVirtual(column) && isPartitioned(table)) {
      return Cost.COPY;
    }
    boolean behind =
        hasFunctionalKey(table) || isBehind(table, column.name(), column, TableCost::isVirtual);
    if (isVirtual(column)) {
      return behind ? Cost.METADATA : Cost.INSTANT;
    }
    boolean rebuiltAnyway = TableTraits.hasFulltext(table) || TableTraits.isCompressed(table);
    if (behind && rebuiltAnyway && capabilities.isMariaDb()) {
      return Cost.COPY; // virtual columns get other numbers at once alone
    }
    if (TableTraits.hasFulltext(table)) {
      return rebuild(table);
    }
    if (behind && !isFreelyPushed() && !(capabilities.isMariaDb() && !hasIndexedVirtual(table))) {
      return Cost.COPY;
    }
    if (hasIndexedVirtual(table) && !isFreelyPushed()) {
      return capabilities.isMariaDb() ? Cost.REBUILD_SHARED : Cost.COPY;
    }
    boolean rebuilt = TableTraits.isCompressed(table) || !capabilities.instantAnywhere();
    return rebuilt ? rebuild(table) : Cost.INSTANT;
  }

  private static boolean hasIndexedVirtual(Table table) {
    return table.indexes().stream()
        .flatMap(i -> i.parts().stream())
        .anyMatch(p -> isVirtual(table, p));
  }

  private static boolean hasFunctionalKey(Table table) {
    return table.indexes().stream().anyMatch(i -> isFunctional(i.parts()));
  }

  /**
   * The hidden columns of functional keys stand in the order of the keys' names, whatever their
   * case: one that comes in front of another is no work in place (error 1846, measured on 9.7).
   */
  private boolean isPushing(Table table, String index) {
    return isFreelyPushed()
        && table.indexes().stream()
            .anyMatch(i -> isFunctional(i.parts()) && index.compareToIgnoreCase(i.name()) < 0);
  }

  /** Whether a virtual column stands behind the column. */
  static boolean standsBeforeVirtual(Table table, String column) {
    return table
        .column(column)
        .filter(c -> isBehind(table, column, c, TableCost::isVirtual))
        .isPresent();
  }

  private static boolean isBehind(
      Table table, String after, Column itself, Predicate<Column> kind) {
    boolean behind = after.equals(TableAction.FIRST);
    for (Column column : table.columns()) {
      if (behind && kind.test(column) && !column.name().equals(itself.name())) {
        return true;
      }
      behind = behind || column.name().equals(after);
    }
    return false;
  }

  /**
   * What it costs to add a column while others have yet to take their places, virtual ones among
   * them, which may stand behind it then.
   */
  Cost beforeMoves(Table was, Table is, Optional<String> after) {
    boolean counted =
        after.isPresent()
            && !isFreelyPushed()
            && (TableTraits.hasVirtualColumn(was) || TableTraits.hasVirtualColumn(is));
    return counted && !common(was, is).equals(common(is, was)) ? Cost.COPY : Cost.INSTANT;
  }

  private static List<String> common(Table table, Table other) {
    return table.columns().stream()
        .map(Column::name)
        .filter(name -> other.column(name).isPresent())
        .toList();
  }

  /**
   * What it costs to define a column of the table anew, if only under another name: the server
   * copies where an enforced check reads a column of an enum, a set or a moment, whichever column
   * it is (error 1845, measured).
   */
  Cost redefine(Table table) {
    boolean checked =
        !capabilities.isMariaDb()
            && table.constraints().stream()
                .anyMatch(
                    c ->
                        c instanceof Constraint.Check check
                            && check.enforcement() != Constraint.Enforcement.NOT_ENFORCED
                            && readsTestedAnew(table, check));
    return checked ? Cost.COPY : Cost.INSTANT;
  }

  private static boolean readsTestedAnew(Table table, Constraint.Check check) {
    return ColumnUse.columns(check.condition()).stream()
        .flatMap(name -> table.column(name).stream())
        .map(Column::type)
        .anyMatch(
            type ->
                type instanceof DataType.InlineEnum
                    || type instanceof DataType.InlineSet
                    || type instanceof DataType.Builtin builtin
                        && TESTED_ANEW.contains(builtin.name()));
  }

  /** Columns of a table that take other places. */
  Cost move(Table was, Table is) {
    if (capabilities.isMariaDb()) {
      return moveOnMariaDb(was, is);
    }
    if (capabilities.provesLabelsAnew() && TableTraits.hasCheckOfLabels(is)) {
      return Cost.COPY;
    }
    boolean counted =
        isFreelyPushed()
            ? !virtualColumns(was, is).equals(virtualColumns(is, was))
            : TableTraits.hasVirtualColumn(is);
    return counted ? Cost.COPY : rebuild(is).or(redefine(is));
  }

  /** INSTANT unless a virtual column has another number by then (measured on 10.11 and 11.8). */
  private Cost moveOnMariaDb(Table was, Table is) {
    boolean uuid =
        !capabilities.redefinesUuid() && is.columns().stream().anyMatch(ColumnCost::isUuid);
    boolean others = !was.columns().stream().map(Column::name).toList().containsAll(names(is));
    boolean counted =
        (TableTraits.hasVirtualColumn(is) || TableTraits.hasVirtualColumn(was))
            && (others || was.columns().size() != is.columns().size() || !sameNumbers(was, is));
    if (uuid || counted || !TableTraits.isInnoDb(is)) {
      return Cost.COPY;
    }
    boolean written =
        TableTraits.hasFulltext(is) || hasIndexedVirtual(is) || TableTraits.isCompressed(is);
    return written ? rebuild(is) : Cost.INSTANT;
  }

  private static List<String> names(Table table) {
    return table.columns().stream().map(Column::name).toList();
  }

  private static boolean sameNumbers(Table was, Table is) {
    return is.columns().stream()
        .filter(TableCost::isVirtual)
        .allMatch(c -> names(was).indexOf(c.name()) == names(is).indexOf(c.name()));
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
    boolean free = instant || !TableTraits.isInnoDb(table);
    return (free ? Cost.INSTANT : Cost.METADATA).or(redefine(table));
  }

  Cost addIndex(Table table, Index index) {
    if (!TableTraits.isInnoDb(table)) {
      return Cost.COPY;
    }
    if (index.method().equals("fulltext")) {
      return TableTraits.hasFulltext(table) ? Cost.BUILD_SHARED : Cost.REBUILD_SHARED;
    }
    if (isFunctional(index.parts())) {
      boolean copied = index.unique() || isPushing(table, index.name()) || isPartitioned(table);
      return copied ? Cost.COPY : Cost.BUILD_SHARED;
    }
    if (index.unique() && isPromoted(table, index.parts())) {
      return rebuild(table);
    }
    return index.method().equals("spatial") ? Cost.BUILD_SHARED : Cost.BUILD;
  }

  Cost addUnique(Table table, List<KeyPart> parts) {
    if (TableTraits.isInnoDb(table) && isPromoted(table, parts)) {
      return rebuild(table);
    }
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
    boolean hidden = isFunctional(parts) && (unique || isPartitioned(table));
    return hidden || unique && isPromoted(table, parts) ? Cost.COPY : dropIndex(table);
  }

  /** InnoDB takes a unique key for the primary key where there is none: rows go with it. */
  private static boolean isPromoted(Table table, List<KeyPart> parts) {
    return table.primaryKey().isEmpty() && parts.stream().allMatch(p -> isNeverNull(table, p));
  }

  /** What it costs that a unique key stops serving as the primary one with one of its columns. */
  Cost promotion(Table table, Column before) {
    boolean served =
        !before.nullable()
            && Stream.concat(
                    table.indexes().stream().filter(Index::unique).map(Index::parts),
                    table.constraints().stream()
                        .filter(Constraint.Unique.class::isInstance)
                        .map(c -> ((Constraint.Unique) c).parts()))
                .anyMatch(
                    parts -> Interference.names(parts, before.name()) && isPromoted(table, parts));
    return served ? Cost.COPY : Cost.INSTANT;
  }

  private static boolean isNeverNull(Table table, KeyPart part) {
    return part.prefixLength().isEmpty()
        && part.columnName().flatMap(table::column).filter(c -> !c.nullable()).isPresent();
  }

  /** A change that needs the whole table written anew. */
  Cost rebuild(Table table) {
    boolean fulltext = TableTraits.hasFulltext(table);
    if (!TableTraits.isInnoDb(table) || fulltext && !capabilities.isMariaDb()) {
      return Cost.COPY;
    }
    boolean virtual = capabilities.isMariaDb() && hasIndexedVirtual(table);
    return TableTraits.hasSpatial(table) || fulltext || virtual
        ? Cost.REBUILD_SHARED
        : Cost.REBUILD;
  }

  /** Rows that are parted by the key without saying so go elsewhere (error 1845, measured). */
  Cost changePrimaryKey(Table table) {
    return TableTraits.isPartedByKey(table) ? Cost.COPY : rebuild(table);
  }

  /** A column that may be NULL no longer, or may from now on. */
  Cost changeNullability(Table table, boolean nullable) {
    boolean computed =
        capabilities.isMariaDb()
            && (hasIndexedVirtual(table) || table.columns().stream().anyMatch(TableCost::isStored));
    return computed && !nullable ? Cost.COPY : rebuild(table);
  }

  private static boolean isStored(Column column) {
    return column.generated().isPresent() && !isVirtual(column);
  }

  /** Virtual columns, hidden ones too, come and go there by a copy (error 1846, measured). */
  private static boolean isPartitioned(Table table) {
    return table.partitioning().isPresent();
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
