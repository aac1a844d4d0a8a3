package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.Expression;
import dev.schemac.model.Index;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.Options;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.plan.Effect;
import dev.schemac.plan.Guard;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.Phase;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code ConvertColumnByCopyAndRename}: a column of the new type beside the old one. Triggers keep
 * it equal, batches fill it, its indexes are built in place, and under one table lock of a moment
 * the two swap names; from then on triggers keep the old column, so that the way back stays open
 * until the old one goes. The table is never copied.
 */
final class KeepBothColumns {
  private static final String PATTERN = "ConvertColumnByCopyAndRename";

  private final Situation s;
  private final Change.ModifyColumn modify;
  private final QName table;
  private final Table was;
  private final Column before;
  private final Column after;
  private final String newName;
  private final String oldName;
  private final Expression there;
  private final Expression back;
  private final Statement.CreateRowTrigger forward;
  private final Statement.CreateRowTrigger reverse;
  private final List<ShadowIndex> indexes;

  private KeepBothColumns(Situation s, Change.ModifyColumn modify) {
    this.s = s;
    this.modify = modify;
    this.table = modify.table();
    this.was = s.was(table);
    this.before = modify.before();
    this.after = modify.after();
    this.newName = FreeName.of(s, table, after.name().concat("_new"));
    this.oldName = FreeName.of(s, table, after.name().concat("_old"));
    BothColumnsValues values = new BothColumnsValues(s, modify);
    this.there = values.there();
    this.back = values.back();
    this.forward = trigger("_n", newName, there);
    this.reverse = trigger("_o", oldName, back);
    this.indexes = ShadowIndex.of(s, table, after.name(), newName);
  }

  static Lowered lower(Situation s, Change.ModifyColumn modify) {
    return new KeepBothColumns(s, modify).lower();
  }

  private Lowered lower() {
    List<Step> steps = new ArrayList<>();
    steps.add(add());
    steps.add(keepNew());
    steps.add(fill());
    indexes.forEach(i -> steps.add(build(i)));
    steps.add(complete());
    List<Step> swap = DependantDetour.aroundSwap(s, modify, table, List.of(swap()));
    steps.addAll(ForeignKeyDetour.aroundColumn(s, modify, table, after.name(), swap));
    // Undone the other way round: filled again before its unique indexes come back.
    indexes.forEach(i -> steps.add(dropOld(i)));
    steps.add(stopKeepingOld());
    steps.add(dropOld());
    steps.addAll(ReorderTable.keysAgain(s, table, doubled()));
    return new Lowered(steps, BlockingSteps.warnings(s, steps, table), temporaries());
  }

  /** The indexes that were made anew by now, where no other column of the table follows. */
  private List<String> doubled() {
    List<Change.ModifyColumn> all =
        s.changesOf(table).stream()
            .filter(Change.ModifyColumn.class::isInstance)
            .map(Change.ModifyColumn.class::cast)
            .filter(m -> BothColumnsEligibility.isMet(s, m))
            .toList();
    return all.getLast() != modify
        ? List.of()
        : all.stream()
            .flatMap(m -> ShadowIndex.of(s, table, m.after().name(), newName).stream())
            .map(ShadowIndex::name)
            .toList();
  }

  private Statement.CreateRowTrigger trigger(String suffix, String column, Expression value) {
    return new Statement.CreateRowTrigger(
        FreeName.ofTrigger(String.join("_", table.name(), after.name()).concat(suffix)),
        table,
        Statement.TriggerEvent.INSERT_OR_UPDATE,
        List.of(new Statement.Assignment(column, value)));
  }

  private Statement.DropRowTrigger drop(Statement.CreateRowTrigger trigger) {
    return new Statement.DropRowTrigger(trigger.name(), trigger.table(), trigger.event());
  }

  private Column copy() {
    return ConvertColumnByCopyAndRename.copy(newName, after);
  }

  private Step add() {
    TableCost costs = new TableCost(s.capabilities());
    Optional<String> position = Optional.of(after.name());
    return Draft.of(PATTERN, String.join(" ", "add column", newName, "to", table.toString()))
        .alter(
            table,
            costs
                .addColumn(was, copy(), position)
                .or(costs.addColumn(s.is(table), copy(), position)),
            new TableAction.AddColumn(copy(), position))
        .requires(comingBehind())
        .undoBy(table, costs.dropColumn(was, copy()), new TableAction.DropColumn(newName))
        .step();
  }

