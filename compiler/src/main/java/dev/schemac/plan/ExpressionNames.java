package dev.schemac.plan;

import dev.schemac.model.DataType;
import dev.schemac.model.Expression;
import dev.schemac.model.QName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Everything that an expression names. */
record ExpressionNames(
    Set<String> columns,
    Set<QName> sequences,
    Set<DataType> types,
    Set<String> functions,
    Set<String> texts) {

  static ExpressionNames of(Expression expression) {
    ExpressionNames names =
        new ExpressionNames(
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>());
    names.collect(expression);
    return names;
  }

  boolean holdsText() {
    return !texts.isEmpty();
  }

  private void collect(List<Expression> expressions) {
    expressions.forEach(this::collect);
  }

  private void collect(Optional<Expression> expression) {
    expression.ifPresent(this::collect);
  }

  private void collect(Expression expression) {
    switch (expression) {
      case Expression.NumberLiteral ignored -> {}
      case Expression.StringLiteral ignored -> {}
      case Expression.BooleanLiteral ignored -> {}
      case Expression.NullLiteral ignored -> {}
      case Expression.TypedLiteral ignored -> {}
      case Expression.Star ignored -> {}
      case Expression.ColumnRef(var name) -> columns.add(name);
      case Expression.QualifiedRef(var parts) -> columns.add(parts.getLast());
      case Expression.SequenceRef(var name) -> sequences.add(name);
      case Expression.Call(var function, var arguments, var ignored) -> {
        functions.add(function);
        collect(arguments);
      }
      case Expression.Unary(var ignored, var operand) -> collect(operand);
      case Expression.Binary(var ignored, var left, var right) -> {
        collect(left);
        collect(right);
      }
      case Expression.In(var operand, var list) -> {
        collect(operand);
        collect(list);
      }
      case Expression.IsNull(var operand) -> collect(operand);
      case Expression.IsTruth(var operand, var ignored) -> collect(operand);
      case Expression.Case(var operand, var whens, var otherwise) -> {
        collect(operand);
        for (Expression.When when : whens) {
          collect(when.condition());
          collect(when.result());
        }
        collect(otherwise);
      }
      case Expression.Cast(var operand, var type) -> {
        collect(operand);
        types.add(type);
      }
      case Expression.ArrayLiteral(var elements) -> collect(elements);
      case Expression.Row(var elements) -> collect(elements);
      case Expression.Collate(var operand, var ignored) -> collect(operand);
      case Expression.Sql(var text) -> {
        texts.add(text);
        REGCLASS.matcher(text).results().forEach(m -> sequences.add(relation(m.group(1))));
      }
    }
  }

  /** {@code nextval('shop."S"'::regclass)} as PostgreSQL prints it. */
  private static final Pattern REGCLASS = Pattern.compile("'((?:[^']|'')+)'::regclass");

  private static final Pattern PART = Pattern.compile("\"((?:[^\"]|\"\")*)\"|[^.\"]+");

  private static QName relation(String text) {
    List<String> parts =
        PART.matcher(text.replace("''", "'"))
            .results()
            .map(m -> m.group(1) == null ? m.group() : m.group(1).replace("\"\"", "\""))
            .toList();
    return parts.size() == 1 ? QName.of(parts.get(0)) : new QName(parts.get(0), parts.get(1));
  }
}
