package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.diff.Change;
import dev.schemac.model.Constraint;
import dev.schemac.model.Constraint.Enforcement;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.plan.Effect;
import dev.schemac.plan.Guard;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A key and all foreign keys to it get another type while everybody works on (§4.6): every column
 * is copied aside, the foreign keys are built and validated on the copies, and all names are
 * exchanged in one short transaction.
 */
final class ConvertKeyByCopyAndRename {
  private final KeyGroup group;
  private final PlanFacts facts;
  private final List<CopiedColumn> columns;
  private final List<CopyAndRename> copies;

  private ConvertKeyByCopyAndRename(KeyGroup group, PlanFacts facts) {
    this.group = group;
    this.facts = facts;
    this.columns = columns(group, facts);
    this.copies =
        columns.stream()
            .map(c -> new CopyAndRename(c, facts, ConvertKeyByCopyAndRename.class))
            .toList();
  }

  /** The column on its way; the server may write either side of a foreign key's. */
  static CopiedColumn column(KeyGroup group, Change.ModifyColumn change, PlanFacts facts) {
    CopiedColumn plain = ConvertColumnByCopyAndRename.column(change, facts);
    return group.isWrittenByActions(change.path()) ? plain.eitherWay() : plain;
  }

  private static List<CopiedColumn> columns(KeyGroup group, PlanFacts facts) {
    return group.changes().stream().map(c -> column(group, c, facts)).toList();
  }

  /** All steps at the first of the changes, nothing at the others. */
  static Lowered lower(Change.ModifyColumn change, KeyGroup group, PlanFacts facts) {
    return group.isLedBy(change)
        ? new ConvertKeyByCopyAndRename(group, facts).lower()
        : Lowered.of(List.of());
  }

