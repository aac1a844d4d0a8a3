package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.model.ChosenName;
import dev.schemac.model.Column;
import dev.schemac.model.DataType;
import dev.schemac.model.Expression;
import dev.schemac.model.NotNull;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.plan.Effect;
import dev.schemac.plan.Guard;
import dev.schemac.plan.Phase;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parts of the copy-and-rename pattern for one column (§4.3). */
final class CopyAndRename {
  private final CopiedColumn column;
  private final CarryOver carried;
  private final PlanFacts facts;
  private final QName table;
  private final Class<?> pattern;

  CopyAndRename(CopiedColumn column, PlanFacts facts, Class<?> pattern) {
    this.column = column;
    this.facts = facts;
    this.table = column.table();
    this.carried = new CarryOver(column, facts);
    this.pattern = pattern;
  }

  CarryOver carried() {
    return carried;
  }

  private StepBuilder step(String what) {
    return StepBuilder.step(pattern, what, column.name(), "of", table.toString());
  }

  /** The new column and the trigger that fills it, the backfill, and all that hangs on it. */
  List<Step> before(List<Guard> guards) {
    List<Step> steps = new ArrayList<>();
    steps.add(expand(guards));
    steps.add(backfill());
    steps.addAll(carried.before());
    steps.add(
        step("analyze the copy of column")
            .run(new Statement.Analyze(table))
            .effect(Effects.unblocking(table, false, Effect.Transaction.OWN))
            .undo(new Undo.Nothing("statistics only"))
            .build());
    return steps;
  }

  private Step expand(List<Guard> guards) {
    List<Statement> statements = new ArrayList<>();
    Column future = column.futureColumn();
    statements.add(Alter.table(table, new TableAction.AddColumn(future, Optional.empty())));
    statements.addAll(AddColumn.belongings(table, future, facts));
    statements.add(column.sync());
    return step("keep a copy by trigger of column")
        .run(statements)
        .effect(Effects.in(Effect.Transaction.OWN, Effects.exclusive(table)))
        .guards(guards)
        .undo(column.dropSync(), Alter.table(table, new TableAction.DropColumn(column.future())))
        .requires(column.path())
        .build();
  }

  /** Rows that the trigger has seen are filled already. */
  private Step backfill() {
    Expression empty = new Expression.IsNull(new Expression.ColumnRef(column.future()));
    Expression filled =
        new Expression.Unary("not", new Expression.IsNull(new Expression.ColumnRef(column.name())));
    boolean strict =
        column.isLookedUp() || ColumnReferences.readsOnly(column.value(), column.name());
    return step("copy column")
        .phase(Phase.BACKFILL)
        .run(
            BackfillKey.backfill(
                table,
                column.future(),
                List.of(new Statement.Assignment(column.future(), column.value())),
                Optional.of(strict ? new Expression.Binary("and", empty, filled) : empty),
                facts))
        .effect(KeyMapping.reading(alsoReading(Effects.backfill(table)), table, facts))
        .undo(new Undo.Nothing("the copy goes with its column"))
        .build();
  }

  /** Tables that text names which is not understood are taken to be read. */
  private Effect alsoReading(Effect effect) {
    if (!ColumnReferences.hasText(column.value())) {
      return effect;
    }
    List<QName> scans = new ArrayList<>(effect.scans());
    facts.context().before().tables().stream()
        .map(Table::name)
        .filter(t -> !t.equals(table) && ColumnReferences.reads(column.value(), t.name()))
        .forEach(scans::add);
    return new Effect(effect.locks(), scans, effect.rewrites(), effect.transaction());
  }

  /** Every row has been copied; read before any lock is taken. */
  Optional<Guard> copied() {
    Schema after = facts.context().after();
    DataType type = column.after().type();
    DataType base = TypeChange.base(type, after);
    if (!isComparable(base)) {
      return Optional.empty();
    }
    Expression future = new Expression.ColumnRef(column.future());
    Expression value = new Expression.Cast(column.value(), type);
    if (!base.equals(type) && TypeChange.isEnum(base, after)) {
      // Enums compare, domains over them do not.
      future = new Expression.Cast(future, base);
      value = new Expression.Cast(value, base);
    }
    return Optional.of(
        new Guard(
            "copied",
            String.join("", column.name(), " of ", table.toString(), " is not copied in every row"),
            new Guard.Condition.NoRow(
                table, Optional.of(new Expression.Binary("is distinct from", future, value)))));
  }

