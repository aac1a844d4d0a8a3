package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.NotNull;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.Table;
import dev.schemac.model.TableNames;
import dev.schemac.model.WholeTable;
import dev.schemac.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A NOT NULL that stays changes as the constraint that it is from PostgreSQL 18 on: its name,
 * whether it is valid and inherited, its comment.
 */
final class ChangeNotNull {
  private ChangeNotNull() {}

  static List<Step> steps(Change.ModifyColumn change, PlanFacts facts) {
    if (!facts.can().namedNotNull()) {
      return List.of();
    }
    List<Step> steps = new ArrayList<>();
    boolean loosened = !NotNull.isNotValid(change.before()) && NotNull.isNotValid(change.after());
    if (loosened) {
      steps.add(again(change));
    } else {
      rename(change, facts).ifPresent(steps::add);
      inherit(change, facts).ifPresent(steps::add);
      validate(change).ifPresent(steps::add);
    }
    comment(change, loosened ? Optional.empty() : NotNull.comment(change.before()))
        .ifPresent(steps::add);
    return steps;
  }

  /** The constraint as the column has it. */
  static TableAction added(QName table, Column column) {
    return new TableAction.AddNotNull(
        NotNull.name(table.name(), column),
        column.name(),
        NotNull.isNoInherit(column),
        NotNull.isNotValid(column));
  }

  private static String name(Change.ModifyColumn change, Column column) {
    return NotNull.name(change.table().name(), column.withName(change.after().name()));
  }

  /** That no other column's NOT NULL has the name that this one's gets. */
  static List<ObjectPath> free(Change.ModifyColumn change) {
    return change.after().notNullName().stream().map(n -> free(change.table(), n)).toList();
  }

  /** The name that is free once the column's NOT NULL is gone or called otherwise. */
  static List<ObjectPath> freed(Change.ModifyColumn change, PlanFacts facts) {
    return facts.can().namedNotNull()
        ? List.of(free(change.table(), name(change, change.before())))
        : List.of();
  }

  private static ObjectPath free(QName table, String name) {
    return new ObjectPath(ObjectKind.CHECK, table, name.concat(" free"));
  }

  /** What is valid cannot become otherwise in place. */
  private static Step again(Change.ModifyColumn change) {
    QName table = change.table();
    TableAction drop = new TableAction.DropNotNull(change.after().name());
    return ChangeColumn.step(ChangeNotNull.class, change, "make not null not valid of")
        .run(Alter.table(table, drop), Alter.table(table, added(table, change.after())))
        .effect(Effects.exclusive(table))
        .undo(Alter.table(table, drop), Alter.table(table, added(table, change.before())))
        .build();
  }

  private static Optional<Step> rename(Change.ModifyColumn change, PlanFacts facts) {
    QName table = change.table();
    String old = name(change, change.before());
    String now = name(change, change.after());
    if (old.equals(now)) {
      return Optional.empty();
    }
    NotNullFamily family = new NotNullFamily(table, change.after().name(), facts);
    if (family.differs(table)) { // heirs that call theirs otherwise keep it from being renamed
      return Optional.of(change)
          .filter(c -> family.leads(table))
          .map(c -> HeirNotNull.step(c, family));
    }
    return Optional.of(
        ChangeColumn.step(ChangeNullability.class, change, "rename not null of")
            .run(Alter.table(table, new TableAction.RenameConstraint(old, now)))
            .effect(Effects.exclusive(table))
            .undo(Alter.table(table, new TableAction.RenameConstraint(now, old)))
            .provides(freed(change, facts))
            .requires(free(change))
            .build());
  }

  /** The server leaves the heirs what they have inherited so far. */
  private static Optional<Step> inherit(Change.ModifyColumn change, PlanFacts facts) {
    QName table = change.table();
    Column column = change.after();
    String name = name(change, column);
    boolean now = !NotNull.isNoInherit(column);
    if (now == !NotNull.isNoInherit(change.before())) {
      return Optional.empty();
    }
    List<Statement> forward = new ArrayList<>();
    List<Statement> backward = new ArrayList<>();
    forward.add(Alter.table(table, new TableAction.InheritNotNull(name, now)));
    backward.add(Alter.table(table, new TableAction.InheritNotNull(name, !now)));
    List<QName> heirs = heirs(table, column.name(), facts);
    for (QName heir : heirs) {
      (now ? backward : forward).add(Alter.table(heir, new TableAction.DropNotNull(column.name())));
    }
    return Optional.of(
        ChangeColumn.step(ChangeNotNull.class, change, "change who inherits not null of")
            .run(forward)
            .effect(heirs.isEmpty() ? Effects.exclusive(table) : Effects.exclusiveScan(table))
            .undo(backward.toArray(Statement[]::new))
            .build());
  }

  /** Tables that stay and have the NOT NULL from this table alone. */
  private static List<QName> heirs(QName table, String column, PlanFacts facts) {
    Schema schema = facts.context().after();
    return schema.tables().stream()
        .filter(t -> t.parents().contains(table) && facts.existed(t.name()))
        .filter(
            t ->
                WholeTable.of(schema, t.withOptions(withoutParent(t, table)))
                    .column(column)
                    .map(Column::nullable)
                    .orElse(true))
        .map(Table::name)
        .toList();
  }

  private static SortedMap<String, String> withoutParent(Table heir, QName parent) {
    SortedMap<String, String> options = new TreeMap<>(heir.options());
    List<QName> others = heir.parents().stream().filter(p -> !p.equals(parent)).toList();
    options.remove(Table.INHERITS);
    if (!others.isEmpty()) {
      options.put(Table.INHERITS, TableNames.write(others));
    }
    return options;
  }

  /** Its rows are read while everybody goes on working. */
  private static Optional<Step> validate(Change.ModifyColumn change) {
    QName table = change.table();
    String column = change.after().name();
    boolean becomes = NotNull.isNotValid(change.before()) && !NotNull.isNotValid(change.after());
    return becomes
        ? Optional.of(
            ChangeColumn.step(ChangeNotNull.class, change, "validate not null of")
                .run(
                    Alter.table(
                        table, new TableAction.ValidateConstraint(name(change, change.after()))))
                .effect(Effects.unblocking(table, true, dev.schemac.plan.Effect.Transaction.SHARED))
                .guard(AddConstraint.noNulls(table, column))
                .undo(
                    Alter.table(table, new TableAction.DropNotNull(column)),
                    Alter.table(table, added(table, change.before())))
                .build())
        : Optional.empty();
  }

  /** The comment where it differs from what the constraint has by now. */
  static Optional<Step> comment(Change.ModifyColumn change, Optional<String> by) {
    Optional<String> wanted = NotNull.comment(change.after());
    ObjectPath path = TableStatements.notNull(change.table(), change.after());
    return wanted.equals(by)
        ? Optional.empty()
        : Optional.of(
            ChangeColumn.step(ChangeNotNull.class, change, "comment on not null of")
                .run(new Statement.CommentOn(path, wanted))
                .undo(new Statement.CommentOn(path, by))
                .build());
  }
}
