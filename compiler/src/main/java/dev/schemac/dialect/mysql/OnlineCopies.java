package dev.schemac.dialect.mysql;

import dev.schemac.ddl.OnlineMode;
import dev.schemac.ddl.Statement;
import dev.schemac.ddl.TableAction;
import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.Expression;
import dev.schemac.model.ExpressionTree;
import dev.schemac.model.QName;
import dev.schemac.model.Table;
import dev.schemac.plan.Effect;
import dev.schemac.plan.Step;
import dev.schemac.plan.Undo;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * MariaDB from 11.2 on copies a table while others write to it: what they changed meanwhile is done
 * to the copy before it takes the table's place ({@code ALGORITHM=COPY, LOCK=NONE}). It refuses
 * where cascades of a foreign key would pass it by, where the server counts rows or a history goes
 * (measured on 11.8; manual, "Limitations of Online Schema Change"). Without a primary key on both
 * sides it would look for each changed row in the whole copy, so that writers wait there instead.
 */
final class OnlineCopies {
  private static final Set<OnlineMode> SHARED =
      Set.of(OnlineMode.NOCOPY_SHARED, OnlineMode.INPLACE_SHARED);

  private final Situation s;

  OnlineCopies(Situation s) {
    this.s = s;
  }

  List<Step> of(List<Step> steps) {
    boolean known = s.capabilities().copiesOnline();
    return known ? steps.stream().map(this::of).toList() : steps;
  }

  private Step of(Step step) {
    List<Statement> statements = step.statements().stream().map(this::of).toList();
    Undo undo =
        switch (step.undo()) {
          case Undo.Statements(var back, var loses) ->
              new Undo.Statements(back.stream().map(this::of).toList(), loses);
          case Undo.Nothing nothing -> nothing;
          case Undo.Impossible impossible -> impossible;
        };
    Step copied = step.with(statements, undo);
    boolean same = statements.equals(step.statements());
    return same ? copied : copied.with(shared(step.effect(), statements));
  }

  /** Nobody waits while the copy is made, which is all of the work. */
  private static Effect shared(Effect effect, List<Statement> statements) {
    List<QName> copied =
        statements.stream()
            .filter(statement -> mode(statement) == OnlineMode.COPY_NONE)
            .flatMap(statement -> table(statement).stream())
            .toList();
    List<Effect.Lock> locks =
        effect.locks().stream()
            .filter(l -> l.held() != Effect.Held.WORK || !copied.contains(l.table()))
            .toList();
    return new Effect(
        locks, with(effect.scans(), copied), with(effect.rewrites(), copied), effect.transaction());
  }

  private static List<QName> with(List<QName> tables, List<QName> more) {
    return Stream.concat(tables.stream(), more.stream()).distinct().toList();
  }

  private Statement of(Statement statement) {
    boolean waits =
        mode(statement) == OnlineMode.COPY_SHARED || s.online() && SHARED.contains(mode(statement));
    boolean may = waits && table(statement).filter(t -> isMet(t, statement)).isPresent();
    return may ? copying(statement) : statement;
  }

  private boolean isMet(QName name, Statement statement) {
    Optional<Table> was = s.tableBefore(name);
    return was.isPresent()
        && s.after().table(name).isPresent()
        && obstacle(name).isEmpty()
        && !(statement instanceof Statement.AlterTable alter && needsRows(was.get(), alter));
  }

  /** What of a table keeps a MariaDB from copying it online; nothing where it is no MariaDB. */
  Optional<String> obstacle(QName name) {
    List<Table> both =
        Stream.of(s.tableBefore(name), s.after().table(name)).flatMap(Optional::stream).toList();
    if (!s.capabilities().isMariaDb() || both.isEmpty()) {
      return Optional.empty();
    }
    if (!s.capabilities().copiesOnline()) {
      return Optional.of("the server copies the table, from 11.2 on while others write to it");
    }
    if (both.stream().anyMatch(Cascades::writeTo)) {
      return Optional.of("no table is copied online whose rows a foreign key changes or deletes");
    }
    if (!both.stream().allMatch(TableTraits::isInnoDb)) {
      return Optional.of("the server copies the table");
    }
    return keepsKey(both.getFirst(), both.getLast())
        ? Optional.empty()
        : Optional.of("no table is copied online that does not keep its primary key");
  }

  private static boolean keepsKey(Table was, Table is) {
    Optional<Constraint.PrimaryKey> key = was.primaryKey();
    return key.isPresent()
        && is.primaryKey().filter(k -> k.parts().equals(key.get().parts())).isPresent();
  }

  /** What the server does to rows that it cannot do to those that change meanwhile. */
  private static boolean needsRows(Table was, Statement.AlterTable alter) {
    return alter.actions().stream().anyMatch(a -> needsRows(was, a));
  }

  private static boolean needsRows(Table was, TableAction action) {
    return switch (action) {
      case TableAction.AddColumn(var column, var after) ->
          column.identity().isPresent() || numbers(column);
      case TableAction.ModifyColumn(var from, var column, var after) ->
          counts(was.column(from), column) || numbers(column);
      case TableAction.SetOptions(var before, var after, var comment, var changed) ->
          before.containsKey(TablePeriods.HISTORY) && !after.containsKey(TablePeriods.HISTORY);
      case TableAction ignored -> false;
    };
  }

  private static boolean counts(Optional<Column> was, Column is) {
    return is.identity().isPresent() && was.filter(c -> c.identity().isPresent()).isEmpty();
  }

  /** Whether rows get the next value of a sequence. */
  private static boolean numbers(Column column) {
    return column.defaultValue().filter(OnlineCopies::isOfSequence).isPresent();
  }

  private static boolean isOfSequence(Expression expression) {
    return expression instanceof Expression.SequenceRef
        || ExpressionTree.operands(expression).stream().anyMatch(OnlineCopies::isOfSequence);
  }

  private static Statement copying(Statement statement) {
    return switch (statement) {
      case Statement.AlterTable(var table, var actions, var ignored) ->
          new Statement.AlterTable(table, actions, OnlineMode.COPY_NONE);
      case Statement.CreateIndex(var table, var index, var build, var ignored) ->
          new Statement.CreateIndex(table, index, build, OnlineMode.COPY_NONE);
      case Statement.DropIndex(var table, var index, var build, var ignored) ->
          new Statement.DropIndex(table, index, build, OnlineMode.COPY_NONE);
      case Statement other -> other;
    };
  }

  private static OnlineMode mode(Statement statement) {
    return switch (statement) {
      case Statement.AlterTable alter -> alter.mode();
      case Statement.CreateIndex create -> create.mode();
      case Statement.DropIndex drop -> drop.mode();
      case Statement ignored -> OnlineMode.DEFAULT;
    };
  }

  private static Optional<QName> table(Statement statement) {
    return switch (statement) {
      case Statement.AlterTable alter -> Optional.of(alter.table());
      case Statement.CreateIndex create -> Optional.of(create.table());
      case Statement.DropIndex drop -> Optional.of(drop.table());
      case Statement ignored -> Optional.empty();
    };
  }
}
