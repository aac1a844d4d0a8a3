package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Span;
import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.Expression;
import dev.schemac.model.NotNull;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.Options;
import dev.schemac.model.QName;
import dev.schemac.plan.Effect;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.Undo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A column on a table that stays (COL-1 to COL-9). A NOT NULL column with a backfill is added
 * nullable, filled, and then made NOT NULL; one with a volatile default is added without it online,
 * since the server would write the whole table anew under ACCESS EXCLUSIVE.
 */
final class AddColumn {
  private AddColumn() {}

  static Lowered lower(Change.AddColumn change, PlanFacts facts) {
    if (change.column().isInherited()) {
      return ChangeInheritedColumn.added(change, facts);
    }
    Optional<Expression> backfill =
        change.conversion().flatMap(c -> c.backfill().isPresent() ? c.backfill() : c.using());
    Column column = change.column();
    if (backfill.isPresent()) {
      return facts.online()
          ? AddColumnByBackfill.online(change, backfill.get(), facts)
          : Lowered.of(AddColumnByBackfill.direct(change, backfill.get(), facts));
    }
    if (AddIdentityByBackfill.isBetter(change, facts)) {
      return AddIdentityByBackfill.lower(change, facts);
    }
    boolean bare = rewrites(bare(column), facts);
    if (facts.online()
        && rewrites(column, facts)
        && canBackfill(column)
        && !bare
        && PublishedTables.obstacle(change.table(), facts).isEmpty()) {
      return AddColumnByBackfill.online(change, column.defaultValue().orElseThrow(), facts);
    }
    return new Lowered(
        List.of(add(change.table(), column, facts).build()), warnings(change, facts), List.of());
  }

  /** What is computed by the server or proven by a domain has no way around the rewrite. */
  static List<Diagnostic> warnings(Change.AddColumn change, PlanFacts facts) {
    if (!facts.online() || !rewrites(change.column(), facts)) {
      return List.of();
    }
    String what = change.path().toString();
    return List.of(
        Diagnostic.of(
                Code.SC5002,
                Span.NONE,
                what.concat(" is added while readers and writers wait: the table is written anew"))
            .withHelp("run it in a maintenance window, or write the migration by hand"));
  }

  private static boolean canBackfill(Column column) {
    return column.generated().isEmpty()
        && column.identity().isEmpty()
        && column.defaultValue().isPresent();
  }

  /** The column with all that belongs to it in one step. */
  static StepBuilder add(QName table, Column declared, PlanFacts facts) {
    Column column = TakenNotNullNames.spelledOut(table, declared, facts);
    List<Statement> statements = new ArrayList<>();
    statements.add(Alter.table(table, new TableAction.AddColumn(column, Optional.empty())));
    statements.addAll(belongings(table, column, facts));
    Effect effect =
        rewrites(column, facts)
            ? Effects.exclusiveRewrite(table)
            : scans(column) ? Effects.exclusiveScan(table) : Effects.exclusive(table);
    return StepBuilder.step(AddColumn.class, "add column", column.name(), "to", table.toString())
        .run(statements)
        .effect(effect)
        .undo(Undo.losing("values written since", dropped(table, column)))
        .requires(ObjectPath.table(table))
        .requires(facts.after().column(table, column))
        .provides(ObjectPath.column(table, column.name()))
        .provides(below(table, column.name(), facts))
        .provides(IdentitySequence.taken(table, List.of(column), facts));
  }

  /** The heirs and partitions that get it too. */
  static List<ObjectPath> below(QName table, String column, PlanFacts facts) {
    return LateConstraints.below(table, facts).stream()
        .map(t -> ObjectPath.column(t, column))
        .toList();
  }

  /** Settings, trigger and comment. */
  static List<Statement> belongings(QName table, Column column, PlanFacts facts) {
    List<Statement> all = new ArrayList<>();
    SortedMap<String, String> settings = IdentitySequence.settings(table, column);
    if (!settings.isEmpty()) {
      all.addAll(ColumnSettings.statements(table, column.name(), Options.none(), settings, facts));
    }
    TableStatements.notValid(table, column).ifPresent(all::add);
    TableStatements.comment(TableStatements.notNull(table, column), NotNull.comment(column))
        .ifPresent(all::add);
    TableStatements.onUpdate(table, column).ifPresent(all::add);
    TableStatements.comment(ObjectPath.column(table, column.name()), column.comment())
        .ifPresent(all::add);
    return all;
  }

  static Statement[] dropped(QName table, Column column) {
    List<Statement> all = new ArrayList<>();
    if (column.onUpdate().isPresent()) {
      all.add(TableStatements.dropOnUpdate(table, column.name()));
    }
    all.add(Alter.table(table, new TableAction.DropColumn(column.name())));
    return all.toArray(Statement[]::new);
  }

  /** Volatile default, identity, stored generation, or a constrained domain (COL-5 to 8, 15). */
  static boolean rewrites(Column column, PlanFacts facts) {
    boolean stored =
        column
            .generated()
            .filter(g -> g.storage() == dev.schemac.model.Generated.Storage.STORED)
            .isPresent();
    return stored
        || column.identity().isPresent()
        || column.defaultValue().filter(Volatility::isVolatile).isPresent()
        || TypeChange.isConstrainedDomain(column.type(), facts.context().after());
  }

  private static boolean scans(Column column) {
    return !column.nullable() && column.defaultValue().isEmpty() && !NotNull.isNotValid(column);
  }

  /** Everything but NOT NULL and the default. */
  static Column bare(Column column) {
    return new Column(
        column.name(),
        column.type(),
        true,
        Optional.empty(),
        Optional.empty(),
        column.onUpdate(),
        Optional.empty(),
        Optional.empty(),
        column.collation(),
        column.comment(),
        NotNull.without(column.options()));
  }
}