  private Lowered lower() {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < copies.size(); i++) {
      List<Guard> guards = ChangeType.guards(group.changes().get(i), facts);
      steps.addAll(copies.get(i).before(GuardIds.unlocked(guards)));
    }
    group.keys().forEach(k -> steps.addAll(future(k)));
    steps.add(swap());
    copies.forEach(c -> steps.addAll(c.after(List.of())));
    List<SchemaObject> temporaries = new ArrayList<>();
    Set<QName> tables = new LinkedHashSet<>();
    columns.forEach(c -> tables.add(c.table()));
    tables.forEach(t -> temporaries.addAll(Temporaries.of(t, facts)));
    return new Lowered(steps, List.of(), temporaries);
  }

  /** A foreign key between the copies, checked while everybody works on. */
  private List<Step> future(KeyGroup.Owned owned) {
    Constraint.ForeignKey key = between(owned);
    List<Step> steps = new ArrayList<>();
    steps.add(
        step("carry over foreign key", key.name())
            .run(
                new Statement.LockTables(tables(owned), Effects.SHARE_ROW_EXCLUSIVE),
                Alter.table(owned.table(), Alter.add(unchecked(key))))
            .effect(
                Effects.in(
                    Effect.Transaction.OWN,
                    Effects.shareRowExclusive(tables(owned).toArray(QName[]::new))))
            .undo(Alter.table(owned.table(), Alter.drop(key)))
            .build());
    if (key.enforcement() == Enforcement.ENFORCED) {
      steps.add(
          step("validate foreign key", key.name())
              .run(Alter.table(owned.table(), new TableAction.ValidateConstraint(key.name())))
              .effect(Effects.validatedForeignKey(owned.table(), owned.key().referencedTable()))
              .undo(new Undo.Nothing("validation leaves nothing behind but the constraint itself"))
              .build());
    }
    return steps;
  }

  private static StepBuilder step(String... words) {
    return StepBuilder.step(ConvertKeyByCopyAndRename.class, words);
  }

  private static Constraint.ForeignKey unchecked(Constraint.ForeignKey key) {
    return AddForeignKey.withEnforcement(key, Enforcement.NOT_VALID);
  }

  private static List<QName> tables(KeyGroup.Owned owned) {
    QName to = owned.key().referencedTable();
    return to.equals(owned.table()) ? List.of(to) : List.of(to, owned.table());
  }

  private Constraint.ForeignKey between(KeyGroup.Owned owned) {
    Constraint.ForeignKey key = owned.key();
    return new Constraint.ForeignKey(
        Names.future(key.name()),
        futures(owned.table(), key.columns()),
        key.referencedTable(),
        futures(key.referencedTable(), key.referencedColumns()),
        key.onDelete(),
        key.onUpdate(),
        futures(owned.table(), key.setColumns()),
        key.matchFull(),
        key.period(),
        key.deferral(),
        key.enforcement(),
        Optional.empty());
  }

  private List<String> futures(QName table, List<String> names) {
    return names.stream()
        .map(c -> group.has(ObjectPath.column(table, c)) ? Names.future(c) : c)
        .toList();
  }

  private Step swap() {
    ColumnDependants dependants = ColumnDependants.of(columns, facts);
    List<Guard> guards = new ArrayList<>();
    copies.forEach(c -> c.copied().ifPresent(guards::add));
    Set<ObjectPath> paths = new LinkedHashSet<>();
    columns.forEach(c -> paths.add(c.path()));
    List<QName> locked = locked();
    return step("put the copies of", columns.getFirst().path().toString(), "in their place")
        .run(forward(dependants, locked))
        .effect(dependants.effect(Effects.exclusive(locked.toArray(QName[]::new)), facts))
        .guards(guards)
        .undo(
            new Undo.Statements(
                backward(dependants, locked),
                copies.stream().flatMap(c -> c.loses().stream()).findFirst()))
        .removes(paths)
        .removes(dependants.paths())
        .provides(paths)
        .provides(dependants.paths())
        .build();
  }

  /** What is referred to first, as a foreign key's own creation locks. */
  private List<QName> locked() {
    Set<QName> tables = new LinkedHashSet<>();
    group.keys().forEach(k -> tables.add(k.key().referencedTable()));
    columns.forEach(c -> tables.add(c.table()));
    group.keys().forEach(k -> tables.add(k.table()));
    return List.copyOf(tables);
  }

  private List<Statement> forward(ColumnDependants dependants, List<QName> locked) {
    List<Statement> all = new ArrayList<>();
    all.add(new Statement.LockTables(locked, Effects.ACCESS_EXCLUSIVE));
    all.addAll(dependants.drop());
    group.keys().forEach(k -> all.add(Alter.table(k.table(), Alter.drop(k.key()))));
    copies.forEach(c -> all.addAll(c.swap()));
    for (KeyGroup.Owned owned : group.keys()) {
      String name = owned.key().name();
      all.add(
          Alter.table(owned.table(), new TableAction.RenameConstraint(Names.future(name), name)));
      all.addAll(TableStatements.settings(owned.table(), owned.key()));
    }
    all.addAll(dependants.create());
    return all;
  }

  /** The foreign keys of both sides are checked anew on the way back. */
  private List<Statement> backward(ColumnDependants dependants, List<QName> locked) {
    List<Statement> all = new ArrayList<>();
    all.add(new Statement.LockTables(locked, Effects.ACCESS_EXCLUSIVE));
    all.addAll(dependants.drop());
    group.keys().forEach(k -> all.add(Alter.table(k.table(), Alter.drop(k.key()))));
    copies.reversed().forEach(c -> all.addAll(c.unswap()));
    for (KeyGroup.Owned owned : group.keys()) {
      all.add(Alter.table(owned.table(), Alter.add(owned.key())));
      all.addAll(TableStatements.settings(owned.table(), owned.key()));
      all.add(Alter.table(owned.table(), Alter.add(between(owned))));
    }
    all.addAll(dependants.create());
    return all;
  }
}
