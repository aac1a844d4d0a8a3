package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.diagnostic.Code;
import dev.schemac.diagnostic.Diagnostic;
import dev.schemac.diagnostic.Span;
import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.Expression;
import dev.schemac.model.Index;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import dev.schemac.plan.Guard;
import dev.schemac.plan.Lowered;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import dev.schemac.sql.PostgresQuoting;
import dev.schemac.sql.SqlWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A column gets another type while everybody works on (§4.3): a second column is filled by a
 * trigger and in batches, everything that hung on the first one is built on it, the names are
 * exchanged in one short transaction, and a trigger keeps the old column until it is dropped after
 * the deploy.
 */
final class ConvertColumnByCopyAndRename {
  private ConvertColumnByCopyAndRename() {}

  /** Whether the change needs the copy, and can be done by it. */
  static boolean concerns(Change.ModifyColumn change, PlanFacts facts) {
    return facts.online()
        && rewrites(change, facts)
        && facts.keyGroups().of(change.path()).isEmpty()
        && obstacle(change.table(), change.after(), facts).isEmpty()
        && obstacle(change, facts).isEmpty();
  }

  static boolean rewrites(Change.ModifyColumn change, PlanFacts facts) {
    if (change.before().type().equals(change.after().type())
        && change.before().collation().equals(change.after().collation())) {
      return false;
    }
    boolean computed = ConvertedValue.using(change, facts).isPresent();
    return computed || TypeWork.cost(change, facts) != TypeChange.Cost.IN_PLACE;
  }

  /** What blocks, where the column cannot be copied aside. */
  static Optional<Diagnostic> warning(Change.ModifyColumn change, PlanFacts facts) {
    if (!rewrites(change, facts)) {
      return Optional.empty();
    }
    String why =
        facts
            .keyGroups()
            .obstacle(change.path())
            .or(() -> obstacle(change.table(), change.after(), facts))
            .or(() -> obstacle(change, facts))
            .orElse("it cannot be copied aside");
    return Optional.of(
        Diagnostic.of(
                Code.SC5002,
                Span.NONE,
                change
                    .path()
                    .toString()
                    .concat(" is converted while readers and writers wait: ")
                    .concat(why))
            .withHelp("run it in a maintenance window, or write the migration by hand"));
  }

  /** Why the new value cannot be kept by a trigger. */
  private static Optional<String> obstacle(Change.ModifyColumn change, PlanFacts facts) {
    if (facts.context().entangled().contains(change.path())) {
      return Optional.of("another change of this plan waits for it");
    }
    if (change.before().identity().isPresent() && change.after().identity().isEmpty()) {
      return Optional.of("it stops being generated");
    }
    Optional<String> routine = returnsRows(change.table(), facts);
    if (routine.isPresent()) {
      return routine;
    }
    Optional<Expression> using = ConvertedValue.using(change, facts);
    if (using.isEmpty() && ConvertedValue.needsUsing(change, facts)) {
      return Optional.of("the server cannot convert it by itself");
    }
    return using
        .filter(ColumnReferences::hasText)
        .flatMap(
            text ->
                ColumnReferences.hasNamespaceBefore(text, change.table().name())
                    ? Optional.of("its own table with a namespace")
                    : readsMoved(change, text, facts))
        .map("the conversion is text that names "::concat);
  }

  /** The columns of a body in SQL stand in the order of the table's, which the copy changes. */
  private static Optional<String> returnsRows(QName table, PlanFacts facts) {
    Pattern rows =
        Pattern.compile(
            "(?is)\\bRETURNS (?:SETOF )?"
                + Pattern.quote(new SqlWriter(PostgresQuoting.INSTANCE).name(table).text())
                + "\\s.*?\n(?:BEGIN ATOMIC|RETURN )");
    return facts.context().after().all(SchemaObject.Routine.class).stream()
        .filter(r -> r.dependsOn().contains(ObjectPath.table(table)))
        .filter(r -> rows.matcher(r.definition()).find())
        .map(r -> r.path().toString().concat(" returns the table's rows"))
        .findFirst();
  }

