package dev.schemac.lint;

import dev.schemac.model.Column;
import dev.schemac.model.Schema;

/** The plainest value of a type, as a suggestion that its author will mostly replace. */
final class PlainValue {
  private PlainValue() {}

  static String of(Schema schema, Column column) {
    return switch (TypeShape.of(schema, column)) {
      case TypeShape.Text ignored -> "''";
      case TypeShape.Whole ignored -> "0";
      case TypeShape.Decimal ignored -> "0";
      case TypeShape.Floating ignored -> "0";
      case TypeShape.Bool ignored -> "false";
      case TypeShape.Labels(var values) -> "'" + values.getFirst().replace("'", "''") + "'";
      case TypeShape.LabelSet ignored -> "''";
      case TypeShape.Date ignored -> "today()";
      case TypeShape.Time ignored -> "'00:00:00'";
      case TypeShape.Timestamp ignored -> "now()";
      case TypeShape.Json ignored -> "'{}'";
      case TypeShape.Uuid ignored -> "uuid()";
      case TypeShape.ArrayOf ignored -> "'{}'";
      case TypeShape.Bytes ignored -> "''";
      case TypeShape.Other ignored -> "null";
    };
  }
}