  /** json and xml have no equality. */
  private static boolean isComparable(DataType type) {
    return switch (type) {
      case DataType.Array(var element) -> isComparable(element);
      case DataType.Builtin b ->
          !List.of("json", "xml", "point", "box", "polygon", "path", "circle", "line", "lseg")
              .contains(b.name());
      case DataType.Named ignored -> true;
      case DataType.InlineEnum ignored -> true;
      case DataType.InlineSet ignored -> true;
    };
  }

  /** The exchange of the names with everything that goes by name. */
  List<Statement> swap() {
    String name = column.name();
    List<Statement> all = new ArrayList<>();
    all.add(column.dropSync());
    if (column.before().onUpdate().isPresent()) {
      all.add(TableStatements.dropOnUpdate(table, name));
    }
    all.addAll(carried.dropPrimaryKey());
    boolean stays = column.isKeptByItself();
    if (!stays) {
      all.addAll(IdentityHandover.statements(table, column.before(), name, column.future()));
    }
    all.add(Alter.table(table, new TableAction.RenameColumn(name, column.former())));
    all.add(Alter.table(table, new TableAction.RenameColumn(column.future(), name)));
    List<TableAction> actions = new ArrayList<>();
    column.after().defaultValue().ifPresent(d -> actions.add(new TableAction.SetDefault(name, d)));
    if (column.before().defaultValue().isPresent()) {
      actions.add(new TableAction.DropDefault(column.former()));
    }
    if (!column.before().nullable() && !stays) {
      actions.add(new TableAction.DropNotNull(column.former()));
    }
    if (stays && hasNamedNotNull(column.before())) {
      all.add(renameNotNull(NotNull.name(table.name(), column.before()), formerNotNull()));
    }
    if (!actions.isEmpty()) {
      all.add(Alter.table(table, actions));
    }
    if (hasNamedNotNull(column.after())) {
      all.add(renameNotNull(futureNotNull(), NotNull.name(table.name(), column.after())));
      if (NotNull.isNotValid(column.after())) { // the copy has proven more than was asked for
        all.add(Alter.table(table, new TableAction.DropNotNull(name)));
        all.add(Alter.table(table, ChangeNotNull.added(table, column.after())));
      }
      TableStatements.comment(
              TableStatements.notNull(table, column.after()), NotNull.comment(column.after()))
          .ifPresent(all::add);
    }
    all.addAll(sequences(column.former(), name));
    all.addAll(carried.swap());
    TableStatements.onUpdate(table, column.after()).ifPresent(all::add);
    column.reverseSync().ifPresent(all::add);
    all.addAll(PlpgsqlRoutines.replaced(name, facts));
    return all;
  }