  /** Columns that come behind this one, whose successor is to stand in front of them. */
  private List<ObjectPath> comingBehind() {
    return s.changesOf(table).stream()
        .filter(c -> c instanceof Change.AddColumn(var t, var column, var w) && isBehind(column))
        .map(c -> Paths.place(table, c.path().member()))
        .toList();
  }

  /** Whether a new column finds its place behind this one, and does not wait for what it reads. */
  private boolean isBehind(Column column) {
    Set<String> read =
        column.generated().map(g -> ColumnUse.columns(g.expression())).orElse(Set.of());
    boolean waits =
        s.changesOf(table).stream()
            .anyMatch(c -> !(c instanceof Change.DropColumn) && read.contains(c.path().member()));
    return !waits
        && ColumnOrder.place(s, table, column.name())
            .after()
            .filter(after.name()::equals)
            .isPresent();
  }

  private Step keepNew() {
    return Draft.of(PATTERN, String.join(" ", "keep", newName, "equal by triggers"))
        .run(forward)
        .effect(moment())
        .undo(Undo.exactly(drop(forward)))
        .step();
  }

  private Effect moment() {
    return new Effect(
        List.of(Cost.momentary(table)), List.of(), List.of(), Effect.Transaction.NONE);
  }

  private Step fill() {
    Expression missing = new BothColumnsValues(s, modify).missing(newName);
    return RowUpdate.draft(
            s,
            Draft.of(PATTERN, String.join(" ", "copy", after.name(), "to", newName)),
            table,
            List.of(new Statement.Assignment(newName, there)),
            Optional.of(missing),
            List.of())
        .undo(new Undo.Nothing("the column goes"))
        .step();
  }

  private Step build(ShadowIndex index) {
    Cost cost = new TableCost(s.capabilities()).addIndex(was, index.shadow());
    TableAction action = new TableAction.AddIndex(index.shadow());
    Draft draft =
        Draft.of(PATTERN, String.join(" ", "create index", index.shadow().name()))
            .alter(table, cost, action)
            .undoBy(table, Cost.METADATA, new TableAction.DropIndex(index.shadow().name()));
    if (index.shadow().unique()) {
      draft.guard(Conditions.noDuplicates(table, index.name(), index.shadow().parts()));
    }
    return draft.step();
  }

  /** The whole definition, so that the swap is nothing but names. */
  private Step complete() {
    ColumnCost costs = new ColumnCost(s.capabilities());
    Column whole = after.withName(newName);
    return Draft.of(PATTERN, String.join(" ", "complete column", newName))
        .alter(table, costs.of(was, copy(), whole), AddColumn.modifying(whole))
        .guard(everyRowHasItsValue())
        .undoBy(table, costs.of(was, whole, copy()), AddColumn.modifying(copy()))
        .step();
  }

  private Guard everyRowHasItsValue() {
    Expression empty = Conditions.isNull(Conditions.column(newName));
    Expression meant = Conditions.not(Conditions.isNull(Conditions.column(before.name())));
    return Conditions.noRow(
        "converted",
        after.name().concat(" does not fit in some rows"),
        table,
        after.nullable() ? Conditions.and(meant, empty) : empty);
  }

  private Step swap() {
    List<Statement> statements = new ArrayList<>();
    statements.add(lock());
    statements.add(drop(forward));
    statements.add(renames(after.name(), oldName, newName, after.name()));
    indexRenames(false).ifPresent(statements::add);
    statements.add(reverse);
    statements.add(new Statement.UnlockTables());
    return Draft.of(PATTERN, String.join(" ", "swap", after.name(), "and", newName))
        .run(statements)
        .effect(Cost.lockTables(table))
        .guard(everyRowHasItsValue())
        .undo(
            Undo.losing(
                "values written since then that the old column cannot hold",
                swapBack().toArray(Statement[]::new)))
        .step();
  }

