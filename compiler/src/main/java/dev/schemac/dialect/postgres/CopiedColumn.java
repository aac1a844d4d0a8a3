package dev.schemac.dialect.postgres;

import dev.schemac.ddl.Statement;
import dev.schemac.model.Column;
import dev.schemac.model.Evolution.ValueChange;
import dev.schemac.model.Expression;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.QName;
import java.util.List;
import java.util.Optional;

/**
 * A column on its way to another type beside itself.
 *
 * @param before under its newest name
 * @param after as it is to be; its type may be a future enum's
 * @param value the new value over the row
 * @param merged what no way back can tell apart, where values were merged
 * @param back the old value over the row after the swap, written so that it never raises; empty
 *     where there is none
 * @param writtenEitherWay whether the copy may be written before the column is; then there is a way
 *     back
 */
record CopiedColumn(
    QName table,
    Column before,
    Column after,
    Expression value,
    Optional<String> merged,
    Optional<Expression> back,
    boolean writtenEitherWay) {

  CopiedColumn(
      QName table,
      Column before,
      Column after,
      Expression value,
      Optional<String> merged,
      Optional<Expression> back) {
    this(table, before, after, value, merged, back, false);
  }

  /** The same where actions of foreign keys may write the copy too. */
  CopiedColumn eitherWay() {
    return new CopiedColumn(table, before, after, value, merged, back, true);
  }

  /** What is lost where the words about the values let several become one. */
  static Optional<String> merged(List<ValueChange> values) {
    return ValueMapping.isLossless(values)
        ? Optional.empty()
        : Optional.of("which rows held the values that were merged");
  }

  String name() {
    return after.name();
  }

  /** The name of the new column until the swap. */
  String future() {
    return Names.future(name());
  }

  /** The name of the old column from the swap on. */
  String former() {
    return Names.former(name());
  }

  ObjectPath path() {
    return ObjectPath.column(table, name());
  }

  ObjectPath futurePath() {
    return ObjectPath.column(table, future());
  }

  ObjectPath formerPath() {
    return ObjectPath.column(table, former());
  }

  /** Nullable and without default, so that rows that are not filled yet hold NULL. */
  Column futureColumn() {
    return AddColumn.bare(after).withName(future()).withOnUpdate(Optional.empty());
  }

  Column formerColumn() {
    return AddColumn.bare(before)
        .withName(former())
        .withOnUpdate(Optional.empty())
        .withComment(before.comment());
  }

  /** The expression with this column under another name. */
  Expression over(Expression expression, String column) {
    return ColumnReferences.renamed(expression, name(), column);
  }

  Statement sync() {
    Statement.Assignment forward = new Statement.Assignment(future(), value);
    String name = Names.syncTrigger(table, name());
    if (!writtenEitherWay) {
      return new Statement.CreateRowTrigger(
          name, table, Statement.TriggerEvent.INSERT_OR_UPDATE, List.of(forward));
    }
    Statement.Assignment backward =
        new Statement.Assignment(name(), over(back.orElseThrow(), future()));
    return new Statement.CreateRowTrigger(
        name, table, Statement.TriggerEvent.EITHER_WAY, List.of(forward, backward));
  }

  Statement dropSync() {
    return new Statement.DropRowTrigger(
        Names.syncTrigger(table, name()), table, Statement.TriggerEvent.INSERT_OR_UPDATE);
  }

  Optional<Statement.CreateRowTrigger> reverseSync() {
    return back.map(
        b ->
            new Statement.CreateRowTrigger(
                Names.reverseSyncTrigger(table, name()),
                table,
                Statement.TriggerEvent.INSERT_OR_UPDATE,
                List.of(new Statement.Assignment(former(), b))));
  }

  Statement dropReverseSync() {
    return new Statement.DropRowTrigger(
        Names.reverseSyncTrigger(table, name()), table, Statement.TriggerEvent.INSERT_OR_UPDATE);
  }
}
