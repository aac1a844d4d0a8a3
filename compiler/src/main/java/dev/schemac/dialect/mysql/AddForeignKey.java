package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.diff.KeyOrder;
import dev.schemac.model.Constraint;
import dev.schemac.model.Index;
import dev.schemac.model.KeyPart;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import dev.schemac.plan.Effect;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A foreign key. Checked by the server it copies the child while writers wait; with {@code
 * foreign_key_checks=0} it is in place and checks new rows alone, so the proof that no row lacks
 * its parent stands before it and again behind it (manual, "Online DDL Operations", note on ADD
 * FOREIGN KEY). Both lock the referenced table for a moment on MySQL.
 */
final class AddForeignKey {
  private AddForeignKey() {}

  static List<Step> steps(Situation s, QName table, Constraint.ForeignKey key) {
    return s.online() ? inPlace(s, table, key) : List.of(byCopy(s, table, key));
  }

  /** On a table that this plan has just made, nothing is there to copy or to check. */
  static Step toEmptyTable(
      Situation s, Table table, Constraint.ForeignKey key, List<ObjectPath> behind) {
    QName name = table.name();
    return draft("AddForeignKey", name, key)
        .provides(FreedNames.of(s, name, key))
        .run(allowed(s, key, false))
        .alter(name, Cost.COPY, relatives(s, key), List.of(new TableAction.AddConstraint(key)))
        .run(allowed(s, key, true))
        .effect(Cost.INSTANT.effect(name, relatives(s, key)))
        .requires(behind)
        .undo(undo(name, key, !KeyCover.isServed(table, key)))
        .step();
  }

  private static Step byCopy(Situation s, QName table, Constraint.ForeignKey key) {
    return draft("AddForeignKeyByCopy", table, key)
        .provides(FreedNames.of(s, table, key))
        .run(allowed(s, key, false))
        .alter(table, Cost.COPY, relatives(s, key), adding(s, table, key))
        .run(allowed(s, key, true))
        .guard(Conditions.noOrphans(table, key))
        .requires(madeBefore(s, table, key))
        .undo(back(s, table, key))
        .step();
  }

  private static List<Step> inPlace(Situation s, QName table, Constraint.ForeignKey key) {
    List<TableAction> adding = adding(s, table, key);
    Cost cost = cost(s, adding);
    Statement add = new Statement.AlterTable(table, adding, cost.mode());
    List<Step> steps = new ArrayList<>();
    steps.add(
        draft("AddForeignKeyInPlace", table, key)
            .provides(FreedNames.of(s, table, key))
            .run(allowed(s, key, false))
            .run(new Statement.SetVariable("foreign_key_checks", "0"), add)
            .run(new Statement.SetVariable("foreign_key_checks", "1"))
            .run(allowed(s, key, true))
            .effect(cost.effect(table, relatives(s, key)))
            .guard(Conditions.noOrphans(table, key))
            .requires(madeBefore(s, table, key))
            .undo(back(s, table, key))
            .step());
    steps.add(
        Draft.of("AddForeignKeyInPlace", "prove ".concat(key.name()))
            .effect(new Effect(List.of(), List.of(table), List.of(), Effect.Transaction.NONE))
            .guard(Conditions.noOrphans(table, key))
            .requires(List.of(Paths.constraint(table, key)))
            .undo(new Undo.Nothing("a proof changes nothing"))
            .step());
    return steps;
  }

  /** MySQL reads the table though it checks no row; MariaDB where it builds an index alone. */
  private static Cost cost(Situation s, List<TableAction> adding) {
    boolean builds = adding.stream().anyMatch(TableAction.AddIndex.class::isInstance);
    boolean drops = adding.stream().anyMatch(TableAction.DropIndex.class::isInstance);
    return builds || drops || !s.capabilities().isMariaDb() ? Cost.BUILD : Cost.METADATA;
  }

  private static List<Statement> allowed(
      Situation s, Constraint.ForeignKey key, boolean afterwards) {
    return isStandard(s, key, key.referencedTable()) ? List.of() : List.of(allowing(afterwards));
  }

