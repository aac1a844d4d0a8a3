package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.Generated;
import dev.schemac.model.Index;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.plan.Guard;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.Undo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A column becomes generated, stops being so, or is generated otherwise (§3.14). A stored one
 * becomes a plain one in place, keeping its values; everything else is a new column under the old
 * name, since a plain column can never be turned into a generated one.
 */
final class ChangeGenerated {
  private ChangeGenerated() {}

  static Lowered lower(Change.ModifyColumn change, PlanFacts facts) {
    Column before = change.before();
    Column after = change.after();
    boolean stored =
        before.generated().filter(g -> g.storage() == Generated.Storage.STORED).isPresent();
    if (after.generated().isEmpty() && stored && before.type().equals(after.type())) {
      return dropExpression(change, facts);
    }
    return anew(change, facts);
  }

  private static Lowered dropExpression(Change.ModifyColumn change, PlanFacts facts) {
    QName table = change.table();
    Column after = change.after();
    List<TableAction> actions = new ArrayList<>();
    actions.add(new TableAction.DropExpression(after.name()));
    List<Statement> statements = new ArrayList<>();
    statements.add(Alter.table(table, actions));
    after
        .defaultValue()
        .ifPresent(
            d -> statements.add(Alter.table(table, new TableAction.SetDefault(after.name(), d))));
    if (change.before().nullable() != after.nullable()) {
      statements.add(
          Alter.table(
              table,
              after.nullable()
                  ? new TableAction.DropNotNull(after.name())
                  : new TableAction.SetNotNull(after.name())));
    }
    if (!change.before().comment().equals(after.comment())) {
      statements.add(new Statement.CommentOn(change.path(), after.comment()));
    }
    return Lowered.of(
        ChangeColumn.step(ChangeGenerated.class, change, "stop generating")
            .run(statements)
            .effect(Effects.exclusive(table))
            .undo(
                Undo.losing(
                    "values written to ".concat(after.name()).concat(" since"),
                    again(
                            table,
                            after,
                            change.before(),
                            facts.context().before().table(table),
                            facts)
                        .toArray(Statement[]::new)))
            .releases(readBy(change.before(), table, facts))
            .removes(change.path())
            .provides(change.path())
            .build());
  }

  private static List<ObjectPath> readBy(Column column, QName table, PlanFacts facts) {
    return column
        .generated()
        .map(g -> List.copyOf(facts.readsOfOldRow(table, g.expression())))
        .orElse(List.of());
  }

  private static Lowered anew(Change.ModifyColumn change, PlanFacts facts) {
    QName table = change.table();
    Column after = change.after();
    Column before = change.before();
    boolean computed = before.generated().isPresent();
    List<Guard> guards = isForNoRow(after) ? List.of(noRow(table)) : List.of();
    String loses =
        computed
            ? "values written to ".concat(after.name()).concat(" since")
            : "the values of "
                .concat(after.name())
                .concat(", which are computed from now on")
                .concat(DropColumn.needsEmptyTable(before, facts.tableBefore(table)));
    boolean exact = computed && after.generated().isPresent();
    Undo.Statements undo =
        new Undo.Statements(
            again(table, after, before, facts.tableBefore(table), facts),
            exact ? Optional.empty() : Optional.of(loses));
    if (readsAltered(change, facts)) {
      return apart(change, undo, facts);
    }
    return Lowered.of(
        ChangeColumn.step(ChangeGenerated.class, change, "generate anew")
            .run(again(table, before, after, facts.tableAfter(table), facts))
            .effect(Effects.exclusiveRewrite(table))
            .guards(guards)
            .undo(undo)
            .removes(change.path())
            .provides(change.path())
            .requires(facts.after().column(table, after))
            .releases(readBy(before, table, facts))
            .build());
  }

  /** Whether no row that is there would have a value. */
  private static boolean isForNoRow(Column after) {
    return after.generated().isEmpty()
        && !after.nullable()
        && after.defaultValue().isEmpty()
        && after.identity().isEmpty();
  }

  private static Guard noRow(QName table) {
    return new Guard(
        GuardIds.TABLE_EMPTY,
        "table ".concat(table.toString()).concat(" is not empty"),
        new Guard.Condition.NoRow(table, Optional.empty()));
  }

