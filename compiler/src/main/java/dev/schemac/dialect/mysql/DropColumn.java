package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.DataType;
import dev.schemac.model.Evolution;
import dev.schemac.model.Expression;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import dev.schemac.plan.Guard;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.Phase;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A column goes, behind every index, constraint and generated column that used it: the server would
 * take it out of composite keys without a word.
 */
final class DropColumn {
  private static final Set<String> DATES = Set.of("date", "datetime");

  private DropColumn() {}

  static Lowered lower(Situation s, Change.DropColumn drop) {
    Step step = draft(s, drop).step();
    List<Step> steps = List.of(step);
    return new Lowered(
        steps, s.online() ? BlockingSteps.warnings(s, steps, drop.table()) : List.of(), List.of());
  }

  private static Draft draft(Situation s, Change.DropColumn drop) {
    QName table = drop.table();
    Column column = drop.column();
    TableCost costs = new TableCost(s.capabilities());
    Cost cost = costs.dropColumn(s.was(table), column).or(costs.dropColumn(later(s, drop), column));
    boolean whenNull =
        drop.retirement()
            .filter(r -> r.condition() == Evolution.Retirement.Condition.WHEN_NULL)
            .isPresent();
    boolean computed = column.generated().isPresent();
    Draft draft =
        Draft.of(
                "DropColumn",
                String.join(" ", "drop column", column.name(), "of", table.toString()))
            .phase(Phase.CONTRACT)
            .alter(table, cost, new TableAction.DropColumn(column.name()))
            .releases(oldNames(s, table, column))
            .releases(read(s, table, column))
            .undo(
                new Undo.Statements(
                    back(s, table, OldNames.column(s, table, column)),
                    whenNull || computed ? Optional.empty() : Optional.of(lost(s, table, column))));
    return whenNull ? draft.guard(allNull(table, column)) : draft;
  }

  /** The table after the deploy, which has the column still. */
  private static Table later(Situation s, Change.DropColumn drop) {
    Table is = s.is(drop.table());
    List<Column> columns = new ArrayList<>(is.columns());
    int place = 0;
    for (Column each : s.was(drop.table()).columns()) {
      if (each.name().equals(drop.column().name())) {
        break;
      }
      boolean stays = ReorderTable.staysInPlace(s, is.name(), each.name());
      place = stays ? names(is).indexOf(each.name()) + 1 : place;
    }
    columns.add(place, drop.column());
    return is.withColumns(columns);
  }

  private static List<String> names(Table table) {
    return table.columns().stream().map(Column::name).toList();
  }

  static Guard allNull(QName table, Column column) {
    Expression value = Conditions.column(column.name());
    return Conditions.noRow(
        "all-null",
        column.name().concat(" holds values"),
        table,
        Conditions.not(Conditions.isNull(value)));
  }

  /**
   * A column that is computed, starts so or is checked goes before what it reads does or changes.
   */
  private static List<ObjectPath> read(Situation s, QName table, Column column) {
    Set<String> named = new HashSet<>();
    column.defaultValue().map(ColumnUse::columns).ifPresent(named::addAll);
    Optional.ofNullable(column.options().get("check"))
        .map(check -> ColumnUse.columns(new Expression.Sql(check)))
        .ifPresent(named::addAll);
    return s.was(table).columns().stream()
        .filter(c -> !c.name().equals(column.name()))
        .filter(c -> Interference.reads(column, c.name()) || named.contains(c.name()))
        .map(c -> Paths.column(table, c.name()))
        .filter(s::changes)
        .toList();
  }

  /** A generated column goes before what it reads is renamed. */
  private static List<ObjectPath> oldNames(Situation s, QName table, Column column) {
    return column
        .generated()
        .map(g -> OldNames.of(s, table, ColumnUse.columns(g.expression())))
        .orElse(List.of());
  }

  /** What is lost; a key, a check or a foreign key may not like the value that stands in. */
  private static String lost(Situation s, QName table, Column column) {
    String values = "the values of ".concat(column.name());
    return needsEmptyTable(s, table, column) ? values.concat("; needs an empty table") : values;
  }

  /** Whether a key, a check or a foreign key may not like the value that stands in. */
  static boolean needsEmptyTable(Situation s, QName table, Column column) {
    return !column.nullable()
        && (s.was(table).constraints().stream().anyMatch(c -> binds(c, column.name()))
            || s.was(table).indexes().stream()
                .anyMatch(i -> i.unique() && Interference.names(i.parts(), column.name())));
  }

  private static boolean binds(Constraint constraint, String column) {
    return switch (constraint) {
      case Constraint.PrimaryKey k -> Interference.names(k.parts(), column);
      case Constraint.Unique k -> Interference.names(k.parts(), column);
      case Constraint.Check k -> ColumnUse.columns(k.condition()).contains(column);
      case Constraint.ForeignKey k -> k.columns().contains(column);
      case Constraint.Exclusion ignored -> false;
    };
  }

  /** The column with its old definition, in two steps where rows could not take it at once. */
  static List<Statement> back(Situation s, QName table, Column column) {
    TableCost costs = new TableCost(s.capabilities());
    Column first = arriving(column);
    Optional<String> place = ColumnOrder.formerPlace(s, table, first);
    List<Statement> statements = new ArrayList<>();
    statements.add(
        new Statement.AlterTable(
            table,
            List.of(new TableAction.AddColumn(first, place)),
            costs
                .addColumn(s.was(table), first, place)
                .or(costs.addColumn(s.is(table), first, place))
                .mode()));
    settled(s, s.was(table), List.of(column)).ifPresent(statements::add);
    return statements;
  }

  /**
   * A column as it can be added where there are rows: one that is never empty and has no value by
   * itself, as a date, gets one to begin with. A default that is computed comes later, since the
   * server refuses to compute it for rows that are there (error 1674), as does that of a column
   * that may be empty, which no row had there.
   */
  static Column arriving(Column column) {
    if (column.generated().isPresent()) {
      return column;
    }
    boolean later = Defaults.isExpression(column) || column.nullable();
    Column plain = later ? column.withDefault(Optional.empty()) : column;
    boolean needsValue =
        !plain.nullable()
            && plain.defaultValue().isEmpty()
            && plain.type() instanceof DataType.Builtin type
            && DATES.contains(type.name());
    return needsValue
        ? plain.withDefault(Optional.of(new Expression.StringLiteral("1970-01-01")))
        : plain;
  }

  /** What gives columns that {@linkplain #arriving arrived} otherwise their own definition. */
  static Optional<Statement> settled(Situation s, Table table, List<Column> columns) {
    ColumnCost costs = new ColumnCost(s.capabilities());
    List<TableAction> actions = new ArrayList<>();
    Cost cost = Cost.INSTANT;
    for (Column column : columns) {
      if (!arriving(column).equals(column)) {
        if (column.defaultValue().isEmpty()) {
          actions.add(new TableAction.DropDefault(column.name()));
        } else {
          actions.add(AddColumn.modifying(column));
          cost = cost.or(costs.of(table, arriving(column), column));
        }
      }
    }
    return actions.isEmpty()
        ? Optional.empty()
        : Optional.of(new Statement.AlterTable(table.name(), actions, cost.mode()));
  }
}