  /** Whether the server takes a key to these columns of a table of the newer schema as it is. */
  static boolean isStandard(Situation s, Constraint.ForeignKey key, QName referenced) {
    return !s.capabilities().foreignKeyNeedsUnique()
        || s.after()
            .table(referenced)
            .filter(t -> !UniqueKeys.cover(t, key.referencedColumns()))
            .isEmpty();
  }

  /** Since 8.4 the server has to be told that a foreign key may refer to what is not unique. */
  static Statement allowing(boolean afterwards) {
    return new Statement.SetVariable(
        "restrict_fk_on_non_standard_key", afterwards ? "DEFAULT" : "0");
  }

  /** Together with its index, so that rows without a parent leave nothing behind. */
  private static List<TableAction> adding(Situation s, QName table, Constraint.ForeignKey key) {
    List<TableAction> actions = new ArrayList<>();
    Optional<Index> own = ImplicitIndexes.madeWith(s, table, key);
    own.ifPresent(i -> actions.add(new TableAction.AddIndex(i)));
    ObjectPath made =
        own.map(i -> Paths.index(table, i.name())).orElse(Paths.constraint(table, key));
    List<KeyPart> parts = key.columns().stream().map(KeyPart::column).toList();
    actions.addAll(KeptIndexes.beside(s, table, made, parts));
    actions.add(new TableAction.AddConstraint(key));
    return actions;
  }

  private static List<ObjectPath> madeBefore(Situation s, QName table, Constraint.ForeignKey key) {
    List<ObjectPath> made = new ArrayList<>();
    Optional<Index> own = ImplicitIndexes.madeWith(s, table, key);
    made.addAll(own.isPresent() ? inFront(s, table, own.get()) : KeyCover.madeFor(s, table, key));
    s.after()
        .table(key.referencedTable())
        .ifPresent(t -> KeyCover.referable(t, key).stream().filter(s::changes).forEach(made::add));
    return made;
  }

  /** The keys that the server is to list in front of the foreign key's own. */
  private static List<ObjectPath> inFront(Situation s, QName table, Index own) {
    return KeyOrder.of(s.is(table), s.capabilities().target()).stream()
        .takeWhile(i -> !i.equals(own))
        .map(i -> Paths.index(table, i.name()))
        .filter(s::changes)
        .toList();
  }

  private static Undo back(Situation s, QName table, Constraint.ForeignKey key) {
    List<TableAction> actions = new ArrayList<>();
    actions.add(new TableAction.DropConstraint(key));
    Cost cost = Cost.METADATA;
    for (TableAction action : adding(s, table, key)) {
      if (action instanceof TableAction.AddIndex(var index)) {
        actions.add(new TableAction.DropIndex(index.name()));
      } else if (action instanceof TableAction.DropIndex(var name)) {
        Index old = s.was(table).index(name).orElseThrow();
        actions.add(new TableAction.AddIndex(OldNames.index(s, table, old)));
        cost = Cost.BUILD;
      }
    }
    return Undo.exactly(new Statement.AlterTable(table, actions, cost.mode()));
  }

  static Draft draft(String pattern, QName table, Constraint.ForeignKey key) {
    return Draft.of(
        pattern, String.join(" ", "add foreign key", key.name(), "to", table.toString()));
  }

  /** The index that the server made for the constraint stays behind unless it is dropped too. */
  static Undo undo(QName table, Constraint.ForeignKey key, boolean ownIndex) {
    List<TableAction> actions = new ArrayList<>();
    actions.add(new TableAction.DropConstraint(key));
    if (ownIndex) {
      actions.add(new TableAction.DropIndex(key.name()));
    }
    return Undo.exactly(new Statement.AlterTable(table, actions, Cost.METADATA.mode()));
  }

  /** MariaDB leaves the other table alone. */
  static List<QName> relatives(Situation s, Constraint.ForeignKey key) {
    return s.capabilities().isMariaDb() ? List.of() : List.of(key.referencedTable());
  }

  static ObjectPath path(QName table, Constraint.ForeignKey key) {
    return Paths.constraint(table, key);
  }
}
