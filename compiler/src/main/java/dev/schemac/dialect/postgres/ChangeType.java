package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.diff.ActingWords;
import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.DataType;
import dev.schemac.model.Evolution;
import dev.schemac.model.Evolution.Narrowing;
import dev.schemac.model.Evolution.ValueChange;
import dev.schemac.model.Expression;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.plan.Effect;
import dev.schemac.plan.Guard;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.PartitionKeyTypes;
import dev.schemac.plan.Phase;
import dev.schemac.plan.Undo;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A column's type, its collation or its values change in one transaction (§3.5): by ALTER TYPE with
 * an expression where one is needed, or, where that expression holds a subquery, which ALTER TYPE
 * refuses, by a second column that takes over the name.
 */
final class ChangeType {
  private ChangeType() {}

  static boolean concerns(Change.ModifyColumn change) {
    Column before = change.before();
    Column after = change.after();
    return !before.type().equals(after.type())
        || !before.collation().equals(after.collation())
        || !change.values().isEmpty()
        || change.conversion().flatMap(Evolution.Conversion::using).isPresent();
  }

  static Lowered lower(Change.ModifyColumn change, PlanFacts facts) {
    if (sameType(change)) {
      return Lowered.of(rewriteValues(change, facts).build());
    }
    if (PartitionKeyTypes.changes(change, facts.context().after())) {
      return Refusal.of(
          change.path().toString().concat(" cannot get another type: it is in a partition key"),
          "partition another table, and move the rows there");
    }
    Optional<Expression> using = ConvertedValue.using(change, facts);
    if (using.isEmpty() && ConvertedValue.needsUsing(change, facts)) {
      return Refusal.of(
          String.join(
              "",
              change.path().toString(),
              ": PostgreSQL has no way from ",
              change.before().type().toString(),
              " to ",
              change.after().type().toString()),
          "say how with `using (…)` behind the type");
    }
    boolean subquery = using.filter(ColumnReferences::hasSubquery).isPresent();
    Lowered converted =
        subquery
            ? ConvertBySecondColumn.lower(change, using.get(), facts)
            : Lowered.of(alter(change, using, facts).build());
    return converted.steps().isEmpty()
        ? converted
        : Lowered.of(
            RecreateForeignKeys.around(
                change, RecreateComputed.around(change, converted.steps(), facts), facts));
  }

  static boolean sameType(Change.ModifyColumn change) {
    return change.before().type().equals(change.after().type())
        && change.before().collation().equals(change.after().collation());
  }

  /** The type stays; only the rows move, or must be proven not to hold a value. */
  private static StepBuilder rewriteValues(Change.ModifyColumn change, PlanFacts facts) {
    QName table = change.table();
    String column = change.after().name();
    Expression old = new Expression.ColumnRef(column);
    Optional<Expression> using = ConvertedValue.authors(change, facts);
    Optional<Expression> mapped = using.isPresent() ? using : ValueMapping.of(change.values(), old);
    StepBuilder step =
        ChangeColumn.step(ChangeType.class, change, "rewrite values of")
            .effect(Effects.update(table))
            .guards(online(guards(change, facts), facts))
            .removes(change.path())
            .provides(change.path())
            .releases(others(change, facts))
            .requires(LookupRows.paths(change.table(), column, newLabels(change), facts))
            .releases(LookupRows.paths(change.table(), column, oldLabels(change), facts));
    Optional<Expression> where =
        using.isPresent() ? Optional.empty() : ValueMapping.affected(change.values(), old);
    mapped.ifPresent(
        value ->
            step.run(
                update(table, List.of(new Statement.Assignment(column, value)), where, facts)));
    if (facts.online() && where.isPresent()) {
      step.phase(Phase.BACKFILL).effect(Effects.backfill(table));
    }
    return step.undo(undoValues(change, using.isPresent(), facts));
  }

  /** The words, knowing which values there were before. */
  private static List<ValueChange> settled(Change.ModifyColumn change, PlanFacts facts) {
    List<String> known =
        facts.tableBefore(change.table()).stream()
            .flatMap(
                t ->
                    t.columns().stream()
                        .filter(
                            c ->
                                facts
                                    .newestColumn(change.table(), c.name())
                                    .equals(change.after().name()))
                        .flatMap(
                            c -> ActingWords.valueSet(facts.context().before(), t, c).stream()))
            .toList();
    return known.isEmpty() ? change.values() : ValueMapping.settled(change.values(), known);
  }

