package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.Evolution;
import dev.schemac.model.Expression;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Values that are computed anew: a new column is filled from the row as it was, every row is found
 * to have a value, and one statement lets it take the old column's place. Indexes, keys, checks,
 * generated columns and foreign keys go before and come back behind.
 */
final class ConvertColumnByCopyAndRename {
  private static final String PATTERN = "ConvertColumnByCopyAndRename";

  private final Situation s;
  private final Change.ModifyColumn modify;
  private final QName table;
  private final Column after;
  private final Column copy;

  private ConvertColumnByCopyAndRename(Situation s, Change.ModifyColumn modify) {
    this.s = s;
    this.modify = modify;
    this.table = modify.table();
    this.after = modify.after();
    this.copy = copy(FreeName.of(s, table, after.name().concat("_new")), after);
  }

  static Lowered lower(Situation s, Change.ModifyColumn modify) {
    ConvertColumnByCopyAndRename convert = new ConvertColumnByCopyAndRename(s, modify);
    List<Step> steps =
        DependantDetour.around(s, modify, modify.table(), modify.after().name(), convert.steps());
    return ModifyColumn.warned(s, modify.table(), steps);
  }

  /** The column as it is filled: nullable and plain. */
  static Column copy(String name, Column column) {
    var options = new java.util.TreeMap<>(column.options());
    options.keySet().removeAll(Set.of("invisible", "check"));
    return new Column(
        name,
        column.type(),
        true,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        column.collation(),
        Optional.empty(),
        options);
  }

  private List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    TableCost costs = new TableCost(s.capabilities());
    steps.add(
        Draft.of(PATTERN, String.join(" ", "add column", copy.name(), "to", table.toString()))
            .alter(table, costs.addColumn(s.was(table), copy), AddColumn.adding(copy))
            .undoBy(
                table, costs.dropColumn(s.is(table), copy), new TableAction.DropColumn(copy.name()))
            .step());
    Expression value = value();
    steps.add(
        RowUpdate.draft(
                s,
                Draft.of(PATTERN, String.join(" ", "compute", copy.name())),
                table,
                List.of(new Statement.Assignment(copy.name(), value)),
                Optional.empty(),
                List.of(value))
            .undo(new Undo.Nothing("the column goes"))
            .step());
    steps.add(swap());
    if (ReorderTable.isDisplaced(s, modify) && !s.changes(s.is(table).path())) {
      steps.add(ReorderTable.columns(s, table, Set.of(after.name())));
    }
    return steps;
  }

  private Expression value() {
    Expression using =
        modify
            .conversion()
            .flatMap(Evolution.Conversion::using)
            .orElse(Conditions.column(s.oldName(table, after.name())));
    return modify
        .conversion()
        .flatMap(Evolution.Conversion::backfill)
        .<Expression>map(b -> Expression.Call.of("coalesce", using, b))
        .orElse(using);
  }

  private Step swap() {
    Table was = s.was(table);
    List<TableAction> actions = new ArrayList<>();
    Optional<Constraint.PrimaryKey> key = sharedKey(was);
    key.ifPresent(k -> actions.add(new TableAction.DropConstraint(k)));
    actions.add(new TableAction.DropColumn(after.name()));
    actions.add(new TableAction.ModifyColumn(copy.name(), after, position(was)));
    key.ifPresent(k -> actions.add(new TableAction.AddConstraint(k)));
    Draft draft =
        Draft.of(PATTERN, String.join(" ", "put", copy.name(), "in the place of", after.name()))
            .alter(table, swapCost(was), List.of(), actions)
            .undo(undo(was, key));
    if (!after.nullable()) {
      draft.guard(
          Conditions.noRow(
              "no-nulls",
              after.name().concat(" gets no value in some rows"),
              table,
              Conditions.isNull(Conditions.column(copy.name()))));
    }
    key.ifPresent(
        k ->
            draft.guard(
                Conditions.noDuplicates(
                    table,
                    "the new primary key",
                    k.parts().stream().map(p -> renamed(p)).toList())));
    return draft.step();
  }

  private dev.schemac.model.KeyPart renamed(dev.schemac.model.KeyPart part) {
    return part.columnName().filter(after.name()::equals).isPresent()
        ? dev.schemac.model.KeyPart.column(copy.name())
        : part;
  }

  /** The primary key stays where the column is part of it: it is replaced in the same statement. */
  private Optional<Constraint.PrimaryKey> sharedKey(Table was) {
    return was.primaryKey()
        .filter(k -> Interference.names(k.parts(), after.name()))
        .filter(k -> !s.changes(Paths.constraint(table, k)));
  }

  private Cost swapCost(Table was) {
    if (TableCost.isVirtual(modify.before())) {
      return Cost.COPY;
    }
    Column renamed = copy.withName(after.name());
    boolean stays = was.columns().getLast().name().equals(after.name());
    if (s.capabilities().instantAnywhere() && renamed.equals(after) && stays) {
      TableCost costs = new TableCost(s.capabilities());
      return costs.dropColumn(was, modify.before()).or(costs.renameColumn(was, false));
    }
    boolean counts = after.identity().isPresent() || modify.before().identity().isPresent();
    boolean proves = !after.nullable() && !s.capabilities().provesBesideStored(was);
    return counts || proves ? Cost.COPY : new TableCost(s.capabilities()).rebuild(was);
  }

  /** Behind the column that stood before it, where that one stays as it is. */
  private Optional<String> position(Table was) {
    String previous = "";
    for (Column column : was.columns()) {
      if (column.name().equals(after.name())) {
        break;
      }
      previous = ReorderTable.staysInPlace(s, table, column.name()) ? column.name() : previous;
    }
    return previous.isEmpty() ? Optional.empty() : Optional.of(previous);
  }

  private Undo undo(Table was, Optional<Constraint.PrimaryKey> key) {
    boolean inKey =
        key.isPresent()
            || KeyCover.keys(was).stream()
                .filter(
                    k ->
                        k.path().kind() != dev.schemac.model.ObjectKind.INDEX
                            || was.index(k.path().member()).filter(i -> i.unique()).isPresent())
                .anyMatch(k -> Interference.names(k.parts(), after.name()));
    if (inKey) {
      return new Undo.Impossible(
          "the old values of ".concat(after.name()).concat(" are gone, and its key needs them"));
    }
    List<Statement> statements = new ArrayList<>();
    statements.add(
        new Statement.AlterTable(
            table,
            List.of(new TableAction.ModifyColumn(after.name(), copy, Optional.empty())),
            Cost.COPY.mode()));
    statements.addAll(DropColumn.back(s, table, modify.before()));
    return new Undo.Statements(
        statements, Optional.of("the values that ".concat(after.name()).concat(" had")));
  }
}