  /** The swap with the roles exchanged; the old column has been kept by the reverse trigger. */
  List<Statement> unswap() {
    String name = column.name();
    List<Statement> all = new ArrayList<>();
    if (column.reverseSync().isPresent()) {
      all.add(column.dropReverseSync());
    }
    if (column.after().onUpdate().isPresent()) {
      all.add(TableStatements.dropOnUpdate(table, name));
    }
    all.addAll(carried.dropPrimaryKey());
    all.add(Alter.table(table, new TableAction.RenameColumn(name, column.future())));
    all.add(Alter.table(table, new TableAction.RenameColumn(column.former(), name)));
    List<TableAction> actions = new ArrayList<>();
    if (column.after().defaultValue().isPresent()) {
      actions.add(new TableAction.DropDefault(column.future()));
    }
    column.before().defaultValue().ifPresent(d -> actions.add(new TableAction.SetDefault(name, d)));
    if (hasNamedNotNull(column.after())) {
      all.add(renameNotNull(NotNull.name(table.name(), column.after()), futureNotNull()));
    }
    boolean stays = column.isKeptByItself();
    if (stays && hasNamedNotNull(column.before())) {
      all.add(renameNotNull(formerNotNull(), NotNull.name(table.name(), column.before())));
    } else if (!stays && hasNamedNotNull(column.before())) {
      actions.add(ChangeNotNull.added(table, column.before()));
    } else if (!stays && !column.before().nullable()) {
      actions.add(new TableAction.SetNotNull(name));
    }
    if (!actions.isEmpty()) {
      all.add(Alter.table(table, actions));
    }
    TableStatements.comment(
            TableStatements.notNull(table, column.before()), NotNull.comment(column.before()))
        .filter(c -> hasNamedNotNull(column.before()))
        .ifPresent(all::add);
    if (!stays) {
      all.addAll(IdentityHandover.statements(table, column.before(), column.future(), name));
    }
    all.addAll(sequences(column.future(), name));
    all.addAll(carried.unswap());
    TableStatements.onUpdate(table, column.before()).ifPresent(all::add);
    all.add(column.sync());
    all.addAll(PlpgsqlRoutines.replaced(name, facts));
    return all;
  }

  /**
   * From PostgreSQL 18 on NOT NULL is a constraint, which keeps its name when its column gets
   * another.
   */
  private boolean hasNamedNotNull(Column side) {
    return facts.can().namedNotNull() && !side.nullable();
  }

  private String futureNotNull() {
    return ChosenName.of(table.name(), column.future(), "not_null");
  }

  private String formerNotNull() {
    return ChosenName.of(table.name(), column.former(), "not_null");
  }

  private Statement renameNotNull(String from, String to) {
    return Alter.table(table, new TableAction.RenameConstraint(from, to));
  }

  /** A sequence stays with the column that it was given, whatever its name. */
  private List<Statement> sequences(String from, String to) {
    List<Statement> all = new ArrayList<>();
    for (SchemaObject.Sequence s : facts.context().after().all(SchemaObject.Sequence.class)) {
      if (s.ownedBy().equals(Optional.of(column.path()))) {
        Optional<ObjectPath> other = Optional.of(ObjectPath.column(table, from));
        all.add(
            new Statement.AlterObject(
                ChangeSequence.ownedBy(s, other),
                ChangeSequence.ownedBy(s, Optional.of(ObjectPath.column(table, to)))));
      }
    }
    return all;
  }

  /** What can be lost between the swap and its undo. */
  Optional<String> loses() {
    return column.back().isPresent() || column.isKeptByItself()
        ? Optional.empty()
        : Optional.of("values written to ".concat(column.name()).concat(" since the swap"));
  }

  /** After the deploy: the old column with its keys, indexes and trigger. */
  List<Step> after(List<ObjectPath> released) {
    List<Step> steps = new ArrayList<>(carried.contract());
    List<Statement> statements = new ArrayList<>();
    if (column.reverseSync().isPresent()) {
      statements.add(column.dropReverseSync());
    }
    statements.add(Alter.table(table, new TableAction.DropColumn(column.former())));
    steps.add(
        step("drop the old column")
            .phase(Phase.CONTRACT)
            .run(statements)
            .effect(Effects.exclusive(table))
            .undo(restored())
            .releases(released)
            .build());
    return steps;
  }

  private Undo restored() {
    List<Statement> all = new ArrayList<>();
    all.add(Alter.table(table, new TableAction.AddColumn(column.formerColumn(), Optional.empty())));
    all.addAll(AddColumn.belongings(table, column.formerColumn(), facts));
    if (column.back().isEmpty() || column.isLookedUp()) {
      return new Undo.Impossible(
          "the old values of "
              .concat(column.name())
              .concat(" cannot be computed from the new ones"));
    }
    all.addAll(
        RowUpdate.of(
            table,
            List.of(new Statement.Assignment(column.former(), column.back().get())),
            Optional.empty(),
            facts));
    column.reverseSync().ifPresent(all::add);
    return new Undo.Statements(all, column.merged());
  }
}
