package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.DataType;
import dev.schemac.model.Expression;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.plan.Effect;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.Phase;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A column that numbers the rows of a table while everybody works on (COL-7): nullable at first,
 * with a sequence of its own for new rows, filled in batches, made NOT NULL by a validated check.
 * Then an identity takes the default's place and goes on where its sequence stands, in one
 * transaction that reads nothing.
 */
final class AddIdentityByBackfill {
  private final Change.AddColumn change;
  private final QName table;
  private final Column column;
  private final QName name;
  private final SchemaObject.Sequence between;
  private final PlanFacts facts;

  private AddIdentityByBackfill(Change.AddColumn change, PlanFacts facts) {
    this.change = change;
    this.facts = facts;
    this.table = change.table();
    this.column = change.column();
    this.name = IdentitySequence.of(table, column).orElseThrow();
    this.between = between();
  }

  /** Whether the server would write the table anew while everybody waits, and need not. */
  static boolean isBetter(Change.AddColumn change, PlanFacts facts) {
    Optional<Table> was = facts.tableBefore(change.table());
    return facts.online()
        && change.column().identity().isPresent()
        && change.column().notNullName().isEmpty()
        && change.column().type() instanceof DataType.Builtin
        && was.filter(t -> t.partitioning().isEmpty() && t.partitionOf().isEmpty()).isPresent()
        && !ChangeIndex.isPartitioned(change.table(), facts)
        && PublishedTables.obstacle(change.table(), facts).isEmpty();
  }

  static Lowered lower(Change.AddColumn change, PlanFacts facts) {
    return Lowered.of(new AddIdentityByBackfill(change, facts).steps());
  }

  private List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    steps.add(add());
    steps.add(fill());
    steps.addAll(AddNotNullByValidatedCheck.steps(table, column.name()));
    steps.add(count());
    return steps;
  }

  private SchemaObject.Sequence between() {
    TreeMap<String, String> options =
        new TreeMap<>(IdentitySequence.unnamed(column.identity().orElseThrow()).sequenceOptions());
    if (column.type() instanceof DataType.Builtin type) {
      options.put("as", type.name().equals("int") ? "integer" : type.name());
    }
    return new SchemaObject.Sequence(
        name.withName(Names.future(name.name())), options, Optional.empty(), Optional.empty());
  }

  private StepBuilder step(String what) {
    return StepBuilder.step(
            AddIdentityByBackfill.class, what, column.name(), "of", table.toString())
        .requires(ObjectPath.table(table));
  }

  private Expression next() {
    return Expression.Call.of("nextval", new Expression.SequenceRef(between.name()));
  }

  private Step add() {
    Column bare = AddColumn.bare(column);
    return step("add column")
        .run(
            Alter.table(table, new TableAction.AddColumn(bare, Optional.empty())),
            new Statement.Create(between),
            Alter.table(table, new TableAction.SetDefault(column.name(), next())))
        .effect(Effects.in(Effect.Transaction.OWN, Effects.exclusive(table)))
        .undo(
            Undo.losing(
                "values written since",
                Alter.table(table, new TableAction.DropColumn(column.name())),
                new Statement.Drop(between)))
        .requires(facts.after().column(table, bare))
        .provides(ObjectPath.column(table, column.name()))
        .build();
  }

  private Step fill() {
    Expression empty = new Expression.IsNull(new Expression.ColumnRef(column.name()));
    return step("fill column")
        .phase(Phase.BACKFILL)
        .run(
            BackfillKey.backfill(
                table,
                column.name(),
                List.of(new Statement.Assignment(column.name(), next())),
                Optional.of(empty),
                facts))
        .effect(Effects.backfill(table))
        .undo(new Undo.Nothing("the values go with the column"))
        .requires(ObjectPath.column(table, column.name()))
        .build();
  }

  private Step count() {
    List<Statement> statements = new ArrayList<>();
    statements.add(Alter.table(table, new TableAction.DropDefault(column.name())));
    statements.add(
        Alter.table(
            table, new TableAction.AddIdentity(column.name(), column.identity().orElseThrow())));
    statements.add(IdentityHandover.goOn(name, between.name()));
    statements.add(new Statement.Drop(between));
    statements.addAll(AddColumn.belongings(table, column, facts));
    return StepBuilder.step(
            AddIdentityByBackfill.class,
            "let column",
            column.name(),
            "of",
            table.toString(),
            "count by itself")
        .run(statements)
        .effect(Effects.in(Effect.Transaction.OWN, Effects.exclusive(table)))
        .undo(
            new Statement.Create(between),
            IdentityHandover.goOn(between.name(), name),
            Alter.table(table, new TableAction.DropIdentity(column.name())),
            Alter.table(table, new TableAction.SetDefault(column.name(), next())))
        .requires(ObjectPath.table(table), ObjectPath.column(table, column.name()))
        .provides(IdentitySequence.taken(table, List.of(column), facts))
        .build();
  }
}
