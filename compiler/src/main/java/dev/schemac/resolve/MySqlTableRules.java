package dev.schemac.resolve;

import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.Constraint.Action;
import dev.schemac.model.ExpressionTree;
import dev.schemac.model.Generated;
import dev.schemac.model.Index;
import dev.schemac.model.KeyPart;
import dev.schemac.resolve.TableDraft.ColumnDraft;
import dev.schemac.syntax.Clause;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What MySQL refuses about a table as a whole. */
final class MySqlTableRules {
  private final ResolveContext context;

  MySqlTableRules(ResolveContext context) {
    this.context = context;
  }

  void check(TableParts table) {
    Set<String> counted = identity(table);
    checkCounted(table, counted);
    checkActions(table);
    for (Column column : table.columns) {
      if (column.options().containsKey("invisible")
          && !context.target.isMariaDb()
          && !context.target.isMySqlFrom(8, 0, 23)) {
        context.unavailable(
            table.draft.columns.get(column.name()).ident().span(),
            "an invisible column",
            "MySQL 8.0.23 and newer have it");
      }
    }
  }

  /** One auto-increment column per table, and it leads a key (error 1075). */
  private Set<String> identity(TableParts table) {
    Set<String> counted = new HashSet<>();
    for (ColumnDraft column : table.draft.columns.values()) {
      if (!column.has(Clause.IdentityClause.class)) {
        continue;
      }
      if (!counted.isEmpty()) {
        context.unavailable(
            column.ident().span(), "a second `identity` column in a table", "leave one out");
      }
      counted.add(column.name());
      if (!leadsKey(table, column.name())) {
        context.unavailable(
            column.ident().span(),
            "an `identity` column that no key begins with",
            "write `unique` or `primary key` behind it");
      }
    }
    return counted;
  }

  /** MyISAM counts within the columns before, so there it may stand anywhere in a key. */
  private static boolean leadsKey(TableParts table, String column) {
    boolean anywhere = table.draft.options.containsKey("engine");
    for (Unnamed<Constraint> constraint : table.constraints) {
      if (constraint.value() instanceof Constraint.PrimaryKey key
          && counts(key.parts(), column, anywhere)) {
        return true;
      }
    }
    for (Unnamed<Index> index : table.indexes) {
      if (counts(index.value().parts(), column, anywhere)) {
        return true;
      }
    }
    return false;
  }

  private static boolean counts(List<KeyPart> parts, String column, boolean anywhere) {
    return parts.subList(0, anywhere ? parts.size() : 1).stream()
        .anyMatch(p -> p.columnName().equals(Optional.of(column)));
  }

  /**
   * Neither a check (error 3818) nor a generated column (error 3109) may read a counter; on MariaDB
   * a virtual column may (error 1901 for the others).
   */
  private void checkCounted(TableParts table, Set<String> counted) {
    if (counted.isEmpty()) {
      return;
    }
    for (Unnamed<Constraint> constraint : table.constraints) {
      if (constraint.value() instanceof Constraint.Check check
          && readsAny(ExpressionTree.columns(check.condition()), counted)) {
        context.unavailable(
            constraint.place(),
            "a check that reads an `identity` column",
            "check it in the application");
      }
    }
    for (Column column : table.columns) {
      boolean refused =
          column
              .generated()
              .filter(g -> !context.target.isMariaDb() || g.storage() == Generated.Storage.STORED)
              .isPresent();
      if (refused
          && readsAny(ExpressionTree.columns(column.generated().get().expression()), counted)) {
        context.unavailable(
            table.draft.columns.get(column.name()).ident().span(),
            "a generated column that reads an `identity` column",
            "compute it in a view");
      }
    }
  }

  /** A column that a foreign key's action sets may stand in no check (error 3823). */
  private void checkActions(TableParts table) {
    Set<String> set = new HashSet<>();
    for (Unnamed<Constraint> constraint : table.constraints) {
      if (constraint.value() instanceof Constraint.ForeignKey key && sets(key)) {
        set.addAll(key.columns());
      }
    }
    if (set.isEmpty()) {
      return;
    }
    for (Unnamed<Constraint> constraint : table.constraints) {
      if (constraint.value() instanceof Constraint.Check check
          && readsAny(ExpressionTree.columns(check.condition()), set)) {
        context.unavailable(
            constraint.place(),
            "a check over a column that a foreign key's action sets",
            "take `on update cascade` or `on delete set null` out, or the check");
      }
    }
  }

  private static boolean sets(Constraint.ForeignKey key) {
    return key.onDelete() == Action.SET_NULL
        || key.onUpdate() == Action.SET_NULL
        || key.onUpdate() == Action.CASCADE;
  }

  private static boolean readsAny(Set<String> columns, Set<String> some) {
    return List.copyOf(columns).stream().anyMatch(some::contains);
  }
}
