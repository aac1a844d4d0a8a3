package dev.schemac.report;

import dev.schemac.model.Column;
import dev.schemac.model.DataType;
import dev.schemac.model.Evolution;
import dev.schemac.model.Evolution.ValueChange;
import dev.schemac.model.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Columns and their differences in a few words. */
final class ColumnText {
  private ColumnText() {}

  static String whole(Column column) {
    String nullable = column.nullable() ? "?" : "";
    String value = column.defaultValue().map(v -> " default " + ExpressionText.of(v)).orElse("");
    return "column " + column.type() + nullable + value;
  }

  static String difference(
      Column before,
      Column after,
      Optional<Evolution.Conversion> conversion,
      List<ValueChange> values) {
    List<String> parts = new ArrayList<>();
    if (!before.type().equals(after.type())) {
      parts.add(type(before.type(), after.type(), values));
    }
    if (before.nullable() != after.nullable()) {
      parts.add(after.nullable() ? "may be NULL" : "not null");
    }
    value("default", before.defaultValue(), after.defaultValue(), parts);
    value("on update", before.onUpdate(), after.onUpdate(), parts);
    other("identity", before.identity(), after.identity(), parts);
    other("generated", before.generated(), after.generated(), parts);
    other("collation", before.collation(), after.collation(), parts);
    other("comment", before.comment(), after.comment(), parts);
    other("options", before.options(), after.options(), parts);
    other("name of not null", before.notNullName(), after.notNullName(), parts);
    if (before.type().equals(after.type())) {
      values.forEach(v -> parts.add(value(v)));
    }
    conversion
        .flatMap(Evolution.Conversion::using)
        .ifPresent(u -> parts.add("using an expression"));
    conversion.flatMap(Evolution.Conversion::backfill).ifPresent(u -> parts.add("backfilled"));
    return String.join(", ", parts);
  }

  private static String type(DataType before, DataType after, List<ValueChange> words) {
    if (before instanceof DataType.InlineEnum(var was)
        && after instanceof DataType.InlineEnum(var is)) {
      return "enum: " + String.join(", ", values(was, is, words));
    }
    List<String> said = words.stream().map(ColumnText::value).toList();
    return before + " → " + after + (said.isEmpty() ? "" : ", " + String.join(", ", said));
  }

  /** What becomes of the values of an enum. */
  static List<String> values(List<String> before, List<String> after, List<ValueChange> words) {
    List<String> parts = new ArrayList<>();
    words.forEach(w -> parts.add(value(w)));
    for (String value : after) {
      boolean renamed =
          words.stream().anyMatch(w -> w instanceof ValueChange.Renamed r && r.to().equals(value));
      if (!before.contains(value) && !renamed) {
        parts.add("+ " + value);
      }
    }
    for (String value : before) {
      if (!after.contains(value) && words.stream().noneMatch(w -> w.from().equals(value))) {
        parts.add("- " + value);
      }
    }
    if (parts.isEmpty() && !before.equals(after)) {
      parts.add("values in another order");
    }
    return parts;
  }

  private static String value(ValueChange word) {
    return switch (word) {
      case ValueChange.Renamed(var from, var to) -> to + " was " + from;
      case ValueChange.Retired(var from, var to) ->
          to.map(t -> "rows with " + from + " become " + t).orElse("- " + from + ", if unused");
      case ValueChange.Remapped(var from, var to) -> "rows with " + from + " become " + to;
    };
  }

  private static void value(
      String word, Optional<Expression> before, Optional<Expression> after, List<String> parts) {
    if (!before.equals(after)) {
      parts.add(after.map(v -> word + " " + ExpressionText.of(v)).orElse("no " + word));
    }
  }

  private static void other(String word, Object before, Object after, List<String> parts) {
    if (!Objects.equals(before, after)) {
      parts.add(word);
    }
  }
}