  private List<Statement> swapBack() {
    List<Statement> statements = new ArrayList<>();
    statements.add(lock());
    statements.add(drop(reverse));
    indexRenames(true).ifPresent(statements::add);
    statements.add(renames(after.name(), newName, oldName, after.name()));
    statements.add(forward);
    statements.add(new Statement.UnlockTables());
    return statements;
  }

  private Statement lock() {
    return new Statement.LockTables(List.of(table), "write");
  }

  private Statement renames(String a, String aTo, String b, String bTo) {
    Cost cost = new TableCost(s.capabilities()).renameColumn(unchecked(), false);
    return new Statement.AlterTable(
        table,
        List.of(new TableAction.RenameColumn(a, aTo), new TableAction.RenameColumn(b, bTo)),
        cost.mode());
  }

  /** Checks of the column have gone before it is swapped. */
  private Table unchecked() {
    return was.withConstraints(
        was.constraints().stream()
            .filter(
                c ->
                    !(c instanceof Constraint.Check check
                        && ColumnUse.columns(check.condition()).contains(after.name())))
            .toList());
  }

  private Optional<Statement> indexRenames(boolean backwards) {
    List<TableAction> actions = new ArrayList<>();
    for (ShadowIndex index : indexes) {
      String shadow = index.shadow().name();
      actions.add(new TableAction.RenameIndex(index.name(), backwards ? shadow : index.aside()));
      actions.add(new TableAction.RenameIndex(backwards ? index.aside() : shadow, index.name()));
    }
    return actions.isEmpty()
        ? Optional.empty()
        : Optional.of(new Statement.AlterTable(table, actions, Cost.METADATA.mode()));
  }

  private Step stopKeepingOld() {
    Statement refill =
        new Statement.Update(
            table,
            KeptTimestamps.with(s, table, List.of(new Statement.Assignment(oldName, back))),
            Optional.empty());
    return Draft.of(PATTERN, String.join(" ", "stop keeping", oldName))
        .phase(Phase.CONTRACT)
        .run(drop(reverse))
        .effect(moment())
        .undo(Undo.exactly(reverse, refill))
        .step();
  }

  private Step dropOld(ShadowIndex index) {
    Index old = index.over(oldName).withName(index.aside());
    Cost cost = new TableCost(s.capabilities()).addIndex(was, old);
    return Draft.of(PATTERN, String.join(" ", "drop index", old.name()))
        .phase(Phase.CONTRACT)
        .alter(
            table,
            new TableCost(s.capabilities()).dropKey(was, old.unique(), old.parts()),
            new TableAction.DropIndex(old.name()))
        .undoBy(table, cost, new TableAction.AddIndex(old))
        .step();
  }

  private Step dropOld() {
    Column old = before.withName(oldName);
    TableCost costs = new TableCost(s.capabilities());
    Optional<String> position = Optional.of(after.name());
    return Draft.of(PATTERN, String.join(" ", "drop column", oldName))
        .phase(Phase.CONTRACT)
        .alter(
            table,
            costs.dropColumn(was, old).or(costs.dropColumn(s.is(table), old)),
            new TableAction.DropColumn(oldName))
        .undo(
            Undo.losing(
                "values that the new column cannot give back",
                new Statement.AlterTable(
                    table,
                    List.of(new TableAction.AddColumn(old, position)),
                    costs.addColumn(was, old, position).mode())))
        .step();
  }

  /** The table and its triggers between the swap and the end. */
  private List<SchemaObject> temporaries() {
    Table is = s.is(table);
    List<Column> columns = new ArrayList<>(is.columns());
    columns.add(before.withName(oldName));
    List<Index> all = new ArrayList<>(is.indexes());
    indexes.forEach(i -> all.add(i.over(oldName).withName(i.aside())));
    List<SchemaObject> objects = new ArrayList<>();
    objects.add(is.withColumns(columns).withIndexes(all));
    Syntax syntax = new Syntax(s.after().target());
    List<String> definitions = new TriggerSql(syntax).create(reverse);
    for (int i = 0; i < definitions.size(); i++) {
      objects.add(
          new SchemaObject.Trigger(
              table,
              reverse.name().concat(i == 0 ? "_i" : "_u"),
              definitions.get(i),
              java.util.Set.of(),
              Optional.empty(),
              Options.none()));
    }
    return objects;
  }
}
