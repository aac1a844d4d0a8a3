package dev.schemac.resolve.expression;

import dev.schemac.model.DataType;
import java.util.List;

/** The values that a column of a closed set can hold. */
final class EnumLabels {
  private EnumLabels() {}

  /** Those of the declared enum, or of MySQL's {@code enum('a', 'b')} in place. */
  static List<String> of(ExpressionScope.Operand operand) {
    if (operand.labels().isEmpty() && operand.type() instanceof DataType.InlineEnum(var values)) {
      return values;
    }
    return operand.labels();
  }
}
