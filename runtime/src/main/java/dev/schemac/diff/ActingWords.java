package dev.schemac.diff;

import dev.schemac.model.Column;
import dev.schemac.model.Constraint;
import dev.schemac.model.DataType;
import dev.schemac.model.Evolution;
import dev.schemac.model.Evolution.ValueChange;
import dev.schemac.model.Expression;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.ObjectPath;
import dev.schemac.model.Schema;
import dev.schemac.model.SchemaObject;
import dev.schemac.model.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which words about values and conversions act. Whether one does is decided by the previous schema
 * alone, so that leaving a word in the file never changes data twice.
 */
public final class ActingWords {
  private ActingWords() {}

  /**
   * The words that act between two sets of values: a rename while the old label is there and the
   * new one is not, a retirement while the label goes, a remap in the step that adds its target.
   *
   * @param words may be null where nothing was said
   */
  public static List<ValueChange> values(
      List<ValueChange> words, List<String> before, List<String> after) {
    if (words == null || words.isEmpty() || before.isEmpty()) {
      return List.of();
    }
    Set<String> old = new HashSet<>(before);
    Set<String> now = new HashSet<>(after);
    List<ValueChange> acting = new ArrayList<>();
    for (ValueChange word : words) {
      boolean acts =
          switch (word) {
            case ValueChange.Renamed(var from, var to) -> old.contains(from) && !old.contains(to);
            case ValueChange.Retired(var from, var ignored) ->
                old.contains(from) && !now.contains(from);
            case ValueChange.Remapped(var from, var to) -> old.contains(from) && !old.contains(to);
          };
      if (acts) {
        acting.add(word);
      }
    }
    return acting;
  }

  /** What of a conversion acts when a column becomes another one. */
  static Optional<Evolution.Conversion> conversion(
      Optional<Evolution.Conversion> words, Column before, Column after, boolean valuesDiffer) {
    boolean typeDiffers = !before.type().equals(after.type());
    boolean becomesNotNull = before.nullable() && !after.nullable();
    return words
        .map(
            w ->
                new Evolution.Conversion(
                    typeDiffers || valuesDiffer ? w.using() : Optional.empty(),
                    becomesNotNull ? w.backfill() : Optional.empty(),
                    typeDiffers ? w.narrowing() : Optional.empty()))
        .filter(ActingWords::saysSomething);
  }

  /** What of a conversion acts when a column is new. */
  static Optional<Evolution.Conversion> ofNewColumn(Optional<Evolution.Conversion> words) {
    return words
        .map(w -> new Evolution.Conversion(Optional.empty(), w.backfill(), Optional.empty()))
        .filter(ActingWords::saysSomething);
  }

  private static boolean saysSomething(Evolution.Conversion words) {
    return words.using().isPresent()
        || words.backfill().isPresent()
        || words.narrowing().isPresent();
  }

  /**
   * The closed set of values that a column may hold: of its enum type, of the check that lists
   * them, or of the lookup table that it refers to; empty where it is open.
   */
  public static List<String> valueSet(Schema schema, Table table, Column column) {
    return switch (column.type()) {
      case DataType.InlineEnum(var values) -> values;
      case DataType.Named(var name) ->
          schema
              .object(ObjectPath.of(ObjectKind.ENUM, name))
              .map(o -> o instanceof SchemaObject.EnumType type ? type.values() : List.<String>of())
              .orElse(List.of());
      case DataType.Builtin ignored -> listed(schema, table, column.name());
      case DataType.InlineSet ignored -> List.of();
      case DataType.Array ignored -> List.of();
    };
  }

  private static List<String> listed(Schema schema, Table table, String column) {
    for (Constraint constraint : table.constraints()) {
      List<String> values =
          switch (constraint) {
            case Constraint.Check check -> listedBy(check.condition(), column);
            case Constraint.ForeignKey key -> listedBy(schema, key, column);
            case Constraint.PrimaryKey ignored -> List.of();
            case Constraint.Unique ignored -> List.of();
            case Constraint.Exclusion ignored -> List.of();
          };
      if (!values.isEmpty()) {
        return values;
      }
    }
    return List.of();
  }

  private static List<String> listedBy(Expression condition, String column) {
    if (condition instanceof Expression.In(Expression.ColumnRef(var name), var list)
        && name.equals(column)) {
      List<String> values = labels(list);
      return values.size() == list.size() ? values : List.of();
    }
    if (condition
            instanceof
            Expression.Binary(
                var operator,
                Expression.ColumnRef(var name),
                Expression.StringLiteral(var value))
        && operator.equals("=")
        && name.equals(column)) {
      return List.of(value);
    }
    return List.of();
  }

  private static List<String> listedBy(Schema schema, Constraint.ForeignKey key, String column) {
    if (!key.columns().equals(List.of(column))) {
      return List.of();
    }
    Optional<Table> lookup = schema.table(key.referencedTable());
    if (lookup.isEmpty() || lookup.get().rows().isEmpty()) {
      return List.of();
    }
    return labels(lookup.get().rows().stream().map(List::getFirst).toList());
  }

  private static List<String> labels(List<Expression> expressions) {
    List<String> found = new ArrayList<>();
    for (Expression expression : expressions) {
      if (expression instanceof Expression.StringLiteral(var value)) {
        found.add(value);
      }
    }
    return found;
  }
}