  /** A column that this plan changes too, as far as the text tells: it would be another value. */
  private static Optional<String> readsMoved(
      Change.ModifyColumn change, Expression text, PlanFacts facts) {
    return facts.context().changes().stream()
        .filter(c -> c instanceof Change.ModifyColumn m && rewrites(m, facts))
        .map(Change::path)
        .filter(p -> !p.equals(change.path()) && ColumnReferences.reads(text, p.member()))
        .filter(
            p -> p.owner().equals(change.table()) || ColumnReferences.reads(text, p.owner().name()))
        .map(p -> p.toString().concat(", which changes too"))
        .findFirst();
  }

  /** Why a column cannot be copied aside. */
  static Optional<String> obstacle(QName name, Column column, PlanFacts facts) {
    Table table = facts.tableAfter(name).orElseThrow();
    String c = column.name();
    if (column.identity().isPresent()) {
      return Optional.of("the column is generated");
    }
    Optional<String> own =
        hindrance(table, column)
            .or(() -> PublishedTables.obstacle(name, facts))
            .or(() -> declaredBelow(name, c, facts));
    if (own.isPresent()) {
      return own;
    }
    if (table.primaryKey().filter(k -> Hanging.on(k, c)).isPresent()) {
      return Optional.of("it is part of ".concat(table.primaryKey().get().name()));
    }
    if (table.foreignKeys().stream().anyMatch(k -> changesWithItsKey(k, c, facts))) {
      return Optional.of("the key that it refers to changes with it");
    }
    return facts.isReferenced(name, c) ? Optional.of("foreign keys refer to it") : Optional.empty();
  }

  /** An heir's own column would stay where the parent's goes. */
  static Optional<String> declaredBelow(QName name, String column, PlanFacts facts) {
    return facts.children(name).stream()
        .filter(
            child ->
                facts
                    .tableAfter(child)
                    .flatMap(t -> t.column(column))
                    .filter(own -> !own.isInherited())
                    .isPresent())
        .map(child -> child.toString().concat(" declares it too"))
        .findFirst();
  }

  /** Why neither a column nor a key can be copied aside. */
  static Optional<String> hindrance(Table table, Column column) {
    String c = column.name();
    if (table.partitioning().isPresent()) {
      return Optional.of("the table is partitioned");
    }
    if (table.type().isPresent()) {
      return Optional.of("the table is of a type, whose columns stand in their order");
    }
    if (column.generated().isPresent()) {
      return Optional.of("the column is generated");
    }
    for (Column other : table.columns()) {
      if (other.generated().filter(g -> ColumnReferences.reads(g.expression(), c)).isPresent()) {
        return Optional.of("a generated column reads it");
      }
    }
    for (Constraint constraint : table.constraints()) {
      boolean on = Hanging.on(constraint, c);
      if (on && constraint instanceof Constraint.Exclusion) {
        return Optional.of("it is part of ".concat(constraint.name()));
      }
      if (on
          && constraint instanceof Constraint.Check check
          && ColumnReferences.hasText(check.condition())) {
        return Optional.of("a check holds text that is not understood");
      }
    }
    for (Index index : table.indexes()) {
      if (Hanging.on(index, c) && textIn(index)) {
        return Optional.of("an index holds text that is not understood");
      }
    }
    return Optional.empty();
  }

  /** A foreign key to a copy would wait for the key's new type, which waits for the old copy. */
  private static boolean changesWithItsKey(
      Constraint.ForeignKey key, String column, PlanFacts facts) {
    int at = key.columns().indexOf(column);
    return at >= 0
        && facts
            .changesOf(ObjectPath.column(key.referencedTable(), key.referencedColumns().get(at)))
            .stream()
            .anyMatch(
                c ->
                    c instanceof Change.ModifyColumn m
                        && !m.before().type().equals(m.after().type()));
  }

  private static boolean textIn(Index index) {
    return index.predicate().filter(ColumnReferences::hasText).isPresent()
        || index.parts().stream().anyMatch(p -> ColumnReferences.hasText(p.expression()));
  }

