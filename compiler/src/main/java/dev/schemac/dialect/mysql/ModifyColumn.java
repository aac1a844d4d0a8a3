package dev.schemac.dialect.mysql;

import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.Evolution;
import dev.schemac.model.QName;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.Step;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Picks the pattern for a column that changes in anything but its name. */
final class ModifyColumn {
  private ModifyColumn() {}

  static Lowered lower(Situation s, Change.ModifyColumn modify) {
    Optional<Lowered> refusal =
        AddColumn.refusal(s, modify.after())
            .or(
                () ->
                    modify.after().identity().isPresent()
                        ? CheckLimits.refusal(s.is(modify.table()))
                        : Optional.empty());
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (GeneratedColumns.isRemade(modify)
        || GeneratedColumns.becomesGenerated(modify)
        || NoCast.stops(s, modify)) {
      return warned(s, modify.table(), GeneratedColumns.remade(s, modify));
    }
    if (BothColumnsEligibility.isMet(s, modify)) {
      return KeepBothColumns.lower(s, modify);
    }
    if (isConverted(modify)) {
      return ConvertColumnByCopyAndRename.lower(s, modify);
    }
    List<Step> steps =
        RemapValues.isNeeded(modify)
            ? RemapValues.steps(s, modify)
            : ModifyColumnInPlace.steps(s, modify);
    steps = SpatialKeys.around(s, modify, steps);
    if (needsForeignKeysGone(s, modify)) {
      steps =
          ForeignKeyDetour.aroundColumn(s, modify, modify.table(), modify.after().name(), steps);
    }
    return new Lowered(
        steps,
        java.util.stream.Stream.concat(
                ModifyColumnInPlace.notes(modify).stream(),
                warned(s, modify.table(), steps).diagnostics().stream())
            .toList(),
        List.of());
  }

  /** Whether the values are computed anew into a column of their own. */
  static boolean isConverted(Change.ModifyColumn modify) {
    boolean using = modify.conversion().flatMap(Evolution.Conversion::using).isPresent();
    boolean virtualToPlain =
        GeneratedColumns.becomesPlain(modify) && TableCost.isVirtual(modify.before());
    return using || virtualToPlain;
  }

  /** Whether another column takes the place of this one, so that what hangs on it has to go. */
  static boolean replaces(Situation s, Change.ModifyColumn modify) {
    return isConverted(modify)
        || GeneratedColumns.isRemade(modify)
        || GeneratedColumns.becomesGenerated(modify)
        || NoCast.stops(s, modify)
        || BothColumnsEligibility.isMet(s, modify);
  }

  /** The server refuses to change the type or the collation on one side of a foreign key. */
  static boolean needsForeignKeysGone(Situation s, Change.ModifyColumn modify) {
    Column before = modify.before();
    Column after = modify.after();
    boolean comparesOtherwise =
        !before.collation().equals(after.collation())
            || !Objects.equals(before.options().get("charset"), after.options().get("charset"));
    Cost type =
        new ColumnCost(s.capabilities())
            .of(s.was(modify.table()), before, before.withType(after.type()));
    return replaces(s, modify) || comparesOtherwise || type == Cost.COPY;
  }

  static Lowered warned(Situation s, QName table, List<Step> steps) {
    return new Lowered(
        steps, s.online() ? BlockingSteps.warnings(s, steps, table) : List.of(), List.of());
  }
}
