package dev.schemac.dialect.mysql;

import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.Expression;
import dev.schemac.model.Index;
import dev.schemac.model.KeyPart;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import dev.schemac.plan.Step;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What hangs on a column and stays as it is, but stands in the way of renaming or replacing the
 * column: it goes before, innermost last, and comes back behind. Where several changes are in the
 * way of one thing, it goes with the first of them; the planner lets the others wait.
 */
final class DependantDetour {
  private final Situation s;
  private final Change change;
  private final QName table;
  private final Table was;
  private final List<Step> before = new ArrayList<>();
  private final List<Step> behind = new ArrayList<>();

  private DependantDetour(Situation s, Change change, QName table) {
    this.s = s;
    this.change = change;
    this.table = table;
    this.was = s.was(table);
  }

  /** Around the steps that rename or replace the column. */
  static List<Step> around(
      Situation s, Change change, QName table, String column, List<Step> steps) {
    DependantDetour detour = new DependantDetour(s, change, table);
    detour.indexes();
    detour.uniqueKeys();
    detour.checks();
    detour.generated();
    List<Step> all = new ArrayList<>(detour.before);
    all.addAll(steps);
    all.addAll(detour.behind);
    return change instanceof Change.ModifyColumn
        ? ForeignKeyDetour.aroundColumn(s, change, table, column, all)
        : all;
  }

  /** Around the swap of two columns: indexes have doubles, only what reads the name goes. */
  static List<Step> aroundSwap(Situation s, Change change, QName table, List<Step> steps) {
    DependantDetour detour = new DependantDetour(s, change, table);
    detour.checks();
    List<Step> all = new ArrayList<>(detour.before);
    all.addAll(steps);
    all.addAll(detour.behind);
    return all;
  }

  private void indexes() {
    for (Index index : was.indexes()) {
      Optional<Index> now = s.is(table).index(index.name());
      if (now.isPresent()
          && !s.changes(Paths.index(table, index.name()))
          && isFirst(renameSensitive(index.parts()), named(index.parts()))) {
        before.add(DropIndex.step(s, table, index));
        behind.addFirst(CreateIndex.step(s, table, now.get()));
      }
    }
  }

  private void uniqueKeys() {
    for (Constraint constraint : was.constraints()) {
      if (constraint instanceof Constraint.Unique key
          && s.is(table).constraint(key.name()).orElse(null) instanceof Constraint.Unique now
          && !s.changes(Paths.constraint(table, key))
          && isFirst(renameSensitive(key.parts()), named(key.parts()))) {
        before.add(UniqueKeys.dropStep(s, table, key));
        behind.addFirst(UniqueKeys.add(s, table, now));
      }
    }
  }

  private void checks() {
    for (Constraint constraint : was.constraints()) {
      if (constraint instanceof Constraint.Check check
          && s.is(table).constraint(check.name()).orElse(null) instanceof Constraint.Check now
          && !s.changes(Paths.constraint(table, check))) {
        Set<String> columns = closure(ColumnUse.columns(check.condition()));
        if (isFirst(columns, columns)) {
          before.add(Checks.drop(s, table, check));
          behind.add(Checks.add(s, table, now));
        }
      }
    }
  }

  private void generated() {
    // One that reads another stands behind it in the table, and goes first.
    for (Column column : was.columns().reversed()) {
      Optional<Column> now = s.is(table).column(column.name());
      if (column.generated().isPresent()
          && now.isPresent()
          && !s.changes(Paths.column(table, column.name()))) {
        Set<String> columns = closure(ColumnUse.columns(column.generated().get().expression()));
        if (isFirst(columns, columns)) {
          before.add(GeneratedColumns.drop(s, table, column));
          behind.addFirst(GeneratedColumns.add(s, table, now.get()));
        }
      }
    }
  }

  private boolean isFirst(Set<String> renameSensitive, Set<String> replaceSensitive) {
    Optional<Change> byRename = Interference.first(s, table, renameSensitive, true);
    Optional<Change> byReplacement = Interference.first(s, table, replaceSensitive, false);
    Optional<Change> first = earlier(byRename, byReplacement);
    return first.filter(c -> c == change).isPresent();
  }

  private Optional<Change> earlier(Optional<Change> a, Optional<Change> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.or(() -> b);
    }
    List<Change> all = s.changesOf(table);
    return all.indexOf(a.get()) <= all.indexOf(b.get()) ? a : b;
  }

  /** A plain key part follows a rename unless its column is a generated one that has to go. */
  private Set<String> renameSensitive(List<KeyPart> parts) {
    Set<String> found = new LinkedHashSet<>();
    for (KeyPart part : parts) {
      Set<String> direct = ColumnUse.columns(part.expression());
      Set<String> all = closure(direct);
      if (part.columnName().isPresent()) {
        all.removeAll(direct);
      }
      found.addAll(all);
    }
    return found;
  }

  private Set<String> named(List<KeyPart> parts) {
    Set<String> direct = new LinkedHashSet<>();
    for (KeyPart part : parts) {
      Expression expression = part.expression();
      direct.addAll(ColumnUse.columns(expression));
    }
    return closure(direct);
  }

  /** The columns, and those that generated ones among them read. */
  private Set<String> closure(Set<String> columns) {
    Set<String> all = new LinkedHashSet<>(columns);
    boolean grows = true;
    while (grows) {
      Set<String> more = new LinkedHashSet<>();
      for (String name : all) {
        was.column(name)
            .flatMap(Column::generated)
            .ifPresent(g -> more.addAll(ColumnUse.columns(g.expression())));
      }
      grows = all.addAll(more);
    }
    return all;
  }
}
