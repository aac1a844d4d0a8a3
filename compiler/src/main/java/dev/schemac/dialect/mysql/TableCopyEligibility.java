package dev.schemac.dialect.mysql;

import dev.schemac.diagnostic.Code;
import dev.schemac.diff.Change;
import dev.schemac.model.Constraint;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import java.util.Optional;

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

  /** What keeps a table from being copied; nothing where it can be. */
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
    if (RowKey.of(s, table).isEmpty()) {
      return Optional.of("keeps no primary or unique key");
    }
    CopiedTriggers triggers = CopiedTriggers.of(s, table);
    if (!triggers.areKnown()) {
      return Optional.of("has triggers that cannot be taken apart");
    }
    if (!triggers.isEmpty() && changesDatabase()) {
      return Optional.of("has triggers that are made anew with their database");
    }
    if (!keepsCascades()) {
      return Optional.of("has cascades that change or lead to itself");
    }
    if (AlterPartitions.isIncremental(was, is) && !AlterPartitions.isNumbered(was, is)) {
      return Optional.of("gets or loses partitions");
    }
    return s.changesOf(table).stream()
        .filter(c -> !canRide(c))
        .map(c -> "has a change that needs steps of its own (".concat(said(c)).concat(")"))
        .findFirst();
  }

  private static String said(Change change) {
    return change.path().member().isEmpty() ? change.path().toString() : change.path().member();
  }

  private boolean changesDatabase() {
    return s.context().changes().stream().anyMatch(c -> c.path().kind() == ObjectKind.NAMESPACE);
  }

  private static boolean hasHistory(Table table) {
    return !TablePeriods.of(table).isEmpty() || table.options().containsKey(TablePeriods.HISTORY);
  }

  /**
   * A cascade happens to table and copy alike where both have the foreign key. One that lets go of
   * rows only in the copy has nothing to do there as long as the table's own refuses.
   */
  private boolean keepsCascades() {
    boolean kept =
        was.foreignKeys().stream()
            .filter(Cascades::writes)
            .allMatch(k -> is.foreignKeys().stream().anyMatch(n -> isSame(k, n)));
    return kept
        && is.foreignKeys().stream()
            .filter(Cascades::writes)
            .allMatch(
                n ->
                    !n.referencedTable().equals(table)
                        && was.foreignKeys().stream().anyMatch(k -> isSame(k, n) || refuses(k, n)));
  }

  private static boolean isSame(Constraint.ForeignKey key, Constraint.ForeignKey now) {
    return key.withName(now.name()).equals(now);
  }

  private static boolean refuses(Constraint.ForeignKey key, Constraint.ForeignKey now) {
    return !Cascades.writes(key)
        && key.referencedTable().equals(now.referencedTable())
        && key.columns().equals(now.columns())
        && key.referencedColumns().equals(now.referencedColumns());
  }

  private boolean canRide(Change change) {
    boolean trigger = change.path().kind() == ObjectKind.TRIGGER;
    if (trigger || TableCopies.isOwnForeignKey(change) || CopiedTable.isBefore(change)) {
      return true;
    }
    return AtOnce.isPart(change)
        && (!AtOnce.needsSteps(s, change) || new ConvertedColumns(s, table).canMake(change))
        && keepsValues(change)
        && isPossible(change);
  }

  private boolean keepsValues(Change change) {
    return switch (change) {
      case Change.DropColumn drop ->
          LateDrop.waits(s, drop) && is.column(drop.column().name()).isEmpty();
      case Change.AddColumn(var ignored, var column, var words) ->
          column.nullable()
              || column.defaultValue().isPresent()
              || column.generated().isPresent()
              || column.identity().isPresent()
              || words.flatMap(ConvertedColumns::value).isPresent();
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
