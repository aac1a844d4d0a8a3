package dev.schemac.dialect.mysql;

import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.DataType;
import dev.schemac.model.Evolution;
import dev.schemac.model.KeyPart;
import dev.schemac.model.QName;
import dev.schemac.plan.Guard;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What must hold before one statement makes several changes. A condition over a column that is new
 * or has another name by then cannot be asked before; the server itself stops there.
 */
final class AtOnceGuards {
  private final Situation s;
  private final AtOnce all;
  private final QName table;
  private final Optional<CopiedValues> values;
  private final List<Guard> guards = new ArrayList<>();
  private final List<Guard> converted = new ArrayList<>();

  AtOnceGuards(Situation s, AtOnce all) {
    this(s, all, Optional.empty());
  }

  /**
   * Guards.
   *
   * @param values what the columns' new names mean in the table as it stands, where that is known
   */
  AtOnceGuards(Situation s, AtOnce all, Optional<CopiedValues> values) {
    this.s = s;
    this.all = all;
    this.values = values;
    this.table = all.is().name();
  }

  List<Guard> guards() {
    all.changes().forEach(this::of);
    Stream<Guard> asked = guards.stream().map(g -> values.map(v -> v.asked(g)).orElse(g));
    return Stream.concat(asked, converted.stream()).distinct().toList();
  }

  private void of(Change change) {
    if (change instanceof Change.AddColumn add) {
      Optional<Guard> filled = values.flatMap(v -> v.fills(add));
      filled.ifPresent(converted::add);
      if (filled.isEmpty() && needsEmptyTable(add.column())) {
        guards.add(Conditions.empty(table));
      }
    } else if (change instanceof Change.DropColumn(var ignored, var column, var word)) {
      boolean whenNull =
          word.filter(r -> r.condition() == Evolution.Retirement.Condition.WHEN_NULL).isPresent();
      if (whenNull) {
        guards.add(DropColumn.allNull(table, column));
      }
    } else if (change instanceof Change.ModifyColumn modify) {
      column(modify);
    } else if (change instanceof Change.AddConstraint(var ignored, var constraint)) {
      constraint(constraint);
    } else if (change instanceof Change.ModifyConstraint(var ignored, var old, var constraint)) {
      constraint(constraint);
    } else if (change instanceof Change.AddIndex(var ignored, var index) && index.unique()) {
      unique(index.name(), index.parts());
    } else if (change instanceof Change.ModifyIndex(var ignored, var old, var index)
        && index.unique()) {
      unique(index.name(), index.parts());
    }
  }

  private boolean needsEmptyTable(Column column) {
    return !column.nullable()
        && column.defaultValue().isEmpty()
        && column.generated().isEmpty()
        && column.type() instanceof DataType.Builtin type
        && AddColumn.NO_ZERO.contains(type.name());
  }

  private void column(Change.ModifyColumn modify) {
    if (values.isPresent() && ConvertedColumns.isConverted(modify)) {
      converted.add(values.get().fits(s, modify));
      return;
    }
    if (NoCast.stops(s, modify)) {
      guards.add(DropColumn.allNull(table, modify.before()));
    }
    if (isThere(List.of(modify.after().name())) && !all.remade().contains(modify.after().name())) {
      guards.addAll(FitGuards.of(s, table, modify.before(), modify.after()));
      List<String> lost = RemapValues.lostLabels(modify);
      if (!lost.isEmpty()) {
        String name = modify.after().name();
        guards.add(
            Conditions.noRow(
                "value-unused",
                name.concat(" holds a value that goes"),
                table,
                Conditions.labels(Conditions.column(name), lost)));
      }
      if (modify.before().nullable() && !modify.after().nullable()) {
        guards.add(Conditions.noNulls(table, modify.after().name()));
      }
    }
  }

  private void constraint(Constraint constraint) {
    switch (constraint) {
      case Constraint.PrimaryKey key -> {
        unique("the primary key", key.parts());
        for (KeyPart part : key.parts()) {
          part.columnName()
              .filter(c -> isThere(List.of(c)))
              .ifPresent(c -> guards.add(Conditions.noNulls(table, c)));
        }
      }
      case Constraint.Unique key -> unique(key.name(), key.parts());
      case Constraint.Check check -> {
        if (check.enforcement() == Constraint.Enforcement.ENFORCED
            && isThere(ColumnUse.columns(check.condition()))
            && values.stream().allMatch(v -> v.canBeAsked(check.condition()))
            && compares(ColumnUse.columns(check.condition()))) {
          guards.add(Conditions.holds(table, check));
        }
      }
      case Constraint.ForeignKey ignored -> {}
      case Constraint.Exclusion ignored -> {}
    }
  }

  private void unique(String name, List<KeyPart> parts) {
    if (isThere(ColumnUse.ofKey(parts))
        && parts.stream().allMatch(p -> values.stream().allMatch(v -> v.canBeAsked(p.expression())))
        && Conditions.areCountable(parts)) {
      guards.add(Conditions.noDuplicates(table, name, parts));
    }
  }

  /**
   * Whether the columns can be compared by their old types: not a shape with one that becomes a
   * shape. The server then proves the rows alone.
   */
  private boolean compares(Set<String> columns) {
    List<Column> were = columns.stream().map(c -> all.was().column(c).orElseThrow()).toList();
    boolean keepTypes =
        were.stream()
            .allMatch(
                c ->
                    all.is()
                        .column(c.name())
                        .map(Column::type)
                        .filter(c.type()::equals)
                        .isPresent());
    return keepTypes || were.stream().noneMatch(NoCast::isShape);
  }

  /** Whether the columns can be asked for, under these names and with the values that they keep. */
  private boolean isThere(Collection<String> columns) {
    return columns.stream()
        .allMatch(
            c ->
                all.was().column(c).isPresent()
                    && (values.isPresent() || !all.isRenamed(c))
                    && !all.remade().contains(c));
  }
}