  private static List<String> oldLabels(Change.ModifyColumn change) {
    return change.values().stream().map(ValueChange::from).toList();
  }

  private static List<String> newLabels(Change.ModifyColumn change) {
    List<String> all = new ArrayList<>();
    for (ValueChange value : change.values()) {
      switch (value) {
        case ValueChange.Renamed(var from, var to) -> all.add(to);
        case ValueChange.Retired(var from, var to) -> to.ifPresent(all::add);
        case ValueChange.Remapped(var from, var to) -> all.add(to);
      }
    }
    return all;
  }

  private static List<Guard> online(List<Guard> guards, PlanFacts facts) {
    return facts.online() ? GuardIds.unlocked(guards) : guards;
  }

  /**
   * An expression over its own old value must not be applied twice, so only words go in batches.
   */
  private static List<Statement> update(
      QName table,
      List<Statement.Assignment> assignments,
      Optional<Expression> where,
      PlanFacts facts) {
    return facts.online() && where.isPresent()
        ? List.of(
            BackfillKey.backfill(table, assignments.getFirst().column(), assignments, where, facts))
        : RowUpdate.of(table, assignments, where, facts);
  }

  private static Undo undoValues(Change.ModifyColumn change, boolean using, PlanFacts facts) {
    String column = change.after().name();
    Optional<Expression> back =
        using
            ? Optional.empty()
            : ValueMapping.inverse(settled(change, facts), new Expression.ColumnRef(column));
    if (back.isEmpty()) {
      return new Undo.Statements(List.of(), Optional.of("which rows held which value"));
    }
    Statement[] update =
        RowUpdate.of(
                change.table(),
                List.of(new Statement.Assignment(column, back.get())),
                Optional.empty(),
                facts)
            .toArray(Statement[]::new);
    return ValueMapping.isLossless(settled(change, facts))
        ? Undo.exactly(update)
        : Undo.losing("which rows held which value", update);
  }

  private static StepBuilder alter(
      Change.ModifyColumn change, Optional<Expression> using, PlanFacts facts) {
    QName table = change.table();
    Column before = change.before();
    Column after = change.after();
    BoundLiterals literals = literals(change, facts);
    List<Statement> forward = new ArrayList<>(literals.drop());
    forward.addAll(alter(table, before, after, using));
    forward.addAll(literals.create());
    forward.addAll(StatisticsTargets.of(table, after.name(), facts));
    forward.addAll(PlpgsqlRoutines.replaced(after.name(), facts));
    boolean own =
        change.conversion().flatMap(Evolution.Conversion::using).isPresent()
            || !change.values().isEmpty();
    return ChangeColumn.step(ChangeType.class, change, "change type of")
        .run(forward)
        .effect(effect(change, using, facts))
        .guards(guards(change, facts))
        .undo(own ? undoConverted(change, facts) : undoPlain(change, facts))
        .removes(change.path())
        .removes(InheritedDrops.partitions(table, after.name(), facts))
        .provides(change.path())
        .provides(InheritedDrops.partitions(table, after.name(), facts))
        .provides(InheritedDrops.heirs(table, after.name(), facts))
        .releases(others(change, facts))
        .requires(facts.after().type(after.type()));
  }

  private static BoundLiterals literals(Change.ModifyColumn change, PlanFacts facts) {
    boolean same = TypeChange.sameFamily(change.before().type(), change.after().type());
    return BoundLiterals.of(
        change.table(), same ? List.of() : List.of(change.after().name()), facts);
  }

  /** The default goes before the type does, since it may not be convertible (42804). */
  private static List<Statement> alter(
      QName table, Column before, Column after, Optional<Expression> using) {
    String name = after.name();
    List<TableAction> actions = new ArrayList<>();
    boolean both = before.defaultValue().isPresent();
    if (both) {
      actions.add(new TableAction.DropDefault(name));
    }
    actions.add(new TableAction.SetType(name, after.type(), after.collation(), using));
    after.defaultValue().ifPresent(d -> actions.add(new TableAction.SetDefault(name, d)));
    return List.of(Alter.table(table, actions));
  }

  private static Effect effect(
      Change.ModifyColumn change, Optional<Expression> using, PlanFacts facts) {
    return TypeWork.effect(change, using.isPresent(), facts);
  }

