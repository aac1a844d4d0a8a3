package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.model.Constraint.ForeignKey;
import dev.schemac.model.QName;
import dev.schemac.plan.Guard;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * The foreign keys of tables that are copied together, and those of other tables to them. A copy
 * has its own from the start, so that cascades happen to it too, but for those to itself or in a
 * circle, whose rows may come in any order. A key of another table changes over to the copy when
 * that is whole. Names are the database's, so the copies' keys get theirs when the old ones are
 * gone.
 */
final class CopiedKeys {
  private static final String PATTERN = "CopyTables";

  private final Situation s;
  private final List<CopiedTable> tables;
  private final Map<QName, QName> copies = new HashMap<>();

  /** A foreign key of a table that is not copied. */
  private record Outside(QName table, ForeignKey key) {}

  CopiedKeys(Situation s, List<CopiedTable> tables) {
    this.s = s;
    this.tables = tables;
    tables.forEach(t -> copies.put(t.name(), t.copy()));
  }

  /** The keys that a copy has before it has rows: nothing is there to copy or to check. */
  List<Statement> early(CopiedTable table) {
    List<ForeignKey> keys =
        table.is().foreignKeys().stream()
            .filter(k -> !isLate(table, k))
            .map(this::meanwhile)
            .toList();
    return keys.isEmpty()
        ? List.of()
        : allowed(keys, alter(table.copy(), Cost.COPY, List.of(), keys));
  }

  /** The tables that those refer to. */
  List<QName> parents(CopiedTable table) {
    return table.is().foreignKeys().stream()
        .filter(k -> !isLate(table, k))
        .flatMap(k -> AddForeignKey.relatives(s, meanwhile(k)).stream())
        .distinct()
        .toList();
  }

  /** New keys must hold before anything is touched. */
  List<Guard> guards(CopiedTable table) {
    return table.is().foreignKeys().stream()
        .filter(k -> !s.was(table.name()).foreignKeys().contains(k))
        .filter(k -> k.columns().stream().allMatch(c -> s.was(table.name()).column(c).isPresent()))
        .filter(k -> s.tableBefore(k.referencedTable()).isPresent())
        .map(k -> noOrphans(table.name(), k))
        .toList();
  }

  private Guard noOrphans(QName table, ForeignKey key) {
    QName parent = key.referencedTable();
    return Conditions.noOrphans(
        key.name(),
        new Guard.Condition.NoOrphans(
            table,
            key.columns().stream().map(c -> s.oldName(table, c)).toList(),
            parent,
            key.referencedColumns().stream().map(c -> s.oldName(parent, c)).toList(),
            false));
  }

  /** Tables that are not copied and refer to one that is. */
  List<QName> outside() {
    return outsideKeys().stream().map(Outside::table).distinct().toList();
  }

  private Step leadingToCopy(Outside each) {
    String title = String.join(" ", "let", each.key().name(), "refer to the copy");
    ForeignKey was = (ForeignKey) OldNames.constraint(s, each.table(), each.key());
    List<ForeignKey> now = List.of(meanwhile(each.key()));
    if (!isGoing(each.table())) {
      return step(title, each.table(), List.of(was), now);
    }
    // Its name is the one with which the table goes, and comes back.
    List<ForeignKey> same = List.of(now.getFirst().withName(was.name()));
    return Draft.of(PATTERN, title)
        .run(replaced(each.table(), List.of(was), same))
        .effect(Cost.METADATA.effect(each.table(), AddForeignKey.relatives(s, was)))
        .undo(Undo.exactly(replaced(each.table(), same, List.of(was)).toArray(Statement[]::new)))
        .step();
  }

  private List<Statement> replaced(QName table, List<ForeignKey> gone, List<ForeignKey> added) {
    List<Statement> all = new ArrayList<>(unchecked(table, Cost.METADATA, gone, List.of()));
    all.addAll(unchecked(table, Cost.METADATA, List.of(), added));
    return all;
  }

  private boolean isGoing(QName table) {
    return s.after().table(table).isEmpty();
  }

  private boolean isLate(CopiedTable table, ForeignKey key) {
    List<QName> order = tables.stream().map(CopiedTable::name).toList();
    return order.indexOf(key.referencedTable()) >= order.indexOf(table.name());
  }

  private ForeignKey meanwhile(ForeignKey key) {
    QName to = copies.getOrDefault(key.referencedTable(), key.referencedTable());
    return key.withReferencedTable(to)
        .withName(FreeName.ofForeignKey(s, key.name().concat("_new")));
  }

  private List<Outside> outsideKeys() {
    List<Outside> found = new ArrayList<>();
    for (CopiedTable table : tables) {
      for (Situation.ReferringKey each : s.referringTo(table.name())) {
        if (!copies.containsKey(each.table())) {
          found.add(new Outside(each.table(), each.key()));
        }
      }
    }
    return found;
  }

  /**
   * Steps between the last row and the swap. The rows of all these keys were checked where they
   * came from, so {@code foreign_key_checks=0} leaves out nothing.
   */
  List<Step> completed() {
    List<Step> steps = new ArrayList<>();
    for (CopiedTable table : tables) {
      List<ForeignKey> late =
          table.is().foreignKeys().stream().filter(k -> isLate(table, k)).toList();
      if (!late.isEmpty()) {
        steps.add(
            step(
                "add foreign keys to ".concat(table.copy().toString()),
                table.copy(),
                List.of(),
                late.stream().map(this::meanwhile).toList()));
      }
    }
    for (Outside each : outsideKeys()) {
      steps.add(leadingToCopy(each));
    }
    return steps;
  }

