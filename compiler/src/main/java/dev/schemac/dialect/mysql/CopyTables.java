package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.diff.Change;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.plan.Effect;
import dev.schemac.plan.Guard;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.Phase;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * {@code CopyTables}: tables of the new shape beside the old ones. Triggers keep them equal,
 * batches fill them, foreign keys to both ends stand on the copies before they take the tables'
 * names at one moment. Nobody waits for more than a metadata lock, and no row is without its
 * foreign key at any time.
 */
final class CopyTables {
  private static final String PATTERN = "CopyTables";

  private final Situation s;
  private final List<CopiedTable> tables;
  private final CopiedKeys keys;

  CopyTables(Situation s, List<CopiedTable> tables) {
    this.s = s;
    this.tables = List.copyOf(tables);
    this.keys = new CopiedKeys(s, tables);
  }

  /** Whether the copies make the change. */
  boolean makes(Change change) {
    return tables.stream().anyMatch(t -> t.changes().contains(change));
  }

  /** All steps with the first of the changes, nothing with any other. */
  Lowered lower(Change change) {
    boolean first = tables.getFirst().changes().getFirst() == change;
    return first ? lower() : Lowered.of(List.of());
  }

  private Lowered lower() {
    List<Step> steps = new ArrayList<>();
    for (CopiedTable table : tables) {
      if (!table.sharedChecks().isEmpty()) {
        steps.add(begun(steps, freeChecks(table)));
      }
      steps.add(begun(steps, create(table)));
      steps.add(keepEqual(table));
      steps.add(fill(table));
      if (!table.triggers().after().isEmpty()) {
        steps.add(standIn(table));
      }
    }
    steps.addAll(keys.completed());
    steps.add(new SwapTables(tables, keys, fits()).step());
    steps.addAll(keys.named());
    tables.stream()
        .filter(t -> !t.triggers().after().isEmpty())
        .map(this::named)
        .forEach(steps::add);
    tables.forEach(t -> steps.add(drop(t)));
    return new Lowered(
        steps, List.of(), tables.stream().<SchemaObject>map(CopiedTable::remains).toList());
  }

  /** From now on the copy checks: what it refuses its triggers refuse the table. */
  private Draft freeChecks(CopiedTable table) {
    List<TableAction> gone = new ArrayList<>();
    List<TableAction> back = new ArrayList<>();
    table
        .sharedChecks()
        .forEach(
            c -> {
              gone.add(new TableAction.DropConstraint(c));
              back.add(new TableAction.AddConstraint(c));
            });
    return Draft.of(
            PATTERN, "leave the checks of ".concat(table.name().toString()).concat(" to its copy"))
        .alter(table.name(), Cost.INSTANT, List.of(), gone)
        .undo(Undo.exactly(new Statement.AlterTable(table.name(), back, Cost.COPY.mode())));
  }

  private Draft create(CopiedTable table) {
    List<Statement> statements = new ArrayList<>();
    statements.add(new Statement.Create(table.made()));
    List<Effect.Lock> locks = new ArrayList<>();
    List<Statement> foreignKeys = keys.early(table);
    if (!foreignKeys.isEmpty()) {
      statements.addAll(foreignKeys);
      locks.addAll(Cost.INSTANT.effect(table.copy(), keys.parents(table)).locks());
    }
    if (table.counts()) {
      statements.add(new Statement.CopyCounter(table.name(), table.copy()));
    }
    return Draft.of(PATTERN, "create ".concat(table.copy().toString()))
        .run(statements)
        .effect(new Effect(locks, List.of(), List.of(), Effect.Transaction.NONE))
        .provides(FreedNames.ofChecks(s, table.is()))
        .undo(Undo.exactly(new Statement.Drop(table.made())));
  }

  /** Before anything happens to one of the tables all guards hold. */
  private Step begun(List<Step> before, Draft draft) {
    if (before.isEmpty()) {
      draft.requires(tables.stream().map(t -> ObjectPath.table(t.name())).toList());
      tables.forEach(t -> draft.guard(guards(t)));
    }
    return draft.step();
  }

  private List<Guard> guards(CopiedTable table) {
    List<Guard> guards = new ArrayList<>(guards(table, AtOnce::isPart));
    guards.addAll(keys.guards(table));
    return guards;
  }

  private List<Guard> guards(CopiedTable table, Predicate<Change> which) {
    AtOnce all = AtOnce.of(s, table.name(), table.changes().stream().filter(which).toList());
    return new AtOnceGuards(s, all, Optional.of(table.values())).guards();
  }

  /** What is asked again: the server rounds where it does not refuse. */
  private List<Guard> fits() {
    return tables.stream()
        .flatMap(t -> guards(t, Change.ModifyColumn.class::isInstance).stream())
        .filter(g -> g.id().equals("fits") || g.id().equals("converted"))
        .toList();
  }

  private Step keepEqual(CopiedTable table) {
    return Draft.of(PATTERN, String.join(" ", "keep", table.copy().toString(), "equal by triggers"))
        .run(ZeroKeys.kept(table, table.mirror()))
        .effect(Cost.INSTANT.effect(table.name(), List.of()))
        .undo(Undo.exactly(table.dropMirror()))
        .step();
  }

  private Step fill(CopiedTable table) {
    return Draft.of(
            PATTERN,
            String.join(" ", "copy", table.name().toString(), "to", table.copy().toString()))
        .phase(Phase.BACKFILL)
        .run(ZeroKeys.kept(table, table.rows()))
        .effect(RowUpdate.inBatches(table.name()))
        .undo(new Undo.Nothing("the copy goes"))
        .step();
  }

  private Step standIn(CopiedTable table) {
    CopiedTriggers triggers = table.triggers();
    return Draft.of(
            PATTERN,
            "give the triggers of "
                .concat(table.name().toString())
                .concat(" to ")
                .concat(table.copy().toString()))
        .run(triggers.onCopy(table.copy()))
        .effect(Cost.INSTANT.effect(table.copy(), List.of()))
        .undo(Undo.exactly(triggers.offCopy(table.copy()).toArray(Statement[]::new)))
        .step();
  }

  private Step named(CopiedTable table) {
    QName name = table.name();
    CopiedTriggers triggers = table.triggers();
    return Draft.of(PATTERN, "give the triggers of ".concat(name.toString()).concat(" their names"))
        .run(triggers.named(name))
        .effect(Cost.lockTables(name))
        .provides(triggers.paths())
        .undo(Undo.exactly(triggers.unnamed(name).toArray(Statement[]::new)))
        .step();
  }

  private Step drop(CopiedTable table) {
    List<Statement> back = new ArrayList<>();
    back.add(new Statement.Create(table.remains()));
    back.addAll(ZeroKeys.kept(table, table.rowsBack()));
    return Draft.of(PATTERN, "drop ".concat(table.old().toString()))
        .phase(Phase.CONTRACT)
        .run(new Statement.Drop(table.remains()))
        .effect(Cost.INSTANT.effect(table.old(), List.of()))
        .requires(table.late())
        .undo(
            new Undo.Statements(
                back,
                table.values().isExact()
                    ? Optional.empty()
                    : Optional.of("values that the new table cannot give back")))
        .step();
  }
}
