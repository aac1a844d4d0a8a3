package dev.schemac.dialect.mysql;

import dev.schemac.ddl.Statement;
import dev.schemac.diff.Change;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.plan.Effect;
import dev.schemac.plan.Guard;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Copies take the names of their tables, those that are referred to first, within a moment: what is
 * still written to a table whose copy comes next happens to the copy. One statement for all would
 * lock them in the order of their names, and make who writes to a parent and then to its child the
 * victim of a deadlock (seen on 9.7; manual, "Metadata Locking"). On the way back the old tables
 * get the rows of then under a lock, so that nothing is lost that they can hold.
 */
final class SwapTables {
  private final List<CopiedTable> tables;
  private final CopiedKeys keys;
  private final List<Guard> fits;

  /**
   * The swap.
   *
   * @param fits that no value was written meanwhile that the copy has rounded or cut
   */
  SwapTables(List<CopiedTable> tables, CopiedKeys keys, List<Guard> fits) {
    this.tables = tables;
    this.fits = List.copyOf(fits);
    this.keys = keys;
  }

  Step step() {
    List<Statement> statements = new ArrayList<>(keys.left());
    List<QName> locked = new ArrayList<>();
    Draft draft = Draft.of("CopyTables", title()).guard(fits);
    for (CopiedTable table : tables) {
      statements.add(swapped(List.of(table), CopiedTable::old, CopiedTable::copy, false));
      statements.add(table.dropMirror());
      statements.addAll(table.triggers().left());
      locked.add(table.name());
      locked.add(table.copy());
      table.paths().forEach(draft::alters);
      draft
          .guard(table.copied())
          .releases(List.of(ObjectPath.table(table.name())))
          .removes(table.renamed().stream().map(r -> Paths.column(r.table(), r.from())).toList())
          .provides(table.renamed().stream().map(Change::path).toList())
          .requires(table.late());
    }
    locked.addAll(keys.formerParents());
    List<Effect.Lock> locks = locked.stream().distinct().map(Cost::momentary).toList();
    return draft
        .run(keys.renaming(statements))
        .effect(new Effect(locks, List.of(), List.of(), Effect.Transaction.NONE))
        .undo(new Undo.Statements(back(), lost()))
        .step();
  }

  private String title() {
    CopiedTable first = tables.getFirst();
    if (tables.size() == 1) {
      return String.join(" ", "swap", first.name().toString(), "and", first.copy().toString());
    }
    List<String> names = tables.stream().map(t -> t.name().toString()).toList();
    return String.join(" ", "swap", String.join(", ", names), "and their copies");
  }

  private interface Name {
    QName of(CopiedTable table);
  }

  /** Each table steps aside for another one. */
  private static Statement swapped(
      List<CopiedTable> tables, Name aside, Name instead, boolean locked) {
    List<Statement.NewName> names = new ArrayList<>();
    for (CopiedTable table : tables) {
      names.add(new Statement.NewName(table.name(), aside.of(table)));
      names.add(new Statement.NewName(instead.of(table), table.name()));
    }
    return new Statement.RenameTables(names, locked);
  }

  private List<Statement> back() {
    List<Statement> statements = new ArrayList<>();
    List<QName> locked = new ArrayList<>(keys.outside());
    for (CopiedTable table : tables) {
      locked.add(table.name());
      locked.add(table.old());
    }
    statements.add(new Statement.LockTables(locked, "write"));
    for (CopiedTable table : tables) {
      statements.addAll(ZeroKeys.kept(table, table.rowsReturned()));
      statements.addAll(table.triggers().taken(table.old()));
      statements.addAll(ZeroKeys.kept(table, table.mirrorOnOld()));
    }
    statements.add(swapped(tables, CopiedTable::copy, CopiedTable::old, true));
    statements.add(new Statement.UnlockTables());
    statements.addAll(keys.taken());
    return keys.renaming(statements);
  }

  private Optional<String> lost() {
    List<String> added = tables.stream().flatMap(t -> t.values().added().stream()).toList();
    if (!added.isEmpty()) {
      return Optional.of("values written to ".concat(String.join(", ", added)));
    }
    return tables.stream().allMatch(t -> t.values().isExact())
        ? Optional.empty()
        : Optional.of("values written since then that the old columns cannot hold");
  }
}