  /** What must hold of the rows before they are converted. */
  static List<Guard> guards(Change.ModifyColumn change, PlanFacts facts) {
    QName table = change.table();
    String column = change.after().name();
    Expression old = new Expression.ColumnRef(column);
    List<Guard> guards = new ArrayList<>();
    for (ValueChange value : change.values()) {
      if (value instanceof ValueChange.Retired(var from, var to) && to.isEmpty()) {
        guards.add(ValueMapping.unused(table, column, from, change.before().type(), facts));
      }
    }
    Optional<Narrowing> narrowing = change.conversion().flatMap(Evolution.Conversion::narrowing);
    narrowing
        .flatMap(n -> Narrowed.violation(n, old, change, facts))
        .ifPresent(
            violation ->
                guards.add(
                    new Guard(
                        GuardIds.FITS,
                        String.join(
                            "",
                            column,
                            " of ",
                            table.toString(),
                            " does not fit into ",
                            change.after().type().toString()),
                        new Guard.Condition.NoRow(table, Optional.of(violation)))));
    convertsToNull(change, facts).ifPresent(guards::add);
    return guards;
  }

  /** An expression of the author's that gives NULL where a value was, or where none may be. */
  private static Optional<Guard> convertsToNull(Change.ModifyColumn change, PlanFacts facts) {
    if (change.after().nullable()) {
      return Optional.empty();
    }
    return ConvertedValue.authors(change, facts)
        .map(
            value ->
                new Guard(
                    GuardIds.CONVERTS,
                    String.join(
                        "",
                        "the expression behind `using` gives NULL for ",
                        change.after().name(),
                        " of ",
                        change.table().toString()),
                    new Guard.Condition.NoRow(
                        change.table(), Optional.of(new Expression.IsNull(value)))));
  }

  static Set<ObjectPath> others(Change.ModifyColumn change, PlanFacts facts) {
    Set<ObjectPath> found = new LinkedHashSet<>();
    change
        .conversion()
        .flatMap(Evolution.Conversion::using)
        .ifPresent(u -> found.addAll(facts.readsOfOldRow(change.table(), u)));
    found.remove(change.path());
    return found;
  }

  private static Undo undoPlain(Change.ModifyColumn change, PlanFacts facts) {
    return reverse(change, facts, Optional.empty())
        .<Undo>map(s -> Undo.exactly(s.toArray(Statement[]::new)))
        .orElseGet(() -> impossible(change));
  }

  private static Undo undoConverted(Change.ModifyColumn change, PlanFacts facts) {
    boolean byExpression = change.conversion().flatMap(Evolution.Conversion::using).isPresent();
    Expression now = new Expression.ColumnRef(change.after().name());
    Optional<Expression> back =
        byExpression
            ? Optional.empty()
            : ValueMapping.inverse(
                settled(change, facts), ConvertedValue.asText(now, change.after()));
    Optional<List<Statement>> statements = reverse(change, facts, back);
    boolean lossless = !byExpression && ValueMapping.isLossless(settled(change, facts));
    return statements
        .<Undo>map(
            s ->
                lossless
                    ? Undo.exactly(s.toArray(Statement[]::new))
                    : Undo.losing(
                        "the values of "
                            .concat(change.after().name())
                            .concat(" before they were converted"),
                        s.toArray(Statement[]::new)))
        .orElseGet(() -> impossible(change));
  }

  private static Undo impossible(Change.ModifyColumn change) {
    return new Undo.Impossible(
        String.join(
            "",
            "PostgreSQL has no way from ",
            change.after().type().toString(),
            " back to ",
            change.before().type().toString()));
  }

  private static Optional<List<Statement>> reverse(
      Change.ModifyColumn change, PlanFacts facts, Optional<Expression> mapped) {
    DataType from = change.after().type();
    DataType to = change.before().type();
    TypeChange.Conversion how =
        TypeChange.conversion(from, to, facts.context().after(), facts.context().before());
    if (how == TypeChange.Conversion.NONE) {
      return Optional.empty();
    }
    Expression now = new Expression.ColumnRef(change.after().name());
    Optional<Expression> using =
        mapped.isPresent()
            ? mapped.map(m -> (Expression) new Expression.Cast(m, to))
            : TypeChange.using(now, from, to, how);
    BoundLiterals literals = literals(change, facts);
    List<Statement> all = new ArrayList<>(literals.drop());
    all.addAll(alter(change.table(), change.after(), change.before(), using));
    all.addAll(literals.create());
    return Optional.of(all);
  }
}
