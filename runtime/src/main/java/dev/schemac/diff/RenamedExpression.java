package dev.schemac.diff;

import dev.schemac.model.DataType;
import dev.schemac.model.Expression;
import dev.schemac.model.KeyPart;
import dev.schemac.model.ObjectKind;
import dev.schemac.model.QName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Carries renames through the expressions of one table, as the servers do with what they have
 * stored.
 *
 * @param table the table's old and new name; null outside tables
 * @param labels column (under its new name) → renamed values of its enum type
 */
record RenamedExpression(
    Renames renames, QName oldTable, QName table, Map<String, Map<String, String>> labels) {

  private static final Set<String> ROWS = Set.of("new", "old", "excluded");

  static RenamedExpression outsideTables(Renames renames) {
    return new RenamedExpression(renames, null, null, Map.of());
  }

  Optional<Expression> of(Optional<Expression> expression) {
    return expression.map(this::of);
  }

  List<Expression> of(List<Expression> expressions) {
    return expressions.stream().map(this::of).toList();
  }

  Expression of(Expression expression) {
    return switch (expression) {
      case Expression.NumberLiteral e -> e;
      case Expression.StringLiteral e -> e;
      case Expression.BooleanLiteral e -> e;
      case Expression.NullLiteral e -> e;
      case Expression.TypedLiteral e -> e;
      case Expression.Star e -> e;
      case Expression.ColumnRef(var name) -> new Expression.ColumnRef(column(name));
      case Expression.QualifiedRef(var parts) -> qualified(parts);
      case Expression.SequenceRef(var name) ->
          new Expression.SequenceRef(renames.object(ObjectKind.SEQUENCE, name));
      case Expression.Call(var function, var arguments, var distinct) ->
          new Expression.Call(function, of(arguments), distinct);
      case Expression.Unary(var operator, var operand) ->
          new Expression.Unary(operator, of(operand));
      case Expression.Binary(var operator, var left, var right) -> binary(operator, left, right);
      case Expression.In(var operand, var list) -> in(of(operand), of(list));
      case Expression.IsNull(var operand) -> new Expression.IsNull(of(operand));
      case Expression.IsTruth(var operand, var truth) -> new Expression.IsTruth(of(operand), truth);
      case Expression.Case(var operand, var whens, var otherwise) ->
          new Expression.Case(
              of(operand),
              whens.stream()
                  .map(w -> new Expression.When(of(w.condition()), of(w.result())))
                  .toList(),
              of(otherwise));
      case Expression.Cast(var operand, var type) -> cast(of(operand), type(type));
      case Expression.ArrayLiteral(var elements) -> new Expression.ArrayLiteral(of(elements));
      case Expression.Row(var elements) -> new Expression.Row(of(elements));
      case Expression.Collate(var operand, var collation) ->
          new Expression.Collate(of(operand), collation);
      case Expression.Sql(var text) -> new Expression.Sql(text(text));
    };
  }

  KeyPart of(KeyPart part) {
    return new KeyPart(
        of(part.expression()),
        part.prefixLength(),
        part.collation(),
        part.operatorClass(),
        part.direction(),
        part.nullsFirst(),
        part.withoutOverlaps(),
        part.operator());
  }

  DataType type(DataType type) {
    return switch (type) {
      case DataType.Named(var name) -> new DataType.Named(renames.type(name));
      case DataType.Array(var element) -> new DataType.Array(type(element));
      case DataType.Builtin t -> t;
      case DataType.InlineEnum t -> t;
      case DataType.InlineSet t -> t;
    };
  }

  String column(String name) {
    return table == null ? name : renames.column(table, name);
  }

  private Expression qualified(List<String> parts) {
    if (table == null || parts.size() != 2) {
      return new Expression.QualifiedRef(parts);
    }
    boolean own = parts.getFirst().equals(oldTable.name());
    if (!own && !ROWS.contains(parts.getFirst())) {
      return new Expression.QualifiedRef(parts);
    }
    return new Expression.QualifiedRef(
        List.of(own ? table.name() : parts.getFirst(), column(parts.getLast())));
  }

  private Expression binary(String operator, Expression left, Expression right) {
    Expression newLeft = of(left);
    Expression newRight = of(right);
    return new Expression.Binary(
        operator, label(newLeft, labelsOf(newRight)), label(newRight, labelsOf(newLeft)));
  }

  private Expression in(Expression operand, List<Expression> list) {
    Map<String, String> renamed = labelsOf(operand);
    return new Expression.In(operand, list.stream().map(e -> label(e, renamed)).toList());
  }

  private Expression cast(Expression operand, DataType type) {
    return type instanceof DataType.Named(var name)
        ? new Expression.Cast(label(operand, renames.values().getOrDefault(name, Map.of())), type)
        : new Expression.Cast(operand, type);
  }

  private Map<String, String> labelsOf(Expression operand) {
    return operand instanceof Expression.ColumnRef(var name)
        ? labels.getOrDefault(name, Map.of())
        : Map.of();
  }

  static Expression label(Expression expression, Map<String, String> renamed) {
    return expression instanceof Expression.StringLiteral(var value) && renamed.containsKey(value)
        ? new Expression.StringLiteral(renamed.get(value))
        : expression;
  }

  private String text(String sql) {
    return table == null ? sql : SqlText.rename(sql, renames.columnsOf(table));
  }
}
