package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.DataType;
import dev.schemac.model.Evolution;
import dev.schemac.model.Expression;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A column appears. With a constant default, or nullable, that is instant and existing rows have
 * it. With an expression as default, or values that existing rows get, it comes nullable, is
 * filled, and takes on its final definition in place.
 */
final class AddColumn {
  /** Without a default existing rows would get no valid value (errors 1292 and 1138). */
  static final Set<String> NO_ZERO =
      Set.of(
          "date",
          "datetime",
          "geometry",
          "point",
          "linestring",
          "polygon",
          "multipoint",
          "multilinestring",
          "multipolygon",
          "geomcollection",
          "geometrycollection");

  private AddColumn() {}

  static Lowered lower(Situation s, Change.AddColumn add) {
    Optional<Lowered> refusal = refusal(s, add.column());
    if (refusal.isPresent()) {
      return refusal.get();
    }
    List<Step> steps = steps(s, add.table(), add.column(), add.conversion());
    return new Lowered(
        steps, s.online() ? BlockingSteps.warnings(s, steps, add.table()) : List.of(), List.of());
  }

  /** What of a column the server cannot keep. */
  static Optional<Lowered> refusal(Situation s, Column column) {
    boolean hidden = ColumnSql.isInvisible(column) && !s.capabilities().invisibleColumns();
    return hidden
        ? Optional.of(Refusals.notOnMySql("invisible columns before 8.0.23"))
        : Optional.empty();
  }

  private static List<Step> steps(
      Situation s, QName table, Column column, Optional<Evolution.Conversion> conversion) {
    Optional<Expression> fill =
        conversion
            .flatMap(Evolution.Conversion::backfill)
            .or(() -> Defaults.isExpression(column) ? column.defaultValue() : Optional.empty());
    if (column.identity().isPresent()) {
      return AddCounterColumn.steps(s, table, column);
    }
    if (fill.isPresent() && column.generated().isEmpty()) {
      return filled(s, table, column, fill.get());
    }
    Draft plain = plain(s, table, column);
    boolean fails =
        !column.nullable()
            && column.defaultValue().isEmpty()
            && column.generated().isEmpty()
            && column.type() instanceof DataType.Builtin type
            && NO_ZERO.contains(type.name());
    return List.of((fails ? plain.guard(Conditions.empty(table)) : plain).step());
  }

  /** One ADD COLUMN, where the column stands in the newer table. */
  static Draft plain(Situation s, QName table, Column column) {
    TableCost costs = new TableCost(s.capabilities());
    ColumnOrder.Place place = ColumnOrder.place(s, table, column.name());
    return Draft.of(
            "AddColumn", String.join(" ", "add column", column.name(), "to", table.toString()))
        .alter(
            table,
            costs
                .addColumn(
                    s.is(table), column, place.after().filter(a -> !isBehindAll(s, table, column)))
                .or(costs.addColumn(s.was(table), column))
                .or(costs.beforeMoves(s.was(table), s.is(table), place.after()))
                .or(costs.pushing(s.was(table), column, place.after())),
            new TableAction.AddColumn(column, place.after()))
        .provides(List.of(Paths.place(table, column.name())))
        .requires(place.requires())
        .requires(AlterTableOptions.inherited(s, table, column))
        .undo(
            dev.schemac.plan.Undo.losing(
                "values written to ".concat(column.name()),
                new Statement.AlterTable(
                    table,
                    List.of(new TableAction.DropColumn(column.name())),
                    costs.dropColumn(s.is(table), column).mode())));
  }

  /** Whether no column of the older table is behind it. */
  private static boolean isBehindAll(Situation s, QName table, Column column) {
    List<String> names = s.is(table).columns().stream().map(Column::name).toList();
    int at = names.indexOf(column.name());
    return s.was(table).columns().stream()
        .allMatch(c -> names.contains(c.name()) && names.indexOf(c.name()) < at);
  }

  private static List<Step> filled(Situation s, QName table, Column column, Expression fill) {
    Column open = open(column);
    List<Step> steps = new ArrayList<>();
    steps.add(plain(s, table, open).step());
    Expression current = Conditions.column(column.name());
    steps.add(
        RowUpdate.draft(
                s,
                Draft.of("AddColumnByBackfill", "fill ".concat(column.name())),
                table,
                List.of(new Statement.Assignment(column.name(), fill)),
                Optional.of(Conditions.isNull(current)),
                List.of(fill))
            .undo(new dev.schemac.plan.Undo.Nothing("the column goes"))
            .step());
    if (!open.equals(column)) {
      steps.add(finished(s, table, open, column));
    }
    return steps;
  }

  private static Step finished(Situation s, QName table, Column open, Column column) {
    Table is = s.is(table);
    Table was = s.was(table);
    ColumnCost costs = new ColumnCost(s.capabilities());
    Cost engine = TableTraits.isInnoDb(was) ? Cost.INSTANT : Cost.COPY;
    Draft draft =
        Draft.of("AddColumnByBackfill", "complete column ".concat(column.name()))
            .alter(
                table,
                costs.of(is, open, column).or(costs.of(was, open, column)).or(engine),
                modifying(column))
            .undoBy(
                table,
                costs.of(is, column, open).or(costs.of(was, column, open)).or(engine),
                modifying(open));
    return (column.nullable() ? draft : draft.guard(Conditions.noNulls(table, column.name())))
        .step();
  }

  /** The column as it comes: nullable, nothing computed. */
  private static Column open(Column column) {
    Column nullable = column.withNullable(true);
    return Defaults.isExpression(column) ? nullable.withDefault(Optional.empty()) : nullable;
  }

  static TableAction adding(Column column) {
    return new TableAction.AddColumn(column, Optional.empty());
  }

  static TableAction modifying(Column column) {
    return new TableAction.ModifyColumn(column.name(), column, Optional.empty());
  }
}
