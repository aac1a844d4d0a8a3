package dev.schemac.dialect.mysql;

import dev.schemac.diagnostic.Code;
import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.DataType;
import dev.schemac.model.KeyPart;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a table can be changed in a copy that triggers keep equal: each row is found in the copy
 * by the primary key, each value goes there as it is, and nothing changes rows that no trigger
 * sees. The table keeps its name, those of its columns and the foreign keys of others to it.
 */
final class TableCopyEligibility {
  private final Situation s;
  private final QName table;
  private final Table was;
  private final Table is;

  private TableCopyEligibility(Situation s, QName table) {
    this.s = s;
    this.table = table;
    this.was = s.was(table);
    this.is = s.is(table);
  }

  static boolean isMet(Situation s, QName table) {
    return obstacle(s, table).isEmpty() && new TableCopyEligibility(s, table).canRide();
  }

  /** What of a table keeps it from being copied, whatever its changes are; often nothing. */
  static Optional<String> obstacle(Situation s, QName table) {
    boolean stays = s.tableBefore(table).isPresent() && s.after().table(table).isPresent();
    return stays ? new TableCopyEligibility(s, table).obstacle() : Optional.of("is new or goes");
  }

  private Optional<String> obstacle() {
    if (!TableTraits.isInnoDb(was) || !TableTraits.isInnoDb(is)) {
      return Optional.of("another engine keeps");
    }
    if (hasHistory(was) || hasHistory(is)) {
      return Optional.of("has periods or a history");
    }
    if (!keepsKey()) {
      return Optional.of("does not keep its primary key");
    }
    if (!CopiedTriggers.of(s, table).areKnown()) {
      return Optional.of("has triggers that cannot be taken apart");
    }
    if (!keepsCascades()) {
      return Optional.of("has cascades that change or lead to itself");
    }
    return Optional.empty();
  }

  private boolean canRide() {
    return !AlterPartitions.isIncremental(was, is)
        && s.changesOf(table).stream().allMatch(this::canRide);
  }

  private static boolean hasHistory(Table table) {
    return !TablePeriods.of(table).isEmpty() || table.options().containsKey(TablePeriods.HISTORY);
  }

  private boolean keepsKey() {
    Optional<List<Column>> before = key(was);
    Optional<List<Column>> now = key(is);
    return before.isPresent()
        && now.isPresent()
        && names(before.get()).equals(names(now.get()))
        && now.get().stream().allMatch(this::compares);
  }

  private static List<String> names(List<Column> columns) {
    return columns.stream().map(Column::name).toList();
  }

  private static Optional<List<Column>> key(Table table) {
    List<KeyPart> parts = table.primaryKey().map(Constraint.PrimaryKey::parts).orElse(List.of());
    List<Column> columns =
        parts.stream()
            .filter(p -> p.prefixLength().isEmpty())
            .flatMap(p -> p.columnName().flatMap(table::column).stream())
            .filter(c -> c.generated().isEmpty() && RowUpdate.isKeyType(c.type()))
            .toList();
    return columns.isEmpty() || columns.size() < parts.size()
        ? Optional.empty()
        : Optional.of(columns);
  }

  /** Texts compare by a collation, which has to stay the same. */
  private boolean compares(Column column) {
    boolean text = column.type() instanceof DataType.Builtin type && type.name().endsWith("char");
    return !text
        || TableTraits.sameCharset(was, is) && !s.changes(Paths.column(table, column.name()));
  }

  /** A cascade happens to table and copy alike where both have the foreign key. */
  private boolean keepsCascades() {
    return Stream.concat(was.foreignKeys().stream(), is.foreignKeys().stream())
        .filter(Cascades::writes)
        .allMatch(k -> !k.referencedTable().equals(table) && isIn(k, was) && isIn(k, is));
  }

  private static boolean isIn(Constraint.ForeignKey key, Table table) {
    return table.foreignKeys().stream().anyMatch(k -> k.withName(key.name()).equals(key));
  }

  private boolean canRide(Change change) {
    boolean trigger = change.path().kind() == ObjectKind.TRIGGER;
    if (trigger || TableCopies.isOwnForeignKey(change) || CopiedTable.isBefore(change)) {
      return true;
    }
    return AtOnce.isPart(change)
        && (!AtOnce.needsSteps(s, change) || isConverted(change))
        && keepsValues(change)
        && isPossible(change);
  }

  /** Words that say which value becomes which, of a column that no key is over. */
  private boolean isConverted(Change change) {
    return change instanceof Change.ModifyColumn modify
        && CopiedValues.isWorded(modify)
        && CopiedValues.areKnown(s, modify)
        && Stream.of(modify.before(), modify.after()).allMatch(TableCopyEligibility::isPlain)
        && AddColumn.refusal(s, modify.after()).isEmpty()
        && !SpatialKeys.areInTheWay(s, modify)
        && !isKey(modify.after().name());
  }

  private static boolean isPlain(Column column) {
    return column.identity().isEmpty()
        && column.generated().isEmpty()
        && !FitGuards.isVector(column);
  }

  private boolean isKey(String column) {
    return isKey(was, column)
        || isKey(is, column)
        || s.referringTo(table).stream()
            .anyMatch(r -> r.key().referencedColumns().contains(column));
  }

  private static boolean isKey(Table table, String column) {
    boolean indexed =
        table.indexes().stream().anyMatch(i -> i.unique() && Interference.names(i.parts(), column));
    return indexed
        || table.constraints().stream()
            .anyMatch(
                c ->
                    switch (c) {
                      case Constraint.PrimaryKey k -> Interference.names(k.parts(), column);
                      case Constraint.Unique k -> Interference.names(k.parts(), column);
                      case Constraint.ForeignKey k -> k.columns().contains(column);
                      case Constraint.Check ignored -> false;
                      case Constraint.Exclusion ignored -> true;
                    });
  }

  private boolean keepsValues(Change change) {
    return switch (change) {
      case Change.DropColumn drop ->
          LateDrop.waits(s, drop) && is.column(drop.column().name()).isEmpty();
      case Change.AddColumn(var ignored, var column, var words) ->
          column.nullable()
              || column.defaultValue().isPresent()
              || column.generated().isPresent()
              || column.identity().isPresent();
      case Change.ModifyColumn modify -> !NoCast.stops(s, modify);
      case Change ignored -> true;
    };
  }

  /** What is refused by itself is refused with its reason. */
  private boolean isPossible(Change change) {
    return MySqlPatterns.alone(s, change).diagnostics().stream()
        .allMatch(d -> !d.isError() || d.code() == Code.SC5002);
  }
}
