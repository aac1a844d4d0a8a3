package dev.schemac.dialect.postgres;

import dev.schemac.model.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Which columns an expression reads, and the same expression over other columns. */
final class ColumnReferences {
  private ColumnReferences() {}

  /** The expression with every column replaced; text that is not understood stays as it is. */
  static Expression replace(Expression expression, Function<String, Expression> by) {
    Function<Expression, Expression> self = e -> replace(e, by);
    return switch (expression) {
      case Expression.ColumnRef(var name) -> by.apply(name);
      case Expression.NumberLiteral e -> e;
      case Expression.StringLiteral e -> e;
      case Expression.BooleanLiteral e -> e;
      case Expression.NullLiteral e -> e;
      case Expression.TypedLiteral e -> e;
      case Expression.QualifiedRef e -> e;
      case Expression.SequenceRef e -> e;
      case Expression.Star e -> e;
      case Expression.Sql e -> e;
      case Expression.Call(var function, var arguments, var distinct) ->
          new Expression.Call(function, all(arguments, self), distinct);
      case Expression.Unary(var operator, var operand) ->
          new Expression.Unary(operator, self.apply(operand));
      case Expression.Binary(var operator, var left, var right) ->
          new Expression.Binary(operator, self.apply(left), self.apply(right));
      case Expression.In(var operand, var list) ->
          new Expression.In(self.apply(operand), all(list, self));
      case Expression.IsNull(var operand) -> new Expression.IsNull(self.apply(operand));
      case Expression.IsTruth(var operand, var truth) ->
          new Expression.IsTruth(self.apply(operand), truth);
      case Expression.Case(var operand, var whens, var otherwise) ->
          new Expression.Case(
              operand.map(self),
              whens.stream()
                  .map(w -> new Expression.When(self.apply(w.condition()), self.apply(w.result())))
                  .toList(),
              otherwise.map(self));
      case Expression.Cast(var operand, var type) ->
          new Expression.Cast(self.apply(operand), type);
      case Expression.ArrayLiteral(var elements) ->
          new Expression.ArrayLiteral(all(elements, self));
      case Expression.Row(var elements) -> new Expression.Row(all(elements, self));
      case Expression.Collate(var operand, var collation) ->
          new Expression.Collate(self.apply(operand), collation);
    };
  }

  private static List<Expression> all(
      List<Expression> expressions, Function<Expression, Expression> map) {
    return expressions.stream().map(map).toList();
  }

  /** Visits the expression and all below it. */
  static void walk(Expression expression, Consumer<Expression> visitor) {
    visitor.accept(expression);
    for (Expression child : children(expression)) {
      walk(child, visitor);
    }
  }

  private static List<Expression> children(Expression expression) {
    return switch (expression) {
      case Expression.ColumnRef ignored -> List.of();
      case Expression.NumberLiteral ignored -> List.of();
      case Expression.StringLiteral ignored -> List.of();
      case Expression.BooleanLiteral ignored -> List.of();
      case Expression.NullLiteral ignored -> List.of();
      case Expression.TypedLiteral ignored -> List.of();
      case Expression.QualifiedRef ignored -> List.of();
      case Expression.SequenceRef ignored -> List.of();
      case Expression.Star ignored -> List.of();
      case Expression.Sql ignored -> List.of();
      case Expression.Call e -> e.arguments();
      case Expression.Unary e -> List.of(e.operand());
      case Expression.Binary e -> List.of(e.left(), e.right());
      case Expression.In e -> {
        List<Expression> found = new ArrayList<>(List.of(e.operand()));
        found.addAll(e.list());
        yield found;
      }
      case Expression.IsNull e -> List.of(e.operand());
      case Expression.IsTruth e -> List.of(e.operand());
      case Expression.Case e -> {
        List<Expression> found = new ArrayList<>();
        e.operand().ifPresent(found::add);
        e.whens().forEach(w -> found.addAll(List.of(w.condition(), w.result())));
        e.otherwise().ifPresent(found::add);
        yield found;
      }
      case Expression.Cast e -> List.of(e.operand());
      case Expression.ArrayLiteral e -> e.elements();
      case Expression.Row e -> e.elements();
      case Expression.Collate e -> List.of(e.operand());
    };
  }

  /** Whether the expression reads the column; text that is not understood is searched for it. */
  static boolean reads(Expression expression, String column) {
    Set<String> found = new TreeSet<>();
    walk(
        expression,
        e -> {
          switch (e) {
            case Expression.ColumnRef(var name) when name.equals(column) -> found.add(name);
            case Expression.QualifiedRef(var parts) when parts.getLast().equals(column) ->
                found.add(column);
            case Expression.Sql(var text) when mentions(text, column) -> found.add(column);
            case Expression ignored -> {}
          }
        });
    return !found.isEmpty();
  }

  /** Whether SQL text holds the word, quoted or not. */
  static boolean mentions(String text, String word) {
    return Pattern.compile("(?i)(?<![\\p{L}\\p{N}_$])".concat(Pattern.quote(word)).concat("(?![\\p{L}\\p{N}_$])"))
        .matcher(text)
        .find();
  }

  /** Whether parts of the expression are text that is not understood. */
  static boolean hasText(Expression expression) {
    List<Expression> found = new ArrayList<>();
    walk(
        expression,
        e -> {
          if (e instanceof Expression.Sql) {
            found.add(e);
          }
        });
    return !found.isEmpty();
  }

  /** Whether the expression holds a subquery, as far as its text tells. */
  static boolean hasSubquery(Expression expression) {
    List<Expression> found = new ArrayList<>();
    walk(
        expression,
        e -> {
          if (e instanceof Expression.Sql(var text) && mentions(text, "select")) {
            found.add(e);
          }
        });
    return !found.isEmpty();
  }

  /** The same over {@code NEW}'s columns. */
  static Expression overNewRow(Expression expression) {
    return replace(expression, name -> new Expression.QualifiedRef(List.of("new", name)));
  }

  static Optional<Expression> renamed(Optional<Expression> expression, String from, String to) {
    return expression.map(e -> renamed(e, from, to));
  }

  /** The same with one column under another name. */
  static Expression renamed(Expression expression, String from, String to) {
    return replace(expression, name -> new Expression.ColumnRef(name.equals(from) ? to : name));
  }
}