  /** Whether a column that it is computed from changes too: that has to happen in between. */
  private static boolean readsAltered(Change.ModifyColumn change, PlanFacts facts) {
    return readBy(change.before(), change.table(), facts).stream()
        .filter(p -> p.kind() == ObjectKind.COLUMN)
        .anyMatch(p -> isAltered(p, facts));
  }

  private static boolean isAltered(ObjectPath column, PlanFacts facts) {
    return facts.changesOf(column).stream()
            .anyMatch(
                c ->
                    c instanceof Change.ModifyColumn m
                        && !m.before().type().equals(m.after().type()))
        || facts
            .tableBefore(column.owner())
            .flatMap(t -> t.column(column.member()))
            .filter(c -> ReplacedTypes.concern(c.type(), facts))
            .isPresent();
  }

  /** In two steps, between which the columns that it is computed from may change. */
  static Lowered apart(Change.ModifyColumn change, PlanFacts facts) {
    QName table = change.table();
    return apart(
        change,
        new Undo.Statements(
            again(table, change.after(), change.before(), facts.tableBefore(table), facts),
            Optional.empty()),
        facts);
  }

  private static Lowered apart(Change.ModifyColumn change, Undo.Statements undo, PlanFacts facts) {
    QName table = change.table();
    List<Statement> drop = dropped(table, change.before());
    List<Statement> there =
        again(table, change.before(), change.after(), facts.tableAfter(table), facts);
    List<Statement> gone = dropped(table, change.after());
    List<Statement> back = undo.statements().subList(gone.size(), undo.statements().size());
    return Lowered.of(
        ChangeColumn.step(ChangeGenerated.class, change, "take away")
            .run(drop)
            .effect(Effects.exclusive(table))
            .undo(Undo.exactly(back.toArray(Statement[]::new)))
            .removes(change.path())
            .releases(readBy(change.before(), table, facts))
            .build(),
        ChangeColumn.step(ChangeGenerated.class, change, "generate anew")
            .run(there.subList(drop.size(), there.size()))
            .effect(Effects.exclusiveRewrite(table))
            .undo(new Undo.Statements(gone, undo.loses()))
            .provides(change.path())
            .requires(facts.after().column(table, change.after()))
            .build());
  }

  /** The column gone, with the trigger that sets it. */
  private static List<Statement> dropped(QName table, Column column) {
    List<Statement> all = new ArrayList<>();
    if (column.onUpdate().isPresent()) {
      all.add(TableStatements.dropOnUpdate(table, column.name()));
    }
    all.add(Alter.table(table, new TableAction.DropColumn(column.name())));
    return all;
  }

  /** The column dropped and added, with the keys and indexes that vanish with it. */
  private static List<Statement> again(
      QName table, Column old, Column column, Optional<Table> owner, PlanFacts facts) {
    List<Statement> all = new ArrayList<>(dropped(table, old));
    all.add(Alter.table(table, new TableAction.AddColumn(column, Optional.empty())));
    all.addAll(AddColumn.belongings(table, column, facts));
    owner.ifPresent(t -> all.addAll(hanging(table, column.name(), t, facts)));
    return all;
  }

  /** Those that both sides have; the others come by changes of their own. */
  static List<Statement> hanging(QName table, String column, Table owner, PlanFacts facts) {
    List<Statement> all = new ArrayList<>();
    for (Constraint constraint : owner.constraints()) {
      if (Hanging.on(constraint, column)
          && facts.isKept(TableStatements.path(table, constraint))
          && !(constraint instanceof Constraint.ForeignKey)) {
        all.add(Alter.table(table, Alter.add(constraint)));
        all.addAll(TableStatements.settings(table, constraint));
      }
    }
    facts.unchanged(SchemaObject.Grant.class).stream()
        .filter(g -> g.on().equals(table) && ColumnReferences.mentions(g.definition(), column))
        .forEach(g -> all.add(new Statement.Create(g)));
    for (Index index : owner.indexes()) {
      if (Hanging.on(index, column) && facts.isKept(TableStatements.path(table, index))) {
        all.add(Alter.createIndex(table, index));
        TableStatements.comment(TableStatements.path(table, index), index.comment())
            .ifPresent(all::add);
      }
    }
    return all;
  }
}
