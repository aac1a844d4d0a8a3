package dev.schemac.dialect.postgres;

import dev.schemac.model.Constraint;
import dev.schemac.model.Index;
import dev.schemac.model.KeyPart;
import java.util.List;

/** Whether a key, a check or an index names a column. */
final class Hanging {
  private Hanging() {}

  static boolean on(Constraint constraint, String column) {
    return switch (constraint) {
      case Constraint.PrimaryKey k -> parts(k.parts(), k.include(), column);
      case Constraint.Unique k -> parts(k.parts(), k.include(), column);
      case Constraint.Check c -> ColumnReferences.reads(c.condition(), column);
      case Constraint.ForeignKey k -> k.columns().contains(column);
      case Constraint.Exclusion e ->
          parts(e.parts(), e.include(), column)
              || e.predicate().filter(p -> ColumnReferences.reads(p, column)).isPresent();
    };
  }

  static boolean on(Index index, String column) {
    return parts(index.parts(), index.include(), column)
        || index.predicate().filter(p -> ColumnReferences.reads(p, column)).isPresent();
  }

  /** Whether the column stands in an expression or a predicate, not as a plain operand. */
  static boolean inExpression(Index index, String column) {
    return index.predicate().filter(p -> ColumnReferences.reads(p, column)).isPresent()
        || index.parts().stream()
            .anyMatch(
                p -> p.columnName().isEmpty() && ColumnReferences.reads(p.expression(), column));
  }

  private static boolean parts(List<KeyPart> parts, List<String> include, String column) {
    return include.contains(column)
        || parts.stream().anyMatch(p -> ColumnReferences.reads(p.expression(), column));
  }
}
