package dev.schemac.dialect.postgres;

import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.NotNull;
import dev.schemac.model.QName;
import dev.schemac.model.Schema;
import dev.schemac.model.Table;
import dev.schemac.model.WholeTable;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A column of a table that inherits it, and says something of its own about it: the type follows
 * the parents', the rest changes here once they are what they will be.
 */
final class ChangeInheritedColumn {
  private ChangeInheritedColumn() {}

  /** Whether parents hand the column down before and after. */
  static boolean concerns(Change.ModifyColumn change, PlanFacts facts) {
    return above(facts.renamed(), change, facts).isPresent()
        && above(facts.context().after(), change, facts).isPresent();
  }

  static Lowered lower(Change.ModifyColumn change, PlanFacts facts) {
    Column is = change.after();
    if (change.before().isInherited() != is.isInherited()) {
      return declared(change);
    }
    Column old = followed(change, facts);
    if (old.equals(is) && change.values().isEmpty()) {
      return Refusal.nothingToDo(change.path() + " follows where it is inherited from");
    }
    if (!old.generated().equals(is.generated())) {
      return ChangePartition.expression(change.table(), old, is, facts);
    }
    boolean same = old.type().equals(change.before().type());
    Lowered lowered =
        ChangeColumn.alone(
            new Change.ModifyColumn(
                change.table(),
                old,
                is,
                same ? change.conversion() : Optional.empty(),
                same ? change.values() : List.of()),
            facts);
    return new Lowered(
        lowered.steps().stream().map(s -> behindParents(s, change.table(), facts)).toList(),
        lowered.diagnostics(),
        lowered.temporaries());
  }

  /** What a table says of a column that its parents get. */
  static Lowered added(Change.AddColumn change, PlanFacts facts) {
    Schema after = facts.context().after();
    Column is = change.column();
    Optional<Column> from =
        after
            .table(change.table())
            .map(t -> WholeTable.inherited(after, t))
            .flatMap(above -> Optional.ofNullable(above.get(is.name())));
    if (from.isEmpty()) {
      return Refusal.nothingToDo(change.path() + " comes where it is inherited from");
    }
    Change.ModifyColumn said =
        new Change.ModifyColumn(change.table(), from.get(), is, Optional.empty(), List.of());
    Lowered lowered = ChangeColumn.alone(said, facts);
    return new Lowered(
        lowered.steps().stream().map(s -> behindParents(s, change.table(), facts)).toList(),
        lowered.diagnostics(),
        lowered.temporaries());
  }

  private static Lowered declared(Change.ModifyColumn change) {
    return change.after().isInherited()
        ? Refusal.of(
            change.path()
                + " is declared by its table, beside what it inherits: this cannot change",
            "write the column without `inherited`, or make the table anew: `retire table "
                + change.table()
                + "`")
        : Refusal.of(
            change.path() + " is inherited: its table cannot come to declare it",
            "write `@postgres(inherited)` behind the column, or make the table anew: `retire table "
                + change.table()
                + "`");
  }

  private static Optional<Column> above(
      Schema schema, Change.ModifyColumn change, PlanFacts facts) {
    boolean sameParents =
        parents(facts.renamed(), change.table())
            .equals(parents(facts.context().after(), change.table()));
    return schema
        .table(change.table())
        .filter(t -> sameParents && !t.parents().isEmpty())
        .map(t -> WholeTable.inherited(schema, t))
        .map((Map<String, Column> columns) -> columns.get(change.after().name()));
  }

  private static List<QName> parents(Schema schema, QName table) {
    return schema.table(table).map(Table::parents).orElse(List.of());
  }

  /** What the parents' own changes have made of the column. */
  private static Column followed(Change.ModifyColumn change, PlanFacts facts) {
    Column was = change.before();
    Column before = above(facts.renamed(), change, facts).orElseThrow();
    Column after = above(facts.context().after(), change, facts).orElseThrow();
    boolean nullable =
        facts.can().namedNotNull() && !NotNull.isOwn(was) && before.nullable() != after.nullable()
            ? was.nullable() && after.nullable() || !before.nullable()
            : was.nullable();
    Column old =
        was.withType(change.after().type())
            .withCollation(change.after().collation())
            .withNullable(nullable);
    if (!before.generated().equals(after.generated())) {
      old = old.withGenerated(after.generated());
    }
    boolean defaultGoesAlong =
        !was.type().equals(old.type())
            && (before.defaultValue().isPresent() || after.defaultValue().isPresent());
    return defaultGoesAlong ? old.withDefault(after.defaultValue()) : old;
  }

  private static Step behindParents(Step step, QName table, PlanFacts facts) {
    return facts
        .context()
        .after()
        .table(table)
        .map(t -> step.also(List.of(), PartitionOrder.shapesOfParents(t, facts)))
        .orElse(step);
  }
}
