package dev.schemac.plan;

import dev.schemac.diff.Change;
import dev.schemac.model.Column;
import dev.schemac.model.DataType;
import dev.schemac.model.Evolution;
import dev.schemac.model.Expression;
import dev.schemac.model.QName;
import java.util.List;
import java.util.Optional;

/** The values of a column are texts while its type is away. */
final class TextBetween {
  private TextBetween() {}

  /** The column becomes a text. */
  static Change away(QName table, Column was) {
    return converted(table, was, between(was), ref(was));
  }

  /** The text becomes a value of the new type. */
  static Change back(QName table, Column was, Column is, PlanContext context) {
    return converted(table, between(was), is, accepted(table, is, context).orElse(ref(is)));
  }

  private static Column between(Column was) {
    return was.withType(DataType.Builtin.of("text"))
        .withDefault(Optional.empty())
        .withCollation(Optional.empty());
  }

  private static Expression ref(Column column) {
    return new Expression.ColumnRef(column.name());
  }

  /** NULL, where the author's words or an accepted loss make that of every value. */
  private static Optional<Expression> accepted(QName table, Column column, PlanContext context) {
    return context.changes().stream()
        .filter(Change.ModifyColumn.class::isInstance)
        .map(Change.ModifyColumn.class::cast)
        .filter(c -> c.table().equals(table) && c.after().name().equals(column.name()))
        .flatMap(c -> c.conversion().flatMap(Evolution.Conversion::using).stream())
        .filter(Expression.NullLiteral.class::isInstance)
        .findFirst();
  }

  private static Change converted(QName table, Column before, Column after, Expression from) {
    Expression value = new Expression.Cast(from, after.type());
    Evolution.Conversion using =
        new Evolution.Conversion(Optional.of(value), Optional.empty(), Optional.empty());
    return new Change.ModifyColumn(table, before, after, Optional.of(using), List.of());
  }
}
