package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.diff.Change;
import dev.schemac.model.Constraint;
import dev.schemac.model.Constraint.Enforcement;
import dev.schemac.model.Expression;
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
    if (group.root().isPresent()) {
      return mapped(group, plain, change, facts);
    }
    return group.isWrittenByActions(change.path()) ? plain.eitherWay() : plain;
  }

  /** A key's values are the author's; a reference's are those of the row that it means. */
  private static CopiedColumn mapped(
      KeyGroup group, CopiedColumn plain, Change.ModifyColumn change, PlanFacts facts) {
    Change.ModifyColumn root = group.root().orElseThrow();
    boolean kept = root.before().identity().isPresent();
    if (change.equals(root)) {
      return new CopiedColumn(
          plain.table(),
          plain.before(),
          plain.after(),
          once(plain),
          plain.merged(),
          Optional.empty(),
          kept ? CopiedColumn.Kept.BY_ITSELF : CopiedColumn.Kept.FROM_ROW);
    }
    KeyMapping key = new KeyMapping(group.meant(change.path()).orElseThrow());
    return new CopiedColumn(
        plain.table(),
        plain.before(),
        plain.after(),
        key.value(plain.table(), plain.name()),
        plain.merged(),
        kept ? Optional.of(key.back(plain.table(), plain.name())) : Optional.empty(),
        CopiedColumn.Kept.LOOKED_UP);
  }

  /** What comes out otherwise each time is computed for a row only once. */
  private static Expression once(CopiedColumn column) {
    return Volatility.isVolatile(column.value())
        ? Expression.Call.of("coalesce", new Expression.ColumnRef(column.future()), column.value())
        : column.value();
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
      ObjectPath path = columns.get(i).path();
      mapping(group.changes().get(i)).ifPresent(m -> steps.add(map(m, path)));
    }
    group.keys().forEach(k -> steps.addAll(future(k)));
    steps.add(swap());
    steps.addAll(contract());
    List<SchemaObject> temporaries = new ArrayList<>();
    Set<QName> tables = new LinkedHashSet<>();
    columns.forEach(c -> tables.add(c.table()));
    tables.forEach(t -> temporaries.addAll(Temporaries.of(t, facts)));
    backMappings().forEach(m -> temporaries.add(m.routine()));
    return new Lowered(steps, List.of(), temporaries);
  }

  /** Columns that others refer to, where these look up what has become of them. */
  private Optional<KeyMapping> mapping(Change.ModifyColumn change) {
    boolean meant =
        group.root().isPresent()
            && group.changes().stream()
                .flatMap(c -> group.meant(c.path()).stream())
                .anyMatch(m -> m.equals(change));
    return meant ? Optional.of(new KeyMapping(change)) : Optional.empty();
  }

  private List<KeyMapping> mappings() {
    return group.changes().stream().flatMap(c -> mapping(c).stream()).toList();
  }

  /** Those that find the old values again, where there are any. */
  private List<KeyMapping> backMappings() {
    return columns.stream().anyMatch(CopiedColumn::isKeptByItself) ? mappings() : List.of();
  }

  private static Step map(KeyMapping mapping, ObjectPath column) {
    return step("look up the copy of", column.toString(), "by its old value")
        .run(mapping.create())
        .effect(Effects.in(Effect.Transaction.OWN, Effects.none()))
        .undo(mapping.drop())
        .build();
  }

  /** References lose their old columns before the key does that they find them by. */
  private List<Step> contract() {
    List<Step> steps = new ArrayList<>();
    if (mappings().isEmpty()) {
      copies.forEach(c -> steps.addAll(c.after(List.of())));
      return steps;
    }
    List<CopyAndRename> references = copies.subList(1, copies.size());
    references.reversed().forEach(c -> steps.addAll(c.after(List.of())));
    if (!backMappings().isEmpty()) {
      steps.add(
          step("forget the old values of", columns.getFirst().path().toString())
              .phase(Phase.CONTRACT)
              .run(backMappings().stream().map(KeyMapping::dropBack).toList())
              .effect(Effects.none())
              .undo(new Undo.Impossible("nothing computes the old values again"))
              .build());
    }
    steps.addAll(copies.getFirst().after(List.of()));
    return steps;
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
    mappings().forEach(m -> all.add(m.drop()));
    backMappings().forEach(m -> all.add(m.createBack()));
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
    backMappings().forEach(m -> all.add(m.dropBack()));
    mappings().forEach(m -> all.add(m.create()));
    for (KeyGroup.Owned owned : group.keys()) {
      all.add(Alter.table(owned.table(), Alter.add(owned.key())));
      all.addAll(TableStatements.settings(owned.table(), owned.key()));
      all.add(Alter.table(owned.table(), Alter.add(between(owned))));
    }
    all.addAll(dependants.create());
    return all;
  }
}