  static Lowered lower(Change.ModifyColumn change, PlanFacts facts) {
    CopiedColumn column = column(change, facts);
    CopyAndRename copy = new CopyAndRename(column, facts, ConvertColumnByCopyAndRename.class);
    List<Step> steps =
        new ArrayList<>(copy.before(GuardIds.unlocked(ChangeType.guards(change, facts))));
    steps.add(swap(copy, column, facts));
    steps.addAll(copy.after(released(change, facts)));
    return new Lowered(steps, refreshed(column, facts), Temporaries.of(change.table(), facts));
  }

  /** A materialized view is filled anew within the swap. */
  private static List<Diagnostic> refreshed(CopiedColumn column, PlanFacts facts) {
    return ColumnDependants.of(List.of(column), facts).paths().stream()
        .filter(p -> p.kind() == ObjectKind.MATERIALIZED_VIEW)
        .map(
            p ->
                Diagnostic.of(
                        Code.SC5002,
                        Span.NONE,
                        String.join(
                            "",
                            p.toString(),
                            " is filled anew while readers and writers of ",
                            column.table().toString(),
                            " wait"))
                    .withHelp("run it in a maintenance window, or drop the view before"))
        .toList();
  }

  /** The old type may go once its last column has gone. */
  private static List<ObjectPath> released(Change.ModifyColumn change, PlanFacts facts) {
    Set<ObjectPath> found =
        new LinkedHashSet<>(facts.newestPaths(facts.before().type(change.before().type())));
    change
        .conversion()
        .flatMap(c -> c.using())
        .ifPresent(u -> found.addAll(facts.readsOfOldRow(change.table(), u)));
    found.remove(change.path());
    return List.copyOf(found);
  }

  static CopiedColumn column(Change.ModifyColumn change, PlanFacts facts) {
    Column after = change.after();
    Expression old = new Expression.ColumnRef(after.name());
    Expression value = ConvertedValue.using(change, facts).orElse(old);
    if (!after.nullable() && change.before().nullable()) {
      Expression plain = value;
      value =
          ChangeColumn.backfill(change)
              .map(b -> facts.overNewestNames(change.table(), b))
              .<Expression>map(b -> Expression.Call.of("coalesce", cast(plain, after), b))
              .orElse(plain);
    }
    return new CopiedColumn(
        change.table(),
        change.before(),
        after,
        value,
        backfilled(change).or(() -> CopiedColumn.merged(change.values())),
        ReverseValue.of(change, facts));
  }

  private static Optional<String> backfilled(Change.ModifyColumn change) {
    return change.before().nullable() && !change.after().nullable()
        ? ChangeColumn.backfill(change).map(b -> "which rows held NULL")
        : Optional.empty();
  }

  private static Expression cast(Expression value, Column to) {
    return value instanceof Expression.Cast ? value : new Expression.Cast(value, to.type());
  }

  private static Step swap(CopyAndRename copy, CopiedColumn column, PlanFacts facts) {
    List<QName> locked = new ArrayList<>(copy.carried().referenced());
    locked.add(column.table());
    List<Statement> statements = new ArrayList<>();
    statements.add(new Statement.LockTables(locked, Effects.ACCESS_EXCLUSIVE));
    ColumnDependants dependants = ColumnDependants.of(List.of(column), facts);
    statements.addAll(dependants.drop());
    statements.addAll(copy.swap());
    statements.addAll(dependants.create());
    List<Statement> inverse = new ArrayList<>();
    inverse.add(new Statement.LockTables(locked, Effects.ACCESS_EXCLUSIVE));
    inverse.addAll(dependants.drop());
    inverse.addAll(copy.unswap());
    inverse.addAll(dependants.create());
    return StepBuilder.step(
            ConvertColumnByCopyAndRename.class,
            "put the copy of column",
            column.name(),
            "of",
            column.table().toString(),
            "in its place")
        .run(statements)
        .effect(dependants.effect(Effects.exclusive(locked.toArray(QName[]::new)), facts))
        .guards(copy.copied().map(List::of).orElse(List.<Guard>of()))
        .undo(new Undo.Statements(inverse, copy.loses()))
        .removes(column.path())
        .removes(dependants.paths())
        .provides(column.path())
        .provides(dependants.paths())
        .build();
  }
}
