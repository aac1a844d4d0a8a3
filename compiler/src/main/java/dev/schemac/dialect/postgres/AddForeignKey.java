package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.diff.Change;
import dev.schemac.model.Constraint;
import dev.schemac.model.Constraint.Enforcement;
import dev.schemac.model.Index;
import dev.schemac.model.KeyPart;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import dev.schemac.plan.Effect;
import dev.schemac.plan.Guard;
import dev.schemac.plan.Step;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A foreign key (FK-1). The referenced table is locked first, in the order in which applications
 * write, or the two would deadlock. Online it is added NOT VALID and validated in a transaction of
 * its own, which blocks nobody.
 */
final class AddForeignKey {
  private AddForeignKey() {}

  static List<Step> lower(QName table, Constraint.ForeignKey key, PlanFacts facts) {
    boolean scans = key.enforcement() == Enforcement.ENFORCED;
    if (!scans || !facts.online() || isPartitioned(table, facts)) {
      return List.of(direct(table, key, facts, scans).build());
    }
    Constraint.ForeignKey unchecked = withEnforcement(key, Enforcement.NOT_VALID);
    return List.of(
        direct(table, unchecked, facts, false)
            .effect(
                Effects.in(
                    Effect.Transaction.OWN,
                    Effects.shareRowExclusive(table, key.referencedTable())))
            .build(),
        validate(table, key));
  }

  /** A new table has no rows to check, so one statement is enough. */
  static List<Step> toNewTable(QName table, Constraint.ForeignKey key, PlanFacts facts) {
    return List.of(
        direct(table, key, facts, false)
            .effect(Effects.shareRowExclusive(tables(table, key)))
            .build());
  }

  private static StepBuilder direct(
      QName table, Constraint.ForeignKey key, PlanFacts facts, boolean scans) {
    List<Statement> statements = new ArrayList<>();
    if (facts.existed(table) && facts.existed(key.referencedTable())) {
      statements.add(
          new Statement.LockTables(List.of(tables(table, key)), Effects.SHARE_ROW_EXCLUSIVE));
    }
    statements.add(Alter.table(table, Alter.add(key)));
    TableStatements.comment(TableStatements.path(table, key), key.comment())
        .ifPresent(statements::add);
    StepBuilder step =
        StepBuilder.step(AddForeignKey.class, "add foreign key", key.name(), "to", table.toString())
            .run(statements)
            .effect(
                scans
                    ? Effects.foreignKey(table, key.referencedTable())
                    : Effects.shareRowExclusive(tables(table, key)))
            .undo(Alter.table(table, Alter.drop(key)))
            .requires(facts.after().constraint(table, key))
            .provides(goingKeys(key, facts))
            .provides(TableStatements.path(table, key));
    return scans ? step.guard(orphans(table, key)) : step;
  }

  /** Keys of the same columns that go: the server would lean the foreign key on one of them. */
  private static List<ObjectPath> goingKeys(Constraint.ForeignKey key, PlanFacts facts) {
    QName name = key.referencedTable();
    List<ObjectPath> found = new ArrayList<>();
    for (Table table : facts.renamed().table(name).stream().toList()) {
      for (Constraint constraint : table.constraints()) {
        ObjectPath path = TableStatements.path(name, constraint);
        if (covers(partsOf(constraint), key) && goes(path, facts)) {
          found.add(path);
        }
      }
      for (Index index : table.indexes()) {
        ObjectPath path = TableStatements.path(name, index);
        if (index.unique() && covers(index.parts(), key) && goes(path, facts)) {
          found.add(path);
        }
      }
    }
    return found;
  }

  private static List<KeyPart> partsOf(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey k -> k.parts();
      case Constraint.Unique k -> k.parts();
      case Constraint.Check ignored -> List.of();
      case Constraint.ForeignKey ignored -> List.of();
      case Constraint.Exclusion ignored -> List.of();
    };
  }

  private static boolean goes(ObjectPath key, PlanFacts facts) {
    return facts.changesOf(key).stream()
        .anyMatch(c -> c instanceof Change.DropConstraint || c instanceof Change.DropIndex);
  }

  private static boolean covers(List<KeyPart> parts, Constraint.ForeignKey key) {
    return parts.size() == key.referencedColumns().size()
        && parts.stream()
            .allMatch(p -> p.columnName().filter(key.referencedColumns()::contains).isPresent());
  }

  private static Step validate(QName table, Constraint.ForeignKey key) {
    return StepBuilder.step(AddForeignKey.class, "validate foreign key", key.name())
        .run(Alter.table(table, new TableAction.ValidateConstraint(key.name())))
        .effect(Effects.validatedForeignKey(table, key.referencedTable()))
        .guard(orphans(table, key))
        .undo(
            new dev.schemac.plan.Undo.Nothing(
                "validation leaves nothing behind but the constraint itself"))
        .requires(TableStatements.path(table, key))
        .build();
  }

  static Guard orphans(QName table, Constraint.ForeignKey key) {
    String message =
        String.join(
            "",
            "rows of ",
            table.toString(),
            " refer to rows of ",
            key.referencedTable().toString(),
            " that do not exist");
    return new Guard(
        GuardIds.NO_ORPHANS,
        message,
        new Guard.Condition.NoOrphans(
            table, key.columns(), key.referencedTable(), key.referencedColumns(), key.period()));
  }

  static Constraint.ForeignKey withEnforcement(Constraint.ForeignKey key, Enforcement other) {
    return new Constraint.ForeignKey(
        key.name(),
        key.columns(),
        key.referencedTable(),
        key.referencedColumns(),
        key.onDelete(),
        key.onUpdate(),
        key.setColumns(),
        key.matchFull(),
        key.period(),
        key.deferral(),
        other,
        key.comment());
  }

  /** The referenced table first. */
  private static QName[] tables(QName table, Constraint.ForeignKey key) {
    Set<QName> both = new LinkedHashSet<>(List.of(key.referencedTable()));
    both.add(table);
    return both.toArray(QName[]::new);
  }

  private static boolean isPartitioned(QName table, PlanFacts facts) {
    return !facts.can().notValidForeignKeyOnPartitioned()
        && facts.tableAfter(table).filter(t -> t.partitioning().isPresent()).isPresent();
  }
}
