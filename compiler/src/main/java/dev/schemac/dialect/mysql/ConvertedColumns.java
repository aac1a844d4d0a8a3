package dev.schemac.dialect.mysql;

import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.Evolution;
import dev.schemac.model.Expression;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Columns of a copy whose values words say: triggers compute them, of the row alone and in both
 * directions, and no key is over them.
 */
final class ConvertedColumns {
  private final Situation s;
  private final QName table;

  ConvertedColumns(Situation s, QName table) {
    this.s = s;
    this.table = table;
  }

  /** Whether the copy can make what the change needs beyond another definition. */
  boolean canMake(Change change) {
    return switch (change) {
      case Change.ModifyColumn modify -> isRegular(modify) && canConvert(modify);
      case Change.AddColumn(var ignored, var column, var words) ->
          AddColumn.refusal(s, column).isEmpty()
              && words.flatMap(ConvertedColumns::value).stream().allMatch(this::isOfOldRow);
      case Change ignored -> false;
    };
  }

  /** Whether words say which value becomes which. */
  static boolean isConverted(Change.ModifyColumn modify) {
    return modify.conversion().flatMap(ConvertedColumns::value).isPresent()
        || !modify.values().isEmpty();
  }

  /** What words say that a column holds. */
  static Optional<Expression> value(Evolution.Conversion words) {
    return words.using().or(words::backfill);
  }

  private boolean isRegular(Change.ModifyColumn modify) {
    return AddColumn.refusal(s, modify.after()).isEmpty() && !SpatialKeys.areInTheWay(s, modify);
  }

  private boolean canConvert(Change.ModifyColumn modify) {
    return !isConverted(modify)
        || BothColumnsEligibility.isWritable(modify)
            && (s.renamedColumns(table).isEmpty()
                || modify.conversion().flatMap(ConvertedColumns::value).isEmpty())
            && Stream.of(modify.before(), modify.after()).allMatch(ConvertedColumns::isPlain)
            && !isKey(modify.after().name());
  }

  private boolean isOfOldRow(Expression value) {
    return !ColumnUse.holdsText(value)
        && s.renamedColumns(table).isEmpty()
        && ColumnUse.columns(value).stream().allMatch(c -> s.was(table).column(c).isPresent());
  }

  private static boolean isPlain(Column column) {
    return column.identity().isEmpty()
        && column.generated().isEmpty()
        && !FitGuards.isVector(column);
  }

  private boolean isKey(String column) {
    return isKey(s.was(table), column)
        || isKey(s.is(table), column)
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
}