  /**
   * The tables let go of their own keys right before they step aside: no parent waits for rows that
   * nobody sees any more. The copies' keys go on refusing what these refuse. The tables that refer
   * to others come first: on MariaDB a table whose key goes locks those that refer to it.
   */
  List<Statement> left() {
    return own((table, keys) -> unchecked(table, Cost.METADATA, keys, List.of())).reversed();
  }

  List<Statement> taken() {
    return own((table, keys) -> unchecked(table, Cost.METADATA, List.of(), keys));
  }

  /** The tables that those refer to. */
  List<QName> formerParents() {
    return tables.stream()
        .flatMap(t -> t.was().foreignKeys().stream())
        .flatMap(k -> AddForeignKey.relatives(s, k).stream())
        .distinct()
        .toList();
  }

  private List<Statement> own(BiFunction<QName, List<ForeignKey>, List<Statement>> each) {
    return tables.stream()
        .filter(t -> !t.was().foreignKeys().isEmpty())
        .flatMap(t -> each.apply(t.name(), t.was().foreignKeys()).stream())
        .toList();
  }

  /** Steps behind the swap. */
  List<Step> named() {
    List<Step> steps = new ArrayList<>();
    for (CopiedTable table : tables) {
      if (!table.is().foreignKeys().isEmpty()) {
        steps.add(named(table.name(), table.is().foreignKeys()));
      }
    }
    for (Outside each : outsideKeys()) {
      if (!isGoing(each.table())) {
        steps.add(named(each.table(), List.of(each.key())));
      }
    }
    return steps;
  }

  private Step named(QName table, List<ForeignKey> keys) {
    List<ForeignKey> meanwhile = keys.stream().map(k -> k.withName(meanwhile(k).name())).toList();
    String title = "give the foreign keys of ".concat(table.toString()).concat(" their names");
    return step(title, table, meanwhile, keys);
  }

  private Step step(String title, QName table, List<ForeignKey> gone, List<ForeignKey> added) {
    return draft(title, table, gone, added)
        .run(unchecked(table, cost(table, added), gone, added))
        .undo(
            Undo.exactly(
                unchecked(table, cost(table, gone), added, gone).toArray(Statement[]::new)))
        .step();
  }

  private Draft draft(String title, QName table, List<ForeignKey> gone, List<ForeignKey> added) {
    List<QName> relatives = new ArrayList<>();
    gone.forEach(k -> relatives.addAll(AddForeignKey.relatives(s, k)));
    added.forEach(k -> relatives.addAll(AddForeignKey.relatives(s, k)));
    return Draft.of(PATTERN, title).effect(cost(table, added).effect(table, relatives));
  }

  /** Where MySQL made an index for the key, it makes one for the key that comes instead. */
  private Cost cost(QName table, List<ForeignKey> added) {
    boolean builds = outside().contains(table) && !s.capabilities().isMariaDb();
    return builds && !added.isEmpty() ? Cost.BUILD : Cost.METADATA;
  }

  private List<Statement> unchecked(
      QName table, Cost cost, List<ForeignKey> gone, List<ForeignKey> added) {
    Statement alter = alter(table, cost, gone, added);
    return added.isEmpty()
        ? List.of(alter)
        : allowed(
            added,
            new Statement.SetVariable("foreign_key_checks", "0"),
            alter,
            new Statement.SetVariable("foreign_key_checks", "1"));
  }

  private static Statement alter(
      QName table, Cost cost, List<ForeignKey> gone, List<ForeignKey> added) {
    List<TableAction> actions = new ArrayList<>();
    gone.forEach(k -> actions.add(new TableAction.DropConstraint(k)));
    added.forEach(k -> actions.add(new TableAction.AddConstraint(k)));
    return new Statement.AlterTable(table, actions, cost.mode());
  }

  /** Statements that rename tables, which looks at their keys and at those to them. */
  List<Statement> renaming(List<Statement> statements) {
    List<ForeignKey> keys = new ArrayList<>();
    tables.forEach(t -> keys.addAll(t.is().foreignKeys()));
    outsideKeys().forEach(o -> keys.add(o.key()));
    return allowed(keys, statements.toArray(Statement[]::new));
  }

  /** The statements where the server takes keys that it would refuse otherwise. */
  private List<Statement> allowed(List<ForeignKey> keys, Statement... statements) {
    List<Statement> all = new ArrayList<>(List.of(statements));
    if (!keys.stream().allMatch(this::isStandard)) {
      all.addFirst(AddForeignKey.allowing(false));
      all.addLast(AddForeignKey.allowing(true));
    }
    return all;
  }

  private boolean isStandard(ForeignKey key) {
    QName table =
        tables.stream()
            .filter(t -> t.copy().equals(key.referencedTable()))
            .map(CopiedTable::name)
            .findFirst()
            .orElse(key.referencedTable());
    return AddForeignKey.isStandard(s, key, table);
  }
}
