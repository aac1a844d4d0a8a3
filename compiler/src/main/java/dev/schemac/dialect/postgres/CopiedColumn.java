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
 * @param kept how the copy and the old column are kept
 */
record CopiedColumn(
    QName table,
    Column before,
    Column after,
    Expression value,
    Optional<String> merged,
    Optional<Expression> back,
    Kept kept) {

  /** How the copy is kept before the swap and the old column behind it. */
  enum Kept {
    /** Each follows from the row. */
    FROM_ROW,
    /** The same, and the copy may be written before the column is; then there is a way back. */
    EITHER_WAY,
    /** A key's old column goes on getting values by itself. */
    BY_ITSELF,
    /** A reference's follow from the row of the key that it means. */
    LOOKED_UP
  }

  CopiedColumn(
      QName table,
      Column before,
      Column after,
      Expression value,
      Optional<String> merged,
      Optional<Expression> back) {
    this(table, before, after, value, merged, back, Kept.FROM_ROW);
  }

  /** One that stays as it is. */
  static CopiedColumn same(QName table, Column column) {
    return new CopiedColumn(
        table,
        column,
        column,
        new Expression.ColumnRef(column.name()),
        Optional.empty(),
        Optional.empty());
  }

  /** The same where actions of foreign keys may write the copy too. */
  CopiedColumn eitherWay() {
    return kept(Kept.EITHER_WAY);
  }

  CopiedColumn kept(Kept other) {
    return new CopiedColumn(table, before, after, value, merged, back, other);
  }

  /** Whether the old column has values after the swap without a trigger. */
  boolean isKeptByItself() {
    return kept == Kept.BY_ITSELF;
  }

  boolean isLookedUp() {
    return kept == Kept.LOOKED_UP;
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
    if (isKeptByItself()) {
      return IdentityHandover.staying(table, before, former());
    }
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
    String name = syncName();
    if (kept != Kept.EITHER_WAY) {
      return new Statement.CreateRowTrigger(
          name, table, Statement.TriggerEvent.INSERT_OR_UPDATE, List.of(forward));
    }
    Statement.Assignment backward =
        new Statement.Assignment(name(), over(back.orElseThrow(), future()));
    return new Statement.CreateRowTrigger(
        name, table, Statement.TriggerEvent.EITHER_WAY, List.of(forward, backward));
  }

  Statement dropSync() {
    return new Statement.DropRowTrigger(syncName(), table, Statement.TriggerEvent.INSERT_OR_UPDATE);
  }

  Optional<Statement.CreateRowTrigger> reverseSync() {
    return back.map(
        b ->
            new Statement.CreateRowTrigger(
                reverseSyncName(),
                table,
                Statement.TriggerEvent.INSERT_OR_UPDATE,
                List.of(new Statement.Assignment(former(), b))));
  }

  Statement dropReverseSync() {
    return new Statement.DropRowTrigger(
        reverseSyncName(), table, Statement.TriggerEvent.INSERT_OR_UPDATE);
  }

  private String syncName() {
    return isLookedUp() ? Names.lookingTrigger(table, name()) : Names.syncTrigger(table, name());
  }

  private String reverseSyncName() {
    return isLookedUp()
        ? Names.reverseLookingTrigger(table, name())
        : Names.reverseSyncTrigger(table, name());
  }
}
