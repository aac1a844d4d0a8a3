package dev.schemac.dialect.mysql;

import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.Constraint.Action;
import dev.schemac.model.Evolution;
import dev.schemac.model.Index;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import java.util.Optional;
import java.util.Set;

/**
 * When a second column is the better way: the change would copy the table, and nothing hangs on the
 * column that two columns cannot share.
 */
final class BothColumnsEligibility {
  private final Situation s;
  private final Change.ModifyColumn modify;
  private final QName table;
  private final Table was;

  private BothColumnsEligibility(Situation s, Change.ModifyColumn modify) {
    this.s = s;
    this.modify = modify;
    this.table = modify.table();
    this.was = s.was(table);
  }

  static boolean isMet(Situation s, Change.ModifyColumn modify) {
    return s.online() && new BothColumnsEligibility(s, modify).isMet();
  }

  private boolean isMet() {
    return copies()
        && !RowUpdate.key(s, table).isEmpty()
        && s.renamedColumns(table).isEmpty()
        && TableTraits.isInnoDb(was)
        && !isConverted()
        && !isCounted(was, modify.before())
        && !isCounted(s.is(table), modify.after())
        && !TableTraits.hasFulltext(was)
        && isPlain(modify.before())
        && isPlain(modify.after())
        && isWritable(modify)
        && !hasKeyOrConstraint()
        && !sharesAnIndex();
  }

  private boolean copies() {
    boolean using = modify.conversion().flatMap(Evolution.Conversion::using).isPresent();
    return using
        || RemapValues.losesLabels(modify)
        || new ColumnCost(s.capabilities()).of(was, modify.before(), modify.after()) == Cost.COPY;
  }

  /** With its table, which keeps writers waiting for a copy anyway. */
  private boolean isConverted() {
    Table is = s.is(table);
    boolean divided = AlterPartitions.differ(was, is) && !AlterPartitions.isIncremental(was, is);
    boolean inherits = AlterTableOptions.inheritsCharset(modify.after());
    return divided || inherits && !TableTraits.sameCharset(was, is);
  }

  /** Virtual columns stand behind, whose places the server counts by a copy. */
  private boolean isCounted(Table beside, Column column) {
    TableCost costs = new TableCost(s.capabilities());
    return costs.dropColumn(beside, column) == Cost.COPY
        || costs.pushing(beside, column, Optional.of(column.name())) == Cost.COPY;
  }

  /** A vector is compared with nothing (error 1210). */
  private static boolean isPlain(Column column) {
    return !FitGuards.isVector(column)
        && column.identity().isEmpty()
        && column.generated().isEmpty()
        && !column.options().containsKey("check");
  }

  /** A trigger has to compute both directions, of the row alone. */
  static boolean isWritable(Change.ModifyColumn modify) {
    boolean text =
        modify
            .conversion()
            .flatMap(Evolution.Conversion::using)
            .filter(ColumnUse::holdsText)
            .isPresent();
    boolean set = modify.before().type() instanceof dev.schemac.model.DataType.InlineSet;
    boolean standsIn =
        modify.before().nullable() || BothColumnsValues.standIn(modify.before()).isPresent();
    return !text && !(set && !modify.values().isEmpty()) && standsIn;
  }

  /**
   * Keys cannot be doubled, nor foreign keys that write; a generated column reads one column alone.
   */
  private boolean hasKeyOrConstraint() {
    String column = modify.after().name();
    boolean key =
        was.constraints().stream()
            .anyMatch(
                c ->
                    switch (c) {
                      case Constraint.PrimaryKey k -> Interference.names(k.parts(), column);
                      case Constraint.Unique k -> Interference.names(k.parts(), column);
                      case Constraint.ForeignKey k -> k.columns().contains(column) && !makesRoom(k);
                      case Constraint.Check ignored -> false;
                      case Constraint.Exclusion ignored -> true;
                    });
    boolean referenced =
        s.referringTo(table).stream().anyMatch(r -> r.key().referencedColumns().contains(column));
    boolean read = was.columns().stream().anyMatch(c -> Interference.reads(c, column));
    return key || referenced || read;
  }

  /**
   * A foreign key that stays goes for the swap and comes back behind it, and the server's own index
   * for it behind all others. One that writes the column itself cannot: no trigger sees that.
   */
  private boolean makesRoom(Constraint.ForeignKey key) {
    Set<Action> harmless = Set.of(Action.NO_ACTION, Action.RESTRICT);
    boolean last = was.foreignKeys().getLast().equals(key);
    return (last || KeyCover.isServed(was, key))
        && harmless.contains(key.onUpdate())
        && (harmless.contains(key.onDelete()) || key.onDelete() == Action.CASCADE)
        && s.is(table)
            .constraint(key.name())
            .filter(Constraint.ForeignKey.class::isInstance)
            .isPresent()
        && !s.changes(Paths.constraint(table, key));
  }

  /**
   * An index over two columns that both change would have to be doubled twice, and one that gets
   * another name, or makes room for another, would stay with the old column.
   */
  private boolean sharesAnIndex() {
    for (Index index : was.indexes()) {
      if (Interference.names(index.parts(), modify.after().name())
          && s.changesOf(table).stream().anyMatch(c -> isOther(c, index) || renames(c, index))) {
        return true;
      }
    }
    return false;
  }

  private boolean renames(Change change, Index index) {
    boolean renamed =
        change instanceof Change.RenameIndex(var ignored, var before, var after)
            && before.name().equals(index.name());
    return renamed || KeptIndexes.absorber(s, table, index).isPresent();
  }

  private boolean isOther(Change change, Index index) {
    return change instanceof Change.ModifyColumn other
        && other != modify
        && Interference.names(index.parts(), other.after().name());
  }
}
